/** Tells whether a text may be the id of a batch, which is a short hash. */
export function isBatchId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text)
}

/** What is known of a batch without reading its own files. */
export interface IndexEntry {
  id: string
  createdAtMs: number
  /** Since when it waits for the lane; null when nothing is to be done for it. */
  waitingSinceMs: number | null
}

/** A file of the index with batches that wait for nothing: the index itself stays small. */
export interface IndexPage {
  name: string
  /** The newest and the oldest creation time of its batches. */
  newestMs: number
  oldestMs: number
}

/** The batches of an account and workspace, and which of them wait for the lane. */
export interface BatchIndex {
  /** Every batch that waits, and the newest others. */
  entries: IndexEntry[]
  /** Where the older ones are. */
  pages: IndexPage[]
  /** The beginnings of ids whose batches are still to be looked for in the folders; none while the index is whole. */
  rebuild: string[]
}

/** The most prefixes that are left to look through: each that is too full gives way to sixteen. */
export const MAX_PREFIXES = 256

/** The longest beginning of an id by which folders are looked for: beyond it no list is too long. */
export const MAX_PREFIX_LENGTH = 4

/** How many batches a page has. The index keeps up to twice as many that wait for nothing. */
export const PAGE_ENTRIES = 200

/** The most batches that may wait at once, so that the index stays below what VBase's client reads. */
export const MAX_WAITING = 5_000

/** The index of an account and workspace whose batches are not known: they are looked for in the folders. */
export const LOST_INDEX: BatchIndex = { entries: [], pages: [], rebuild: [''] }

/** Puts a batch in the queue, also one that the index does not know; null where too many wait. A batch that waits keeps its place. */
export function enqueued(
  index: BatchIndex,
  { id, createdAtMs, waitingSinceMs }: IndexEntry
): BatchIndex | null {
  const { entries } = index
  const known = entries.find((entry) => entry.id === id)
  const isNew = (known?.waitingSinceMs ?? null) === null

  if (isNew && waitingSinceMs !== null && queueOf(index).length >= MAX_WAITING)
    return null

  const entry = {
    id,
    createdAtMs,
    waitingSinceMs: known?.waitingSinceMs ?? waitingSinceMs,
  }

  return {
    ...index,
    entries: [...entries.filter((other) => other !== known), entry],
  }
}

/** Takes a batch out of the queue. */
export function dequeued(index: BatchIndex, id: string): BatchIndex {
  return {
    ...index,
    entries: index.entries.map((entry) =>
      entry.id === id ? { ...entry, waitingSinceMs: null } : entry
    ),
  }
}

/** Takes a batch out of the index. */
export function withoutBatch(index: BatchIndex, id: string): BatchIndex {
  return { ...index, entries: index.entries.filter((one) => one.id !== id) }
}

/** Lists the ids of the batches that wait for the lane, each once: first come, first served. */
export function queueOf({ entries }: Pick<BatchIndex, 'entries'>): string[] {
  const ids = entries
    .filter(({ waitingSinceMs }) => waitingSinceMs !== null)
    .sort(
      (one, other) => (one.waitingSinceMs ?? 0) - (other.waitingSinceMs ?? 0)
    )
    .map(({ id }) => id)

  return [...new Set(ids)]
}

/** What a page of the index, or a page for callers, says of one batch. */
export type ListedBatch = Pick<IndexEntry, 'id' | 'createdAtMs'>

/** Takes the oldest batches that wait for nothing, where the index has too many; none otherwise. */
export function overflowOf({ entries }: BatchIndex): ListedBatch[] {
  const idle = entries.filter(({ waitingSinceMs }) => waitingSinceMs === null)

  return idle.length > 2 * PAGE_ENTRIES
    ? newestFirst(idle)
        .slice(-PAGE_ENTRIES)
        .map(({ id, createdAtMs }) => ({ id, createdAtMs }))
    : []
}

/** Leaves batches to a page that was written. One that waits meanwhile stays in the index as well. */
export function withPage(
  index: BatchIndex,
  name: string,
  moved: ListedBatch[]
): BatchIndex {
  const ids = new Set(moved.map(({ id }) => id))
  const times = moved.map(({ createdAtMs }) => createdAtMs)

  return {
    ...index,
    entries: index.entries.filter(
      ({ id, waitingSinceMs }) => waitingSinceMs !== null || !ids.has(id)
    ),
    pages: [
      ...index.pages.filter((page) => page.name !== name),
      { name, newestMs: Math.max(...times), oldestMs: Math.min(...times) },
    ],
  }
}

/** Leaves out a page that has no batch any more. */
export function withoutPage(index: BatchIndex, name: string): BatchIndex {
  return {
    ...index,
    pages: index.pages.filter((page) => page.name !== name),
  }
}

/** Lists the batches that are too old to be kept, and that wait for nothing, the oldest first. */
export function expired(
  entries: Array<ListedBatch & Partial<IndexEntry>>,
  { nowMs, keptMs }: { nowMs: number; keptMs: number }
): ListedBatch[] {
  return newestFirst(entries)
    .filter(
      ({ createdAtMs, waitingSinceMs = null }) =>
        waitingSinceMs === null && nowMs - createdAtMs > keptMs
    )
    .reverse()
}

/** Sorts batches as they are listed. */
export function newestFirst<T extends ListedBatch>(batches: T[]): T[] {
  return [...batches].sort(compared)
}

function compared(one: ListedBatch, other: ListedBatch): number {
  return (
    other.createdAtMs - one.createdAtMs ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  )
}

/** Spells the place in the list behind a batch. It needs no batch to be there still. */
export function cursorOf({ id, createdAtMs }: ListedBatch): string {
  return `${createdAtMs}-${id}`
}

/** Reads a place in the list; null when it is none. */
export function placeOf(cursor: string): ListedBatch | null {
  const [, ms, id] =
    /^(\d{1,13}(?:\.\d{1,9})?)-([0-9a-f]{32})$/.exec(cursor) ?? []

  return id ? { id, createdAtMs: Number(ms) } : null
}

/** Tells whether a batch is listed behind a place. */
export function isBehind(batch: ListedBatch, place: ListedBatch | null) {
  return place === null || compared(place, batch) < 0
}
