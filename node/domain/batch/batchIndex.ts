import { RETENTION_MS } from './batch'

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

/** All batches of an account and workspace, and which of them wait for the lane. */
export interface BatchIndex {
  entries: IndexEntry[]
}

/** The index of an account and workspace that has no batch. */
export const NEW_INDEX: BatchIndex = { entries: [] }

/** Puts a batch in the queue, also one that the index does not know. A batch that waits keeps its place. */
export function enqueued(
  { entries }: BatchIndex,
  { id, createdAtMs, waitingSinceMs }: IndexEntry
): BatchIndex {
  const known = entries.find((entry) => entry.id === id)
  const entry = {
    id,
    createdAtMs,
    waitingSinceMs: known?.waitingSinceMs ?? waitingSinceMs,
  }

  return { entries: [...entries.filter((other) => other !== known), entry] }
}

/** Takes a batch out of the queue. */
export function dequeued({ entries }: BatchIndex, id: string): BatchIndex {
  return {
    entries: entries.map((entry) =>
      entry.id === id ? { ...entry, waitingSinceMs: null } : entry
    ),
  }
}

/** Takes a batch out of the index. */
export function withoutBatch({ entries }: BatchIndex, id: string): BatchIndex {
  return { entries: entries.filter((entry) => entry.id !== id) }
}

/** Lists the ids of the batches that wait for the lane: first come, first served. */
export function queueOf({ entries }: BatchIndex): string[] {
  return entries
    .filter(({ waitingSinceMs }) => waitingSinceMs !== null)
    .sort(
      (one, other) => (one.waitingSinceMs ?? 0) - (other.waitingSinceMs ?? 0)
    )
    .map(({ id }) => id)
}

/** Lists the batches that are too old to be kept, and that wait for nothing. */
export function expired({ entries }: BatchIndex, nowMs: number): string[] {
  return entries
    .filter(
      ({ createdAtMs, waitingSinceMs }) =>
        waitingSinceMs === null && nowMs - createdAtMs > RETENTION_MS
    )
    .map(({ id }) => id)
}

/** Takes one page of all batches, the newest first. The cursor is the last id of the page before; null where no batch has that id. */
export function pageOf(
  { entries }: BatchIndex,
  { first, after }: { first: number; after: string | null }
): { ids: string[]; nextCursor: string | null } | null {
  const newestFirst = [...entries].sort(
    (one, other) =>
      other.createdAtMs - one.createdAtMs || (one.id < other.id ? -1 : 1)
  )

  const ids = newestFirst.map(({ id }) => id)

  if (after !== null && !ids.includes(after)) return null

  const start = after === null ? 0 : ids.indexOf(after) + 1
  const page = ids.slice(start, start + first)
  const hasMore = start + first < ids.length

  return { ids: page, nextCursor: hasMore ? page[page.length - 1] : null }
}
