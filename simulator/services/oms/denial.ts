import { omsDate } from '../../clock'
import { go } from './machine'
import type { Surroundings } from './machine'
import { isOwnStore } from './order'
import type { SimulatedOrder, SimulatedRequest } from './order'

/** Denies the open request of an order in the seller's name; both sides return to their previous status. */
export function deny(
  order: SimulatedOrder,
  reason: string | null,
  surroundings: Surroundings
) {
  const other = surroundings.otherSide(order)
  const isMarketplace = isAsking(order)
  const before = order.requestedAt ?? 'ready-for-handling'

  markDenied(order, reason, surroundings)
  go(
    order,
    isMarketplace ? ['payment-approved'] : [deniedStatus(order), before],
    surroundings
  )

  if (other && isAsking(other)) {
    markDenied(other, reason, surroundings)
    go(other, ['payment-approved'], surroundings)
  }
}

/** True if the order is a marketplace's that waits for its seller's decision, or is about to. */
function isAsking({ status, upcoming }: SimulatedOrder): boolean {
  return (
    status === 'waiting-for-seller-decision' ||
    upcoming.some((next) => next.status === 'waiting-for-seller-decision')
  )
}

function deniedStatus(order: SimulatedOrder): string {
  return order.origin === 'Marketplace' && isOwnStore(order)
    ? 'cancellation-request-denied'
    : 'cancellation-request-denied-ffm'
}

/** Finds the open request of an order: the one that its cancellation names, else the newest that was not denied. */
export function openRequest({
  cancellation,
  requests,
}: SimulatedOrder): SimulatedRequest | undefined {
  const open = requests.filter(({ deniedBySeller }) => !deniedBySeller)

  return open.find(({ id }) => id === cancellation?.requestId) ?? newest(open)
}

/** Finds the newest request by its date; the last of the list where no date tells. */
function newest(requests: SimulatedRequest[]): SimulatedRequest | undefined {
  const dateOf = ({ cancellationRequestDate }: SimulatedRequest) =>
    Date.parse(cancellationRequestDate)

  return requests.reduce<SimulatedRequest | undefined>(
    (one, other) => (one && dateOf(other) > dateOf(one) ? other : one),
    requests[requests.length - 1]
  )
}

/** Marks the open request of an order as denied. */
export function markDenied(
  order: SimulatedOrder,
  reason: string | null,
  { nowMs }: Pick<Surroundings, 'nowMs'>
) {
  const request = openRequest(order)

  if (!request) return

  request.deniedBySeller = true
  request.deniedBySellerReason = reason
  request.cancellationRequestDenyDate = omsDate(nowMs)
}
