import { anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { emptyJournal } from '../journal/journal'
import type { Order } from '../order/order'
import { verdictByFacts } from './verdict'

const NOW_MS = Date.parse('2026-11-26T12:00:00Z')

/** Returns what a refused cancel of an order is told. */
function messageOf(more: Partial<Order>): string | null {
  const verdict = verdictByFacts('cancel', {
    order: anOrder(more),
    journal: emptyJournal(ORDER_ID),
    nowMs: NOW_MS,
  })

  return verdict.kind === 'refuse' ? verdict.refusal.message : null
}

const TWO_ITEMS = [
  { skuId: 'shirt', quantity: 1 },
  { skuId: 'cap', quantity: 1 },
]

const CAP_INVOICED = anInvoice('Output', {
  value: 3_000,
  lines: [{ itemIndex: 1, quantity: 1, price: 3_000 }],
})

describe('the message of a refused cancel', () => {
  it('names the sums of a partly invoiced order', () => {
    expect(
      messageOf({ value: 13_000, items: TWO_ITEMS, invoices: [CAP_INVOICED] })
    ).toBe(
      `A part of order ${ORDER_ID} is invoiced (30.00 of 130.00), and OMS does not cancel such an order. Remove what is not invoiced by changing the order.`
    )
  })

  it("does not call the whole value a part, where VTEX has lowered the order's value to what is invoiced", () => {
    expect(
      messageOf({ value: 3_000, items: TWO_ITEMS, invoices: [CAP_INVOICED] })
    ).toBe(
      `A part of order ${ORDER_ID} is invoiced (30.00, for some of its items), and OMS does not cancel such an order. Remove what is not invoiced by changing the order.`
    )
  })

  it('says once what cannot be read on a return', () => {
    expect(
      messageOf({
        status: 'invoiced',
        invoices: [
          anInvoice('Output'),
          anInvoice('Input', { value: null, lines: [] }),
        ],
      })
    ).toBe(
      `It cannot be told how much of order ${ORDER_ID} came back: invoice R1 has no value above 0. A cancel would give up what is still out. Settle this order in the Admin, where you see its invoices.`
    )
  })

  it('says in which status an order has stopped, since when, and that OMS names an error', () => {
    expect(
      messageOf({
        status: 'start-handling',
        workflowIsInError: true,
        lastChangeMs: Date.parse('2026-05-10T12:00:00Z'),
      })
    ).toBe(
      `Order ${ORDER_ID} has stopped in status "start-handling", where it has been since 2026-05-10T12:00:00.000Z. Only the platform moves it on from there: open a ticket with VTEX. OMS says that the order's workflow is in error.`
    )
  })

  it('of a replaced order names the order that lives on', () => {
    expect(messageOf({ status: 'replaced' })).toBe(
      `OMS does not cancel order ${ORDER_ID}. Its status was "replaced". Another order has taken its place: cancel that one, if it is meant.`
    )
  })
})
