import { dequeued, enqueued } from '../../domain/batch/batchIndex'
import type { BatchManifest } from '../../domain/batch/batch'
import { change } from './updateFile'
import type { LoadedBatch } from './worker/loadedBatch'
import type { BatchPorts } from './ports'

/** Puts a batch in the queue of the lane; also one that the index has lost. */
export async function enqueue(
  ports: BatchPorts,
  { id, createdAtMs }: Pick<BatchManifest, 'id' | 'createdAtMs'>
): Promise<boolean> {
  const waitingSinceMs = ports.epochMs()
  const changed = await change(ports, ports.store.index(), (index) =>
    enqueued(index, { id, createdAtMs, waitingSinceMs })
  )

  return changed.kind === 'written'
}

/**
 * Takes a batch out of the queue. Somebody may have wanted something of it meanwhile,
 * and put it there again before that: so it is looked at once more, after.
 */
export async function leave(
  ports: BatchPorts,
  batch: LoadedBatch
): Promise<boolean> {
  const { manifest } = batch
  const changed = await change(ports, ports.store.index(), (index) =>
    dequeued(index, manifest.id)
  )

  if (changed.kind !== 'written') return false

  await batch.listen(ports)
  if (batch.nextDueMs() === null) return true

  await enqueue(ports, manifest)

  return false
}
