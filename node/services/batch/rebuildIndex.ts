import {
  isBatchId,
  MAX_PREFIX_LENGTH,
  MAX_PREFIXES,
} from '../../domain/batch/batchIndex'
import type { BatchIndex, IndexEntry } from '../../domain/batch/batchIndex'
import { nextDueMs } from '../../domain/batch/batchProgress'
import { listAs, updateIndex } from './enqueue'
import { loadBatch } from './loadBatch'
import type { BatchPorts } from './ports'
import { repaired } from './repairProgress'

/** How long one owner of the lane looks for batches, before it works on those that it knows. */
const LOOK_MS = 10_000

/** How many batches are read at once. */
const READS_AT_ONCE = 10

const HEX = [...'0123456789abcdef']

/**
 * Looks in the folders for the batches that the index has lost, a part of them at a time; true
 * when nothing is left to look for. Works on a file that was lost or could not be read, and on
 * the index of a workspace that another one has replaced.
 */
export async function rebuildIndex(ports: BatchPorts): Promise<boolean> {
  const untilMs = ports.now() + LOOK_MS
  const left = new Set<string>()

  for (;;) {
    // Each step changes the index.
    // eslint-disable-next-line no-await-in-loop
    const index = await readIndex(ports)

    if (!index) return false

    const prefix = index.rebuild.find((one) => !left.has(one))

    if (prefix === undefined) return index.rebuild.length === 0
    if (ports.now() >= untilMs) return false

    // eslint-disable-next-line no-await-in-loop
    const looked = await lookFor(ports, index, prefix)

    if (looked === 'failed') return false
    // A batch that VBase does not give keeps no other from being found.
    if (looked === 'left') left.add(prefix)
  }
}

/** Tells whether no batch is left to look for. A worker that has ended its work may have begun a new index meanwhile. */
export async function isIndexWhole({ store }: BatchPorts): Promise<boolean> {
  const index = await store.index().read()

  return index.kind === 'found' && index.content.rebuild.length === 0
}

/** Reads the index, and begins a new one where it is lost; null when VBase does not give or take it. */
async function readIndex(ports: BatchPorts): Promise<BatchIndex | null> {
  const index = await ports.store.index().read()

  if (index.kind === 'found') return index.content
  if (index.kind === 'unavailable') return null

  const begun = await updateIndex(ports, (latest) => latest)

  return begun.kind === 'written' ? begun.content : null
}

/** What a look for batches came to. `left`: VBase did not give one of them. `failed`: it gave no list, or took no change. */
type Looked = 'done' | 'left' | 'failed'

/** Puts the batches whose ids begin with a prefix in the index. */
async function lookFor(
  ports: BatchPorts,
  index: BatchIndex,
  prefix: string
): Promise<Looked> {
  const paths = await ports.store.paths(prefix)

  if (!paths) {
    const hasRoom = index.rebuild.length + HEX.length <= MAX_PREFIXES

    return prefix.length < MAX_PREFIX_LENGTH && hasRoom
      ? replace(
          ports,
          prefix,
          HEX.map((digit) => prefix + digit)
        )
      : 'failed'
  }

  const known = new Set(index.entries.map(({ id }) => id))
  const ids = [...new Set(paths.map((path) => path.split('/')[0]))].filter(
    (id) => isBatchId(id) && !known.has(id)
  )

  let isWhole = true

  for (let next = 0; next < ids.length; next += READS_AT_ONCE) {
    // eslint-disable-next-line no-await-in-loop
    const entries = await Promise.all(
      ids.slice(next, next + READS_AT_ONCE).map((id) => entryOf(ports, id))
    )

    isWhole = isWhole && !entries.includes('unavailable')

    // eslint-disable-next-line no-await-in-loop
    const isListed = await listAs(
      ports,
      entries.flatMap((entry) => (typeof entry === 'object' ? entry : []))
    )

    if (!isListed) return 'failed'
  }

  return isWhole ? replace(ports, prefix, []) : 'left'
}

/** Finds what the index says of a batch. */
async function entryOf(
  ports: BatchPorts,
  id: string
): Promise<IndexEntry | 'missing' | 'unavailable'> {
  const load = await loadBatch(ports, id)

  if (load.kind !== 'found') return load.kind

  const { manifest, control, progress, damage } = await repaired(
    ports,
    load.batch
  )

  const isWaiting = damage === null && nextDueMs(control, progress) !== null

  return {
    id,
    // A batch whose age is not known counts as new: it must not be deleted at once.
    createdAtMs:
      manifest.createdAtMs === 0 ? ports.epochMs() : manifest.createdAtMs,
    waitingSinceMs: isWaiting ? ports.epochMs() : null,
  }
}

async function replace(
  ports: BatchPorts,
  prefix: string,
  by: string[]
): Promise<Looked> {
  const updated = await updateIndex(ports, (index) => ({
    ...index,
    rebuild: [...by, ...index.rebuild.filter((one) => one !== prefix)],
  }))

  return updated.kind === 'written' ? 'done' : 'failed'
}
