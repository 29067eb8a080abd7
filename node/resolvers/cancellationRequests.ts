import { readCursor } from '../services/request/cursorText'
import { listRequests } from '../services/request/listRequests'
import type { QueryResolvers } from '../typings/schema'
import { orderPorts } from './orderPorts'
import { badCursor, withinBounds } from './pages'
import { fieldsSelectedIn } from './selection'

const MAX_REQUESTS = 25

/** The fields of a request that only its order tells. */
const DETAILS = ['requestedBy', 'reason', 'requestedAt', 'decideBy']

/** Query `cancellationRequests`. */
export const cancellationRequests: QueryResolvers['cancellationRequests'] =
  async (...[_root, { first, after }, ctx, info]) => {
    const selected = fieldsSelectedIn('items', info)
    const ports = orderPorts(ctx)

    return listRequests(
      { ...ports, list: ports.oms },
      {
        first: withinBounds(first ?? MAX_REQUESTS, MAX_REQUESTS),
        after: after == null ? null : readCursor(after) ?? badCursor(),
        isDetailed: DETAILS.some((field) => selected.has(field)),
      }
    )
  }
