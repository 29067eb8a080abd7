import {
  expired,
  withoutBatch,
  withoutPage,
} from '../../../domain/batch/batchIndex'
import type { BatchIndex, ListedBatch } from '../../../domain/batch/batchIndex'
import { deletedAfterMs } from '../../../domain/batch/retention'
import { keptMsOf } from '../../../domain/settings'
import { updateIndex } from '../enqueue'
import { readPage } from '../listedPage'
import { loadBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'

/** How many files are deleted at once. */
const DELETES_AT_ONCE = 20

/** How many batches are looked at: an operator may have acted on some of them lately, which keeps them. */
const MAX_LOOKS = 10

/** A batch that may be old enough, and the page of the index that lists it; null for the index itself. */
interface Candidate extends ListedBatch {
  page: string | null
}

/**
 * Deletes the oldest batch that is too old to be kept, and with it the names of its operators. It
 * deletes one at a time, so it never takes long; the batch stays in the list until all of it is gone.
 */
export async function purgeOne(ports: BatchPorts): Promise<void> {
  const index = await ports.store.index().read()

  if (index.kind !== 'found') return

  const keptMs = keptMsOf(await ports.settings())
  const candidates = await candidatesIn(ports, index.content, keptMs)

  for (const candidate of candidates.slice(0, MAX_LOOKS)) {
    // One is enough.
    // eslint-disable-next-line no-await-in-loop
    if (await isOver(ports, candidate, keptMs)) {
      // eslint-disable-next-line no-await-in-loop
      if (await removeFiles(ports, candidate.id)) await unlist(ports, candidate)

      return
    }
  }
}

async function candidatesIn(
  ports: BatchPorts,
  { entries, pages }: BatchIndex,
  keptMs: number
): Promise<Candidate[]> {
  const age = { nowMs: ports.epochMs(), keptMs }
  const [oldest] = [...pages].sort(
    (one, other) => one.oldestMs - other.oldestMs
  )

  const paged = oldest ? await readPage(ports, oldest.name) : []
  const waiting = new Set(
    entries.flatMap(({ id, waitingSinceMs }) =>
      waitingSinceMs === null ? [] : id
    )
  )

  return [
    ...expired(paged ?? [], age)
      .filter(({ id }) => !waiting.has(id))
      .map((batch) => ({ ...batch, page: oldest.name })),
    ...expired(entries, age).map((batch) => ({ ...batch, page: null })),
  ]
}

/** Tells whether a batch may be deleted now: an action of an operator keeps it for a while. The index may be wrong about its age, and so may its manifest: the later time counts. */
async function isOver(
  ports: BatchPorts,
  { id, createdAtMs }: Candidate,
  keptMs: number
): Promise<boolean> {
  const load = await loadBatch(ports, id)

  if (load.kind !== 'found') return load.kind === 'missing'

  const { manifest, control } = load.batch
  const untilMs = deletedAfterMs(
    { createdAtMs: Math.max(createdAtMs, manifest.createdAtMs) },
    control,
    keptMs
  )

  return untilMs !== null && ports.epochMs() > untilMs
}

/** Deletes all that is in the folder of a batch, also of tries to create it that lost; false when something is, or may be, left. */
async function removeFiles(ports: BatchPorts, id: string): Promise<boolean> {
  const { store, logger } = ports
  const paths = await store.firstPaths(`${id}/`)

  if (!paths) return false

  const manifest = `${id}/manifest.json`
  const others = paths.filter((path) => path !== manifest)

  for (let next = 0; next < others.length; next += DELETES_AT_ONCE) {
    // eslint-disable-next-line no-await-in-loop
    const removed = await Promise.all(
      others
        .slice(next, next + DELETES_AT_ONCE)
        .map((path) => store.removePath(path))
    )

    if (removed.includes(false)) return false
  }

  const left = await store.firstPaths(`${id}/`)

  // The list may have had more than it shows at once.
  if (!left || left.some((path) => path !== manifest)) return false

  // The manifest makes the batch exist, so it goes last.
  if (!(await store.removePath(manifest))) return false

  logger.info({
    operation: 'drainBatches',
    done: 'batch deleted',
    batchId: id,
    files: String(others.length + 1),
  })

  return true
}

async function unlist(ports: BatchPorts, { id, page }: Candidate) {
  await updateIndex(ports, (index) => withoutBatch(index, id))

  if (page === null) return

  const file = ports.store.indexPage(page)
  const read = await file.read()

  if (read.kind !== 'found') return

  const entries = read.content.entries.filter((entry) => entry.id !== id)

  if (entries.length > 0) {
    await file.write({ entries }, read.etag)
  } else {
    await updateIndex(ports, (index) => withoutPage(index, page))
    await file.remove()
  }
}
