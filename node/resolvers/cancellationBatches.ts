import { SIZED_FIELDS } from '../directives/lists'
import { listBatches, placeInList } from '../services/batch/api/listBatches'
import type { QueryResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'
import { readable, unknownCursor, withinBounds } from './pages'
import { rowQueriesOf } from './rowQueries'
import { addRows, checkCursors } from './withRows'

/** Query `cancellationBatches`. */
export const cancellationBatches: QueryResolvers['cancellationBatches'] =
  async (...call) => {
    const [, { first, after }, ctx, info] = call
    const { usual, most } = SIZED_FIELDS.cancellationBatches
    const ports = batchPorts(ctx)
    const queries = rowQueriesOf(info)
    const page = readable(
      await listBatches(ports, {
        first: withinBounds(first ?? usual, most),
        after: after == null ? null : placeGiven(after),
      })
    )

    checkCursors(page.items, queries)

    return readable((await addRows(ports, page.items, queries)) ? page : null)
  }

function placeGiven(after: string) {
  const place = placeInList(after)

  if (!place) throw unknownCursor()

  return place
}
