import type { BatchRow } from '../../domain/batch/batch'
import type { ReadDepth } from '../../domain/batch/canceledSeen'
import type { RowTask } from '../../domain/batch/row'
import { rowAfter } from '../../domain/batch/rowOutcome'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import type { BatchOrderAction } from '../../domain/vocabulary'
import { aCancellation, aRow } from './rows'

/** When each try of a test ends. */
export const NOW = 100_000_000

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** The row that each task starts from. Two tries have failed, so that a reset shows. */
export const ROWS: Record<RowTask, BatchRow> = {
  check: aRow({ failedTries: 2 }),
  cancel: aRow({ isChecked: true, failedTries: 2, attempts: 3 }),
  accept: aRow({ isChecked: true, failedTries: 2, attempts: 3 }),
  deny: aRow({ isChecked: true, failedTries: 2, attempts: 3 }),
  'second-step': aRow({
    state: 'AWAITING_DECISION',
    dueMs: NOW - SECOND,
    failedTries: 2,
    attempts: 3,
  }),
  confirm: aRow({
    state: 'ACCEPTED',
    dueMs: NOW - SECOND,
    failedTries: 2,
    attempts: 3,
    acceptedAtMs: NOW - 20 * SECOND,
  }),
}

/** One try at the task of a row; `row` says where the row differs from the one in `ROWS`. */
interface Try {
  task: RowTask
  /** What the batch does to its orders. */
  action?: BatchOrderAction
  row?: Partial<BatchRow>
  answer: Partial<OrderCancellation>
  isSent?: boolean
  hasSent?: boolean
  depth?: ReadDepth
}

/** Expects that a try records itself and changes exactly these fields of the row. */
export function expectChanges(
  {
    task,
    action = 'CANCEL',
    row = {},
    answer,
    isSent = false,
    hasSent = true,
    depth = 'ORDER',
  }: Try,
  changes: Partial<BatchRow>
) {
  const before = Object.freeze({ ...ROWS[task], ...row })
  const cancellation = aCancellation(answer)

  expect(
    rowAfter({ task, action }, before, {
      cancellation,
      prospect: null,
      isSent,
      hasSent,
      depth,
      atMs: NOW,
    })
  ).toEqual({
    ...before,
    attempts: before.attempts + (isSent ? 1 : 0),
    updatedAtMs: NOW,
    cancellation,
    ...(task === 'check' && { checkedAtMs: NOW }),
    ...changes,
  })
}

/** A row whose order was read as canceled once: it is read again after 30 s. */
export const CANCELED_ONCE = {
  state: 'ACCEPTED',
  failedTries: 0,
  dueMs: NOW + 30 * SECOND,
  acceptedAtMs: NOW,
  canceledSeenMs: NOW,
} as const

/** A row whose cancellation OMS has just accepted: its order is read after 10 s. */
export const ACCEPTED_NOW = {
  state: 'ACCEPTED',
  failedTries: 0,
  dueMs: NOW + 10 * SECOND,
  acceptedAtMs: NOW,
} as const

/** A row that only an operator can move. */
export const ended = (state: BatchRow['state']) => ({
  state,
  failedTries: 0,
  dueMs: null,
})
