import { payBackReturn } from '../../simulator/services/oms/book'
import {
  invoicedValue,
  invoicesOf,
  kindOf,
  piecesBySku,
} from '../../simulator/services/oms/invoiceReading'
import { payerOf } from '../../simulator/services/oms/machine'
import type {
  SimulatedOrder,
  SimulatedPackage,
} from '../../simulator/services/oms/order'
import { PATHS } from './simulatedOms'
import type { MoneyWorld } from './world'

/** Where another client acts. */
export interface At {
  world: MoneyWorld
  order: SimulatedOrder
}

interface Goods {
  id: string
  quantity: number
  price: number
}

interface Invoice {
  number?: string
  value: number
  goods: Goods[]
}

export function sell(at: At, invoice: Invoice): boolean {
  return post(at, 'Output', invoice)
}

/** Sends all that is owed, on an invoice that names none of it. */
export function sellWithoutLines(at: At, value: number): boolean {
  const goods = [...owed(at), ...addedTo(at.order)]
  const isTaken = sell(at, { value, goods: [] })

  if (isTaken) at.world.sendWithoutLines(at.order.orderId, goods)

  return isTaken
}

/** Lists what changes have added, which stands in no item of the order. */
function addedTo({ changes }: SimulatedOrder): Goods[] {
  return changes.flatMap(({ itemsAdded }) => itemsAdded)
}

export function takeBack(at: At, invoice: Invoice): boolean {
  return post(at, 'Input', invoice)
}

export function returnOne(at: At, priced: (price: number) => number): boolean {
  const [first] = stillOut(at)

  return (
    first !== undefined &&
    takeBack(at, {
      value: priced(first.price),
      goods: [{ ...first, quantity: 1 }],
    })
  )
}

export function post(
  at: At,
  type: 'Output' | 'Input',
  { number = nextNumber(at, type), value, goods }: Invoice
): boolean {
  return call(at, PATHS.invoice, {
    type,
    issuanceDate: new Date(at.world.epochMs()).toISOString(),
    invoiceNumber: number,
    invoiceValue: value,
    items: goods,
  })
}

function nextNumber(at: At, type: 'Output' | 'Input'): string {
  return `${type === 'Output' ? 'N' : 'X'}${ofKind(at, type).length + 1}`
}

export function call(
  { world, order }: At,
  path: (id: string) => string,
  body: object
): boolean {
  return world.oms.call('POST', path(order.orderId), body).status === 200
}

/** The Admin's own document, for which the API has no call: it pays something, and nothing comes back with it. */
export function compensate(
  { world, order }: At,
  items: NonNullable<SimulatedPackage['items']>
): boolean {
  const { orders } = world.oms
  const value = Math.min(1_000, order.value)
  const isPossible =
    order.status === 'invoiced' &&
    invoicedValue(order, 'Input') + value <= invoicedValue(order, 'Output')

  if (!isPossible) return false

  const invoice: SimulatedPackage = {
    type: 'Input',
    invoiceNumber: nextNumber({ world, order }, 'Input'),
    invoiceValue: value,
    items,
    isCompensation: true,
  }

  order.packages.push(invoice)
  payBackReturn(order, {
    money: payerOf(order, orders.surroundings()).money,
    invoice,
    nowMs: world.epochMs(),
  })

  return true
}

export function change(
  { world, order }: At,
  what: Omit<Parameters<MoneyWorld['oms']['orders']['change']>[0], 'orderId'>
): boolean {
  try {
    world.oms.orders.change({ orderId: order.orderId, ...what })

    return true
  } catch {
    return false
  }
}

export function ofKind(
  { order }: At,
  kind: 'Output' | 'Input'
): SimulatedPackage[] {
  return invoicesOf(order).filter((one) => kindOf(one) === kind)
}

/** Computes what the sale's invoices still have to add up to. */
export function left({ order }: At): number {
  return order.toInvoice - invoicedValue(order, 'Output')
}

/** Lists what is not invoiced yet, without what changes have removed. */
export function owed(at: At): Goods[] {
  const { order } = at
  const done = piecesBySku(order, ofKind(at, 'Output'))
  const removed = order.changes.flatMap(({ itemsRemoved }) => itemsRemoved)

  removed.forEach(({ id, quantity }) =>
    done.set(id, (done.get(id) ?? 0) + quantity)
  )

  return merged(order.items).flatMap((item) => {
    const quantity = item.quantity - (done.get(item.id) ?? 0)

    return quantity > 0 ? [{ ...item, quantity }] : []
  })
}

/** Lists what was invoiced and has not come back. */
export function stillOut(at: At): Goods[] {
  const back = piecesBySku(
    at.order,
    ofKind(at, 'Input').filter(({ isCompensation }) => !isCompensation)
  )

  return goodsOn(at, ofKind(at, 'Output')).flatMap((one) => {
    const quantity = one.quantity - (back.get(one.id) ?? 0)

    return quantity > 0 ? [{ ...one, quantity }] : []
  })
}

export function goodsOn({ order }: At, invoices: SimulatedPackage[]): Goods[] {
  return [...piecesBySku(order, invoices)].map(([id, quantity]) => ({
    id,
    quantity,
    price: order.items.find((item) => item.id === id)?.price ?? 0,
  }))
}

/** Puts the items of one SKU together. */
function merged(items: Goods[]): Goods[] {
  const skus = [...new Set(items.map(({ id }) => id))]

  return skus.map((id) => {
    const same = items.filter((item) => item.id === id)

    return {
      id,
      quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
      price: same[0].price,
    }
  })
}
