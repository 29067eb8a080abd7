import {
  BATCH_PHASES,
  FAILURE_KINDS,
  MAX_BATCH_ORDERS,
} from '../domain/batch/batch'
import type {
  BatchControl,
  BatchFailure,
  BatchInputRow,
  BatchProgress,
  BatchRow,
  RowProblem,
  Shard,
  ShardSummary,
} from '../domain/batch/batch'
import type { BatchIndex, IndexPage } from '../domain/batch/batchIndex'
import {
  isBatchId,
  MAX_PREFIX_LENGTH,
  MAX_PREFIXES,
} from '../domain/batch/batchIndex'
import { MAX_EPOCH } from '../domain/lane/lane'
import type { FoundLane, Lane, QueuedBatch } from '../domain/lane/lane'
import { FULL_ACCESS } from '../domain/lane/access'
import type { LaneAccess, NoAccess } from '../domain/lane/access'
import { PACE_RANGES } from '../domain/lane/paceBounds'
import { NO_EVIDENCE } from '../domain/lane/paceEvidence'
import type { Pacer } from '../domain/lane/pacer'
import { isOrderId } from '../domain/order/orderId'
import { BATCH_ACTIONS, BATCH_ORDER_STATES } from '../domain/vocabulary'
import { cancellationShape, keptOf } from './cancellationShape'
import { pace } from './manifestShape'
import {
  amounts,
  count,
  filledList,
  flag,
  formerly,
  list,
  meeting,
  numberIn,
  oneOf,
  orElse,
  orNull,
  record,
  text,
  time,
  unlessReadable,
} from './shape'
import type { Parse } from './shape'
import { isWorthOf, prospectShape, worthShape } from './worthShape'

/*
 * The files of batches, in all forms that were ever written (node/clients/fixtures/). A
 * field that an older version did not write has a default; where a wrong default could do
 * harm, it is the careful one. A number outside its range makes a file unreadable, so that
 * no later step has to doubt one.
 */

/** The most that is counted of anything but rows: tries, retries, refusals. */
const MAX_COUNT = 1_000_000

const someCount = count(MAX_COUNT)
const rowCount = count(MAX_BATCH_ORDERS)
const epoch = count(MAX_EPOCH)

const failure = record<BatchFailure>({
  kind: oneOf(FAILURE_KINDS),
  file: meeting(text, (file) => /^[\w-]+(\/\d+)?\.json$/.test(file)),
  generation: someCount,
  atMs: time,
})

export const controlShape = record<BatchControl>({
  phase: oneOf(BATCH_PHASES),
  generation: orElse(someCount, 0),
  startedAtMs: orNull(time),
  refusalsForgiven: orElse(rowCount, 0),
  failure: orNull(failure),
  history: list(
    record({
      id: text,
      action: oneOf(BATCH_ACTIONS),
      by: orNull(text),
      atMs: time,
    })
  ),
})

const problem: Parse<RowProblem> = (value) =>
  record<{ kind: 'invalid-id' }>({ kind: oneOf(['invalid-id']) })(value) ??
  record<{ kind: 'duplicate'; ofRow: number }>({
    kind: oneOf(['duplicate']),
    ofRow: rowCount,
  })(value)

/** A row of the input; an order that is to be canceled has an id that an order may have. */
const inputRow = meeting(
  record<BatchInputRow>({
    orderId: text,
    reason: orNull(text),
    problem: orNull(problem),
  }),
  ({ problem: known, orderId }) => known !== null || isOrderId(orderId)
)

/** Tells whether each order is to be canceled once: a create marks every other row of it as a duplicate. */
function isEachOnce(rows: BatchInputRow[]): boolean {
  const ids = rows.flatMap((row) => (row.problem === null ? row.orderId : []))

  return new Set(ids).size === ids.length
}

export const inputShape = record<{ rows: BatchInputRow[] }>({
  rows: meeting(filledList(inputRow), isEachOnce),
})

