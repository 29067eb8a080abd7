import { isBatchId } from '../../domain/batch/batchIndex'
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

/** The longest beginning of an id by which a folder is looked for: beyond it no list is too long. */
const MAX_PREFIX_LENGTH = 4

const HEX = [...'0123456789abcdef']

/**
 * Looks in the folders for the batches that the index has lost, a part of them at a time; true
 * when nothing is left to look for. Works on a file that was lost or could not be read, and on
 * the index of a workspace that another one has replaced.
 */
export async function rebuildIndex(ports: BatchPorts): Promise<boolean> {
  const untilMs = ports.now() + LOOK_MS

  for (;;) {
    // Each step changes the index.
    // eslint-disable-next-line no-await-in-loop
    const index = await ports.store.index().read()

    if (index.kind !== 'found') return index.kind === 'missing'

    const [prefix] = index.content.rebuild

    if (prefix === undefined) return true
    if (ports.now() >= untilMs) return false

    // eslint-disable-next-line no-await-in-loop
    if (!(await lookFor(ports, index.content, prefix))) return false
  }
}

/** Puts the batches whose ids begin with a prefix in the index; false when VBase did not give them or take that. */
async function lookFor(
  ports: BatchPorts,
  index: BatchIndex,
  prefix: string
): Promise<boolean> {
  const paths = await ports.store.paths(prefix)

  if (!paths) {
    return prefix.length < MAX_PREFIX_LENGTH
      ? replace(
          ports,
          prefix,
          HEX.map((digit) => prefix + digit)
        )
      : false
  }

  const known = new Set(index.entries.map(({ id }) => id))
  const ids = [...new Set(paths.map((path) => path.split('/')[0]))].filter(
    (id) => isBatchId(id) && !known.has(id)
  )

  for (let next = 0; next < ids.length; next += READS_AT_ONCE) {
    // eslint-disable-next-line no-await-in-loop
    const entries = await Promise.all(
      ids.slice(next, next + READS_AT_ONCE).map((id) => entryOf(ports, id))
    )

    if (entries.includes('unavailable')) return false

    // eslint-disable-next-line no-await-in-loop
    const isListed = await listAs(
      ports,
      entries.flatMap((entry) => (typeof entry === 'object' ? entry : []))
    )

    if (!isListed) return false
  }

  return replace(ports, prefix, [])
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
): Promise<boolean> {
  const updated = await updateIndex(ports, (index) => ({
    ...index,
    rebuild: [...by, ...index.rebuild.filter((one) => one !== prefix)],
  }))

  return updated.kind === 'written'
}
