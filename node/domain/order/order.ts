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
  /** When the order last changed, as epoch milliseconds; null when OMS gives no readable date. */
  lastChangeMs: number | null
  invoices: Invoice[]
  items: Item[]
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

/** Which side of a sale this account holds with an order. */
export type Side = 'OWN_STORE' | 'MARKETPLACE' | 'SELLER' | 'CHAIN' | 'UNKNOWN'

/** A package of an order. `Output` is an invoice of goods sent, `Input` one of goods returned. */
export interface Invoice {
  /** Null when OMS gives no type that is known. */
  type: 'Output' | 'Input' | null
  number: string | null
  /** In cents; null when OMS gives no readable amount. */
  value: number | null
  lines: InvoiceLine[]
}

export interface InvoiceLine {
  /** The place of the item in the order. */
  itemIndex: number
  quantity: number
  /** The price of one piece, in cents. */
  price: number
}

/** What was ordered; a line of an invoice points to one by its place. */
export interface Item {
  skuId: string | null
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

/** Seller `1` is the store itself on every VTEX account. */
const OWN_SELLER_ID = '1'

/** Finds the side of the sale that an order is on. */
export function sideOf({ origin, sellerIds }: Order): Side {
  switch (origin) {
    case 'Fulfillment':
      return 'SELLER'

    case 'Chain':
      return 'CHAIN'

    case 'Marketplace':
      return sellerIds.length === 1 && sellerIds[0] === OWN_SELLER_ID
        ? 'OWN_STORE'
        : 'MARKETPLACE'

    case null:
      return 'UNKNOWN'
  }
}

/** Tells whether an order has an invoice of a type: goods sent, or goods returned. */
export function hasInvoice({ invoices }: Order, type: Invoice['type']) {
  return invoices.some((invoice) => invoice.type === type)
}

/** Finds the return invoice of a number on an order. */
export function returnOf(
  { invoices }: Order,
  invoiceNumber: string | null
): Invoice | null {
  return (
    invoices.find(
      ({ type, number }) => type === 'Input' && number === invoiceNumber
    ) ?? null
  )
}

/** Finds the open request: the last one that was not denied. */
export function openRequest({ requests }: Order): CancellationRequest | null {
  return requests.filter(({ denied }) => denied === null).pop() ?? null
}

/** Finds the denial of the last request; null when that is open, or there was none. */
export function lastDenial({ requests }: Order): CancellationRequest['denied'] {
  const [last] = requests.slice(-1)
  const latest = requests.reduce(
    (one, other) => (isLater(other, one) ? other : one),
    last
  )

  return latest?.denied ?? null
}

/** Compares two requests by date: their order in the list is not documented. */
function isLater(one: CancellationRequest, other: CancellationRequest) {
  return Date.parse(one.date ?? '') > Date.parse(other.date ?? '')
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