const row = record<BatchRow>({
  state: oneOf(BATCH_ORDER_STATES),
  attempts: orElse(someCount, 0),
  failedTries: formerly('tries', orElse(someCount, 0)),
  updatedAtMs: orNull(time),
  dueMs: orNull(time),
  maybeSent: orElse(flag, true),
  isChecked: orElse(flag, false),
  checkedAtMs: orNull(time),
  isAccepted: orElse(flag, true),
  acceptedAtMs: orNull(time),
  canceledSeenMs: orNull(time),
  cancellation: orNull(cancellationShape),
  prospect: orNull(prospectShape),
})

export const shardShape = record<Shard>({
  epoch: orElse(epoch, 0),
  isClean: orElse(flag, false),
  generation: orElse(someCount, 0),
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
  generation: orElse(someCount, 0),
  finishedAtMs: orNull(time),
  nextSlotMs: orNull(time),
  shards: filledList(
    meeting(
      record<ShardSummary>({
        counts: amounts(BATCH_ORDER_STATES, rowCount),
        withWarnings: orNull(rowCount),
        worth: orNull(worthShape),
        checkDueMs: orNull(time),
        sendDueMs: orNull(time),
        acceptDueMs: orNull(time),
        confirmDueMs: formerly('lookDueMs', orNull(time)),
      }),
      isWorthOf
    )
  ),
})

const indexPage = record<IndexPage>({
  name: meeting(text, (name) => /^[\w-]+$/.test(name)),
  newestMs: time,
  oldestMs: time,
})

export const indexShape = record<BatchIndex>({
  entries: list(
    record({
      id: meeting(text, isBatchId),
      createdAtMs: time,
      waitingSinceMs: orNull(time),
    })
  ),
  pages: list(indexPage),
  rebuild: meeting(
    list(
      meeting(
        text,
        (prefix) =>
          prefix.length <= MAX_PREFIX_LENGTH && /^[0-9a-f]*$/.test(prefix)
      )
    ),
    (prefixes) => prefixes.length <= MAX_PREFIXES
  ),
})

/** A page of the index: batches that wait for nothing. One without any is deleted. */
export const indexPageShape = record({
  entries: filledList(
    record({ id: meeting(text, isBatchId), createdAtMs: time })
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
  recentMs: orElse(paceNumber('recentMs'), 0),
  recentCount: orElse(paceNumber('recentCount'), 0),
  // The careful side: without evidence each 429 lowers the rate.
  episodes: orElse(paceNumber('episodes'), NO_EVIDENCE.episodes),
  takenBetween: orElse(paceNumber('takenBetween'), NO_EVIDENCE.takenBetween),
  provenPerSecond: orElse(
    paceNumber('provenPerSecond'),
    NO_EVIDENCE.provenPerSecond
  ),
})

const noAccess = record<NoAccess>({
  sinceMs: time,
  probes: someCount,
  probeMs: time,
})

const access = record<LaneAccess>({
  read: orNull(noAccess),
  send: orNull(noAccess),
  knownOrderId: orNull(text),
})

const queuedBatch = record<QueuedBatch>({
  id: text,
  pending: count(Number.MAX_SAFE_INTEGER),
  maxPerMinute: orNull(pace),
})

export const laneShape = record<Lane>({
  epoch,
  owner: orNull(text),
  expiresAtMs: time,
  endsAtMs: orElse(time, 0),
  successor: orNull(record({ id: text, sinceMs: time })),
  savedAtMs: orElse(time, 0),
  // The next owner learns the pace anew where it cannot be read.
  pacers: unlessReadable(orNull(record({ sends: pacer, reads: pacer })), null),
  // The next owner finds out anew.
  access: unlessReadable(orElse(access, FULL_ACCESS), FULL_ACCESS),
  queue: unlessReadable(list(queuedBatch), []),
})

export const foundLaneShape = record<FoundLane>({ found: text, atMs: time })
