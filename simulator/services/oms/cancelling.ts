import { omsDate } from '../../clock'
import { reactionTo } from './cancelRules'
import { go } from './machine'
import type { Surroundings } from './machine'
import type { ReceivedCancel, SimulatedOrder } from './order'

/** Carries out a cancel that was received. */
export function carryOut(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  around: Surroundings
) {
  const reaction = reactionTo(order, around.switches)

  switch (reaction) {
    case 'cancels':
      record(order, cancel, around)
      go(order, ['cancel', 'canceled'], around)
      break

    case 'tells the seller':
      record(order, cancel, around)
      go(order, ['request-cancel', 'cancel', 'canceled'], around)
      break

    case 'asks the seller':
      recordRequest(order, cancel, around)
      go(order, ['request-cancel', 'waiting-for-seller-decision'], around)
      askSeller(order, cancel, around)
      break

    case 'asks':
      recordRequest(order, cancel, around)
      go(order, ['cancellation-requested'], around)
      break

    case 'accepts':
      go(order, ['cancel', 'canceled'], around)
      break

    default:
    // It was received before the order moved on, and comes to nothing.
  }
}

/** Both sides know a request by the same id. */
function askSeller(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  around: Surroundings
) {
  const seller = around.otherSide(order)

  if (!seller) return

  recordRequest(seller, cancel, {
    ...around,
    requestId: order.cancellation?.requestId ?? undefined,
  })
  go(seller, ['cancellation-requested'], around)
}

/** Records a cancellation for which nobody has to be asked. */
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

/** Records a cancellation that somebody has to decide about. */
function recordRequest(
  order: SimulatedOrder,
  cancel: ReceivedCancel,
  around: Surroundings & { requestId?: string }
) {
  const id =
    around.requestId ?? `request-${order.sequence}-${order.requests.length + 1}`

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
