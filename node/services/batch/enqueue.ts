import type { BatchManifest } from '../../domain/batch/batch'
import { enqueued } from '../../domain/batch/batchIndex'
import type { BatchPorts } from './ports'
import { updateFile } from './updateFile'

/** Puts a batch in the queue of the lane, also one that the index has lost; false when VBase did not take it. */
export async function enqueue(
  ports: BatchPorts,
  { id, createdAtMs }: Pick<BatchManifest, 'id' | 'createdAtMs'>
): Promise<boolean> {
  const waitingSinceMs = ports.epochMs()
  const updated = await updateFile(ports, ports.store.index(), (index) =>
    enqueued(index, { id, createdAtMs, waitingSinceMs })
  )

  return updated.kind === 'written'
}
