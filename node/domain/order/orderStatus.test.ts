import * as fc from 'fast-check'

import { anInvoice, anOrder } from '../../testing/orders'
import type { Invoice, Order, Origin } from './order'
import { cancelMakesRequest, ruleOf, showsRequest } from './orderStatus'

/** Every status that VTEX documents, grouped by the state it means and what `cancelOrder` does. */
const DOCUMENTED: Record<string, string[]> = {
  'NOT_REQUESTED SEND': [
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
    'start-handling',
    'invoice',
  ],
  'NOT_REQUESTED ORDER_INVOICED': ['invoiced'],
  'NOT_REQUESTED NOT_CANCELLABLE': ['replaced'],
  'AWAITING_DECISION DECISION_PENDING': ['cancellation-requested'],
  'AWAITING_DECISION ALREADY': ['waiting-for-seller-decision'],
  'ACCEPTED ALREADY': ['request-cancel', 'cancel'],
  'CANCELED ALREADY': ['canceled'],
  'DENIED SEND': [
    'cancellation-request-denied',
    'cancellation-request-denied-ffm',
  ],
  'DENIED ORDER_INVOICED': ['invoice-after-cancellation-deny'],
}

describe('ruleOf', () => {
  it.each(
    Object.entries(DOCUMENTED).flatMap(([rule, statuses]) =>
      statuses.map((status) => [status, rule])
    )
  )('%s: %s', (status, expected) => {
    const { state, cancel } = ruleOf(anOrder({ status }))

    expect(`${state} ${cancel}`).toBe(expected)
  })

  it.each([null, 'detail.state.null', 'order-create-error'])(
    'sends the cancel of an incomplete order (%s), with a warning',
    (status) => {
      expect(ruleOf(anOrder({ status }))).toMatchObject({
        state: 'NOT_REQUESTED',
        cancel: 'SEND',
        warnings: [expect.stringMatching(/^The order is incomplete\./)],
      })
    }
  )

  it.each(['brand-new-status', '', 'constructor', '__proto__', 'toString'])(
    'sends the cancel of an order in the undocumented status %j, and claims nothing about its state',
    (status) => {
      expect(ruleOf(anOrder({ status }))).toEqual({
        state: 'UNKNOWN',
        nextStep: 'CHECK_AGAIN',
        cancel: 'SEND',
      })
    }
  )

  it('refuses an order with a sales invoice only where it would otherwise send', () => {
    const withOutput = (status: string) =>
      ruleOf(anOrder({ status, invoices: [anInvoice('Output')] })).cancel

    expect({
      handling: withOutput('handling'),
      unlisted: withOutput('brand-new-status'),
      canceled: withOutput('canceled'),
      requested: withOutput('cancellation-requested'),
      moving: withOutput('start-handling'),
    }).toEqual({
      handling: 'ORDER_PARTIALLY_INVOICED',
      unlisted: 'ORDER_PARTIALLY_INVOICED',
      canceled: 'ALREADY',
      requested: 'DECISION_PENDING',
      moving: 'ORDER_IN_TRANSITION',
    })
  })

  it('keeps the state of an order with a sales invoice', () => {
    const stateOf = (status: string) =>
      ruleOf(anOrder({ status, invoices: [anInvoice('Output')] })).state

    expect(
      ['handling', 'brand-new-status', 'cancellation-request-denied'].map(
        stateOf
      )
    ).toEqual(['NOT_REQUESTED', 'UNKNOWN', 'DENIED'])
  })

  it('sends the cancel of an invoiced order once it has a return invoice', () => {
    const invoiced = (types: Array<Invoice['type']>) =>
      ruleOf(
        anOrder({
          status: 'invoiced',
          invoices: types.map((type) => anInvoice(type)),
        })
      ).cancel

    expect(invoiced([])).toBe('ORDER_INVOICED')
    expect(invoiced(['Output'])).toBe('ORDER_INVOICED')
    expect(invoiced(['Output', 'Input'])).toBe('SEND')
  })

  it('never sends the cancel of an order with an open request, whatever else it holds', () => {
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
        fc.array(fc.constantFrom<Invoice['type']>('Output', 'Input')),
        (origin, sellerIds, types) => {
          const status = 'cancellation-requested'
          const invoices = types.map((type) => anInvoice(type))

          expect(
            ruleOf(anOrder({ status, origin, sellerIds, invoices })).cancel
          ).toBe('DECISION_PENDING')
        }
      )
    )
  })
})

describe('the flags of an order', () => {
  const warningsOf = (more: Partial<Order>) => ruleOf(anOrder(more)).warnings

  it.each<[string, Partial<Order>, RegExp]>([
    ['not allowed', { allowCancellation: false }, /\(allowCancellation\)/],
    ['in error', { workflowIsInError: true }, /\(workflowIsInError\)/],
    ['not completed', { isCompleted: false }, /^The order is incomplete\./],
  ])(
    'add a warning and do not stop the cancel: %s',
    (_what, flags, warning) => {
      expect(warningsOf(flags)).toEqual([expect.stringMatching(warning)])
      expect(ruleOf(anOrder(flags)).cancel).toBe('SEND')
    }
  )

  it.each<Partial<Order>>([
    { allowCancellation: true, workflowIsInError: false, isCompleted: true },
    {},
  ])('add no warning: %j', (flags) => {
    expect(warningsOf(flags)).toBeUndefined()
  })

  it('add no warning where nothing would be sent', () => {
    const flags = { allowCancellation: false, workflowIsInError: true }

    expect(warningsOf({ status: 'canceled', ...flags })).toBeUndefined()
    expect(warningsOf({ status: 'invoiced', ...flags })).toBeUndefined()
  })

  it('add no second warning to an incomplete order', () => {
    expect(warningsOf({ status: null, isCompleted: false })).toHaveLength(1)
  })
})

describe('cancelMakesRequest', () => {
  it.each([
    ['own store, handling', {}, true],
    ['own store, before handling', { status: 'payment-approved' }, false],
    ['another seller', { sellerIds: ['globex'] }, false],
    ['own store and another seller', { sellerIds: ['1', 'globex'] }, false],
    ['no seller known', { sellerIds: [] }, false],
    ["seller's side", { origin: 'Fulfillment' as const }, true],
    ['chain', { origin: 'Chain' as const }, false],
    ['side unknown', { origin: null }, false],
  ])('%s (%o): %s', (_what, more, expected) => {
    expect(cancelMakesRequest(anOrder({ status: 'handling', ...more }))).toBe(
      expected
    )
  })
})

describe('showsRequest', () => {
  it.each([
    ['payment-approved', false],
    ['brand-new-status', false],
    ['invoiced', false],
    ['request-cancel', true],
    ['cancel', true],
    ['canceled', true],
    ['cancellation-requested', true],
    ['waiting-for-seller-decision', true],
    ['cancellation-request-denied', true],
  ])('%s: %s', (status, expected) => {
    expect(
      showsRequest(anOrder({ status }), anOrder({ status: 'handling' }))
    ).toBe(expected)
  })

  it('an order that was denied before does not show a new request', () => {
    const denied = anOrder({ status: 'cancellation-request-denied' })

    expect(showsRequest(denied, denied)).toBe(false)
  })
})
