import { expired, withoutBatch } from '../../../domain/batch/batchIndex'
import { updateFile } from '../updateFile'
import type { BatchPorts } from '../ports'

/**
 * Deletes the oldest batch that is too old to be kept, and with it the names of its
 * operators. It deletes one at a time, so it never takes long; the batch stays in the list until all of it is gone.
 */
export async function purgeOne(ports: BatchPorts): Promise<void> {
  const { store } = ports
  const index = await store.index().read()

  if (index.kind !== 'found') return

  const [id] = expired(index.content, ports.epochMs())

  if (id === undefined) return

  const manifest = await store.manifest(id).read()

  if (manifest.kind === 'unavailable') return
  if (manifest.kind === 'found') {
    const { folder, shardCount } = manifest.content
    const numbers = Array.from({ length: shardCount }, (_, number) => number)
    const removed = await Promise.all([
      ...numbers.map((number) => store.input(folder, number).remove()),
      ...numbers.map((number) => store.shard(folder, number).remove()),
      store.progress(folder).remove(),
      store.control(folder).remove(),
    ])

    // The manifest names the rest, so it goes last.
    if (removed.includes(false)) return
    if (!(await store.manifest(id).remove())) return
  }

  await updateFile(ports, store.index(), (latest) => withoutBatch(latest, id))
}
