import { BATCH_PHASES } from '../domain/batch/batch'
import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchProgress,
  BatchRow,
  RowProblem,
  Shard,
} from '../domain/batch/batch'
import type { BatchIndex } from '../domain/batch/batchIndex'
import { DEFAULT_OPTIONS } from '../domain/batch/batchOptions'
import type { OrderCancellation } from '../domain/cancellation/cancellation'
import type { StuckDiagnosis } from '../domain/cancellation/stuck'
import type { Lane } from '../domain/lane/lane'
import { PACE_RANGES } from '../domain/lane/paceBounds'
import { NO_EVIDENCE } from '../domain/lane/paceEvidence'
import type { Pacer } from '../domain/lane/pacer'
import type { ShownRefusal } from '../domain/refusal/refusal'
import { REFUSAL_CODES } from '../domain/refusal/refusalRules'
import {
  BATCH_ACTIONS,
  BATCH_ORDER_STATES,
  CANCELLATION_STATES,
  DECISION_MAKERS,
  NEXT_STEPS,
  STUCK_KINDS,
} from '../domain/vocabulary'
import {
  amounts,
  filledList,
  flag,
  formerly,
  list,
  number,
  numberIn,
  oneOf,
  orElse,
  orNull,
  record,
  text,
  unlessReadable,
} from './shape'
import type { Parse } from './shape'

/*
 * The files of batches, in all forms that were ever written (node/clients/fixtures/). A
 * field that an older version did not write has a default; where a wrong default could do
 * harm, it is the careful one. A file of another shape is never overwritten.
 */

export const manifestShape = record<BatchManifest>({
  id: text,
  inputHash: text,
  folder: text,
  name: orNull(text),
  reason: orNull(text),
  requestedByUser: orElse(flag, DEFAULT_OPTIONS.requestedByUser),
  checkFirst: orElse(flag, DEFAULT_OPTIONS.checkFirst),
  acceptOwnRequests: orElse(flag, DEFAULT_OPTIONS.acceptOwnRequests),
  maxRefusals: orNull(number),
  maxPerMinute: orNull(number),
  total: number,
  shardCount: number,
  createdBy: text,
  createdAtMs: number,
})

export const controlShape = record<BatchControl>({
  phase: oneOf(BATCH_PHASES),
  generation: orElse(number, 0),
  startedAtMs: orNull(number),
  refusalsForgiven: orElse(number, 0),
  history: list(
    record({
      id: text,
      action: oneOf(BATCH_ACTIONS),
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
  rows: filledList(
    record<BatchInputRow>({
      orderId: text,
      reason: orNull(text),
      problem: orNull(problem),
    })
  ),
})

const refusal = record<ShownRefusal>({
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
  attempts: orElse(number, 0),
  failedTries: formerly('tries', orElse(number, 0)),
  updatedAtMs: orNull(number),
  dueMs: orNull(number),
  maybeSent: orElse(flag, true),
  isChecked: orElse(flag, false),
  isAccepted: orElse(flag, true),
  acceptedAtMs: orNull(number),
  canceledSeenMs: orNull(number),
  cancellation: orNull(cancellation),
})

export const shardShape = record<Shard>({
  epoch: orElse(number, 0),
  isClean: orElse(flag, false),
  generation: orElse(number, 0),
  rows: filledList(row),
})

export const progressShape = record<BatchProgress>({
  generation: orElse(number, 0),
  finishedAtMs: orNull(number),
  shards: filledList(
    record({
      counts: amounts(BATCH_ORDER_STATES),
      withWarnings: orNull(number),
      checkDueMs: orNull(number),
      sendDueMs: orNull(number),
      acceptDueMs: orNull(number),
      confirmDueMs: formerly('lookDueMs', orNull(number)),
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

const paceNumber = (name: keyof typeof PACE_RANGES) =>
  numberIn(PACE_RANGES[name])

const pacer = record<Pacer>({
  ratePerSecond: paceNumber('ratePerSecond'),
  limitPerSecond: paceNumber('limitPerSecond'),
  climbPerSecond: paceNumber('climbPerSecond'),
  isSlowStart: flag,
  pausedUntilMs: paceNumber('pausedUntilMs'),
  failedProbes: paceNumber('failedProbes'),
  episodeStartMs: orNull(paceNumber('episodeStartMs')),
  cycleStartMs: paceNumber('cycleStartMs'),
  cycleCount: paceNumber('cycleCount'),
  // The careful side: without evidence each 429 lowers the rate.
  episodes: orElse(paceNumber('episodes'), NO_EVIDENCE.episodes),
  takenBetween: orElse(paceNumber('takenBetween'), NO_EVIDENCE.takenBetween),
  provenPerSecond: orElse(
    paceNumber('provenPerSecond'),
    NO_EVIDENCE.provenPerSecond
  ),
})

export const laneShape = record<Lane>({
  epoch: number,
  owner: orNull(text),
  expiresAtMs: number,
  endsAtMs: orElse(number, 0),
  successor: orNull(record({ id: text, sinceMs: number })),
  savedAtMs: orElse(number, 0),
  // The next owner learns the pace anew where it cannot be read.
  pacers: unlessReadable(orNull(record({ sends: pacer, reads: pacer })), null),
})
