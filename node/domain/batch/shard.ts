import type {
  BatchControl,
  BatchInputRow,
  BatchRow,
  Shard,
  ShardSummary,
} from './batch'
import type { BatchOptions } from './batchOptions'
import { aborted, newRow, recovered, retried, taskOf } from './row'

/** Makes a shard that no replica has opened yet. */
export function newShard(rows: BatchInputRow[]): Shard {
  return { epoch: 0, isClean: true, generation: 0, rows: rows.map(newRow) }
}

/** Sums a shard up for the progress of its batch. */
export function summaryOf(
  { rows }: Pick<Shard, 'rows'>,
  {
    checkFirst,
    acceptOwnRequests,
  }: Pick<BatchOptions, 'checkFirst' | 'acceptOwnRequests'>
): ShardSummary {
  const counts: ShardSummary['counts'] = {}
  const summary: ShardSummary = {
    counts,
    checkDueMs: null,
    sendDueMs: null,
    confirmDueMs: null,
  }

  for (const row of rows) {
    counts[row.state] = (counts[row.state] ?? 0) + 1

    if (checkFirst && taskOf(row, { phase: 'created', acceptOwnRequests })) {
      summary.checkDueMs = earlier(summary.checkDueMs, row)
    }

    const task = taskOf(row, { phase: 'running', acceptOwnRequests })

    if (task === 'confirm') {
      summary.confirmDueMs = earlier(summary.confirmDueMs, row)
    } else if (task !== null) {
      summary.sendDueMs = earlier(summary.sendDueMs, row)
    }
  }

  return summary
}

function earlier(one: number | null, { dueMs }: BatchRow): number | null {
  return Math.min(one ?? Infinity, dueMs ?? Infinity)
}

/** The owner that opens a shard, and when; the times are epoch times. */
export interface Opening {
  epoch: number
  /** The latest time at which the owner before can have sent something. */
  lastSendMs: number
  nowMs: number
}

/** Resumes a shard: marks rows that may have been sent, then applies a retry or an abort. */
export function resumed(
  stored: Shard,
  { phase, generation }: BatchControl,
  { epoch, lastSendMs, nowMs }: Opening
): Shard {
  const known = stored.isClean
    ? stored.rows
    : stored.rows.map((row) => recovered(row, lastSendMs))

  const isRetried = stored.generation < generation
  const wanted = isRetried ? known.map(retried) : known

  return {
    epoch,
    // A shard that is opened only for checks sends nothing.
    isClean: phase === 'created',
    generation,
    rows:
      phase === 'aborted' ? wanted.map((row) => aborted(row, nowMs)) : wanted,
  }
}
