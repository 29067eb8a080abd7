import type { BatchState } from '../vocabulary'
import type { BatchControl, BatchFailure } from './batch'
import type { StateCounts } from './batchProgress'
import { damageText } from './damaged'
import type { Damage } from './damaged'
import { NOTICE_MS } from './retention'

/** What the notices of a batch depend on. */
interface Noticed {
  control: BatchControl
  state: BatchState
  noAccessMs: number | null
  counts: StateCounts
  deletedAfterMs: number | null
}

/** What a sentence may name, all of which the API shows: a file or a time, and how many rows are pending. */
interface Said {
  subject: string
  pending: number
}

const UNKNOWN_ROWS =
  'Look at its UNKNOWN orders one by one: something may have been sent for each.'

/** Every notice about a batch, by its code. docs/integrators.md lists them, and a test keeps the list true. */
export const BATCH_NOTICE_SENTENCES = {
  MANIFEST_LOST: () => damageText('manifest.json'),
  CONTROL_LOST: () => damageText('control.json'),
  PROGRESS_LOST: () => damageText('progress.json'),
  FILE_UNREADABLE: ({ subject }) =>
    `The file ${subject} of this batch cannot be read, so nothing more is sent. ${UNKNOWN_ROWS} RETRY goes on: rows whose outcome is lost begin again with a fresh read. ABORT stops the batch for good.`,
  FILE_AHEAD: ({ subject }) =>
    `The file ${subject} of this batch names an owner of the lane that is still to come, so nothing more is sent. ${UNKNOWN_ROWS} RETRY goes on, and begins each with a fresh read. ABORT stops the batch for good.`,
  FILE_FAILED_ON: ({ subject }) =>
    `This app failed on the file ${subject} of this batch, so nothing more is sent. ${UNKNOWN_ROWS} Report the bug. RETRY goes on. ABORT stops the batch for good.`,
  // Which of the two is right no version can tell: a new file might send an order that was never asked for.
  FILE_OF_OTHER_ORDERS: ({ subject }) =>
    `The file ${subject} of this batch is about other orders than its input, so nothing more is sent. ${UNKNOWN_ROWS} ABORT stops the batch for good, and a new batch with a new key reads each order first. Or let a developer put the right file back: then RETRY goes on.`,
  TOKEN_REFUSED: ({ subject }) =>
    `OMS refuses the token of this app since ${subject}, so this batch waits. No row counts as refused for that, and the batch goes on by itself. If it lasts, see whether the app is installed with its policies.`,
  DELETED_SOON: ({ subject, pending }) =>
    `This batch is deleted from ${subject} on, with its pending orders: ${pending}. Any action on it keeps it for 7 more days.`,
} satisfies Record<string, (said: Said) => string>

export type BatchNoticeCode = keyof typeof BATCH_NOTICE_SENTENCES

/** What a person should know of a batch and do about it. */
export interface BatchNotice {
  code: BatchNoticeCode
  /** The sentence in English. */
  message: string
  /** The file or the time that the sentence names; null where it names none. */
  subject: string | null
}

const OF_DAMAGE: Record<Damage, BatchNoticeCode> = {
  'manifest.json': 'MANIFEST_LOST',
  'control.json': 'CONTROL_LOST',
  'progress.json': 'PROGRESS_LOST',
}

const OF_FAILURE: Record<BatchFailure['kind'], BatchNoticeCode> = {
  unreadable: 'FILE_UNREADABLE',
  ahead: 'FILE_AHEAD',
  mixed: 'FILE_OF_OTHER_ORDERS',
  bug: 'FILE_FAILED_ON',
}

/** Lists what a person should know of a batch. */
export function batchNotices(
  { control, state, noAccessMs, counts, deletedAfterMs }: Noticed,
  damage: Damage | null,
  nowMs: number
): BatchNotice[] {
  const { failure, phase } = control
  const found: Array<[BatchNoticeCode, string | null]> = []

  if (damage !== null) found.push([OF_DAMAGE[damage], null])
  if (damage === null && phase === 'failed' && failure) {
    found.push([OF_FAILURE[failure.kind], failure.file])
  }

  if (noAccessMs !== null) found.push(['TOKEN_REFUSED', timeOf(noAccessMs)])
  // An operator needs no notice about a batch that goes no further.
  if (
    deletedAfterMs !== null &&
    isEnding(deletedAfterMs, nowMs) &&
    counts.PENDING > 0 &&
    state !== 'ABORTED'
  ) {
    found.push(['DELETED_SOON', timeOf(deletedAfterMs)])
  }

  return found.map(([code, subject]) => ({
    code,
    message: BATCH_NOTICE_SENTENCES[code]({
      subject: subject ?? '',
      pending: counts.PENDING,
    }),
    subject,
  }))
}

function isEnding(deletedAfterMs: number, nowMs: number): boolean {
  return nowMs >= deletedAfterMs - NOTICE_MS
}

function timeOf(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
