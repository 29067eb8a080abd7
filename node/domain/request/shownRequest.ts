import type { OrderCancellation } from '../cancellation/cancellation'
import { isMadeHere } from '../decision/facts'
import type { Facts } from '../decision/facts'
import type { Journal } from '../journal/journal'
import { believedValue } from '../order/order'
import type { Order } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'
import type { DecisionMaker, OrderAction, RequestMaker } from '../vocabulary'

/** An open cancellation request, as the API shows it. */
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

/** What is known about an order whose request is shown. */
export interface RequestRead {
  order: Order
  journal: Journal
  isJournalRead: boolean
  facts: Facts
  cancellation: Pick<OrderCancellation, 'awaiting' | 'reason' | 'state'>
  /** What the caller may do to the order. */
  actions: readonly OrderAction[]
}

/** VTEX cancels an order by itself this long after an open request was made (help page Canceling orders). */
const DECIDED_BY_VTEX_AFTER_MS = 30 * 24 * 3_600_000

/** An order has at most one open request, and each is another thing than its order. */
export const requestCacheId = (orderId: string) => `request:${orderId}`

/** Shows the request that one side has to decide about now; null where none is open. */
export function openRequestOf(read: RequestRead): ShownRequest | null {
  const { order, facts, actions } = read
  const { reason } = read.cancellation
  const awaiting = awaitingOf(read)

  if (awaiting === null) return null

  const requestedMs = Date.parse(facts.request?.date ?? '')

  return {
    cacheId: requestCacheId(order.orderId),
    orderId: order.orderId,
    awaiting,
    requestedBy: makerOf(read),
    reason: reason ?? facts.request?.reason ?? null,
    ...datesOf(requestedMs),
    value: believedValue(order.value),
    currency: order.currency,
    actions: actions.filter(
      (action) => action === 'ACCEPT' || action === 'DENY'
    ),
  }
}

/** Says who has to decide. Neither side is awaited where the order has stopped, but the request in its status can still be denied. */
function awaitingOf({
  order,
  cancellation: { awaiting, state },
}: RequestRead): DecisionMaker | null {
  const whenStopped =
    state === 'STUCK' ? ruleOfStatus(order.status).awaiting : null

  return awaiting ?? whenStopped ?? null
}

function datesOf(requestedMs: number) {
  return {
    requestedAt: isoOrNull(requestedMs),
    decideBy: isoOrNull(requestedMs + DECIDED_BY_VTEX_AFTER_MS),
  }
}

/** OMS may name a date that cannot be read, or one so late that no date lies 30 days behind it. */
function isoOrNull(epochMs: number): string | null {
  const date = new Date(epochMs)

  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** Says who made a request; unknown where OMS and the journal do not tell. */
function makerOf({
  order,
  journal,
  isJournalRead,
  facts,
}: RequestRead): RequestMaker {
  const requestedByUser = facts.request?.requestedByUser ?? null
  const isTold =
    requestedByUser !== null || order.cancellation?.requestedBySeller === true

  const isRecordedHere =
    facts.request !== null && isMadeHere(order, facts.request, journal)

  if (facts.case.request === 'OWN') {
    // The decision table also takes a request for the store's own to be safe, where nothing tells whose it is.
    return isTold || isRecordedHere ? 'OWN_STORE' : 'UNKNOWN'
  }

  // Without the journal, it may be one that this app has made.
  if (requestedByUser === null || !isJournalRead) return 'UNKNOWN'

  return requestedByUser ? 'SHOPPER' : 'OTHER_SIDE'
}
