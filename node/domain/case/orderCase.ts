import type { OrderCancellation } from '../cancellation/cancellation'
import type { Known } from '../cancellation/known'
import { factsOf } from '../decision/facts'
import { believedValue, isPaidHere } from '../order/order'
import type { Order } from '../order/order'
import { cancelMakesRequest } from '../order/orderStatus'
import { openRequestOf } from '../request/shownRequest'
import type { ShownRequest } from '../request/shownRequest'
import type { OrderAction } from '../vocabulary'
import { historyOf } from './history'
import type { CancellationEvent } from './history'
import { keepsStock } from './keepsStock'
import { openActions } from './openActions'
import type { Offered } from './openActions'
import { paymentOf } from './payment'
import type { OrderPayment } from './payment'
import { MAX_SIBLINGS, siblingsOf } from './siblings'
import type { SiblingOrder } from './siblings'

/** One order, as an operator decides about it. Null where it could not be read. */
export interface CancellationCase {
  cacheId: string
  orderId: string
  cancellation: OrderCancellation
  readAt: string
  actions: OrderAction[]
  makesRequest: boolean | null
  keepsStock: boolean | null
  value: number | null
  currency: string | null
  createdAt: string | null
  request: ShownRequest | null
  payment: OrderPayment | null
  siblings: SiblingOrder[] | null
  history: CancellationEvent[] | null
}

/** What was read about an order and about who looks at it. */
export interface CaseRead extends Offered {
  cancellation: OrderCancellation
  known: Known
}

/** Shows an order that was not read: only the refusal says something. */
export function unreadCase(
  cancellation: OrderCancellation,
  nowMs: number
): CancellationCase {
  return {
    cacheId: cancellation.orderId,
    orderId: cancellation.orderId,
    cancellation,
    readAt: new Date(nowMs).toISOString(),
    actions: [],
    makesRequest: null,
    keepsStock: null,
    value: null,
    currency: null,
    createdAt: null,
    request: null,
    payment: null,
    siblings: null,
    history: null,
  }
}

/** Shows an order with everything that an operator decides with. */
export function caseOf(order: Order, read: CaseRead): CancellationCase {
  const { cancellation, known, isJournalRead } = read
  const { journal, nowMs, purchase, transactionStatus } = known
  const actions = openActions(
    { order, journal, nowMs, callStartedMs: nowMs },
    read
  )

  return {
    ...unreadCase(cancellation, nowMs),
    actions,
    makesRequest: cancelMakesRequest(order),
    keepsStock: keepsStock(order, journal),
    value: believedValue(order.value),
    currency: order.currency,
    createdAt:
      order.createdMs === null ? null : new Date(order.createdMs).toISOString(),
    request: openRequestOf({
      order,
      journal,
      isJournalRead,
      facts: factsOf(order, known),
      cancellation,
      actions,
    }),
    payment:
      isPaidHere(order) && transactionStatus !== null
        ? paymentOf(transactionStatus)
        : null,
    siblings: purchase && siblingsOf(order, purchase).slice(0, MAX_SIBLINGS),
    history: isJournalRead ? historyOf(order, journal, nowMs) : null,
  }
}
