import * as fc from 'fast-check'

import { parseOrderRead } from '../clients/omsParsers'
import type { Order } from '../domain/order/order'
import { answered } from './answered'
import { NOW_MS } from './documents'
import { ORDER_ID } from './orders'

/** Mostly a well-formed value, otherwise anything. */
const mostly = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 12, arbitrary: value },
    { weight: 1, arbitrary: fc.anything() }
  )

const cents = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }).map((n) => n * 500) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3_000 }) },
  { weight: 1, arbitrary: fc.maxSafeNat() }
)

const quantity = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, '2', 10_000) },
  { weight: 1, arbitrary: fc.maxSafeNat() }
)

const anItem = fc.record(
  {
    id: mostly(fc.constantFrom('7', '7', '8', '9')),
    quantity: mostly(quantity),
    price: mostly(cents),
  },
  { requiredKeys: ['id', 'quantity'] }
)

const aLine = fc.record(
  {
    itemIndex: mostly(fc.integer({ min: 0, max: 2 })),
    quantity: mostly(quantity),
    price: mostly(cents),
    isCompensation: fc.boolean(),
  },
  { requiredKeys: ['quantity', 'price'] }
)

const aPackage = (types: unknown[]) =>
  fc.record(
    {
      type: mostly(fc.constantFrom(...types)),
      invoiceNumber: mostly(fc.constantFrom('A', 'B', 'C', 'D', 'E', ' A', '')),
      invoiceValue: mostly(cents),
      items: mostly(fc.array(mostly(aLine), { maxLength: 3 })),
      restitutions: fc.constantFrom(undefined, {
        Refund: { items: [{ isCompensation: true }] },
      }),
    },
    { requiredKeys: ['type', 'invoiceNumber', 'invoiceValue', 'items'] }
  )

const items = mostly(fc.array(mostly(anItem), { minLength: 1, maxLength: 3 }))

const aChange = fc.record(
  {
    itemsRemoved: mostly(fc.array(anItem, { maxLength: 1 })),
    itemsAdded: mostly(fc.array(anItem, { maxLength: 1 })),
    discountValue: mostly(cents),
    incrementValue: mostly(cents),
  },
  { requiredKeys: [] }
)

const aDocument = fc.record(
  {
    orderId: fc.constant(ORDER_ID),
    status: fc.constantFrom(
      'invoiced',
      'payment-approved',
      'handling',
      'cancellation-requested'
    ),
    origin: mostly(fc.constantFrom('Marketplace', 'Fulfillment')),
    sellers: mostly(fc.constant([{ id: '1' }])),
    value: mostly(cents),
    totals: fc.oneof(
      fc.constant(undefined),
      mostly(fc.array(fc.record({ value: cents }), { maxLength: 2 }))
    ),
    roundingError: mostly(fc.integer({ min: -20, max: 20 })),
    invoicedDate: fc.constantFrom(undefined, '2026-11-25T12:00:00Z'),
    items,
    changesAttachment: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: mostly(
          fc.record({ changesData: mostly(fc.array(mostly(aChange))) })
        ),
      }
    ),
    packageAttachment: mostly(
      fc.record({
        packages: mostly(
          fc.array(mostly(aPackage(['Output', 'Output', 'Input', null])), {
            maxLength: 4,
          })
        ),
      })
    ),
  },
  { requiredKeys: ['orderId', 'status', 'items', 'value', 'packageAttachment'] }
)

/** A sale that reads well, so that a rest is returnable: one or two items, each on an invoice of its own, with returns of some. */
const aSoundDocument = fc
  .record({
    status: fc.constantFrom('invoiced', 'payment-approved', 'handling'),
    sold: fc.array(
      fc.record({
        id: fc.constantFrom('7', '8'),
        quantity: fc.integer({ min: 1, max: 4 }),
        price: fc.integer({ min: 0, max: 999 }),
      }),
      { minLength: 1, maxLength: 3 }
    ),
    freight: fc.integer({ min: 0, max: 300 }),
    off: fc.integer({ min: -5, max: 5 }),
    returns: fc.array(aPackage(['Input']), { maxLength: 3 }),
  })
  .map(({ status, sold, freight, off, returns }) => {
    const worth = sold.map(({ quantity: count, price }) => count * price)
    const value = worth.reduce((sum, one) => sum + one, freight)

    return {
      orderId: ORDER_ID,
      status,
      origin: 'Marketplace',
      sellers: [{ id: '1' }],
      value: Math.max(0, value + off),
      items: sold,
      packageAttachment: {
        packages: [
          ...sold.map(({ quantity: count, price }, itemIndex) => ({
            type: 'Output',
            invoiceNumber: `N${itemIndex}`,
            invoiceValue: worth[itemIndex] + (itemIndex === 0 ? freight : 0),
            items: [{ itemIndex, quantity: count, price }],
          })),
          ...returns,
        ],
      },
    }
  })

/** Any order that a document can be read as: odd in any place, or sound. */
export const anyOrder = fc
  .oneof(aDocument, aSoundDocument)
  .map((document): Order | null => {
    const read = parseOrderRead(answered(document), NOW_MS)

    return read.kind === 'found' ? read.order : null
  })
  .filter((order) => order !== null)
