import type {
  BatchControl,
  BatchInputRow,
  BatchPhase,
  BatchRow,
  Shard,
  ShardSummary,
} from './batch'
import { leftToPerson } from './damaged'
import type { BatchOptions } from './batchOptions'
import { earliest } from './batchProgress'
import {
  aborted,
  hasWarnings,
  newRow,
  recovered,
  retried,
  taskOf,
  withPossibleTimes,
} from './row'
import type { RowTask } from './row'
import { worthOf } from './worth'

/** Makes a shard that no replica has opened yet. */
export function newShard(rows: BatchInputRow[]): Shard {
  return { epoch: 0, isClean: true, generation: 0, rows: rows.map(newRow) }
}

/** Where a shard's summary says when a task is due in a running batch, which checks nothing. */
const DUE_FIELDS = {
  check: null,
  cancel: 'sendDueMs',
  accept: 'sendDueMs',
  deny: 'sendDueMs',
  'second-step': 'acceptDueMs',
  confirm: 'confirmDueMs',
} as const satisfies Record<RowTask, keyof ShardSummary | null>

/** Sums a shard up for the progress of its batch. */
export function summaryOf(
  { rows }: Pick<Shard, 'rows'>,
  {
    checkFirst,
    action,
    acceptOwnRequests,
  }: Pick<BatchOptions, 'acceptOwnRequests' | 'action' | 'checkFirst'>
): ShardSummary {
  // Made once: a shard is summed up after each of its rows.
  const created = { phase: 'created', action, acceptOwnRequests } as const
  const running = { phase: 'running', action, acceptOwnRequests } as const
  const counts: ShardSummary['counts'] = {}
  const summary: ShardSummary = {
    counts,
    withWarnings: rows.filter(hasWarnings).length,
    worth: worthOf(rows),
    checkDueMs: null,
    sendDueMs: null,
    acceptDueMs: null,
    confirmDueMs: null,
  }

  for (const row of rows) {
    counts[row.state] = (counts[row.state] ?? 0) + 1

    if (checkFirst && taskOf(row, created)) {
      summary.checkDueMs = earliest(summary.checkDueMs, row.dueMs)
    }

    const task = taskOf(row, running)
    const field = task && DUE_FIELDS[task]

    if (field) summary[field] = earliest(summary[field], row.dueMs)
  }

  return summary
}

/** The owner that opens a shard, and when; the times are epoch times. */
export interface Opening {
  epoch: number
  /** The latest time at which the owner before can have sent something. */
  lastSendMs: number
  nowMs: number
}

/** Resumes a shard: takes back impossible times, marks rows that may have been sent, then applies a retry or an abort. */
export function resumed(
  stored: Shard,
  { phase, generation }: BatchControl,
  { epoch, lastSendMs, nowMs }: Opening
): Shard {
  const possible = stored.rows.map((row) => withPossibleTimes(row, nowMs))
  const known = stored.isClean
    ? possible
    : possible.map((row) => recovered(row, lastSendMs))

  const isRetried = stored.generation < generation
  const wanted = isRetried ? known.map(retried) : known

  return {
    epoch,
    // A shard that is opened only for checks sends nothing.
    isClean: phase === 'created' || phase === 'failed',
    generation,
    rows: wanted.map((row) => inPhase(row, phase, nowMs)),
  }
}

/** Ends a row, or leaves it to a person, where its batch goes no further. */
function inPhase(row: BatchRow, phase: BatchPhase, nowMs: number): BatchRow {
  switch (phase) {
    case 'aborted':
      return aborted(row, nowMs)

    case 'failed':
      return leftToPerson(row)

    default:
      return row
  }
}
