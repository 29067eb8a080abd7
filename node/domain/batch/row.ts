import type { BatchInputRow, BatchPhase, BatchRow } from './batch'
import type { BatchOptions } from './batchOptions'
import { ROW_ACTIONS } from './rowActions'
import type { SendTask } from './rowActions'
import { unreadOrder } from '../cancellation/cancellation'
import { badIdRefusal, refusal } from '../refusal/refusal'
import { SETTLE_MS } from '../journal/pendingSend'

/**
 * How long a row waits until what was sent for it has taken effect or never will. No caller
 * waits here, so it is longer than for a single order: clocks may be half a minute apart.
 */
export const ROW_SETTLE_MS = SETTLE_MS + 20_000

/** How many tries in a row may come to nothing before the row is left to a person. */
export const MAX_TRIES = 6

/** What is to be done for a row. */
export type RowTask = SendTask | 'check' | 'confirm' | 'second-step'

/** What else decides about the rows of a batch, beside the row. */
export interface RowOptions
  extends Pick<BatchOptions, 'acceptOwnRequests' | 'action'> {
  phase: BatchPhase
}

/** Makes a row as it begins. */
export function newRow({ orderId, problem }: BatchInputRow): BatchRow {
  const row: BatchRow = {
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
  }

  if (!problem) return row

  const why =
    problem.kind === 'invalid-id'
      ? badIdRefusal(orderId)
      : refusal('ROW_REPEATED', { subject: String(problem.ofRow) })

  return {
    ...row,
    state: 'SKIPPED',
    dueMs: null,
    cancellation: unreadOrder(orderId, why),
  }
}

/** Finds the next task of a row; null when only an operator can move it. */
export function taskOf(
  row: BatchRow,
  { phase, action, acceptOwnRequests }: RowOptions
): RowTask | null {
  if (row.dueMs === null || phase === 'paused' || phase === 'failed')
    return null

  switch (row.state) {
    case 'PENDING':
      return pendingTask(row, phase, ROW_ACTIONS[action].task)

    case 'ACCEPTED':
      return phase === 'created' ? null : 'confirm'

    case 'AWAITING_DECISION':
      return phase === 'running' && acceptOwnRequests ? 'second-step' : null

    default:
      return null
  }
}

function pendingTask(
  row: BatchRow,
  phase: BatchPhase,
  task: SendTask
): RowTask | null {
  switch (phase) {
    case 'created':
      return row.isChecked ? null : 'check'

    case 'running':
      return task

    default:
      // After an abort nothing is sent, but the outcome of what may have been sent is still found out.
      return row.maybeSent ? 'confirm' : null
  }
}

/** Tells whether the order of a row was last read with something that a person should look at. */
export function hasWarnings({ cancellation }: BatchRow): boolean {
  return cancellation !== null && cancellation.notices.length > 0
}

/** The longest that a row waits for its next try: OMS may name up to this. */
const MAX_WAIT_MS = 24 * 3_600_000

/** How far the clocks of replicas may be apart. */
const CLOCKS_APART_MS = 10 * 60_000

/**
 * Takes back what no replica can have written of times: a row would wait for decades, and with it
 * the lane, or never be looked at again.
 */
export function withPossibleTimes(row: BatchRow, nowMs: number): BatchRow {
  const isPast = (ms: number | null) =>
    ms !== null && ms <= nowMs + CLOCKS_APART_MS

  const isWaiting = ['PENDING', 'ACCEPTED'].includes(row.state)
  const dueMs = row.dueMs ?? (isWaiting ? nowMs : null)

  return {
    ...row,
    dueMs: dueMs !== null && dueMs > nowMs + MAX_WAIT_MS ? nowMs : dueMs,
    acceptedAtMs: isPast(row.acceptedAtMs) ? row.acceptedAtMs : null,
    canceledSeenMs: isPast(row.canceledSeenMs) ? row.canceledSeenMs : null,
  }
}

/** Recovers a row of a shard that a dead replica left open: something may have been sent for it. */
export function recovered(row: BatchRow, leftAtMs: number): BatchRow {
  const isSendable =
    row.dueMs !== null && ['PENDING', 'AWAITING_DECISION'].includes(row.state)

  return isSendable
    ? {
        ...row,
        maybeSent: true,
        dueMs: Math.max(row.dueMs ?? 0, leftAtMs + ROW_SETTLE_MS),
      }
    : row
}

/** Begins a refused or unknown row again, for a retry. */
export function retried(row: BatchRow): BatchRow {
  return ['REFUSED', 'UNKNOWN'].includes(row.state)
    ? { ...row, state: 'PENDING', failedTries: 0, dueMs: 0 }
    : row
}

/** Ends a row of an aborted batch, unless something may have been sent for it. */
export function aborted(row: BatchRow, nowMs: number): BatchRow {
  return row.state === 'PENDING' && !row.maybeSent
    ? { ...row, state: 'NOT_ATTEMPTED', dueMs: null, updatedAtMs: nowMs }
    : row
}
