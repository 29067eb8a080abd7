import type {
  BatchControl,
  BatchManifest,
  BatchProgress,
} from '../../domain/batch/batch'
import { withRetries } from '../../domain/batch/batchProgress'
import type { BatchPorts } from './ports'
import { readExisting } from './updateFile'

/** What the operators want of a batch, and how far it has come; a retry is applied already. */
export interface BatchStatus {
  control: BatchControl
  progress: BatchProgress
}

/** All of a batch but its rows. */
export interface StoredBatch extends BatchStatus {
  manifest: BatchManifest
}

/** What loading a batch gave. */
export type BatchLoad =
  | { kind: 'found'; batch: StoredBatch }
  | { kind: 'missing' }
  | { kind: 'unavailable' }

type LoadPorts = Pick<BatchPorts, 'store' | 'sleep'>

/** Loads all of a batch but its rows, whatever its size. */
export async function loadBatch(
  ports: LoadPorts,
  id: string
): Promise<BatchLoad> {
  const read = await ports.store.manifest(id).read()

  if (read.kind !== 'found') return read

  const manifest = read.content
  const status = await loadStatus(ports, manifest)

  return status
    ? { kind: 'found', batch: { manifest, ...status } }
    : { kind: 'unavailable' }
}

/** Loads what the operators want of a batch, and how far it has come; null when either cannot be read now. */
export async function loadStatus(
  ports: LoadPorts,
  { folder }: Pick<BatchManifest, 'folder'>
): Promise<BatchStatus | null> {
  const [control, progress] = await Promise.all([
    readExisting(ports, ports.store.control(folder)),
    readExisting(ports, ports.store.progress(folder)),
  ])

  return (
    control &&
    progress && {
      control: control.content,
      progress: withRetries(progress.content, control.content),
    }
  )
}
