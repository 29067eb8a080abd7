import * as fc from 'fast-check'

import type { OrderRead } from '../domain/order/omsReply'
import type { Invoice } from '../domain/order/order'
import { isOrderId } from '../domain/order/orderId'
import { answered } from '../testing/answered'
import { parseOrderRead } from './omsParsers'
import { parseOrder } from './orderParser'

const NOW_MS = 0

const isTextOrNull = (value: unknown) =>
  value === null || (typeof value === 'string' && value !== '')

const isWholeOr = (other: number | null, value: number | null) =>
  Object.is(value, other) || (Number.isSafeInteger(value) && Number(value) >= 0)

const isWellFormedInvoice = ({ type, number, value, lines }: Invoice) =>
  ['Output', 'Input', null].includes(type) &&
  isTextOrNull(number) &&
  isWholeOr(null, value) &&
  lines.every((line) =>
    [line.itemIndex, line.quantity, line.price].every((one) =>
      isWholeOr(NaN, one)
    )
  )

function isWellFormed(read: OrderRead): boolean {
  if (read.kind !== 'found') {
    return ['not-permitted', 'unavailable'].includes(read.kind)
  }

  const { order } = read
  const { sellerOrderId, marketplaceOrderId, status, cancellation } = order
  const texts = [sellerOrderId, marketplaceOrderId, status]

  return (
    isOrderId(order.orderId) &&
    texts.every(isTextOrNull) &&
    ['Marketplace', 'Fulfillment', 'Chain', null].includes(order.origin) &&
    order.sellerIds.every((id) => typeof id === 'string') &&
    order.invoices.every(isWellFormedInvoice) &&
    order.items.every(({ skuId }) => isTextOrNull(skuId)) &&
    order.requests.every(({ id, denied }) =>
      [id, denied?.reason ?? null, denied?.date ?? null].every(isTextOrNull)
    ) &&
    [order.allowCancellation, order.isCompleted, order.workflowIsInError].every(
      (flag) => [true, false, null].includes(flag)
    ) &&
    (order.lastChangeMs === null || Number.isFinite(order.lastChangeMs)) &&
    (cancellation === null ||
      ([cancellation.reason, cancellation.date].every(isTextOrNull) &&
        [true, false, null].includes(cancellation.requestedByUser)))
  )
}

