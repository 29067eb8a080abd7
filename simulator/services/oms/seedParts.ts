import { ACCOUNT } from '../../callers'
import type {
  SimulatedChange,
  SimulatedOrder,
  SimulatedPackage,
  SimulatedSeller,
} from './order'
import type { Seed } from './seed'

/** The price of the one item of an order whose seed names no value. */
const GOODS = 12990

/** Adds up the discounts of an order's changes, in cents. */
export function discountOf(changes: SimulatedChange[]): number {
  return changes.reduce((sum, { discountValue }) => sum + discountValue, 0)
}

/** Returns by how much the changes altered the order's value, in cents. */
export function changedBy(changes: SimulatedChange[]): number {
  return (
    changes.reduce((sum, { incrementValue }) => sum + incrementValue, 0) -
    discountOf(changes)
  )
}

/** The value contains the interest and the changes; the goods are what the items cost before. */
export function amountsOf(
  { value, interest = 0 }: Seed,
  changes: SimulatedChange[]
) {
  const change = changedBy(changes)

  return value === undefined
    ? { goods: GOODS, value: GOODS + interest + change, interest }
    : { goods: value - interest - change, value, interest }
}

/** Completes a seeded change. */
export function changeFrom(
  change: Partial<SimulatedChange>,
  { orderId, date }: { orderId: string; date: string }
): SimulatedChange {
  return {
    reason: 'Changed',
    discountValue: 0,
    incrementValue: 0,
    itemsAdded: [],
    itemsRemoved: [],
    receipt: { date, orderId, receipt: 'a-change' },
    ...change,
  }
}

/** Every seller is a VTEX account unless its seed says otherwise; the store is seller 1. */
export function sellerFrom(
  seller: NonNullable<Seed['sellers']>[number]
): SimulatedSeller {
  const account = seller.id === '1' ? ACCOUNT : seller.id

  return {
    fulfillmentEndpoint: `http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=${account}`,
    ...seller,
  }
}

/** Completes a seeded invoice. A compensation has no lines unless it says so, because nothing is sent back for it. */
export function packageFrom(
  invoice: NonNullable<Seed['packages']>[number],
  { items, value }: Pick<SimulatedOrder, 'items' | 'value'>
): SimulatedPackage {
  return {
    invoiceValue: value,
    items: invoice.isCompensation
      ? []
      : items.map(({ quantity, price }, itemIndex) => ({
          itemIndex,
          quantity,
          price,
        })),
    ...invoice,
  }
}
