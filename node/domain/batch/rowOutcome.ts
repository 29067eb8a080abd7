import type { OrderCancellation } from '../cancellation/cancellation'
import { waitMsOf } from '../refusal/refusal'
import type { BatchOrderAction } from '../vocabulary'
import type { BatchRow, Prospect } from './batch'
import { canceledSeen } from './canceledSeen'
import type { ReadDepth } from './canceledSeen'
import { prospectAfter } from './outlook'
import { MAX_TRIES, ROW_SETTLE_MS } from './row'
import type { RowTask } from './row'
import { ROW_ACTIONS } from './rowActions'

/** OMS cancels within seconds, sometimes minutes; what takes longer does not move by itself. */
export const CONFIRM_WITHIN_MS = 2 * 60 * 60_000

const FIRST_CONFIRM_AFTER_MS = 10_000
const MAX_CONFIRM_EVERY_MS = 10 * 60_000

/** What one try at a row found out. */
export interface RowOutcome {
  cancellation: OrderCancellation
  /** What the read before a send promised; null for a try that could not lead to the first send. */
  prospect: Prospect | null
  depth: ReadDepth
  /** Something was sent. */
  isSent: boolean
  /** The batch may have sent something for the order in this try or an earlier one, as far as the order's journal says. */
  hasSent: boolean
  /** An epoch time. */
  atMs: number
}

type After = (
  row: BatchRow,
  outcome: RowOutcome,
  action: BatchOrderAction
) => BatchRow

const AFTER: Record<RowTask, After> = {
  check: afterCheck,
  cancel: afterSend,
  accept: afterSend,
  deny: afterSend,
  'second-step': afterSecondStep,
  confirm: afterConfirm,
}

/** What was tried for a row, and what its batch does to each order. */
export interface Tried {
  task: RowTask
  action: BatchOrderAction
}

/** Moves a row on after one try at a task. */
export function rowAfter(
  { task, action }: Tried,
  row: BatchRow,
  outcome: RowOutcome
): BatchRow {
  return AFTER[task](tried(row, outcome), outcome, action)
}

/** How soon a row is tried again whose order OMS did not let the app read or cancel, where that may be no verdict on the order. */
const TRIED_AGAIN_MS = 10_000

/**
 * Moves a row on after OMS has refused the app's token, which may say nothing of its order: it is
 * tried again, after others.
 *
 * @param isCounted the refusal counts as one of the row's own: after some it stands
 */
export function rowTriedAgain(
  row: BatchRow,
  outcome: RowOutcome,
  { isCounted }: { isCounted: boolean }
): BatchRow {
  return {
    ...tried(row, outcome),
    // That the token is refused says nothing of what the order is worth.
    prospect: row.prospect,
    failedTries: row.failedTries + (isCounted ? 1 : 0),
    dueMs: outcome.atMs + TRIED_AGAIN_MS,
  }
}

/** Writes down what a try found out. */
function tried(
  row: BatchRow,
  { cancellation, prospect, isSent, atMs }: RowOutcome
): BatchRow {
  return {
    ...row,
    prospect: prospectAfter(row, prospect),
    attempts: row.attempts + (isSent ? 1 : 0),
    updatedAtMs: atMs,
    cancellation,
    // What was seen before a send says nothing of what came of it.
    ...(isSent && { acceptedAtMs: null, canceledSeenMs: null }),
  }
}

/**
 * Moves a row on after a bug of this app, which may have come after its send: it waits until a
 * send has taken effect or never will, and begins again with a fresh read, a few times.
 */
export function rowAfterBug(
  task: RowTask,
  row: BatchRow,
  atMs: number
): BatchRow {
  const isRead = task === 'check' || task === 'confirm'
  const left = { ...row, maybeSent: row.maybeSent || !isRead }

  return task === 'second-step'
    ? stepAgain(left, atMs, ROW_SETTLE_MS)
    : again(left, atMs, ROW_SETTLE_MS)
}

/** Moves a row on after a check: a preview, never the reason to send. What it leaves pending is read again. */
function afterCheck(
  row: BatchRow,
  outcome: RowOutcome,
  action: BatchOrderAction
) {
  const { refusal, state } = outcome.cancellation
  const checked = { ...row, isChecked: true, checkedAtMs: outcome.atMs }

  if (refusal) {
    return refusal.retryable
      ? { ...checked, dueMs: 0 }
      : { ...checked, state: 'REFUSED' as const, dueMs: null }
  }

  return ROW_ACTIONS[action].isDone.includes(state)
    ? rowInState(checked, outcome)
    : { ...checked, dueMs: 0 }
}

/** Moves a row on after a try to send what its batch is for. */
function afterSend(
  row: BatchRow,
  outcome: RowOutcome,
  action: BatchOrderAction
): BatchRow {
  const { cancellation, isSent, atMs } = outcome

  if (cancellation.refusal) return afterRefusal(row, outcome, action)

  // The outcome of the send is unknown.
  return ROW_ACTIONS[action].isOpen.includes(cancellation.state)
    ? again({ ...row, maybeSent: row.maybeSent || isSent }, atMs, ROW_SETTLE_MS)
    : rowInState(row, outcome)
}

