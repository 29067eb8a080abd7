import * as fc from 'fast-check'

import { anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { emptyJournal } from '../journal/journal'
import type { Invoice, Order, Origin } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'
import { verdictByFacts } from './verdict'

const NOW_MS = Date.parse('2026-11-26T12:00:00Z')

/** What a cancel of an order comes to: `send`, `already`, or the code of its refusal. */
const cancelOf = (more: Partial<Order>) => {
  const verdict = verdictByFacts('cancel', {
    order: anOrder(more),
    journal: emptyJournal(ORDER_ID),
    nowMs: NOW_MS,
  })

  return verdict.kind === 'refuse' ? verdict.refusal.code : verdict.kind
}

/** Every status that VTEX documents, grouped by the state it means and what `cancelOrder` does. */
const DOCUMENTED: Record<string, string[]> = {
  'NOT_REQUESTED send': [
    'order-completed',
    'on-order-completed',
    'on-order-completed-ffm',
    'order-create-error',
    'order-creation-error',
    'detail.state.null',
    'waiting-for-authorization',
    'waiting-for-sellers-confirmation',
    'order-accepted',
    'payment-pending',
    'approve-payment',
    'payment-approved',
    'window-to-change-payment',
    'window-to-change-seller',
    'waiting-ffmt-authorization',
    'waiting-for-manual-authorization',
    'waiting-for-order-authorization',
    'waiting-for-mkt-authorization',
    'waiting-seller-handling',
    'waiting-for-fulfillment',
    'authorize-fulfillment',
    'window-to-cancel',
    'ready-for-handling',
    'handling',
    'ready-for-invoicing',
  ],
  'NOT_REQUESTED ORDER_IN_TRANSITION': [
    'order-created',
    'processing',
    'start-handling',
    'invoice',
  ],
  'NOT_REQUESTED ORDER_INVOICED': ['invoiced'],
  'NOT_REQUESTED NOT_CANCELLABLE': ['replaced'],
  'AWAITING_DECISION DECISION_PENDING': ['cancellation-requested'],
  'AWAITING_DECISION already': ['waiting-for-seller-decision'],
  'ACCEPTED already': ['request-cancel', 'cancel'],
  'CANCELED already': ['canceled'],
  'DENIED send': [
    'cancellation-request-denied',
    'cancellation-request-denied-ffm',
  ],
  'DENIED ORDER_IN_TRANSITION': ['invoice-after-cancellation-deny'],
}

describe('a cancel of an order without invoices', () => {
  it.each(
    Object.entries(DOCUMENTED).flatMap(([rule, statuses]) =>
      statuses.map((status) => [status, rule])
    )
  )('%s: %s', (status, expected) => {
    const { state } = ruleOfStatus(status)

    expect(`${state} ${cancelOf({ status })}`).toBe(expected)
  })

  it.each([null, 'detail.state.null', 'order-create-error'])(
    'is sent for an incomplete order (%s)',
    (status) => {
      expect(ruleOfStatus(status).state).toBe('NOT_REQUESTED')
      expect(cancelOf({ status })).toBe('send')
    }
  )

  it.each(['brand-new-status', '', 'constructor', '__proto__', 'toString'])(
    'is sent in the undocumented status %j, and nothing is claimed about its state',
    (status) => {
      expect(ruleOfStatus(status)).toEqual({
        phase: 'OPEN',
        state: 'UNKNOWN',
        nextStep: 'CHECK_AGAIN',
      })
      expect(cancelOf({ status })).toBe('send')
    }
  )
})

describe('a cancel of an order with invoices', () => {
  const part = [
    anInvoice('Output', { value: 5_000, lines: [] }),
    anInvoice('Output', {
      number: '1002',
      lines: [{ itemIndex: 0, quantity: 1, price: 5_000 }],
    }),
  ]

  it('is refused where it would otherwise be sent, and only there', () => {
    const items = [
      { skuId: '7', quantity: 1 },
      { skuId: '8', quantity: 1 },
    ]

    const withPart = (status: string) =>
      cancelOf({ status, items, invoices: [part[1]] })

    expect({
      handling: withPart('handling'),
      unlisted: withPart('brand-new-status'),
      canceled: withPart('canceled'),
      requested: withPart('cancellation-requested'),
      moving: withPart('start-handling'),
    }).toEqual({
      handling: 'ORDER_PARTIALLY_INVOICED',
      unlisted: 'ORDER_PARTIALLY_INVOICED',
      canceled: 'already',
      requested: 'ORDER_PARTIALLY_INVOICED',
      moving: 'ORDER_IN_TRANSITION',
    })
  })

  it('is sent for an invoiced order once all of it came back', () => {
    const invoiced = (types: Array<Invoice['type']>) =>
      cancelOf({
        status: 'invoiced',
        invoices: types.map((type) => anInvoice(type)),
      })

    expect(invoiced([])).toBe('ORDER_INVOICED')
    expect(invoiced(['Output'])).toBe('ORDER_INVOICED')
    expect(invoiced(['Output', 'Input'])).toBe('send')
  })

  it('is never sent while a request is open, whatever else the order holds', () => {
    const origins: Array<Origin | null> = [
      'Marketplace',
      'Fulfillment',
      'Chain',
      null,
    ]

    fc.assert(
      fc.property(
        fc.constantFrom(...origins),
        fc.array(fc.string()),
        fc.array(fc.constantFrom<Invoice['type']>('Output', 'Input', null)),
        (origin, sellerIds, types) => {
          const status = 'cancellation-requested'
          const invoices = types.map((type) => anInvoice(type))

          expect(cancelOf({ status, origin, sellerIds, invoices })).not.toBe(
            'send'
          )
        }
      )
    )
  })
})
