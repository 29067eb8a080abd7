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
import type { Lane } from '../domain/lane/lane'
import type { Pacer } from '../domain/lane/pacer'
import { BATCH_ACTIONS, BATCH_ORDER_STATES } from '../domain/vocabulary'
import { cancellationShape, keptOf } from './cancellationShape'
import {
  amounts,
  filledList,
  flag,
  formerly,
  list,
  number,
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
  cancellation: orNull(cancellationShape),
})

export const shardShape = record<Shard>({
  epoch: orElse(number, 0),
  isClean: orElse(flag, false),
  generation: orElse(number, 0),
  rows: filledList(row),
})

/** Makes of a shard what is stored of it. */
export function keptShard({ rows, ...rest }: Shard): object {
  return {
    ...rest,
    rows: rows.map((one) => ({
      ...one,
      cancellation: one.cancellation && keptOf(one.cancellation),
    })),
  }
}

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
  endsAtMs: orElse(number, 0),
  successor: orNull(record({ id: text, sinceMs: number })),
  savedAtMs: orElse(number, 0),
  // The next owner learns the pace anew where it cannot be read.
  pacers: unlessReadable(orNull(record({ sends: pacer, reads: pacer })), null),
})
