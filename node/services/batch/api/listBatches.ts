import { cursorOf, placeOf } from '../../../domain/batch/batchIndex'
import type { ListedBatch } from '../../../domain/batch/batchIndex'
import { listedPage } from '../listedPage'
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

/** Reads the cursor of a page: a place in the list; null where it is none. */
export const placeInList = placeOf

/** Lists one page of all batches, the newest first; null when they cannot be read now. */
export async function listBatches(
  ports: BatchPorts,
  page: { first: number; after: ListedBatch | null }
): Promise<BatchPage | null> {
  const listed = await listedPage(ports, page)

  if (!listed) return null

  const { batches, hasMore } = listed
  const lane = await readLane(ports)
  const items = await Promise.all(
    batches.map(async ({ id }) => {
      const load = await loadBatch(ports, id)

      if (load.kind !== 'found') return []

      await wakeIfDead(ports, load.batch, lane)

      return [showBatch(await viewOf(ports, load.batch, lane))]
    })
  )

  return {
    items: items.flat(),
    nextCursor: hasMore ? cursorOf(batches[batches.length - 1]) : null,
  }
}
