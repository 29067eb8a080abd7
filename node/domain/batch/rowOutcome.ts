import type { BatchRow } from './batch'
import { ROW_SETTLE_MS } from './row'
import type { RowTask } from './row'
import type { OrderCancellation } from '../cancellation/cancellation'
import { isRequested } from '../order/orderStatus'
import type { RefusalCode } from '../vocabulary'

/** A row that came to nothing so many times in a row is left to a person. */
export const MAX_TRIES = 6

/** `canceled` may flip back for a moment (known issue 1242813): two looks so far apart make it certain. */
export const CERTAIN_AFTER_MS = 30_000

/** OMS cancels within seconds, sometimes minutes; what takes longer does not move by itself. */
export const CONFIRM_WITHIN_MS = 2 * 60 * 60_000

const FIRST_LOOK_AFTER_MS = 10_000
const MAX_LOOK_EVERY_MS = 10 * 60_000

/** Refusals that may pass by themselves, and how long a row waits at first when nothing says how long. */
const PASSING_MS: Partial<Record<RefusalCode, number>> = {
  OMS_UNAVAILABLE: 5_000,
  STORAGE_UNAVAILABLE: 5_000,
  CONFLICT: 5_000,
  ORDER_IN_TRANSITION: 30_000,
}

/** What one try at a row found out. */
export interface RowOutcome {
  cancellation: OrderCancellation
  /** Whether something was sent. */
  isSent: boolean
  /** An epoch time. */
  atMs: number
}

type After = (row: BatchRow, outcome: RowOutcome) => BatchRow

const AFTER: Record<RowTask, After> = {
  check: afterCheck,
  cancel: afterCancel,
  accept: afterAccept,
  look: afterLook,
}

/** The row after one try at a task. */
export function rowAfter(
  task: RowTask,
  row: BatchRow,
  outcome: RowOutcome
): BatchRow {
  const tried = {
    ...row,
    attempts: row.attempts + (outcome.isSent ? 1 : 0),
    updatedAtMs: outcome.atMs,
    cancellation: outcome.cancellation,
  }

  return AFTER[task](tried, outcome)
}

/** A preview, and never the reason to send: what it leaves pending is read again. */
function afterCheck(row: BatchRow, { cancellation, atMs }: RowOutcome) {
  const { refusal, state } = cancellation
  const checked = { ...row, isChecked: true }

  if (refusal) {
    return refusal.retryable
      ? { ...checked, dueMs: 0 }
      : { ...checked, state: 'REFUSED' as const, dueMs: null }
  }

  return isRequested(state)
    ? standing(checked, cancellation, atMs)
    : { ...checked, dueMs: 0 }
}

function afterCancel(row: BatchRow, outcome: RowOutcome): BatchRow {
  const { cancellation, isSent, atMs } = outcome

  if (cancellation.refusal) return afterRefusal(row, outcome)

  // Nobody knows what became of what was sent.
  return ['UNKNOWN', 'NOT_REQUESTED'].includes(cancellation.state)
    ? again({ ...row, maybeSent: row.maybeSent || isSent }, atMs, ROW_SETTLE_MS)
    : standing(row, cancellation, atMs)
}

function afterRefusal(row: BatchRow, { cancellation, atMs }: RowOutcome) {
  const waitMs = passingMs(row, cancellation)

  if (waitMs !== null) return again(row, atMs, waitMs)

  // The open request may be what this row has sent.
  return row.maybeSent && isRequested(cancellation.state)
    ? standing(row, { ...cancellation, refusal: null }, atMs)
    : { ...row, state: 'REFUSED' as const, dueMs: null }
}

/** How long to wait for a refusal to pass; null for one that does not. */
function passingMs(
  { tries }: BatchRow,
  { refusal }: OrderCancellation
): number | null {
  const firstMs = refusal && PASSING_MS[refusal.code]

  if (!refusal || firstMs == null) return null

  return refusal.retryAfterSeconds === null
    ? firstMs * 2 ** tries
    : refusal.retryAfterSeconds * 1_000
}

