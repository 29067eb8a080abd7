import { BATCH_ORDER_STATES } from '../vocabulary'
import type { BatchOrderState, BatchState } from '../vocabulary'
import type {
  BatchControl,
  BatchManifest,
  BatchPhase,
  BatchProgress,
  ShardSummary,
} from './batch'

/** How many rows of a batch are in each state. */
export type StateCounts = Record<BatchOrderState, number>

/** Counts the rows in each state, over all shards. */
export function countsOf({ shards }: BatchProgress): StateCounts {
  const counts = Object.fromEntries(
    BATCH_ORDER_STATES.map((state) => [
      state,
      shards.reduce((sum, shard) => sum + (shard.counts[state] ?? 0), 0),
    ])
  )

  return counts as StateCounts
}

/** Counts the rows with warnings, over all shards. One that an earlier version wrote adds none until it is opened again. */
export function rowsWithWarnings({ shards }: BatchProgress): number {
  return shards.reduce((sum, { withWarnings }) => sum + (withWarnings ?? 0), 0)
}

/** When the work of a shard is due in the phase of its batch; null where there is none. */
export interface ShardWork {
  /** To cancel or accept. */
  sendDueMs: number | null
  /** To check, to confirm, or only to write down that the batch was aborted. */
  readDueMs: number | null
}

/** Tells what is to be done in a shard, in a phase of its batch. */
export function workIn(
  { checkDueMs, sendDueMs, acceptDueMs, confirmDueMs, counts }: ShardSummary,
  phase: BatchPhase
): ShardWork {
  switch (phase) {
    case 'created':
      return { sendDueMs: null, readDueMs: checkDueMs }

    case 'running':
      return {
        sendDueMs: earliest(sendDueMs, acceptDueMs),
        readDueMs: confirmDueMs,
      }

    case 'paused':

    case 'failed':
      return { sendDueMs: null, readDueMs: null }

    case 'aborted':
      return {
        sendDueMs: null,
        // No accept: an aborted batch takes no second step, so none may open a shard.
        readDueMs: earliest(
          (counts.PENDING ?? 0) > 0 ? sendDueMs ?? 0 : null,
          confirmDueMs
        ),
      }
  }
}

/** Finds the earliest of some due times; null when none is given. */
export function earliest(...dues: Array<number | null>): number | null {
  const given = dues.filter((due): due is number => due !== null)

  return given.length === 0 ? null : given.reduce((a, b) => Math.min(a, b))
}

/**
 * Applies a retry to the progress of a batch whose shards were not opened since. Called once,
 * wherever a progress or a control is read: all other functions here expect its result.
 */
export function withRetries(
  progress: BatchProgress,
  { generation }: BatchControl
): BatchProgress {
  if (progress.generation >= generation) return progress

  return {
    ...progress,
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
            worth: summary.worth && { ...summary.worth, retryable: 0 },
            sendDueMs: 0,
          }
    }),
  }
}

/** A shard that is due later than this is looked at now: its rows know better than this extract. */
const MAX_WAIT_MS = 15 * 60_000

/** Takes back dues of a progress that cannot be true: its batch would wait for decades, or end with rows that are pending. */
export function withPossibleDues(
  progress: BatchProgress,
  { phase }: Pick<BatchControl, 'phase'>,
  nowMs: number
): BatchProgress {
  const near = (dueMs: number | null) =>
    dueMs !== null && dueMs > nowMs + MAX_WAIT_MS ? 0 : dueMs

  const shards = progress.shards.map((summary) => {
    const { counts, checkDueMs, sendDueMs, acceptDueMs, confirmDueMs } = summary
    const { PENDING = 0, ACCEPTED = 0 } = counts
    // The rows of an aborted batch whose file is lost stay as they were.
    const isConfirmed = ACCEPTED > 0 && phase === 'running'

    return {
      ...summary,
      checkDueMs: near(checkDueMs),
      sendDueMs: near(sendDueMs ?? (PENDING > 0 ? 0 : null)),
      acceptDueMs: near(acceptDueMs),
      confirmDueMs: near(confirmDueMs ?? (isConfirmed ? 0 : null)),
    }
  })

  return { ...progress, shards }
}

/** Finds when the next thing in a batch is due; null when only an operator can move it. */
export function nextDueMs(
  { phase }: BatchControl,
  { shards }: BatchProgress
): number | null {
  let nextMs = Infinity

  for (const summary of shards) {
    const { sendDueMs, readDueMs } = workIn(summary, phase)

    nextMs = Math.min(nextMs, sendDueMs ?? Infinity, readDueMs ?? Infinity)
  }

  return nextMs === Infinity ? null : nextMs
}

/** Tells whether a progress is about all the rows of a batch, each once. */
export function isProgressOf(
  progress: BatchProgress,
  { shardCount, total }: Pick<BatchManifest, 'shardCount' | 'total'>
): boolean {
  return (
    progress.shards.length === shardCount &&
    progress.shards.reduce((sum, shard) => sum + rowCountOf(shard), 0) === total
  )
}

/** Counts the rows of a shard. */
export function rowCountOf({ counts }: Pick<ShardSummary, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/**
 * Finds when a batch ended: when its last work was done, or when an operator ended it later,
 * with nothing left to do. Null while something is left to do, and of one that may still be started.
 */
export function finishedAtMsOf(
  control: BatchControl,
  progress: BatchProgress
): number | null {
  const isOver = ['DONE', 'ABORTED'].includes(
    batchStateOf(control, progress, false)
  )

  const last = control.history[control.history.length - 1]

  return isOver && nextDueMs(control, progress) === null
    ? latest(progress.finishedAtMs, last?.atMs ?? null)
    : null
}

/** Finds the later of two times; null when neither is given. */
export function latest(
  one: number | null,
  other: number | null
): number | null {
  return one === null || other === null ? one ?? other : Math.max(one, other)
}

/** Tells the state of a batch, in the words of the API. */
export function batchStateOf(
  control: BatchControl,
  progress: BatchProgress,
  isThrottled: boolean
): BatchState {
  const isIdle = nextDueMs(control, progress) === null

  switch (control.phase) {
    case 'created':
      return isIdle ? 'READY' : 'CHECKING'

    case 'paused':
      return 'PAUSED'

    case 'failed':
      return 'FAILED'

    case 'aborted':
      return 'ABORTED'

    case 'running':
      if (isIdle) return 'DONE'
      if (countsOf(progress).PENDING === 0) return 'CONFIRMING'

      return isThrottled ? 'THROTTLED' : 'RUNNING'
  }
}
