import type { BatchManifest } from '../../domain/batch/batch'
import {
  enqueued,
  LOST_INDEX,
  overflowOf,
  withPage,
} from '../../domain/batch/batchIndex'
import type { BatchIndex, IndexEntry } from '../../domain/batch/batchIndex'
import type { BatchPorts } from './ports'
import { rewriteFile } from './updateFile'
import type { Updated } from './updateFile'

/**
 * Changes the index. One that is missing, or that cannot be read, begins anew: its batches are
 * looked for in the folders (rebuildIndex.ts).
 */
export function updateIndex(
  ports: BatchPorts,
  next: (index: BatchIndex) => BatchIndex | null
): Promise<Updated<BatchIndex>> {
  return rewriteFile(ports, ports.store.index(), {
    next,
    anew: () => next(LOST_INDEX),
  })
}

/** Puts a batch in the queue of the lane, also one that the index has lost; false when VBase did not take it, or too many wait. */
export async function enqueue(
  ports: BatchPorts,
  { id, createdAtMs }: Pick<BatchManifest, 'id' | 'createdAtMs'>
): Promise<boolean> {
  return listAs(ports, [{ id, createdAtMs, waitingSinceMs: ports.epochMs() }])
}

/** Puts batches in the index, those that wait also in the queue; false when VBase did not take it. */
export async function listAs(
  ports: BatchPorts,
  batches: IndexEntry[]
): Promise<boolean> {
  const updated = await updateIndex(ports, (index) =>
    batches.reduce<BatchIndex | null>(
      (known, batch) => known && enqueued(known, batch),
      index
    )
  )

  if (updated.kind !== 'written') return false
  await moveOverflow(ports, updated.content)

  return true
}

/** Moves the oldest batches that wait for nothing to a page, so that the index stays small. */
async function moveOverflow(
  ports: BatchPorts,
  index: BatchIndex
): Promise<void> {
  const moved = overflowOf(index)

  if (moved.length === 0) return

  // A name of its own: a late write of another call changes no page that counts.
  const name = ports.newId()
  const written = await ports.store
    .indexPage(name)
    .write({ entries: moved }, null)

  // The next batch tries again.
  if (written !== 'written') return

  await updateIndex(ports, (latest) => withPage(latest, name, moved))
}
