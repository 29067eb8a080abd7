import type { Oms } from '../../clients/oms'
import type { Journal } from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import { isOrderId } from '../../domain/order/orderId'
import { isRequested, ruleOf } from '../../domain/order/orderStatus'
import { ruleOfStatus } from '../../domain/order/statusRules'

/** Completes an order with its cancellation requests: VTEX documents them for a purchase, and not for an order by itself. */
export function withRequests(order: Order, purchase: Order[]): Order {
  const same = purchase.find(({ orderId }) => orderId === order.orderId)

  return same && order.requests.length === 0
    ? { ...order, requests: same.requests }
    : order
}

/**
 * Reads the requests of an order that does not show them, where they decide: an open
 * request can be denied only by its id, and a request of our own that the order no
 * longer shows may have been denied.
 */
export async function readCancellationRequests(
  oms: Oms,
  order: Order,
  journal: Journal
): Promise<Order> {
  const { orderGroup, requests } = order

  if (requests.length > 0 || !needsRequests(order, journal)) return order
  if (orderGroup === null || !isOrderId(orderGroup)) return order

  const read = await oms.getPurchase(orderGroup)

  return read.kind === 'found' ? withRequests(order, read.orders) : order
}

function needsRequests(order: Order, { entries }: Journal): boolean {
  return ruleOfStatus(order.status).awaiting === 'SELF'
    ? order.cancellation?.requestId == null
    : entries.length > 0 && !isRequested(ruleOf(order).state)
}