describe('the document of an order', () => {
  it('keeps the fields that decide about the cancellation, and no data of the shopper', () => {
    const body = {
      orderId: '1380000000001-01',
      sellerOrderId: '00-1380000000001-01',
      marketplaceOrderId: '',
      orderGroup: '1380000000001',
      status: 'handling',
      origin: 'Marketplace',
      sellers: [{ id: '1', name: 'Acme' }],
      lastChange: '2026-01-01T00:00:00.0000000+00:00',
      invoicedDate: '2026-01-01T00:00:00Z',
      allowCancellation: true,
      isCompleted: false,
      workflowIsInError: true,
      clientProfileData: { email: 'shopper@private.example' },
      storePreferencesData: { countryCode: 'BRA', currencyCode: 'BRL' },
      items: [{ id: '7', name: 'Gift for Sofia' }, null],
      packageAttachment: {
        packages: [
          {
            type: 'Output',
            invoiceNumber: '1',
            invoiceValue: '12990',
            items: [{ itemIndex: 0, quantity: 2, price: 6495 }, { price: -1 }],
          },
          { type: 'Gift' },
        ],
      },
      cancellationData: {
        reason: 'Late',
        requestedByUser: true,
        requestedBySellerNotification: false,
        cancellationDate: '2026-01-01T00:00:00Z',
        cancellationRequestId: 'q1',
      },
      cancellationRequests: [
        { id: 'q0', deniedBySeller: true, deniedBySellerReason: 'Sent' },
        { id: 'q1', requestedByUser: true },
      ],
    }

    expect(parseOrderRead(answered(body), NOW_MS)).toEqual({
      kind: 'found',
      order: {
        orderId: '1380000000001-01',
        sellerOrderId: '00-1380000000001-01',
        marketplaceOrderId: null,
        orderGroup: '1380000000001',
        status: 'handling',
        origin: 'Marketplace',
        sellerIds: ['1'],
        isSellerOutside: false,
        isMarketplaceOutside: false,
        createdMs: null,
        currency: 'BRL',
        value: null,
        totalsValue: null,
        roundingError: 0,
        lastChangeMs: Date.parse('2026-01-01T00:00:00Z'),
        invoices: [
          {
            type: 'Output',
            number: '1',
            value: 12990,
            lines: [
              { itemIndex: 0, quantity: 2, price: 6495 },
              // A line that names no item means the first one, as old documents do.
              { itemIndex: 0, quantity: NaN, price: NaN },
            ],
            isCompensation: false,
          },
          {
            type: null,
            number: null,
            value: null,
            lines: [],
            isCompensation: false,
          },
        ],
        items: [
          { skuId: '7', quantity: NaN },
          { skuId: null, quantity: NaN },
        ],
        removed: [],
        added: [],
        changedBy: 0,
        isLoweredAndRaised: false,
        transactionIds: [],
        paymentGroups: [],
        isOfSubscription: false,
        allowCancellation: true,
        isCompleted: false,
        workflowIsInError: true,
        isInvoiceDated: true,
        cancellation: {
          reason: 'Late',
          requestedByUser: true,
          requestedBySeller: false,
          date: '2026-01-01T00:00:00Z',
          requestId: 'q1',
        },
        requests: [
          {
            id: 'q0',
            reason: null,
            requestedByUser: null,
            date: null,
            denied: { reason: 'Sent', date: null },
          },
          {
            id: 'q1',
            reason: null,
            requestedByUser: true,
            date: null,
            denied: null,
          },
        ],
      },
    })
  })

  it("reads the cancellation in OMS's other spelling, and the reason that OMS adds later", () => {
    const body = {
      orderId: '1-01',
      status: 'canceled',
      cancelReason: 'Late',
      cancellationData: { RequestedByUser: true, CancellationDate: 'D' },
    }

    expect(parseOrderRead(answered(body), NOW_MS)).toMatchObject({
      order: {
        cancellation: { reason: 'Late', requestedByUser: true, date: 'D' },
      },
    })
  })

  it('cannot be read without an order id, or with an invalid one', () => {
    expect(parseOrderRead(answered({ status: 'handling' }), NOW_MS)).toEqual({
      kind: 'unavailable',
    })
    expect(
      parseOrderRead(answered({ orderId: '<b>', status: 'handling' }), NOW_MS)
    ).toEqual({ kind: 'unavailable' })
  })

  it.each([[{}], [{ status: 7 }], [{ status: {} }]])(
    'cannot be read when its status is missing or not text: %j',
    (more) => {
      expect(
        parseOrderRead(answered({ orderId: '1-01', ...more }), NOW_MS)
      ).toEqual({ kind: 'unavailable' })
    }
  )

  it('counts a seller whose id is not text as an unknown seller', () => {
    const sellers = [{ id: '1' }, { id: { toString: 1 } }, {}]

    expect(
      parseOrderRead(
        answered({ orderId: '1-01', status: 'handling', sellers }),
        NOW_MS
      )
    ).toMatchObject({ kind: 'found', order: { sellerIds: ['1', '', ''] } })
  })

  it('can be read when the order is incomplete and its status is null', () => {
    expect(
      parseOrderRead(answered({ orderId: '1-01', status: null }), NOW_MS)
    ).toMatchObject({ kind: 'found', order: { status: null } })
  })

  it('gives a well-formed order or none, whatever fields are missing, null or of a wrong type', () => {
    const anyInvoice = fc.record({
      type: fc.constantFrom('Output', 'Input', 7),
      invoiceNumber: fc.anything(),
      invoiceValue: fc.oneof(fc.string(), fc.float(), fc.anything()),
      items: fc.array(
        fc.record({ itemIndex: fc.anything(), quantity: fc.float() })
      ),
    })

    const anyOrder = fc.record(
      {
        orderId: fc.oneof(fc.constant('1-01'), fc.anything()),
        sellerOrderId: fc.anything(),
        marketplaceOrderId: fc.anything(),
        status: fc.oneof(fc.constant('handling'), fc.anything()),
        origin: fc.anything(),
        sellers: fc.oneof(fc.array(fc.anything()), fc.anything()),
        packageAttachment: fc.oneof(
          fc.record({
            packages: fc.array(fc.oneof(anyInvoice, fc.anything())),
          }),
          fc.anything()
        ),
        items: fc.oneof(
          fc.array(fc.oneof(fc.record({ id: fc.anything() }), fc.anything())),
          fc.anything()
        ),
        lastChange: fc.oneof(fc.date().map(String), fc.anything()),
        allowCancellation: fc.anything(),
        workflowIsInError: fc.anything(),
        cancellationRequests: fc.oneof(
          fc.array(
            fc.record({ id: fc.anything(), deniedBySeller: fc.anything() })
          ),
          fc.anything()
        ),
        cancellationData: fc.oneof(
          fc.record({ reason: fc.anything(), RequestedByUser: fc.anything() }),
          fc.anything()
        ),
      },
      { requiredKeys: [] }
    )

    fc.assert(
      fc.property(fc.oneof(anyOrder, fc.anything()), (body) => {
        const read = parseOrderRead(answered(body), NOW_MS)

        expect(isWellFormed(read)).toBe(true)
      }),
      { numRuns: 5_000 }
    )
  })
})

describe('the currency of an order', () => {
  it.each([
    ['BRL', 'BRL'],
    ['COP', 'COP'],
    ['brl', null],
    ['R$', null],
    ['BRLX', null],
    [986, null],
    [null, null],
  ])('of %j is %j', (currencyCode, currency) => {
    expect(
      parseOrder({
        orderId: '1380000000001-01',
        status: 'handling',
        storePreferencesData: { currencyCode },
      })?.currency
    ).toBe(currency)
  })
})
