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

/** A request for a cancellation that somebody has to decide about, or has denied. */
export interface SimulatedRequest {
  id: string
  reason: string | null
  cancellationRequestDate: string
  requestedByUser: boolean
  deniedBySeller: boolean
  deniedBySellerReason: string | null
  cancellationRequestDenyDate: string | null
}

/** A cancel that OMS has received and not yet begun to carry out. */
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
  /** Null: as the status says. */
  allowCancellation: boolean | null
  isCompleted: boolean
  workflowIsInError: boolean
  cancelReason: string | null
  cancellation: SimulatedCancellation | null
  requests: SimulatedRequest[]
  transactionStatus: string

  /** A sentence for the page: what a newcomer can try with it. */
  about: string
  /** The other side of the sale, when this account holds both. */
  linkedTo: string | null
  /** Whether the other side, the seller, has begun to handle the order, and has to agree to a cancel. */
  sellerDecides: boolean
  /** Whether a cancel is answered without a protocol code. */
  withoutReceipt: boolean
  /** A status that the order never leaves by itself. */
  stuckAt: string | null
  /** Whether `canceled` turns back to `cancel` once (VTEX known issue 1242813). */
  flipsBack: boolean
  /** Whether the payment is never canceled. */
  keepsPayment: boolean

  /** The statuses that follow, and when each is due on the platform's clock. */
  upcoming: Array<{ status: string; atMs: number }>
  /** What OMS has received and not carried out yet. */
  received: ReceivedCancel[]
  /** The status in which a cancellation was requested. */
  requestedAt: string | null
  /** Invoices that were received and do not show yet. */
  invoicesToShow: Array<{ atMs: number; invoice: SimulatedPackage }>
}

/** Whether the store itself ships what it sells. */
export function isOwnStore({ sellers }: SimulatedOrder): boolean {
  return sellers.every(({ id }) => id === '1')
}

/** Whether somebody else ships the order, who has to agree to a cancel once it is handled. */
export function isSoldForAnother(order: SimulatedOrder): boolean {
  return order.origin !== 'Fulfillment' && !isOwnStore(order)
}

/** The invoices that OMS has received for an order, also those that do not show yet. */
export function invoicesOf({
  packages,
  invoicesToShow,
}: SimulatedOrder): SimulatedPackage[] {
  return [...packages, ...invoicesToShow.map(({ invoice }) => invoice)]
}

/** The value of the invoices of a type, in cents. */
export function invoicedValue(
  order: SimulatedOrder,
  type: SimulatedPackage['type']
): number {
  return invoicesOf(order)
    .filter((invoice) => invoice.type === type)
    .reduce((sum, { invoiceValue }) => sum + invoiceValue, 0)
}
