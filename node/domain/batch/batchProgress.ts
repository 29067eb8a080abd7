import type {
  BatchControl,
  BatchInputRow,
  BatchManifest,
  BatchPhase,
  BatchProgress,
  BatchRow,
  Shard,
  ShardSummary,
} from './batch'
import { newRow, taskOf } from './row'
import { BATCH_ORDER_STATES } from './batchVocabulary'
import type { BatchOrderState, BatchState } from './batchVocabulary'

/** How many rows of a batch are in each state. */
export type StateCounts = Record<BatchOrderState, number>

/** A shard that nobody has opened. */
export function newShard(rows: BatchInputRow[]): Shard {
  return { epoch: 0, isClean: true, generation: 0, rows: rows.map(newRow) }
}

/** What a shard comes to. */
export function summaryOf(
  { rows }: Pick<Shard, 'rows'>,
  { checkFirst, acceptOwnRequests }: BatchManifest
): ShardSummary {
  const counts: ShardSummary['counts'] = {}
  const summary: ShardSummary = {
    counts,
    checkDueMs: null,
    sendDueMs: null,
    lookDueMs: null,
  }

  for (const row of rows) {
    counts[row.state] = (counts[row.state] ?? 0) + 1

    if (checkFirst && taskOf(row, { phase: 'created', acceptOwnRequests })) {
      summary.checkDueMs = earlier(summary.checkDueMs, row)
    }

    const task = taskOf(row, { phase: 'running', acceptOwnRequests })

    if (task === 'look') {
      summary.lookDueMs = earlier(summary.lookDueMs, row)
    } else if (task !== null) {
      summary.sendDueMs = earlier(summary.sendDueMs, row)
    }
  }

  return summary
}

function earlier(one: number | null, { dueMs }: BatchRow): number | null {
  return Math.min(one ?? Infinity, dueMs ?? Infinity)
}

/** How many rows are in each state, over all shards. */
export function countsOf({ shards }: BatchProgress): StateCounts {
  const counts = Object.fromEntries(
    BATCH_ORDER_STATES.map((state) => [
      state,
      shards.reduce((sum, shard) => sum + (shard.counts[state] ?? 0), 0),
    ])
  )

  return counts as StateCounts
}

/** The work that a shard has in the phase that its batch is in, by when it is due; null where there is none. */
export interface ShardWork {
  /** To cancel or accept. */
  sendDueMs: number | null
  /** To check, to confirm, or only to write down that the batch was aborted. */
  lookDueMs: number | null
}

/** What is to be done in a shard now. */
export function workIn(
  { checkDueMs, sendDueMs, lookDueMs, counts }: ShardSummary,
  phase: BatchPhase
): ShardWork {
  switch (phase) {
    case 'created':
      return { sendDueMs: null, lookDueMs: checkDueMs }

    case 'running':
      return { sendDueMs, lookDueMs }

    case 'paused':
      return { sendDueMs: null, lookDueMs: null }

    case 'aborted':
      return {
        sendDueMs: null,
        lookDueMs: (counts.PENDING ?? 0) > 0 ? sendDueMs ?? 0 : lookDueMs,
      }
  }
}

/** The progress of a batch that is retried, before any shard of it was opened again. */
export function withRetries(
  progress: BatchProgress,
  { generation }: BatchControl
): BatchProgress {
  if (progress.generation >= generation) return progress

  return {
    generation,
    finishedAtMs: null,
    shards: progress.shards.map((summary) => {
      const {
        REFUSED = 0,
        UNKNOWN = 0,
        PENDING = 0,
        ...others
      } = summary.counts

      const again = REFUSED + UNKNOWN

      return again === 0
        ? summary
        : {
            ...summary,
            counts: { ...others, PENDING: PENDING + again },
            sendDueMs: 0,
          }
    }),
  }
}

/** When the next thing in a batch is due; null when nothing is left to do by itself. */
export function nextDueMs(
  control: BatchControl,
  latest: BatchProgress
): number | null {
  const { shards } = withRetries(latest, control)
  const dues = shards.flatMap((summary) => {
    const { sendDueMs, lookDueMs } = workIn(summary, control.phase)

    return [sendDueMs, lookDueMs].filter((due): due is number => due !== null)
  })

  return dues.length === 0 ? null : dues.reduce((a, b) => Math.min(a, b))
}

/** The state of a batch, as its people see it. */
export function batchStateOf(
  control: BatchControl,
  progress: BatchProgress,
  isThrottled: boolean
): BatchState {
  switch (control.phase) {
    case 'created':
      return nextDueMs(control, progress) === null ? 'READY' : 'CHECKING'

    case 'paused':
      return 'PAUSED'

    case 'aborted':
      return 'ABORTED'

    case 'running':
      if (nextDueMs(control, progress) === null) return 'DONE'
      if (!isSending(control, progress)) return 'CONFIRMING'

      return isThrottled ? 'THROTTLED' : 'RUNNING'
  }
}

function isSending(control: BatchControl, progress: BatchProgress): boolean {
  return countsOf(withRetries(progress, control)).PENDING > 0
}
