import type { Facts } from '../decision/facts'
import type { Order } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'
import type { DecisionMaker, OrderAction, RequestMaker } from '../vocabulary'

/** The open request of an order, as a page shows it. */
export interface ShownRequest {
  cacheId: string
  orderId: string
  awaiting: DecisionMaker
  requestedBy: RequestMaker
  reason: string | null
  requestedAt: string | null
  decideBy: string | null
  value: number | null
  currency: string | null
  actions: OrderAction[]
}

/** VTEX cancels by itself where a request was not decided for this long. */
const DECIDED_WITHIN_MS = 30 * 24 * 3_600_000

/** Shows the request that one side has to decide about now; null where none is open. */
export function openRequestOf(
  order: Order,
  {
    facts: {
      request,
      case: { request: kind },
    },
    actions,
  }: { facts: Facts; actions: OrderAction[] }
): ShownRequest | null {
  const { awaiting } = ruleOfStatus(order.status)

  if (!request || !awaiting) return null

  const madeMs = Date.parse(request.date ?? '')
  const isDated = !Number.isNaN(madeMs)

  return {
    // Two requests of one order are two things.
    cacheId: `${order.orderId} ${request.id ?? request.date ?? ''}`,
    orderId: order.orderId,
    awaiting,
    requestedBy: makerOf(kind, request.requestedByUser),
    reason: request.reason,
    requestedAt: isDated ? new Date(madeMs).toISOString() : null,
    decideBy: isDated
      ? new Date(madeMs + DECIDED_WITHIN_MS).toISOString()
      : null,
    value: order.value,
    currency: order.currency,
    actions,
  }
}

function makerOf(
  kind: Facts['case']['request'],
  requestedByUser: boolean | null
): RequestMaker {
  if (kind === 'OWN') return 'OWN_STORE'
  if (requestedByUser === true) return 'SHOPPER'

  return requestedByUser === false ? 'OTHER_SIDE' : 'UNKNOWN'
}
