/** An order as OMS shows it, cut down to what decides about a cancellation or a return. */
export interface Order {
  orderId: string
  /** The ids of the same order on its other sides; null when OMS names none. */
  sellerOrderId: string | null
  marketplaceOrderId: string | null
  /** The purchase that this order is a part of. */
  orderGroup: string | null
  /** OMS's own status string; null for an incomplete order. */
  status: string | null
  origin: Origin | null
  sellerIds: string[]
  /** The seller is no VTEX account, so the invoices of its sales stand on this order. */
  isSellerOutside: boolean
  /** The marketplace that sold it is not on VTEX, so the shopper paid there. */
  isMarketplaceOutside: boolean
  /** When the order was placed and when it last changed, as epoch milliseconds; null when OMS gives no readable date. */
  createdMs: number | null
  lastChangeMs: number | null
  /** What the order costs now, in cents. VTEX lowers it after a change and after a partial invoice. */
  value: number | null
  /** ISO 4217; null where OMS names none. */
  currency: string | null
  /** The sum of its totals, in cents, which no partial invoice lowers; null where they cannot be read. */
  totalsValue: number | null
  /** By how many cents OMS says that its roundings are off. */
  roundingError: number
  invoices: Invoice[]
  items: Item[]
  /** What changes have taken out of the order, and added to it. The items keep what was taken out. */
  removed: Item[]
  added: Item[]
  /** What changes have added to the price, in cents: less than 0 for a discount. */
  changedBy: number
  /** Some changes have lowered the price, and others have raised it. */
  isLoweredAndRaised: boolean
  /** The payment's transactions. Orders of one purchase may share them. */
  transactionIds: string[]
  /** How it was paid, in the words of OMS (`creditCard`, `giftCard`). */
  paymentGroups: string[]
  /** A subscription has made this order, and makes the next one. */
  isOfSubscription: boolean
  /** VTEX's own flags. Each is null when the document does not have it. */
  allowCancellation: boolean | null
  isCompleted: boolean | null
  workflowIsInError: boolean | null
  isInvoiceDated: boolean
  cancellation: RecordedCancellation | null
  requests: CancellationRequest[]
}

/** Which side of a sale an order document is, as OMS writes it. */
export type Origin = 'Marketplace' | 'Fulfillment' | 'Chain'

/**
 * Which side of a sale this account holds with an order. `MARKETPLACE_OF_OUTSIDER`: a
 * marketplace's order whose seller is no VTEX account.
 */
export const SIDES = [
  'OWN_STORE',
  'MARKETPLACE',
  'MARKETPLACE_OF_OUTSIDER',
  'SELLER',
  'CHAIN',
  'UNKNOWN',
] as const

export type Side = (typeof SIDES)[number]

/** A package of an order. `Output` is an invoice of goods sent, `Input` one of goods returned. */
export interface Invoice {
  /** Null when OMS gives no type that is known. */
  type: 'Output' | 'Input' | null
  number: string | null
  /** In cents; null when OMS gives no readable amount. */
  value: number | null
  lines: InvoiceLine[]
  /** The document pays the shopper something, and no goods have come back with it. */
  isCompensation: boolean
}

/** A line of an invoice. A number that cannot be read is NaN. */
export interface InvoiceLine {
  /** The place of the item in the order. */
  itemIndex: number
  quantity: number
  /** The price of one piece, in cents. */
  price: number
}

/** Pieces of one SKU; a line of an invoice points to an ordered one by its place. */
export interface Item {
  skuId: string | null
  /** NaN when it cannot be read. */
  quantity: number
}

/** What OMS recorded with a cancellation (`cancellationData`). */
export interface RecordedCancellation {
  reason: string | null
  requestedByUser: boolean | null
  /** The side that ships asked for it (`requestedBySellerNotification`). */
  requestedBySeller: boolean | null
  date: string | null
  requestId: string | null
}

/** One request for a cancellation, which one side had to decide about (`cancellationRequests`). */
export interface CancellationRequest {
  id: string | null
  reason: string | null
  requestedByUser: boolean | null
  date: string | null
  denied: { reason: string | null; date: string | null } | null
}

/** The highest amount that is shown, in cents: 10,000 of them add up exactly. */
export const MAX_VALUE = 9e11

/** Gives an amount that can be shown and added up; null for any other. */
export function believedValue(value: number | null): number | null {
  return value !== null &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= MAX_VALUE
    ? value
    : null
}

/** Seller `1` is the store itself on every VTEX account. */
const OWN_SELLER_ID = '1'

/** Finds the side of the sale that an order is on. */
export function sideOf({ origin, sellerIds, isSellerOutside }: Order): Side {
  switch (origin) {
    case 'Fulfillment':
      return 'SELLER'

    case 'Chain':
      return 'CHAIN'

    case 'Marketplace':
      if (sellerIds.length === 1 && sellerIds[0] === OWN_SELLER_ID)
        return 'OWN_STORE'

      return isSellerOutside ? 'MARKETPLACE_OF_OUTSIDER' : 'MARKETPLACE'

    case null:
      return 'UNKNOWN'
  }
}

/** Tells whether this account holds the payment of an order: a seller's is with its marketplace. */
export function isPaidHere(order: Order): boolean {
  return ['OWN_STORE', 'MARKETPLACE', 'MARKETPLACE_OF_OUTSIDER'].includes(
    sideOf(order)
  )
}

/** Finds the return invoice of a number on an order. */
export function returnOf(
  { invoices }: Pick<Order, 'invoices'>,
  invoiceNumber: string | null
): Invoice | null {
  return (
    invoices.find(
      ({ type, number }) => type === 'Input' && number === invoiceNumber
    ) ?? null
  )
}

/**
 * Tells whether an id that OMS answered with means this order. OMS answers a cancel
 * with the id of the order in the seller, which may differ from the one asked for.
 */
export function isIdOfOrder(order: Order, id: string): boolean {
  return [
    order.orderId,
    order.sellerOrderId,
    order.marketplaceOrderId,
  ].includes(id)
}
