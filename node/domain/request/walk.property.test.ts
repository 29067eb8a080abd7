import fc from 'fast-check'

import type { OrderListQuery, OrderRow } from '../order/omsReply'
import { BEGINNING } from './cursor'
import type { Cursor } from './cursor'
import {
  afterRead,
  isDone,
  newWalk,
  nextQuery,
  REQUESTED,
  withoutFilter,
} from './walk'

const DAY_MS = 24 * 3_600_000
const NOW_MS = 1_000 * DAY_MS

/** More reads than any of these lists needs. */
const MAX_READS = 5_000

interface Listed {
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
class ChangingList {
  public readonly gone = new Set<string>()
  private reads = 0

  constructor(
    private readonly orders: Listed[],
    private readonly filters: boolean,
    /** How many of the requests that are shown first leave the list after each read. */
    private readonly decided: number[],
    /** Orders of the same date change their sequence with each read. */
    private readonly isUnsettled: boolean
  ) {}

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

  /** Lets the first of these requests that are left leave, as decisions do. */
  public decide(seen: string[]) {
    const count = this.decided[this.reads % this.decided.length] ?? 0

    this.reads += 1
    seen
      .filter((id) => !this.gone.has(id))
      .slice(0, count)
      .forEach((id) => this.gone.add(id))
  }
}

/** Reads all pages of a list, as a client does; what each page showed. */
function allPages(list: ChangingList, first: number): string[][] {
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

      list.decide([
        ...pages.flat(),
        ...walk.taken.flatMap(({ orderId }) => orderId ?? []),
      ])
    }

    pages.push(walk.taken.flatMap(({ orderId }) => orderId ?? []))
    cursor = walk.isAtEnd ? null : walk.cursor
  }

  return pages
}

const secondOf = (orders: Listed[], id: string) =>
  orders.find((order) => order.id === id)?.second

const inOrder = (ids: string[]) =>
  [...ids].sort((one, other) => (one < other ? -1 : 1))

const lists = fc.record({
  orders: fc
    .array(
      fc.record({
        second: fc.integer({ min: 0, max: 40 }),
        isRequest: fc.boolean(),
      }),
      { maxLength: 400 }
    )
    .map((orders) =>
      orders.map((order, index) => ({ ...order, id: `${index}-01` }))
    ),
  filters: fc.boolean(),
  first: fc.integer({ min: 1, max: 25 }),
  decided: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 5 }),
})

describe('the walk through the list of orders', () => {
  it('shows each request once, although requests are decided meanwhile, dates repeat and their sequence changes', () => {
    fc.assert(
      fc.property(lists, ({ orders, filters, first, decided }) => {
        const list = new ChangingList(orders, filters, decided, true)
        const pages = allPages(list, first)
        const shown = pages.flat()
        const requests = orders.filter(({ isRequest }) => isRequest)

        // Only what had been shown before was decided, so nothing may be missing.
        expect(inOrder(shown)).toEqual(inOrder(requests.map(({ id }) => id)))
        expect(pages.every((page) => page.length <= first)).toBe(true)
        expect(shown.map((id) => secondOf(orders, id))).toEqual(
          requests.map(({ second }) => second).sort((a, b) => a - b)
        )
      }),
      { numRuns: 300 }
    )
  })

  it('shows every request once, although more were placed at one moment than one read holds, where the list keeps their sequence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 101, max: 450 }),
        fc.integer({ min: 1, max: 25 }),
        fc.boolean(),
        fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 5 }),
        (count, first, filters, decided) => {
          const orders = Array.from({ length: count }, (_, index) => ({
            id: `${index}-01`,
            second: 7,
            isRequest: index % 3 > 0,
          }))

          const list = new ChangingList(orders, filters, decided, false)
          const shown = allPages(list, first).flat()

          expect(inOrder(shown)).toEqual(
            inOrder(
              orders.flatMap(({ id, isRequest }) => (isRequest ? id : []))
            )
          )
        }
      ),
      { numRuns: 30 }
    )
  })
})
