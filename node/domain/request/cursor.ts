/** Where a page of requests ends, so that the next one goes on there. */
export interface Cursor {
  /** When the last order of the pages before was placed, in epoch milliseconds; null before the first page. */
  fromMs: number | null
  /** The orders placed at that very moment that the pages before have passed. */
  ids: string[]
  /** OMS does not filter by the status, so only orders placed since then are looked at; null where it does. */
  sinceMs: number | null
}

/** Before the first page. */
export const BEGINNING: Cursor = { fromMs: null, ids: [], sinceMs: null }

/** The most orders of one moment that a cursor names: its text stays below 20 kB. */
const MAX_IDS = 500

/**
 * Moves a cursor past an order. Where too many orders were placed at one moment, the rest of
 * them is left out; they come up once those before them are decided.
 */
export function passed(
  cursor: Cursor,
  { orderId, createdMs }: { orderId: string | null; createdMs: number }
): Cursor {
  const ids = createdMs === cursor.fromMs ? cursor.ids : []
  const moved = {
    ...cursor,
    fromMs: createdMs,
    ids: orderId === null ? ids : [...ids, orderId],
  }

  return moved.ids.length < MAX_IDS
    ? moved
    : { ...moved, fromMs: momentAfter(createdMs), ids: [] }
}

/** Lists show dates in whole seconds, or more exactly. */
function momentAfter(ms: number): number {
  return ms + (ms % 1_000 === 0 ? 1_000 : 1)
}

/** Tells whether two cursors are at the same place. */
export function isSamePlace(one: Cursor, other: Cursor): boolean {
  return one.fromMs === other.fromMs && one.ids.length === other.ids.length
}
