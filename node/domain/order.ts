/** An order as OMS shows it, cut down to what decides about a cancellation. */
export interface Order {
  orderId: string
  /** The ids of the same order on its other sides; null when OMS names none. */
  sellerOrderId: string | null
  marketplaceOrderId: string | null
  /** OMS's own status string; null for an incomplete order. */
  status: string | null
  origin: Origin | null
  sellerIds: string[]
  packageTypes: PackageType[]
  cancellation: RecordedCancellation | null
}

/** Which side of a sale this order document is. */
export type Origin = 'Marketplace' | 'Fulfillment' | 'Chain'

/** `Output` is an invoice of goods sent, `Input` one of goods returned. */
export type PackageType = 'Output' | 'Input'

/** What OMS recorded with a cancellation (`cancellationData`). */
export interface RecordedCancellation {
  reason: string | null
  requestedByUser: boolean | null
  date: string | null
}

/** Seller `1` is the store itself on every VTEX account. */
const OWN_SELLER_ID = '1'

/** Whether the store itself is both the marketplace and the only seller of the order. */
export function isOwnStoreOrder(order: Order): boolean {
  return (
    order.origin === 'Marketplace' &&
    order.sellerIds.length === 1 &&
    order.sellerIds[0] === OWN_SELLER_ID
  )
}

/**
 * Whether an id that OMS answered with means this order. OMS answers a cancel
 * with the id of the order in the seller, which may differ from the one asked for.
 */
export function isIdOfOrder(order: Order, id: string): boolean {
  return [
    order.orderId,
    order.sellerOrderId,
    order.marketplaceOrderId,
  ].includes(id)
}
