import fc from 'fast-check'

import type { Book } from './book'
import { anOms, ORDER, returnInvoice, saleInvoice } from './testing'

type Oms = ReturnType<typeof anOms>

const amount = fc.integer({ min: 1, max: 13_000 })
const number = fc.constantFrom('1', '2', '3')

/** What the app, other clients and operators do to an order, in any order. */
const action: fc.Arbitrary<(oms: Oms) => unknown> = fc.oneof(
  fc.tuple(number, amount).map(
    ([n, value]) =>
      (oms: Oms) =>
        oms.invoice(saleInvoice(n, value))
  ),
  fc.tuple(number, amount).map(
    ([n, value]) =>
      (oms: Oms) =>
        oms.invoice(returnInvoice(`R${n}`, value))
  ),
  amount.map((discountValue) => (oms: Oms) => {
    try {
      oms.orders.change({ orderId: ORDER, discountValue })
    } catch {
      // The order cannot be changed any more, or not by so much.
    }
  }),
  fc.constant((oms: Oms) => oms.cancel()),
  fc.constantFrom(1, 2, 60).map((s) => (oms: Oms) => oms.clock.advance(s))
)

const sumOf = ({ entries }: Book, ...kinds: string[]) =>
  entries
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { value }) => sum + value, 0)

describe('the book of an order, whatever happens to the order', () => {
  it('pays nothing back twice: a change and a cancel pay only what is still held, and a return once for each number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('payment-approved', 'handling', 'invoiced'),
        fc.constantFrom(0, 500),
        fc.array(action, { maxLength: 20 }),
        (status, interest, actions) => {
          const oms = anOms()

          oms.seed({ status, interest })
          actions.forEach((act) => act(oms))

          const book = oms.book() as Book
          const returns = book.entries.flatMap(
            ({ invoiceNumber }) => invoiceNumber ?? []
          )

          expect(new Set(returns).size).toBe(returns.length)
          expect(book.captured).toBeLessThanOrEqual(book.authorised)
          expect(book.paidBack).toBe(sumOf(book, 'change', 'return', 'cancel'))
          expect(sumOf(book, 'change', 'cancel')).toBeLessThanOrEqual(
            book.captured
          )
          expect(book.paidBack).toBeLessThanOrEqual(
            Math.max(book.captured, sumOf(book, 'change', 'return'))
          )
        }
      ),
      { numRuns: 500 }
    )
  })

  it('holds nothing after a cancel has completed', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const oms = anOms()

        oms.seed({ status: 'handling' })
        actions.forEach((act) => act(oms))
        oms.cancel()
        oms.cancel()
        oms.clock.advance(60)
        fc.pre(oms.status() === 'canceled')

        const book = oms.book() as Book

        expect(book.authorised).toBe(book.captured)
        expect(book.paidBack).toBeGreaterThanOrEqual(book.captured)
      }),
      { numRuns: 300 }
    )
  })
})
