import type { BatchRow, ShardSummary } from '../../domain/batch/batch'
import { withSentences } from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { goodsOf } from '../../domain/goods/goods'
import { refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import { codeOf, REFUSAL_DETAILS } from '../../domain/refusal/details'
import type { RefusalCode } from '../../domain/refusal/details'
import { sumsOf } from '../../domain/refusal/grounds'
import type { Said } from '../../domain/refusal/said'
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
  checkedAtMs: null,
  isAccepted: false,
  acceptedAtMs: null,
  canceledSeenMs: null,
  cancellation: null,
  prospect: null,
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
  refusal: null,
  ...withSentences([]),
  ...more,
})

/** What the sentence of any refusal may name. */
const SAID: Said = {
  orderId: ORDER_ID,
  subject: 'handling',
  sums: sumsOf(goodsOf(anOrder())),
  clauses: '',
}

/** A refusal as the app makes it, in the first sentence of its code; `retryAfterSeconds` is the wait that OMS or the app states. */
export const aRefusal = (
  code: RefusalCode,
  retryAfterSeconds: number | null = null
): Refusal => {
  const [detail] = REFUSAL_DETAILS.filter((one) => codeOf(one) === code)

  return refusal(detail, SAID, { retryAfterSeconds })
}

/** The summary of a shard without rows and without work; `more` overrides fields. */
export const aSummary = (more: Partial<ShardSummary> = {}): ShardSummary => ({
  counts: {},
  withWarnings: 0,
  worth: { lines: [], checked: 0, checkedAtMs: null, retryable: 0 },
  checkDueMs: null,
  sendDueMs: null,
  acceptDueMs: null,
  confirmDueMs: null,
  ...more,
})
