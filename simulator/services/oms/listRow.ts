import type { SimulatedOrder } from './order'
import { SHOPPER } from './transaction'

/** An order as the list's index has it. */
export interface Indexed {
  order: SimulatedOrder
  /** The status of the order when it was last indexed. */
  status: string | null
}

/** Finds an order in the index as it was at a moment; undefined if it did not exist yet. */
export function indexedAt(
  order: SimulatedOrder,
  atMs: number
): Indexed | undefined {
  const [known] = order.statusLog.filter((one) => one.atMs <= atMs).slice(-1)

  return known && { order, status: known.status }
}

/** Builds a row of the list, which shows neither the sellers nor anything about a cancellation request. */
export function rowOf({ order, status }: Indexed) {
  const {
    orderId,
    marketplaceOrderId,
    sequence,
    affiliateId,
    origin,
    value,
    creationDate,
    isCompleted,
    workflowIsInError,
  } = order

  return {
    orderId,
    creationDate: wholeSeconds(creationDate),
    clientName: SHOPPER.firstName,
    items: null,
    totalValue: value,
    paymentNames: 'Visa',
    status: status ?? '',
    statusDescription: status ?? '',
    marketPlaceOrderId: origin === 'Fulfillment' ? marketplaceOrderId : null,
    sequence,
    salesChannel: '1',
    affiliateId,
    origin,
    workflowInErrorState: workflowIsInError,
    workflowInRetry: false,
    lastMessageUnread: ` Acme Your order, ${SHOPPER.firstName} <${SHOPPER.email}>`,
    ShippingEstimatedDate: null,
    ShippingEstimatedDateMax: null,
    ShippingEstimatedDateMin: null,
    orderIsComplete: isCompleted,
    listId: null,
    listType: null,
    authorizedDate: wholeSeconds(creationDate),
    callCenterOperatorName: null,
    totalItems: piecesOf(order),
    currencyCode: 'BRL',
  }
}

/** Counts the pieces of an order. */
export function piecesOf({ items }: SimulatedOrder): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Formats a date as the list does: without fractions of a second. */
function wholeSeconds(date: string): string {
  const ms = Date.parse(date)

  return `${new Date(ms)
    .toISOString()
    .slice(0, 'YYYY-MM-DDTHH:mm:ss'.length)}+00:00`
}
