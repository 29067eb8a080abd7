import { appLogger } from '../appLogger'
import { showRows } from '../services/batch/api/showBatch'
import { readRows } from '../services/batch/api/readRows'
import { reported } from '../directives/publicError'
import type { CancellationBatchResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'
import { cursorNumber, readable, withinBounds } from './pages'

const MAX_ROWS = 200

/** Field `orders` of a batch. The boundary surrounds only root fields, so this field keeps errors in by itself. */
export const batchOrders: CancellationBatchResolvers['orders'] = async (
  { manifest },
  { first, after, states, withWarnings },
  ctx
) => {
  try {
    const page = await readRows(batchPorts(ctx), manifest, {
      first: withinBounds(first ?? 50, MAX_ROWS),
      after: cursorNumber(after),
      states: states ?? [],
      withWarnings: withWarnings ?? false,
    })

    return showRows(manifest, readable(page))
  } catch (error) {
    throw reported(error, 'orders', appLogger(ctx.vtex.logger))
  }
}
