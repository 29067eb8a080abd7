/** Which side of a sale an order is, as OMS writes it. */
export type Origin = 'Marketplace' | 'Fulfillment' | 'Chain'

export interface SimulatedPackage {
  type: 'Output' | 'Input'
  invoiceNumber: string
  /** In cents. */
  invoiceValue: number
  items: Array<{ itemIndex: number; quantity: number; price: number }>
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
  orderGroup: string
  sequence: string
  origin: Origin
  status: string | null
  creationDate: string
  lastChange: string
  sellers: Array<{ id: string; name: string }>
  items: Array<{ id: string; quantity: number; price: number }>
  value: number
  packages: SimulatedPackage[]
  invoicedDate: string | null
  /** Null means that the status decides. */
  allowCancellation: boolean | null
  isCompleted: boolean
  workflowIsInError: boolean
  cancelReason: string | null
  cancellation: SimulatedCancellation | null
  requests: SimulatedRequest[]
  transactionStatus: string

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

  /** The next statuses, and when each is due on the platform's clock. */
  upcoming: Array<{ status: string; atMs: number }>
  /** The cancels that OMS has received but not applied yet. */
  received: ReceivedCancel[]
  /** The status in which a cancellation was requested. */
  requestedAt: string | null
  /** Invoices that OMS has received but does not show yet. */
  invoicesToShow: Array<{ atMs: number; invoice: SimulatedPackage }>
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

/** Returns the total value of the order's invoices of one type, in cents. */
export function invoicedValue(
  order: SimulatedOrder,
  type: SimulatedPackage['type']
): number {
  return invoicesOf(order)
    .filter((invoice) => invoice.type === type)
    .reduce((sum, { invoiceValue }) => sum + invoiceValue, 0)
}
