/** Which side of a sale an order is, as OMS writes it. */
export type Origin = 'Marketplace' | 'Fulfillment' | 'Chain'

/** A line of an invoice. Old documents leave `itemIndex` out where it is 0. */
export interface SimulatedLine {
  itemIndex?: number
  id?: string
  quantity: number
  price: number
}

/** An invoice on an order. The types are wide, because old and foreign documents are. */
export interface SimulatedPackage {
  type: string | null
  invoiceNumber: string
  /** In cents. Documents exist that have a text, or nothing. */
  invoiceValue?: number | string | null
  items?: SimulatedLine[] | null
  /** True if the shopper gets money for their trouble and sends nothing back. */
  isCompensation?: boolean
}

/** An item that a change removed from an order or added to it. */
export interface ChangedItem {
  id: string
  name?: string
  quantity: number
  /** In cents, for one piece. */
  price: number
  unitMultiplier?: string | null
}

/** A change of an order after it was placed. The values are in cents. */
export interface SimulatedChange {
  reason: string
  discountValue: number
  incrementValue: number
  itemsAdded: ChangedItem[]
  itemsRemoved: ChangedItem[]
  receipt: { date: string; orderId: string; receipt: string }
}

export interface SimulatedSeller {
  id: string
  name: string
  /** Where the marketplace reaches the seller. VTEX's own host means that the seller is a VTEX account. */
  fulfillmentEndpoint: string | null
}

export interface SimulatedItem {
  id: string
  quantity: number
  /** In cents, for one piece. */
  price: number
  sellingPrice?: number
  unitMultiplier?: number
  isGift?: boolean
  seller?: string
}

/** Money that went back to the shopper. */
export interface BookEntry {
  kind: 'change' | 'return' | 'cancel'
  /** In cents. */
  value: number
  /** The return invoice that caused it. */
  invoiceNumber?: string
  atMs: number
}

/** The shopper's money, in cents. */
export interface Money {
  authorised: number
  captured: number
  entries: BookEntry[]
}

/** A cancellation as OMS records it on an order. */
export interface SimulatedCancellation {
  reason: string | null
  requestedByUser: boolean
  requestedBySystem: boolean
  requestedBySellerNotification: boolean
  date: string
  requestId: string | null
}

/** A cancellation request that waits for a decision, or was denied. */
export interface SimulatedRequest {
  id: string
  reason: string | null
  cancellationRequestDate: string
  requestedByUser: boolean
  deniedBySeller: boolean
  deniedBySellerReason: string | null
  cancellationRequestDenyDate: string | null
}

/** A cancel that OMS has received but not applied yet. */
export interface ReceivedCancel {
  atMs: number
  reason: string | null
  requestedByUser: boolean
}

/** An order in the simulated OMS. */
export interface SimulatedOrder {
  orderId: string
  sellerOrderId: string
  marketplaceOrderId: string
  orderGroup: string | null
  sequence: string
  origin: Origin
  affiliateId: string
  status: string | null
  creationDate: string
  lastChange: string
  sellers: SimulatedSeller[]
  items: SimulatedItem[]
  /** In cents, as OMS shows it. */
  value: number
  /** The part of the value that is the payment's interest; no invoice covers it. */
  interest: number
  /** What the sale's invoices have to add up to, in cents. */
  toInvoice: number
  money: Money
  packages: SimulatedPackage[]
  changes: SimulatedChange[]
  /** Shown as it is. */
  subscriptionData: unknown
  invoicedDate: string | null
  /** Null means that the status decides. */
  allowCancellation: boolean | null
  isCompleted: boolean
  workflowIsInError: boolean
  cancelReason: string | null
  cancellation: SimulatedCancellation | null
  requests: SimulatedRequest[]
  transactionStatus: string
  /** Orders with the same id share a payment. */
  transactionId: string

  /** A sentence for the page that says what a newcomer can try with this order. */
  about: string
  /** The id of the sale's other side, if this account holds both. */
  linkedTo: string | null
  /** True if the seller has begun to handle the order and has to agree to a cancel. */
  sellerDecides: boolean
  /** True if the reply to a cancel has no protocol code. */
  withoutReceipt: boolean
  /** A status that the order never leaves by itself. */
  stuckAt: string | null
  /** True if `canceled` returns to `cancel` once (VTEX known issue 1242813). */
  flipsBack: boolean
  /** True if the payment is never canceled. */
  keepsPayment: boolean

  /** The statuses that the order has had, and since when; the first since the order was placed. */
  statusLog: Array<{ status: string | null; atMs: number }>
  /** The next statuses, and when each is due on the platform's clock. */
  upcoming: Array<{ status: string; atMs: number }>
  /** The cancels that OMS has received but not applied yet. */
  received: ReceivedCancel[]
  /** The status in which a cancellation was requested. */
  requestedAt: string | null
  /** Invoices that OMS has received but does not show yet. */
  invoicesToShow: Array<{ atMs: number; invoice: SimulatedPackage }>
  /** The document that the order was seeded with, and the order as it was then. */
  source: { document: unknown; asSeeded: SimulatedOrder } | null
}

/** True if the store itself ships what it sells. */
export function isOwnStore({ sellers }: SimulatedOrder): boolean {
  return sellers.every(({ id }) => id === '1')
}

/** True if another seller ships the order. That seller has to agree to a cancel once it handles the order. */
export function isSoldForAnother(order: SimulatedOrder): boolean {
  return order.origin !== 'Fulfillment' && !isOwnStore(order)
}

/** Returns all invoices that OMS has received for an order, including those it does not show yet. */
export function invoicesOf({
  packages,
  invoicesToShow,
}: SimulatedOrder): SimulatedPackage[] {
  return [...packages, ...invoicesToShow.map(({ invoice }) => invoice)]
}

/** True if a marketplace's order stopped because its payment was not captured, though its seller has invoiced (known issue 376646). */
export function isCaptureFailed({
  origin,
  status,
  workflowIsInError,
}: SimulatedOrder): boolean {
  return origin !== 'Fulfillment' && status === 'invoice' && workflowIsInError
}
