import { randomUUID } from 'crypto'

import { omsDate } from '../../clock'
import { BadRequest } from '../../edge/exchange'
import { payerOf } from './machine'
import type { Surroundings } from './machine'
import { takeOff } from './money'
import type { ChangedItem, SimulatedChange, SimulatedOrder } from './order'

type GivenItem = Pick<ChangedItem, 'id' | 'quantity'> & Partial<ChangedItem>

/** What an operator enters to change an order. Without amounts, the items give them. */
export interface GivenChange {
  orderId: string
  /** In cents. */
  discountValue?: number
  /** In cents. */
  incrementValue?: number
  itemsRemoved?: GivenItem[]
  itemsAdded?: GivenItem[]
  reason?: string
}

/** The statuses in which nothing is left to change. */
const CLOSED = ['cancel', 'canceled', 'replaced']

/** What a change needs of the store of orders. */
interface Orders {
  find: (orderId: string) => SimulatedOrder | undefined
  surroundings: () => Surroundings
}

/** Changes an order as an operator does in the Admin, on both sides of the sale. */
export function changeOrder(orders: Orders, body: object): SimulatedChange {
  const given = body as Partial<GivenChange>
  const order = orders.find(given.orderId ?? '')

  if (!order?.status || CLOSED.includes(order.status)) {
    throw new BadRequest('No order with that id can be changed.')
  }

  const surroundings = orders.surroundings()
  const change = changeOf(order, given, surroundings.nowMs)

  // VTEX: a discount is smaller than the order.
  if (change.discountValue >= order.toInvoice) {
    throw new BadRequest('A discount has to be smaller than the order.')
  }

  settle(order, change, surroundings)
  show(order, change, surroundings)

  const other = surroundings.otherSide(order)

  if (other) show(other, change, surroundings)

  return change
}

function changeOf(
  order: SimulatedOrder,
  { reason = 'Changed', ...given }: Partial<GivenChange>,
  nowMs: number
): SimulatedChange {
  const priced = (items: GivenItem[] = []) =>
    items.map((item) => ({
      name: 'T-shirt',
      unitMultiplier: null,
      price: order.items.find(({ id }) => id === item.id)?.price ?? 0,
      ...item,
    }))

  const itemsRemoved = priced(given.itemsRemoved)
  const itemsAdded = priced(given.itemsAdded)

  return {
    reason,
    discountValue: given.discountValue ?? worth(itemsRemoved),
    incrementValue: given.incrementValue ?? worth(itemsAdded),
    itemsAdded,
    itemsRemoved,
    receipt: {
      date: omsDate(nowMs),
      orderId: order.orderId,
      receipt: randomUUID(),
    },
  }
}

function worth(items: ChangedItem[]): number {
  return items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
}

/** The shopper is taken to have paid an increase at once. */
function settle(
  order: SimulatedOrder,
  { discountValue, incrementValue }: SimulatedChange,
  surroundings: Surroundings
) {
  const { money, interest } = payerOf(order, surroundings)

  money.authorised += incrementValue
  takeOff(money, discountValue, { interest, nowMs: surroundings.nowMs })
}

/** A value that a partial invoice has lowered to what was settled stays as it is. */
function show(
  order: SimulatedOrder,
  change: SimulatedChange,
  { nowMs }: Surroundings
) {
  const difference = change.incrementValue - change.discountValue
  const isWhole = order.value === order.toInvoice + order.interest

  if (isWhole) order.value += difference

  order.toInvoice += difference
  order.changes.push(change)
  order.lastChange = omsDate(nowMs)
}
