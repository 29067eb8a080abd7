import type {
  BatchControl,
  BatchManifest,
  BatchProgress,
} from '../../domain/batch/batch'
import {
  isProgressOf,
  rowCountOf,
  withPossibleDues,
  withRetries,
} from '../../domain/batch/batchProgress'
import { LOST_CONTROL } from '../../domain/batch/batchControl'
import { LOST_HASH, unknownProgress } from '../../domain/batch/damaged'
import type { Damage } from '../../domain/batch/damaged'
import type { BatchPorts } from './ports'
import { readStored } from './updateFile'
import type { StoredRead } from './updateFile'

/** What the operators want of a batch, and how far it has come; a retry is applied already. */
export interface BatchStatus {
  control: BatchControl
  progress: BatchProgress
  /** Which of its files cannot be read now, so that something stands in its place; null when all can. */
  damage: Damage | null
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

type LoadPorts = Pick<BatchPorts, 'store' | 'sleep' | 'epochMs'>

/** Loads all of a batch but its rows, whatever its size. Of one with a file that cannot be read: all that is known. */
export async function loadBatch(
  ports: LoadPorts,
  id: string
): Promise<BatchLoad> {
  const read = await readManifest(ports, id)

  if (read.kind === 'missing' || read.kind === 'unavailable') return read

  if (read.kind === 'unreadable') return loadLost(ports, id, read.body)

  const status = await loadStatus(ports, read.content)

  return status
    ? { kind: 'found', batch: { manifest: read.content, ...status } }
    : { kind: 'unavailable' }
}

/** Loads what is known of a batch whose manifest cannot be read. */
async function loadLost(
  ports: LoadPorts,
  id: string,
  body: unknown
): Promise<BatchLoad> {
  const salvaged = ports.store.salvaged(id, body)
  const folders = await foldersOf(ports, salvaged)

  if (!folders) return { kind: 'unavailable' }

  const [folder] = folders
  const manifest = { ...salvaged, folder: folders.length === 1 ? folder : '' }
  // How many rows there are says the progress: what is left of the manifest may contradict it.
  const status =
    manifest.folder === ''
      ? {
          control: LOST_CONTROL,
          progress: unknownProgress(manifest, LOST_CONTROL),
        }
      : await loadStatus(ports, { ...manifest, total: 0 })

  if (!status) return { kind: 'unavailable' }

  const { control, progress } = status
  const total = progress.shards.reduce((sum, one) => sum + rowCountOf(one), 0)

  return {
    kind: 'found',
    batch: {
      control,
      progress,
      manifest: {
        ...manifest,
        // No input is the same as one that is not known whole.
        inputHash: LOST_HASH,
        total,
        shardCount: progress.shards.length,
      },
      damage: 'manifest.json',
    },
  }
}

/** Finds the folders of a batch whose manifest cannot be read: of one that does not name its own, those that have a control. Null when VBase does not say. */
export async function foldersOf(
  { store }: Pick<LoadPorts, 'store'>,
  { id, folder }: Pick<BatchManifest, 'id' | 'folder'>
): Promise<string[] | null> {
  if (folder !== '') return [folder]

  const paths = await store.firstPaths(`${id}/`)

  const controls = paths?.filter((path) => path.endsWith('/control.json'))

  return controls?.map((path) => path.slice(0, -'/control.json'.length)) ?? null
}

/** A batch that does not exist has no manifest, so a missing one is no fault. */
async function readManifest({ store, sleep }: LoadPorts, id: string) {
  const read = await store.manifest(id).read()

  return read.kind === 'unreadable'
    ? readStored({ sleep }, store.manifest(id))
    : read
}

/** Loads what the operators want of a batch, and how far it has come; null when VBase does not give either now. */
export async function loadStatus(
  ports: LoadPorts,
  manifest: BatchManifest
): Promise<BatchStatus | null> {
  const { store } = ports
  const { folder } = manifest
  const [controlRead, progressRead] = await Promise.all([
    readStored(ports, store.control(folder)),
    readStored(ports, store.progress(folder)),
  ])

  if ([controlRead, progressRead].some(({ kind }) => kind === 'unavailable'))
    return null

  const control = contentOf(controlRead)
  const stored = contentOf(progressRead)
  const progress =
    stored && (manifest.total === 0 || isProgressOf(stored, manifest))
      ? stored
      : null

  const known = control ?? LOST_CONTROL

  return {
    control: known,
    progress: withRetries(
      progress
        ? withPossibleDues(progress, known, ports.epochMs())
        : unknownProgress(manifest, known),
      known
    ),
    damage: !control ? 'control.json' : progress ? null : 'progress.json',
  }
}

function contentOf<T>(read: StoredRead<T>): T | null {
  return read.kind === 'found' ? read.content : null
}
