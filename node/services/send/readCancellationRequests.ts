import type { Oms } from '../../clients/oms'
import type { Journal } from '../../domain/journal/journal'
import type { ListedOrder } from '../../domain/order/omsReply'
import type { Order } from '../../domain/order/order'
import { isPurchaseId } from '../../domain/order/orderId'
import { hasRequest } from '../../domain/order/orderStatus'
import { openRequest } from '../../domain/order/requests'
import { ruleOfStatus } from '../../domain/order/statusRules'

/** Completes an order with its cancellation requests: VTEX documents them for a purchase, and not for an order by itself. */
export function withRequests(order: Order, purchase: ListedOrder[]): Order {
  const requests = purchase.flatMap((listed) => {
    const same = listed.kind === 'order' ? listed.order : listed

    return same.orderId === order.orderId ? same.requests : []
  })

  return order.requests.length === 0 ? { ...order, requests } : order
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
  if (orderGroup === null || !isPurchaseId(orderGroup)) return order

  const read = await oms.getPurchase(orderGroup)

  return read.kind === 'found' ? withRequests(order, read.orders) : order
}

/**
 * Reads them again for an order that was read again. Where it is as it was, and no request
 * is open, they are those of before: a denial that is missed only keeps a send waiting.
 */
export async function readRequestsAgain(
  oms: Oms,
  order: Order,
  before: { order: Order; journal: Journal }
): Promise<Order> {
  const isSame =
    order.status === before.order.status &&
    order.requests.length === 0 &&
    ruleOfStatus(order.status).awaiting !== 'SELF'

  return isSame
    ? { ...order, requests: before.order.requests }
    : readCancellationRequests(oms, order, before.journal)
}

function needsRequests(order: Order, { entries }: Journal): boolean {
  const request = openRequest(order)

  return ruleOfStatus(order.status).awaiting === 'SELF'
    ? !request || request.id === null || request.requestedByUser === null
    : entries.length > 0 && !hasRequest(order)
}
