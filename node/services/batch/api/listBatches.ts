import { NEW_INDEX, pageOf } from '../../../domain/batch/batchIndex'
import { loadBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { readLane, viewOf, wakeIfDead } from './readBatch'
import { showBatch } from './showBatch'
import type { ShownBatch } from './showBatch'

/** One page of batches, in the form of the API. */
export interface BatchPage {
  items: ShownBatch[]
  nextCursor: string | null
}

/** Lists one page of all batches, the newest first; null when they cannot be read now. */
export async function listBatches(
  ports: BatchPorts,
  query: { first: number; after: string | null }
): Promise<BatchPage | 'unknown cursor' | null> {
  const index = await ports.store.index().read()

  if (index.kind === 'unavailable') return null

  const page = pageOf(index.kind === 'found' ? index.content : NEW_INDEX, query)

  if (!page) return 'unknown cursor'

  const { ids, nextCursor } = page
  const lane = await readLane(ports)
  const items = await Promise.all(
    ids.map(async (id) => {
      const load = await loadBatch(ports, id)

      if (load.kind !== 'found') return []

      await wakeIfDead(ports, load.batch, lane)

      return [showBatch(viewOf(ports, load.batch, lane))]
    })
  )

  return { items: items.flat(), nextCursor }
}
