import { openRequest } from '../../simulator/services/oms/denial'
import { invoicedValue } from '../../simulator/services/oms/invoiceReading'
import {
  call,
  change,
  compensate,
  goodsOn,
  left,
  ofKind,
  owed,
  post,
  returnOne,
  sell,
  sellWithoutLines,
  stillOut,
  takeBack,
} from './otherCalls'
import type { At } from './otherCalls'
import { PATHS } from './simulatedOms'
import type { MoneyWorld } from './world'

/** The item that changes add. */
export const ADDED_SKU = '9'

/** What another client does to an order: the shopper, a seller, an operator in the Admin. */
export const CLICKS = [
  'invoices the whole order',
  'invoices a part',
  'invoices the whole order without lines',
  'invoices half of the value without lines',
  'invoices freight',
  'invoices the same goods under another number',
  'returns all',
  'returns half of the value',
  'returns one piece',
  'returns one piece for nothing but a cent',
  'sends the last return again',
  'compensates',
  'compensates, and the document names the goods',
  'takes a discount off',
  'removes an item',
  'adds an item',
  'asks to cancel, as the shopper',
  'cancels in the Admin',
  'denies the request',
] as const

export type Click = (typeof CLICKS)[number]

const ACTS: Record<Click, (at: At) => boolean> = {
  'invoices the whole order': (at) =>
    owed(at).length > 0
      ? sell(at, { value: left(at), goods: owed(at) })
      : sellWithoutLines(at, left(at)),
  'invoices a part': (at) => {
    const [first] = owed(at)

    return (
      first !== undefined &&
      sell(at, {
        value: Math.min(first.price * first.quantity, left(at)),
        goods: [first],
      })
    )
  },
  'invoices the whole order without lines': (at) =>
    sellWithoutLines(at, left(at)),
  'invoices half of the value without lines': (at) =>
    sellWithoutLines(at, Math.floor(left(at) / 2)),
  'invoices freight': (at) =>
    sell(at, { value: Math.min(700, left(at)), goods: [] }),
  'invoices the same goods under another number': (at) => {
    const [last] = ofKind(at, 'Output').slice(-1)

    return (
      last !== undefined &&
      sell(at, {
        value: Number(last.invoiceValue),
        goods: goodsOn(at, [last]),
      })
    )
  },
  'returns all': (at) =>
    takeBack(at, {
      value: Math.min(
        at.order.value,
        invoicedValue(at.order, 'Output') - invoicedValue(at.order, 'Input')
      ),
      goods: stillOut(at),
    }),
  'returns half of the value': (at) =>
    takeBack(at, {
      value: Math.floor(invoicedValue(at.order, 'Output') / 2),
      goods: [],
    }),
  'returns one piece': (at) => returnOne(at, (price) => price),
  'returns one piece for nothing but a cent': (at) => returnOne(at, () => 1),
  'sends the last return again': (at) => {
    const [last] = ofKind(at, 'Input').slice(-1)

    return (
      last !== undefined &&
      post(at, 'Input', {
        number: last.invoiceNumber,
        value: Number(last.invoiceValue),
        goods: goodsOn(at, [last]),
      })
    )
  },
  compensates: (at) => compensate(at, []),
  'compensates, and the document names the goods': (at) =>
    compensate(
      at,
      at.order.items.map(({ quantity, price }, itemIndex) => ({
        itemIndex,
        quantity,
        price,
      }))
    ),
  'takes a discount off': (at) => change(at, { discountValue: 500 }),
  'removes an item': (at) => {
    const [, last] = owed(at)

    return last !== undefined && change(at, { itemsRemoved: [last] })
  },
  'adds an item': (at) =>
    change(at, { itemsAdded: [{ id: ADDED_SKU, quantity: 1, price: 1_500 }] }),
  'asks to cancel, as the shopper': (at) =>
    call(at, PATHS.cancel, { reason: 'Too late', requestedByUser: true }),
  'cancels in the Admin': (at) =>
    call(at, PATHS.cancel, { reason: 'Admin', requestedByUser: false }),
  'denies the request': (at) =>
    call(at, PATHS.deny, {
      cancellationRequestId: openRequest(at.order)?.id,
      denyReason: 'Sent',
    }),
}

/** Lets another client act on an order, if OMS lets it. */
export function perform(world: MoneyWorld, orderId: string, click: Click) {
  const order = world.oms.orders.find(orderId)

  if (!order) return

  const before = order.status
  const did = ACTS[click]({ world, order })

  world.tell(
    `another client ${click} (${orderId}, ${before}): ${
      did ? 'done' : 'refused'
    }, now ${order.status}`
  )
}
