import type { BatchRow, ShardSummary } from '../../domain/batch/batch'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { goodsOf } from '../../domain/goods/goods'
import { refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import type { RefusalCode } from '../../domain/refusal/refusalRules'
import { anOrder, ORDER_ID } from '../orders'

/** A row that no replica has worked on; `more` overrides fields. */
export const aRow = (more: Partial<BatchRow> = {}): BatchRow => ({
  state: 'PENDING',
  attempts: 0,
  failedTries: 0,
  updatedAtMs: null,
  dueMs: 0,
  maybeSent: false,
  isChecked: false,
  isAccepted: false,
  acceptedAtMs: null,
  canceledSeenMs: null,
  cancellation: null,
  ...more,
})

/** The cancellation of an order that was read; `more` overrides fields. */
export const aCancellation = (
  more: Partial<OrderCancellation> = {}
): OrderCancellation => ({
  cacheId: ORDER_ID,
  orderId: ORDER_ID,
  state: 'NOT_REQUESTED',
  awaiting: null,
  orderStatus: 'handling',
  date: null,
  receipt: null,
  reason: null,
  requestedByUser: null,
  canceledAt: null,
  denial: null,
  stuck: null,
  nextStep: 'NONE',
  warnings: [],
  refusal: null,
  ...more,
})

/** What the message of any refusal may name. */
const SUBJECT = {
  orderId: ORDER_ID,
  orderStatus: 'handling',
  problem: 'A problem.',
  foundOrderId: 'other-01',
  resource: 'CancelAction' as const,
  doing: 'cancel',
  rightAccount: 'globex',
  because: 'UNSEEN' as const,
  goods: goodsOf(anOrder()),
  nextStep: 'NONE' as const,
  since: null,
}

/** A refusal as the app makes it; `retryAfterSeconds` is the wait that OMS or the app states. */
export const aRefusal = (
  code: RefusalCode,
  retryAfterSeconds: number | null = null
): Refusal => refusal(code, SUBJECT, { retryAfterSeconds })

/** The summary of a shard without rows and without work; `more` overrides fields. */
export const aSummary = (more: Partial<ShardSummary> = {}): ShardSummary => ({
  counts: {},
  checkDueMs: null,
  sendDueMs: null,
  acceptDueMs: null,
  confirmDueMs: null,
  ...more,
})
