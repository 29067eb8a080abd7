import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  BatchRow,
  RowProblem,
  Shard,
} from '../domain/batch/batch'
import { BATCH_ORDER_STATES } from '../domain/batch/batchVocabulary'
import type { BatchIndex } from '../domain/batch/batchIndex'
import type { OrderCancellation } from '../domain/cancellation/cancellation'
import type { Lane } from '../domain/lane/lane'
import type { Pacer } from '../domain/lane/pacer'
import type { Refusal } from '../domain/refusal'
import type { StuckDiagnosis } from '../domain/cancellation/stuck'
import {
  CANCELLATION_STATES,
  DECISION_MAKERS,
  NEXT_STEPS,
  REFUSAL_CODES,
  STUCK_KINDS,
} from '../domain/vocabulary'
import {
  amounts,
  flag,
  list,
  number,
  oneOf,
  orNull,
  record,
  text,
} from './shape'
import type { Parse } from './shape'

/** The files of batches, as this app writes them. What has another shape is never written over. */

export const manifestShape = record<BatchManifest>({
  id: text,
  inputHash: text,
  folder: text,
  name: orNull(text),
  reason: orNull(text),
  requestedByUser: flag,
  checkFirst: flag,
  acceptOwnRequests: flag,
  maxRefusals: orNull(number),
  maxPerMinute: orNull(number),
  total: number,
  shardCount: number,
  createdBy: text,
  createdAtMs: number,
})

const ACTIONS = ['START', 'PAUSE', 'RESUME', 'ABORT', 'RETRY'] as const
const PHASES = ['created', 'running', 'paused', 'aborted'] as const

export const controlShape = record<BatchControl>({
  phase: oneOf(PHASES),
  generation: number,
  startedAtMs: orNull(number),
  refusalsForgiven: number,
  history: list(
    record({
      id: text,
      action: oneOf(ACTIONS),
      by: orNull(text),
      atMs: number,
    })
  ),
})

const problem: Parse<RowProblem> = (value) =>
  record<{ kind: 'invalid-id' }>({ kind: oneOf(['invalid-id']) })(value) ??
  record<{ kind: 'duplicate'; ofRow: number }>({
    kind: oneOf(['duplicate']),
    ofRow: number,
  })(value)

export const inputShape = record<{ rows: BatchInputRow[] }>({
  rows: list(
    record<BatchInputRow>({
      orderId: text,
      reason: orNull(text),
      problem: orNull(problem),
    })
  ),
})

const refusal = record<Refusal>({
  code: oneOf(REFUSAL_CODES),
  message: text,
  retryable: flag,
  retryAfterSeconds: orNull(number),
})

const stuck = record<StuckDiagnosis>({
  kind: oneOf(STUCK_KINDS),
  since: orNull(text),
  advice: text,
  knownIssue: orNull(text),
})

const cancellation = record<OrderCancellation>({
  cacheId: text,
  orderId: text,
  state: oneOf(CANCELLATION_STATES),
  awaiting: orNull(oneOf(DECISION_MAKERS)),
  orderStatus: orNull(text),
  date: orNull(text),
  receipt: orNull(text),
  reason: orNull(text),
  requestedByUser: orNull(flag),
  canceledAt: orNull(text),
  denial: orNull(record({ reason: orNull(text), date: orNull(text) })),
  stuck: orNull(stuck),
  nextStep: oneOf(NEXT_STEPS),
  warnings: list(text),
  refusal: orNull(refusal),
})

const row = record<BatchRow>({
  state: oneOf(BATCH_ORDER_STATES),
  attempts: number,
  tries: number,
  updatedAtMs: orNull(number),
  dueMs: orNull(number),
  maybeSent: flag,
  isChecked: flag,
  isAccepted: flag,
  acceptedAtMs: orNull(number),
  canceledSeenMs: orNull(number),
  cancellation: orNull(cancellation),
})

export const shardShape = record<Shard>({
  epoch: number,
  isClean: flag,
  generation: number,
  rows: list(row),
})

export const progressShape = record<BatchProgress>({
  generation: number,
  finishedAtMs: orNull(number),
  shards: list(
    record({
      counts: amounts(BATCH_ORDER_STATES),
      checkDueMs: orNull(number),
      sendDueMs: orNull(number),
      lookDueMs: orNull(number),
    })
  ),
})

export const indexShape = record<BatchIndex>({
  entries: list(
    record({
      id: text,
      createdAtMs: number,
      waitingSinceMs: orNull(number),
    })
  ),
})

const pacer = record<Pacer>({
  ratePerSecond: number,
  limitPerSecond: number,
  climbPerSecond: number,
  isSlowStart: flag,
  pausedUntilMs: number,
  failedProbes: number,
  episodeStartMs: orNull(number),
  cycleStartMs: number,
  cycleCount: number,
})

export const laneShape = record<Lane>({
  epoch: number,
  owner: orNull(text),
  expiresAtMs: number,
  endsAtMs: number,
  successor: orNull(record({ id: text, sinceMs: number })),
  open: list(record({ folder: text, shard: number })),
  savedAtMs: number,
  pacers: orNull(record({ sends: pacer, reads: pacer })),
})
