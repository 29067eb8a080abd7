import { aDocument, orderIn } from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { warningsIn } from '../../testing/warnings'
import { emptyJournal } from '../journal/journal'
import { notice } from '../notice/notice'
import type { Order } from '../order/order'
import { describeOrder } from './cancellation'
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

const SUBSCRIPTION =
  'The order comes from a subscription, which makes the next one: cancel the subscription, too, if no more are wanted.'

const OUTSIDE =
  'The order was sold on a marketplace outside VTEX, which holds the payment: cancel it there, too, unless its integration does (VTEX known issue 588456).'

describe('also seen in the field: a canceled order of a subscription', () => {
  it.each<[string, Document, string[]]>([
    ['canceled', { status: 'canceled' }, [SUBSCRIPTION]],
    ['on its way there', { status: 'cancel' }, [SUBSCRIPTION]],
    ['not canceled', { status: 'handling' }, []],
  ])('is said to be followed by the next one: %s', (_what, more, expected) => {
    expect(warningsIn({ subscriptionData: { plan: {} }, ...more })).toEqual(
      expected
    )
  })

  it('without one says nothing', () => {
    expect(warningsIn({ status: 'canceled', subscriptionData: null })).toEqual(
      []
    )
  })
})

describe('field log 15: an order of a marketplace outside VTEX', () => {
  const sold = (marketplaceServicesEndpoint: unknown) =>
    warningsIn({
      origin: 'Fulfillment',
      status: 'canceled',
      marketplaceServicesEndpoint,
    })

  it('is said to be canceled there, too', () => {
    expect(sold('https://api.external.example/vtex')).toEqual([OUTSIDE])
  })

  it.each(['http://oms.vtexinternal.com.br/api/oms?an=x', null, 'x', 7])(
    'is not said of a marketplace on VTEX, or one that is not known: %j',
    (endpoint) => {
      expect(sold(endpoint)).toEqual([])
    }
  )
})

describe('field log 14 and 16: the other side of a canceled order lives on', () => {
  const otherSide = (status: string) =>
    orderIn(aDocument({ orderId: 'OTHER-01', status }))

  const ofMarketplace = {
    status: 'canceled',
    sellers: [{ id: 'slr' }],
    sellerOrderId: 'OTHER-01',
  }

  const ofSeller = { status: 'canceled', origin: 'Fulfillment' }

  it("is told to the marketplace: the seller's goods may still be sent", () => {
    expect(
      warningsIn(ofMarketplace, { otherSide: otherSide('handling') })
    ).toEqual([
      "The seller's order OTHER-01 is not canceled, and its goods may still be sent: cancel it, too.",
    ])
  })

  it('is told to the seller: the purchase may go on with another one', () => {
    expect(
      warningsIn(ofSeller, { otherSide: otherSide('window-to-change-seller') })
    ).toEqual([
      "The marketplace's order OTHER-01 is not canceled: the purchase may go on with another seller.",
    ])
  })

  it.each(['canceled', 'cancel', 'request-cancel', 'cancellation-requested'])(
    'is not said where a cancellation of it is requested (%s)',
    (status) => {
      const known = { otherSide: otherSide(status) }

      expect(warningsIn(ofMarketplace, known)).toEqual([])
      expect(warningsIn(ofSeller, known)).toEqual([])
    }
  )

  it('is not said where it is not known, or nothing was canceled', () => {
    expect(warningsIn(ofMarketplace)).toEqual([])
    expect(
      warningsIn(
        { ...ofMarketplace, status: 'handling' },
        { otherSide: otherSide('handling') }
      )
    ).toEqual([])
  })
})

describe('field log 16: a marketplace that may name another seller', () => {
  it('hears that a seller has canceled before it cancels itself', () => {
    expect(warningsIn({ status: 'window-to-change-seller' })).toEqual([
      'The seller of the order has canceled, and the store may name another one: a cancel ends that, too.',
    ])
  })
})

describe('field log 25: an order that was canceled a moment ago (known issue 1242813)', () => {
  it.each([
    [29_999, 1],
    [30_000, 0],
    [-5_000, 1],
  ])('is said to be one that OMS may take back: %i ms ago', (msAgo, count) => {
    expect(
      warningsOf({ status: 'canceled', lastChangeMs: NOW_MS - msAgo })
    ).toHaveLength(count)
  })

  it('is not said where its last change lies in the future', () => {
    expect(
      warningsOf({ status: 'canceled', lastChangeMs: NOW_MS + 3_600_000 })
    ).toEqual([])
  })
})

describe('what could not be read beside an order', () => {
  it('is said last, as it was noted', () => {
    expect(
      warningsIn(
        { status: 'canceled', subscriptionData: { plan: {} } },
        { notices: [notice('PAYMENT_UNREAD')] }
      )
    ).toEqual([
      SUBSCRIPTION,
      'The payment could not be read: it may not be canceled.',
    ])
  })
})
