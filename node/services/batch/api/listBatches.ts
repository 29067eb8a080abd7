import { pageOf } from '../../../domain/batch/batchIndex'
import type { BatchPorts } from '../ports'
import { readLane, storedBatch, viewOf, wakeIfDead } from './readBatch'
import { showBatch } from './showBatch'
import type { ShownBatch } from './showBatch'

/** One page of all batches, the newest first; null when they cannot be read now. */
export async function listBatches(
  ports: BatchPorts,
  page: { first: number; after: string | null }
): Promise<{ items: ShownBatch[]; nextCursor: string | null } | null> {
  const index = await ports.store.index().read()

  if (index.kind === 'unavailable') return null

  const entries = index.kind === 'found' ? index.content.entries : []
  const { ids, nextCursor } = pageOf({ entries }, page)
  const lane = await readLane(ports)
  const items = await Promise.all(
    ids.map(async (id) => {
      const read = await storedBatch(ports, id)

      if (!('manifest' in read)) return []

      await wakeIfDead(ports, read, lane)

      return [showBatch(viewOf(ports, read, lane))]
    })
  )

  return { items: items.flat(), nextCursor }
}
