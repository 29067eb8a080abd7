import { anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { emptyJournal } from '../journal/journal'
import type { Order } from '../order/order'
import { describeOrder } from './cancellation'
import { siblingWarnings } from './siblingWarnings'
import { journalOnly } from './known'

const NOW_MS = Date.parse('2026-11-26T12:00:00Z')

const warningsOf = (more: Partial<Order>) =>
  describeOrder(anOrder(more), journalOnly(emptyJournal(ORDER_ID), NOW_MS))
    .warnings

describe('the flags of an order that may be canceled', () => {
  it.each<[string, Partial<Order>, RegExp]>([
    ['not allowed', { allowCancellation: false }, /\(allowCancellation\)/],
    ['in error', { workflowIsInError: true }, /\(workflowIsInError\)/],
    ['not completed', { isCompleted: false }, /\(isCompleted\)/],
    ['incomplete', { status: null }, /^The order is incomplete\./],
    [
      'for three hours in a status that passes in minutes',
      { status: 'approve-payment', lastChangeMs: NOW_MS - 3 * 3_600_000 },
      /known issue 1465447/,
    ],
  ])('add one warning: %s', (_what, flags, warning) => {
    expect(warningsOf(flags)).toEqual([expect.stringMatching(warning)])
  })

  it.each<Partial<Order>>([
    { allowCancellation: true, workflowIsInError: false, isCompleted: true },
    { status: 'approve-payment', lastChangeMs: NOW_MS - 60_000 },
    {},
  ])('add no warning: %j', (flags) => {
    expect(warningsOf(flags)).toEqual([])
  })

  it('add no warning where nothing would be sent', () => {
    const flags = { allowCancellation: false, workflowIsInError: true }

    expect(warningsOf({ status: 'canceled', ...flags })).toEqual([])
    expect(
      warningsOf({
        status: 'invoiced',
        invoices: [anInvoice('Output')],
        ...flags,
      })
    ).toEqual([])
  })

  it('add no second warning to an incomplete order', () => {
    expect(warningsOf({ status: null, isCompleted: false })).toHaveLength(1)
  })
})

describe('the warning about a living sibling', () => {
  const warningAbout = (more: Partial<Order>) =>
    siblingWarnings(
      anOrder({ status: 'canceled' }),
      [{ kind: 'order', order: anOrder({ status: 'handling', ...more }) }],
      NOW_MS
    )

  it('does not advise a cancel by this app where the app does not take the id', () => {
    expect(warningAbout({ orderId: 'LOJA EXEMPLO 26606' })).toEqual([
      'Order LOJA EXEMPLO 26606 of the same purchase is not canceled: this app does not take its id, so cancel it in the Admin if the whole purchase is meant.',
    ])
  })

  it("advises a cancel where a marketplace's id has spaces that the app takes", () => {
    expect(warningAbout({ orderId: 'BWW-Loja Exemplo-2660650814-01' })).toEqual(
      [
        'Order BWW-Loja Exemplo-2660650814-01 of the same purchase is not canceled: cancel it too if the whole purchase is meant.',
      ]
    )
  })
})
