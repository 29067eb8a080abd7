import { omsDate } from '../../clock'
import { reactionTo } from './cancelRules'
import { go } from './machine'
import type { Surroundings } from './machine'
import type { ReceivedCancel, SimulatedOrder } from './order'

/** Applies a received cancel to its order. */
export function applyCancel(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  surroundings: Surroundings
) {
  const reaction = reactionTo(order, surroundings.switches)

  switch (reaction) {
    case 'cancels':
      record(order, cancel, surroundings)
      go(order, ['cancel', 'canceled'], surroundings)
      break

    case 'tells the seller':
      record(order, cancel, surroundings)
      go(order, ['request-cancel', 'cancel', 'canceled'], surroundings)
      break

    case 'asks the seller':
      recordRequest(order, cancel, surroundings)
      go(order, ['request-cancel', 'waiting-for-seller-decision'], surroundings)
      askSeller(order, cancel, surroundings)
      break

    case 'asks':
      recordRequest(order, cancel, surroundings)
      go(order, ['cancellation-requested'], surroundings)
      break

    case 'accepts':
      go(order, ['cancel', 'canceled'], surroundings)
      break

    default:
    // The order has changed since the cancel was received, so the cancel has no effect.
  }
}

/** Creates the request on the seller's side. Both sides use the same request id. */
function askSeller(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  surroundings: Surroundings
) {
  const seller = surroundings.otherSide(order)

  if (!seller) return

  recordRequest(seller, cancel, {
    ...surroundings,
    requestId: order.cancellation?.requestId ?? undefined,
  })
  go(seller, ['cancellation-requested'], surroundings)
}

/** Records a cancellation that needs no decision. */
function record(
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

/** Records a cancellation request, which the seller has to decide. */
function recordRequest(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  surroundings: Surroundings & { requestId?: string }
) {
  const id =
    surroundings.requestId ??
    `request-${order.sequence}-${order.requests.length + 1}`

  record(order, cancel, surroundings)
  if (order.cancellation) order.cancellation.requestId = id
  order.requestedAt = order.status
  order.requests.push({
    id,
    reason: cancel.reason,
    cancellationRequestDate: omsDate(surroundings.nowMs),
    requestedByUser: cancel.requestedByUser,
    deniedBySeller: false,
    deniedBySellerReason: null,
    cancellationRequestDenyDate: null,
  })
}
