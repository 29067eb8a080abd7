import { go } from './machine'
import type { Surroundings } from './machine'
import { isOwnStore } from './order'
import type { SimulatedOrder } from './order'
import { markDenied } from './requests'

/** The seller denies the open request of an order; both sides go back to where they were. */
export function deny(
  order: SimulatedOrder,
  reason: string | null,
  around: Surroundings
) {
  const other = around.otherSide(order)
  const isMarketplace = order.status === 'waiting-for-seller-decision'
  const before = order.requestedAt ?? 'ready-for-handling'

  markDenied(order, reason, around)
  go(
    order,
    isMarketplace ? ['payment-approved'] : [deniedStatus(order), before],
    around
  )

  if (other?.status === 'waiting-for-seller-decision') {
    markDenied(other, reason, around)
    go(other, ['payment-approved'], around)
  }
}

function deniedStatus(order: SimulatedOrder): string {
  return order.origin === 'Marketplace' && isOwnStore(order)
    ? 'cancellation-request-denied'
    : 'cancellation-request-denied-ffm'
}
