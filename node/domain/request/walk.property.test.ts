import fc from 'fast-check'

import {
  allPages,
  ChangingList,
  inOrder,
  ofOneSecond,
  requestIds,
} from '../../testing/changingList'
import type { Listed } from '../../testing/changingList'

const secondOf = (orders: Listed[], id: string) =>
  orders.find((order) => order.id === id)?.second

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
        expect(inOrder(shown)).toEqual(requestIds(orders))
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
          const orders = ofOneSecond(count)
          const list = new ChangingList(orders, filters, decided)
          const shown = allPages(list, first).flat()

          expect(inOrder(shown)).toEqual(requestIds(orders))
        }
      ),
      { numRuns: 30 }
    )
  })
})
