import { anOrder, ORDER_ID } from '../../testing/orders'
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

describe('the message of a refused cancel', () => {
  it('of a replaced order names the order that lives on', () => {
    expect(messageOf({ status: 'replaced' })).toBe(
      `OMS does not cancel order ${ORDER_ID}. Its status was "replaced". Another order has taken its place: cancel that one, if it is meant.`
    )
  })
})