function afterRefusal(
  row: BatchRow,
  outcome: RowOutcome,
  action: BatchOrderAction
): BatchRow {
  const { cancellation, atMs } = outcome
  const waitMs = passingMs(row, cancellation)

  if (waitMs !== null) return again(row, atMs, waitMs)

  if (row.maybeSent && ROW_ACTIONS[action].showsOwn(cancellation)) {
    return rowInState(row, {
      ...outcome,
      cancellation: { ...cancellation, refusal: null },
    })
  }

  // A read that failed does not say what became of an earlier send: another one may.
  if (row.maybeSent && isUntold(cancellation))
    return again(row, atMs, ROW_SETTLE_MS)

  const isOpen = row.maybeSent && outcome.hasSent
  const state = isOpen ? ROW_ACTIONS[action].otherwise : 'REFUSED'

  return { ...row, state, dueMs: null }
}

/** Tells whether a refusal leaves open what an order is now. OMS's word that it has no such order does not. */
function isUntold({ state, refusal }: OrderCancellation): boolean {
  return state === 'UNKNOWN' && refusal?.code !== 'ORDER_NOT_FOUND'
}

/** Tells how long to wait for the row's refusal to pass; null when waiting does not help. */
function passingMs(
  { failedTries }: BatchRow,
  { refusal }: OrderCancellation
): number | null {
  return refusal && waitMsOf(refusal, failedTries)
}

/** Tries a row again later, up to the most tries; then a person decides. */
function again(row: BatchRow, atMs: number, waitMs: number): BatchRow {
  const failedTries = row.failedTries + 1

  if (failedTries < MAX_TRIES)
    return { ...row, failedTries, dueMs: atMs + waitMs }

  return {
    ...row,
    failedTries,
    dueMs: null,
    state: row.maybeSent || !row.cancellation?.refusal ? 'UNKNOWN' : 'REFUSED',
  }
}

/**
 * Where a row goes whose second step was refused, by the state of its order. A request that
 * is still open stays open for a person, even where an invoice bars its accept; the refusal
 * stands on the row. One that is over without a cancellation has failed. A read that shows
 * neither leaves the row as it is.
 */
const BARRED_STEP: Partial<
  Record<OrderCancellation['state'], BatchRow['state']>
> = {
  NOT_REQUESTED: 'REFUSED',
  DENIED: 'DENIED',
  STUCK: 'STUCK',
}

/** Moves a row on after a try to take the second step. */
function afterSecondStep(row: BatchRow, outcome: RowOutcome): BatchRow {
  const { cancellation, atMs } = outcome
  const { refusal, state } = cancellation
  const isUnknown = !refusal && state === 'UNKNOWN'
  const waitMs = isUnknown ? ROW_SETTLE_MS : passingMs(row, cancellation)

  if (waitMs !== null) return stepAgain(row, atMs, waitMs)

  return refusal
    ? { ...row, state: BARRED_STEP[state] ?? row.state, dueMs: null }
    : rowInState({ ...row, isAccepted: true }, outcome)
}

/** Takes the second step again later, up to the most tries; the request stays open for a person. */
function stepAgain(row: BatchRow, atMs: number, waitMs: number): BatchRow {
  const failedTries = row.failedTries + 1

  return {
    ...row,
    failedTries,
    dueMs: failedTries < MAX_TRIES ? atMs + waitMs : null,
  }
}

/** Moves a row on after a read of its order, whose cancellation is on its way or may be. */
function afterConfirm(
  row: BatchRow,
  outcome: RowOutcome,
  action: BatchOrderAction
) {
  const { cancellation, atMs } = outcome
  const { state, refusal, orderStatus } = cancellation

  // A read that failed proves nothing.
  if (refusal && orderStatus === null) return confirmLater(row, atMs)

  const moved = { ...row, canceledSeenMs: null }

  // In an aborted batch.
  if (row.state === 'PENDING' && ROW_ACTIONS[action].isUndone.includes(state))
    return { ...moved, state: 'NOT_ATTEMPTED' as const, dueMs: null }

  if (state === 'CANCELED') return canceledSeen(row, outcome)
  if (state === 'AWAITING_DECISION' || state === 'DENIED' || state === 'STUCK')
    return rowInState(row, outcome)

  return confirmLater(state === 'ACCEPTED' ? { ...moved, state } : moved, atMs)
}

function confirmLater(row: BatchRow, atMs: number): BatchRow {
  const acceptedAtMs = row.acceptedAtMs ?? atMs
  const ageMs = atMs - acceptedAtMs
  const everyMs = Math.max(FIRST_CONFIRM_AFTER_MS, ageMs)

  return ageMs < CONFIRM_WITHIN_MS
    ? {
        ...row,
        acceptedAtMs,
        dueMs: atMs + Math.min(everyMs, MAX_CONFIRM_EVERY_MS),
      }
    : // OMS confirmed it and the order never showed it, or it cannot be told.
      {
        ...row,
        state: row.cancellation?.state === 'ACCEPTED' ? 'STUCK' : 'UNKNOWN',
        dueMs: null,
      }
}

/** Moves a row to the state of its order, whose cancellation was requested. */
function rowInState(row: BatchRow, outcome: RowOutcome): BatchRow {
  const { cancellation, atMs } = outcome
  const { state, awaiting } = cancellation
  const known = { ...row, cancellation, failedTries: 0 }

  switch (state) {
    case 'CANCELED':
      return canceledSeen(known, outcome)

    case 'ACCEPTED':
      return confirmLater({ ...known, state }, atMs)

    case 'AWAITING_DECISION':
      return {
        ...known,
        state,
        // The second step is taken once.
        dueMs: awaiting === 'SELF' && !row.isAccepted ? atMs : null,
      }

    case 'DENIED':

    case 'STUCK':
      return { ...known, state, dueMs: null }

    default:
      return { ...known, state: 'UNKNOWN', dueMs: null }
  }
}
