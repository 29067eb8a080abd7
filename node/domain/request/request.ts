import { describeOrder } from '../cancellation/cancellation'
import { journalOnly } from '../cancellation/known'
import { openActions } from '../case/openActions'
import { factsOf } from '../decision/facts'
import type { Journal } from '../journal/journal'
import { believedValue } from '../order/order'
import type { Order } from '../order/order'
import type { OrderRow } from '../order/omsReply'
import { openRequestOf, requestCacheId } from './shownRequest'
import type { ShownRequest } from './shownRequest'

/** An order and its journal, as they were just read. */
export interface ReadRequest {
  order: Order
  journal: Journal
  isJournalRead: boolean
  nowMs: number
  /** The resources that the caller certainly holds. */
  grants: readonly string[]
}

/** Shows what the list alone tells about a request. */
export function listedRequest(
  orderId: string,
  { value, currency }: OrderRow
): ShownRequest {
  return {
    cacheId: requestCacheId(orderId),
    orderId,
    awaiting: 'SELF',
    requestedBy: 'UNKNOWN',
    reason: null,
    requestedAt: null,
    decideBy: null,
    value: believedValue(value),
    currency,
    actions: [],
  }
}

/** Adds what the order tells about its request; null where this account no longer has to decide about one. */
export function detailedRequest(
  listed: ShownRequest,
  read: ReadRequest
): ShownRequest | null {
  const { order, journal, isJournalRead, nowMs } = read
  const known = journalOnly(journal, nowMs)
  const request = openRequestOf({
    order,
    journal,
    isJournalRead,
    facts: factsOf(order, known),
    cancellation: describeOrder(order, known),
    actions: openActions(
      { order, journal, nowMs, callStartedMs: nowMs },
      {
        grants: read.grants,
        isJournalRead,
        // A return decides about no request.
        isReturnOffered: false,
        payment: { transactionStatus: null, isUnread: true },
      }
    ),
  })

  return request?.awaiting === 'SELF'
    ? {
        ...request,
        value: request.value ?? listed.value,
        currency: request.currency ?? listed.currency,
      }
    : null
}
