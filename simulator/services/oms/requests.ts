import { omsDate } from '../../clock'
import type { Surroundings } from './machine'
import type { ReceivedCancel, SimulatedOrder } from './order'

/** Records a cancellation for which nobody has to be asked. */
export function record(
  order: SimulatedOrder,
  { reason, requestedByUser }: ReceivedCancel,
  { nowMs }: Surroundings
) {
  order.cancellation = {
    reason,
    requestedByUser,
    requestedBySystem: false,
    requestedBySellerNotification: false,
    date: omsDate(nowMs),
    requestId: null,
  }
}

/** Records a cancellation that somebody has to decide about. */
export function recordRequest(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  around: Surroundings
) {
  const id = `request-${order.sequence}-${order.requests.length + 1}`

  record(order, cancel, around)
  if (order.cancellation) order.cancellation.requestId = id
  order.requestedAt = order.status
  order.requests.push({
    id,
    reason: cancel.reason,
    cancellationRequestDate: omsDate(around.nowMs),
    requestedByUser: cancel.requestedByUser,
    deniedBySeller: false,
    deniedBySellerReason: null,
    cancellationRequestDenyDate: null,
  })
}

/** Marks the last request of an order as denied. */
export function markDenied(
  order: SimulatedOrder,
  reason: string | null,
  { nowMs }: Pick<Surroundings, 'nowMs'>
) {
  const request = order.requests[order.requests.length - 1]

  if (!request) return

  request.deniedBySeller = true
  request.deniedBySellerReason = reason
  request.cancellationRequestDenyDate = omsDate(nowMs)
}
