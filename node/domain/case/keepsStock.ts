import { onRequest } from '../journal/journal'
import type { Journal } from '../journal/journal'
import type { Order } from '../order/order'
import { hasRequest } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'

/**
 * Tells whether OMS does not give an order's stock back when it is canceled. An order whose
 * cancellation was requested does not show its status of before: then only this app's own send
 * tells, and null says that it is not known.
 */
export function keepsStock(order: Order, journal: Journal): boolean | null {
  const kept = (status: string | null) =>
    ruleOfStatus(status).keepsStock === true

  if (!hasRequest(order)) return kept(order.status)

  const [first] = onRequest(journal, order).filter(
    ({ kind }) => kind === 'cancel'
  )

  return first ? kept(first.statusSeen) : null
}
