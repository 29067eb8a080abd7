import { SIZED_FIELDS } from '../directives/lists'
import { readCursor } from '../services/request/cursorText'
import { listRequests } from '../services/request/listRequests'
import type { QueryResolvers } from '../typings/schema'
import { casePorts } from './orderPorts'
import { unknownCursor, withinBounds } from './pages'
import { fieldsSelectedIn } from './selection'

/** The fields of a request that only its order tells. */
const DETAILS = ['requestedBy', 'reason', 'requestedAt', 'decideBy', 'actions']

/** Query `cancellationRequests`. */
export const cancellationRequests: QueryResolvers['cancellationRequests'] =
  async (...[_root, { first, after }, ctx, info]) => {
    const { usual, most } = SIZED_FIELDS.cancellationRequests
    const selected = fieldsSelectedIn('items', info)
    const ports = casePorts(ctx)

    return listRequests(
      { ...ports, list: ports.oms },
      {
        first: withinBounds(first ?? usual, most),
        after: after == null ? null : cursorGiven(after),
        isDetailed: DETAILS.some((field) => selected.has(field)),
        withActions: selected.has('actions'),
      }
    )
  }

function cursorGiven(after: string) {
  const cursor = readCursor(after)

  if (!cursor) throw unknownCursor()

  return cursor
}