/** Tries again later, but not for ever. */
function again(row: BatchRow, atMs: number, waitMs: number): BatchRow {
  const tries = row.tries + 1

  if (tries < MAX_TRIES) return { ...row, tries, dueMs: atMs + waitMs }

  return {
    ...row,
    tries,
    dueMs: null,
    state: row.maybeSent || !row.cancellation?.refusal ? 'UNKNOWN' : 'REFUSED',
  }
}

/** After a try to take the second step. What comes to nothing leaves the request open for a person. */
function afterAccept(row: BatchRow, { cancellation, atMs }: RowOutcome) {
  const { refusal, state } = cancellation
  const isUnknown = !refusal && state === 'UNKNOWN'
  const waitMs = isUnknown ? ROW_SETTLE_MS : passingMs(row, cancellation)

  if (waitMs !== null) {
    const tries = row.tries + 1

    return { ...row, tries, dueMs: tries < MAX_TRIES ? atMs + waitMs : null }
  }

  return refusal
    ? { ...row, dueMs: null }
    : standing({ ...row, isAccepted: true }, cancellation, atMs)
}

/** After a look at an order whose cancellation is, or may be, under way. */
function afterLook(row: BatchRow, { cancellation, atMs }: RowOutcome) {
  const { state, refusal, orderStatus } = cancellation

  // A read that failed proves nothing.
  if (refusal && orderStatus === null) return lookAgain(row, atMs)
  if (state === 'CANCELED') return canceledSeen(row, atMs)
  if (state === 'AWAITING_DECISION' || state === 'DENIED' || state === 'STUCK')
    return standing(row, cancellation, atMs)

  const moved = { ...row, canceledSeenMs: null }

  if (state === 'ACCEPTED') return lookAgain({ ...moved, state }, atMs)

  // Of a batch that was aborted: what may have been sent came to nothing.
  return row.state === 'PENDING' && state === 'NOT_REQUESTED'
    ? { ...moved, state: 'NOT_ATTEMPTED' as const, dueMs: null }
    : lookAgain(moved, atMs)
}

function lookAgain(row: BatchRow, atMs: number): BatchRow {
  const acceptedAtMs = row.acceptedAtMs ?? atMs
  const ageMs = atMs - acceptedAtMs
  const everyMs = Math.max(FIRST_LOOK_AFTER_MS, ageMs)

  return ageMs < CONFIRM_WITHIN_MS
    ? {
        ...row,
        acceptedAtMs,
        dueMs: atMs + Math.min(everyMs, MAX_LOOK_EVERY_MS),
      }
    : // OMS confirmed it, and the order never showed it; or nobody can tell.
      {
        ...row,
        state: row.cancellation?.state === 'ACCEPTED' ? 'STUCK' : 'UNKNOWN',
        dueMs: null,
      }
}

function canceledSeen(row: BatchRow, atMs: number): BatchRow {
  const canceledSeenMs = row.canceledSeenMs ?? atMs
  const acceptedAtMs = row.acceptedAtMs ?? atMs
  const seen = { ...row, tries: 0, canceledSeenMs, acceptedAtMs }

  return atMs - canceledSeenMs >= CERTAIN_AFTER_MS
    ? { ...seen, state: 'CANCELED', dueMs: null }
    : { ...seen, state: 'ACCEPTED', dueMs: canceledSeenMs + CERTAIN_AFTER_MS }
}

/** Where an order stands whose cancellation was requested. */
function standing(
  row: BatchRow,
  cancellation: OrderCancellation,
  atMs: number
): BatchRow {
  const { state, awaiting } = cancellation
  const known = { ...row, cancellation, tries: 0 }

  switch (state) {
    case 'CANCELED':
      return canceledSeen(known, atMs)

    case 'ACCEPTED':
      return lookAgain({ ...known, state }, atMs)

    case 'AWAITING_DECISION':
      return {
        ...known,
        state,
        // A second step is taken once.
        dueMs: awaiting === 'SELF' && !row.isAccepted ? atMs : null,
      }

    case 'DENIED':

    case 'STUCK':
      return { ...known, state, dueMs: null }

    default:
      return { ...known, state: 'UNKNOWN', dueMs: null }
  }
}
