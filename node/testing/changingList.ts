import type { OrderListQuery, OrderRow } from '../domain/order/omsReply'
import { BEGINNING } from '../domain/request/cursor'
import type { Cursor } from '../domain/request/cursor'
import {
  afterRead,
  isDone,
  newWalk,
  nextQuery,
  REQUESTED,
  withoutFilter,
} from '../domain/request/walk'

const DAY_MS = 24 * 3_600_000
const NOW_MS = 1_000 * DAY_MS

/** More reads than any of these lists needs. */
const MAX_READS = 5_000

/** An order of the list. */
export interface Listed {
  id: string
  /** Its second, counted from the oldest order. */
  second: number
  isRequest: boolean
}

const createdMs = ({ second }: Listed) => NOW_MS - 30 * DAY_MS + second * 1_000

const rowOf = (order: Listed & { createdMs: number }): OrderRow => ({
  orderId: order.id,
  createdMs: order.createdMs,
  status: order.isRequest ? REQUESTED : 'handling',
  value: 1,
  currency: 'BRL',
})

/** A list of orders that changes between any two reads. */
export class ChangingList {
  public readonly gone = new Set<string>()
  private readonly orders: Listed[]
  private reads = 0

  constructor(
    orders: Listed[],
    private readonly filters: boolean,
    /** How many of the requests that are shown first leave the list after each read. */
    private readonly decided: number[],
    /** Orders of the same date change their sequence with each read. */
    private readonly isUnsettled = false,
    /** One of these joins the list after each read. */
    private readonly arriving: Listed[] = []
  ) {
    this.orders = [...orders]
  }

  public read({ status, fromMs, toMs, page, perPage }: OrderListQuery) {
    const isOdd = this.isUnsettled && this.reads % 2 === 1
    const found = this.orders
      .filter(({ id }) => !this.gone.has(id))
      .filter(({ isRequest }) => isRequest || !this.filters || status === null)
      .map((order) => ({ ...order, createdMs: createdMs(order) }))
      .filter((order) => order.createdMs >= (fromMs ?? 0))
      .filter((order) => fromMs === null || order.createdMs <= toMs)
      .sort(
        (one, other) =>
          one.second - other.second ||
          (one.id < other.id ? -1 : 1) * (isOdd ? -1 : 1)
      )

    const start = (page - 1) * perPage

    return {
      kind: 'found' as const,
      rows: found.slice(start, start + perPage).map(rowOf),
      total: found.length,
    }
  }

  public readsSoFar = () => this.reads

  /** Lets the next order join, and the first of these requests that are left leave, as decisions do. */
  public change(seen: string[]) {
    const count = this.decided[this.reads % this.decided.length] ?? 0

    this.orders.push(...this.arriving.slice(this.reads, this.reads + 1))
    this.reads += 1
    seen
      .filter((id) => !this.gone.has(id))
      .slice(0, count)
      .forEach((id) => this.gone.add(id))
  }
}

/** Reads all pages of a list, as a client does, and returns what each page showed. */
export function allPages(list: ChangingList, first: number): string[][] {
  const pages: string[][] = []

  for (let cursor: Cursor | null = BEGINNING; cursor; ) {
    let walk = newWalk(cursor, first)

    while (!isDone(walk)) {
      if (list.readsSoFar() > MAX_READS) throw new Error('no end')

      const query = nextQuery(walk, NOW_MS)
      const step = afterRead(walk, query, list.read(query))

      if (step.kind === 'out-of-order') throw new Error('out of order')
      walk =
        step.kind === 'unfiltered' ? withoutFilter(walk, NOW_MS) : step.walk

      list.change([
        ...pages.flat(),
        ...walk.taken.flatMap(({ orderId }) => orderId ?? []),
      ])
    }

    pages.push(walk.taken.flatMap(({ orderId }) => orderId ?? []))
    cursor = walk.isAtEnd ? null : walk.cursor
  }

  return pages
}

/** Makes orders of one second, two of three with an open request. */
export function ofOneSecond(count: number, second = 7): Listed[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}-01`,
    second,
    isRequest: index % 3 > 0,
  }))
}

/** Returns the ids of the requests among these orders, in the sequence of their text. */
export function requestIds(orders: Listed[]): string[] {
  return inOrder(orders.flatMap(({ id, isRequest }) => (isRequest ? id : [])))
}

/** Sorts ids by their text. */
export function inOrder(ids: string[]): string[] {
  return [...ids].sort((one, other) => (one < other ? -1 : 1))
}
