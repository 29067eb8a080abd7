import { listBatches, placeInList } from '../services/batch/api/listBatches'
import type { QueryResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'
import { readable, unknownCursor, withinBounds } from './pages'

const MAX_BATCHES = 50

/** Query `cancellationBatches`. */
export const cancellationBatches: QueryResolvers['cancellationBatches'] =
  async (_root, { first, after }, ctx) =>
    readable(
      await listBatches(batchPorts(ctx), {
        first: withinBounds(first ?? 20, MAX_BATCHES),
        after: after == null ? null : placeInList(after) ?? unknownCursor(),
      })
    )
