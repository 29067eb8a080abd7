import type { OrderListQuery, OrderListRead, OrderRow } from '../order/omsReply'
import { isSamePlace, passed } from './cursor'
import type { Cursor } from './cursor'

/** The status of an order whose cancellation request this account decides. */
export const REQUESTED = 'cancellation-requested'

/** The most rows that OMS gives in one read of its list. */
const MAX_ROWS = 100

const DAY_MS = 24 * 3_600_000

/** How far back orders are looked at where OMS does not filter by the status: VTEX decides a request by itself after 30 days. */
const UNFILTERED_DAYS = 90

/** A walk through the list of orders, from a cursor on, until a page of requests is full. */
export interface Walk {
  cursor: Cursor
  /** How many requests are looked for. */
  first: number
  taken: OrderRow[]
  /** Rows that name no order. */
  unnamed: number
  /** The page of the list that is read next. */
  page: number
  /** How many requests there are before the first page, as the list counts them; null where it does not say, or counts other orders as well. */
  total: number | null
  /** How many orders the last read counted from its moment on. */
  counted: number | null
  /** Nothing is left to be read. */
  isAtEnd: boolean
}

/** A page of the list that was read. */
export type ListPage = Extract<OrderListRead, { kind: 'found' }>

type Step =
  | { kind: 'go-on'; walk: Walk }
  /** OMS shows orders in other statuses, although it was asked for one status. */
  | { kind: 'unfiltered' }
  /** The list is not in the sequence that it was asked for, so no page of it can be left. */
  | { kind: 'out-of-order' }

/** Begins a walk behind the pages before. */
export function newWalk(cursor: Cursor, first: number): Walk {
  return {
    cursor,
    first,
    taken: [],
    unnamed: 0,
    page: 1,
    total: null,
    counted: null,
    isAtEnd: false,
  }
}

/** Goes on through orders in all statuses: OMS does not filter by the status. */
export function withoutFilter(walk: Walk, nowMs: number): Walk {
  const sinceMs =
    walk.cursor.fromMs ?? wholeSeconds(nowMs - UNFILTERED_DAYS * DAY_MS)

  return {
    ...walk,
    cursor: { ...walk.cursor, fromMs: sinceMs, sinceMs },
    page: 1,
    total: null,
  }
}

/** The list may show dates in whole seconds: none may lie before the moment that it was asked for. */
function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000
}

/** Tells whether the list is asked for orders in one status only. */
export function isFiltered({ cursor }: Pick<Walk, 'cursor'>): boolean {
  return cursor.sinceMs === null
}

/** Tells whether a page of requests is full, or nothing is left to fill it. */
export function isDone({ taken, first, isAtEnd }: Walk): boolean {
  return isAtEnd || taken.length >= first
}

/** Says what to read next. Each read begins at the cursor's moment, so that orders that left the list move no other out of sight. */
export function nextQuery(walk: Walk, nowMs: number): OrderListQuery {
  const { cursor, first, taken, page } = walk
  const needed = first - taken.length + cursor.ids.length + 1

  return {
    status: isFiltered(walk) ? REQUESTED : null,
    fromMs: cursor.fromMs,
    // Clocks differ.
    toMs: nowMs + DAY_MS,
    page,
    perPage: isFiltered(walk) ? Math.min(MAX_ROWS, needed) : MAX_ROWS,
  }
}

/** Takes what a read gave, up to the end of the page of requests. */
export function afterRead(
  walk: Walk,
  { perPage }: OrderListQuery,
  { rows, total }: ListPage
): Step {
  if (isFiltered(walk) && rows.some(({ status }) => status !== REQUESTED)) {
    return { kind: 'unfiltered' }
  }

  // Rows that have moved to a page before would be missed: this page is not used, and the first one is read again.
  if (hasShrunk(walk, total)) {
    return { kind: 'go-on', walk: { ...walk, page: 1, counted: total } }
  }

  const dated = withDates(rows, walk.cursor)

  if (!dated) return { kind: 'out-of-order' }

  const next = dated.reduce(take, walk)
  const isLeft = dated.some((row) => !isPassed(next.cursor, row))
  const isFirstRead = isFiltered(walk) && walk.cursor.fromMs === null

  return {
    kind: 'go-on',
    walk: {
      ...next,
      total: isFirstRead ? total : walk.total,
      counted: total,
      isAtEnd: rows.length < perPage && !isLeft,
      page: pageAfter(walk, next, perPage),
    },
  }
}

type DatedRow = OrderRow & { createdMs: number }

/** Gives each row without a readable date that of the row before it; undefined when the dates go back. */
function withDates(rows: OrderRow[], { fromMs }: Cursor) {
  let lastMs = fromMs ?? 0

  const dated = rows.map((row): DatedRow => {
    const createdMs = row.createdMs ?? lastMs
    const isLater = createdMs >= lastMs

    lastMs = isLater ? createdMs : Infinity

    return { ...row, createdMs }
  })

  return lastMs === Infinity ? undefined : dated
}

/** Passes one row, unless the page is full or an earlier read has passed it. */
function take(walk: Walk, row: DatedRow): Walk {
  const { cursor, first, taken, unnamed } = walk
  const { orderId, status, createdMs } = row
  const isKnown =
    createdMs < (cursor.fromMs ?? 0) ||
    (orderId !== null && cursor.ids.includes(orderId))

  if (taken.length >= first || isKnown) return walk

  return {
    ...walk,
    cursor: passed(cursor, row),
    taken: orderId !== null && status === REQUESTED ? [...taken, row] : taken,
    unnamed: orderId === null ? unnamed + 1 : unnamed,
  }
}

/** Tells whether a cursor is behind a row. A row that names no order is passed with its moment. */
function isPassed(
  { fromMs, ids }: Cursor,
  { orderId, createdMs }: DatedRow
): boolean {
  if (fromMs === null || createdMs > fromMs) return false

  return createdMs < fromMs || orderId === null || ids.includes(orderId)
}

/** Says which page of the list is read next: the first one from the cursor's moment on, unless one read does not hold all orders of that moment. */
function pageAfter(before: Walk, { cursor }: Walk, perPage: number): number {
  const isWithinMoment =
    cursor.fromMs === before.cursor.fromMs && perPage === MAX_ROWS

  return isWithinMoment ? before.page + 1 : 1
}

/** Tells whether orders have left the list since the page before was read. New orders hide no other: they only move others to later pages. */
function hasShrunk({ page, counted }: Walk, total: number | null): boolean {
  return page > 1 && total !== null && counted !== null && total < counted
}

/** Tells whether a walk has passed any row since its beginning. */
export function hasMoved(walk: Walk, beginning: Cursor): boolean {
  return !isSamePlace(walk.cursor, beginning)
}
