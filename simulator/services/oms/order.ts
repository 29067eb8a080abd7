/** Which side of a sale an order is, as OMS writes it. */
export type Origin = 'Marketplace' | 'Fulfillment' | 'Chain'

/** An order in the simulated OMS. */
export interface SimulatedOrder {
  orderId: string
  sellerOrderId: string
  marketplaceOrderId: string
  sequence: string
  origin: Origin
  status: string | null
  sellers: Array<{ id: string; name: string }>
  value: number
  packages: Array<{ type: 'Output' | 'Input'; invoiceNumber: string }>
  cancellation: {
    reason: string | null
    requestedByUser: boolean
    date: string
  } | null
  /** A sentence for the page: what a newcomer can try with it. */
  about: string
  /** Whether the other side, the seller, still has to agree to a cancel. */
  sellerDecides: boolean
  /** Whether a cancel is answered without a protocol code. */
  withoutReceipt: boolean
  /** The statuses that follow, and when the next one is due on the platform's clock. */
  upcoming: string[]
  nextAtMs: number
}

/** What `GET /api/oms/pvt/orders/{orderId}` shows of an order. */
export function orderDocument(order: SimulatedOrder) {
  return {
    orderId: order.orderId,
    sequence: order.sequence,
    marketplaceOrderId: order.marketplaceOrderId,
    sellerOrderId: order.sellerOrderId,
    origin: order.origin,
    status: order.status,
    workflowIsInError: false,
    value: order.value,
    sellers: order.sellers,
    // Fields that no answer and no log line of the app may ever hold.
    clientProfileData: {
      email: 'shopper@private.example',
      firstName: 'Sofia-Private',
      document: '00011122233',
    },
    items: [{ id: '1', quantity: 1, price: order.value }],
    packageAttachment: {
      packages: order.packages.map((invoice) => ({
        ...invoice,
        invoiceValue: order.value,
        items: [],
      })),
    },
    cancellationData: order.cancellation && {
      requestedByUser: order.cancellation.requestedByUser,
      requestedBySystem: false,
      requestedBySellerNotification: false,
      requestedByPaymentNotification: false,
      reason: order.cancellation.reason,
      cancellationDate: order.cancellation.date,
    },
  }
}
