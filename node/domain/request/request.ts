import { describeOrder } from '../cancellation/cancellation'
import { journalOnly } from '../cancellation/known'
import { factsOf } from '../decision/facts'
import type { Case } from '../decision/facts'
import type { Journal } from '../journal/journal'
import type { Order } from '../order/order'
import type { OrderRow } from '../order/omsReply'
import type { DecisionMaker, RequestMaker } from '../vocabulary'

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
}

/** An order and its journal, as they were just read. */
export interface ReadRequest {
  order: Order
  journal: Journal
  isJournalRead: boolean
  nowMs: number
}

/** VTEX cancels an order by itself this long after an open request was made (help page Canceling orders). */
const DECIDED_BY_VTEX_AFTER_MS = 30 * 24 * 3_600_000

/** The highest amount that is believed, in cents: 10,000 of them add up exactly. */
const MAX_VALUE = 9e11

const believed = (value: number | null) =>
  value !== null && value <= MAX_VALUE ? value : null

/** Shows what the list alone tells about a request. */
export function listedRequest(
  orderId: string,
  { value, currency }: OrderRow
): ShownRequest {
  return {
    cacheId: `request:${orderId}`,
    orderId,
    awaiting: 'SELF',
    requestedBy: 'UNKNOWN',
    reason: null,
    requestedAt: null,
    decideBy: null,
    value: believed(value),
    currency,
  }
}

/** Adds what the order tells about its request; null where this account no longer has to decide about one. */
export function detailedRequest(
  listed: ShownRequest,
  read: ReadRequest
): ShownRequest | null {
  const { order, journal, nowMs } = read
  const { awaiting, reason } = describeOrder(order, journalOnly(journal, nowMs))

  if (awaiting !== 'SELF') return null

  const facts = factsOf(order, { journal, nowMs })
  const requestedMs = Date.parse(facts.request?.date ?? '')

  return {
    ...listed,
    awaiting,
    requestedBy: makerOf(facts.case.request, read, facts.request),
    reason,
    ...(Number.isNaN(requestedMs) ? {} : datesOf(requestedMs)),
    value: believed(order.value) ?? listed.value,
  }
}

function datesOf(requestedMs: number) {
  return {
    requestedAt: new Date(requestedMs).toISOString(),
    decideBy: new Date(requestedMs + DECIDED_BY_VTEX_AFTER_MS).toISOString(),
  }
}

/** Says who made a request; unknown where OMS and the journal do not tell. */
function makerOf(
  request: Case['request'],
  { order, journal, isJournalRead }: ReadRequest,
  open: { requestedByUser: boolean | null } | null
): RequestMaker {
  const requestedByUser = open?.requestedByUser ?? null
  const isTold =
    requestedByUser !== null || order.cancellation?.requestedBySeller === true

  if (request === 'OWN') {
    // The decision table also takes a request for the store's own to be safe, where nothing tells whose it is.
    return isTold || journal.entries.length > 0 ? 'OWN_STORE' : 'UNKNOWN'
  }

  // Without the journal, it may be one that this app has made.
  if (requestedByUser === null || !isJournalRead) return 'UNKNOWN'

  return requestedByUser ? 'SHOPPER' : 'OTHER_SIDE'
}
