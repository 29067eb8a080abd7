import type { BatchState } from '../vocabulary'
import type { BatchControl, BatchFailure } from './batch'
import type { StateCounts } from './batchProgress'
import { damageText } from './damaged'
import type { Damage } from './damaged'
import { NOTICE_MS } from './retention'

/** What the warnings of a batch depend on. */
interface Warned {
  control: BatchControl
  state: BatchState
  noAccessMs: number | null
  counts: StateCounts
  deletedAfterMs: number | null
}

const UNKNOWN_ROWS =
  'Look at its UNKNOWN orders one by one: something may have been sent for each.'

const FAILURES: Record<BatchFailure['kind'], (file: string) => string> = {
  unreadable: (file) =>
    `The file ${file} of this batch cannot be read, so nothing more is sent. ${UNKNOWN_ROWS} RETRY goes on: rows whose outcome is lost begin again with a fresh read. ABORT stops the batch for good.`,
  ahead: (file) =>
    `The file ${file} of this batch names an owner of the lane that is still to come, so nothing more is sent. ${UNKNOWN_ROWS} RETRY goes on, and begins each with a fresh read. ABORT stops the batch for good.`,
  // Which of the two is right no version can tell: a new file might send an order that was never asked for.
  mixed: (file) =>
    `The file ${file} of this batch is about other orders than its input, so nothing more is sent. ${UNKNOWN_ROWS} ABORT stops the batch for good, and a new batch with a new key reads each order first. Or let a developer put the right file back: then RETRY goes on.`,
  bug: (file) =>
    `This app failed on the file ${file} of this batch, so nothing more is sent. ${UNKNOWN_ROWS} Report the bug. RETRY goes on. ABORT stops the batch for good.`,
}

/** Says in English what a person should know of a batch and do about it. */
export function batchWarnings(
  { control, state, noAccessMs, counts, deletedAfterMs }: Warned,
  damage: Damage | null,
  nowMs: number
): string[] {
  const { failure, phase } = control

  return [
    damage === null ? [] : damageText(damage),
    damage === null && phase === 'failed' && failure
      ? FAILURES[failure.kind](failure.file)
      : [],
    noAccessMs === null
      ? []
      : `OMS refuses the token of this app since ${new Date(
          noAccessMs
        ).toISOString()}, so this batch waits. No row counts as refused for that, and the batch goes on by itself. If it lasts, see whether the app is installed with its policies.`,
    // Of a batch that goes no further nothing is said again and again.
    deletedAfterMs !== null &&
    isEnding(deletedAfterMs, nowMs) &&
    counts.PENDING > 0 &&
    state !== 'ABORTED'
      ? `This batch is deleted from ${new Date(
          deletedAfterMs
        ).toISOString()} on, with its pending orders: ${
          counts.PENDING
        }. Any action on it keeps it for 7 more days.`
      : [],
  ].flat()
}

function isEnding(deletedAfterMs: number, nowMs: number): boolean {
  return nowMs >= deletedAfterMs - NOTICE_MS
}
