import type { BatchManifest, BatchProgress } from './batch'
import { countsOf } from './batchProgress'
import { secondsUntilFirst, sharesOf } from './fairShares'
import type { Sharer } from './fairShares'
import type { Lane, QueuedBatch } from '../lane/lane'
import { isHeld } from '../lane/lane'
import { averagePerSecond } from '../lane/paceAverage'

/** How fast a batch goes, as far as the lane has said. */
export interface BatchPace {
  perMinute: number
  /** An epoch time; null while OMS takes more. */
  throttledUntilMs: number | null
  /** Null until the pace of OMS was measured for two and a half minutes. */
  secondsLeft: number | null
}

/**
 * Estimates the pace of a batch that the lane works on, beside the others that share the lane;
 * null when no replica works, or OMS refuses the app's token.
 */
export function estimate(
  lane: Lane,
  { id, maxPerMinute }: Pick<BatchManifest, 'id' | 'maxPerMinute'>,
  { progress, nowMs }: { progress: BatchProgress; nowMs: number }
): BatchPace | null {
  const { pacers, access, queue, savedAtMs } = lane

  if (!pacers || access.read || access.send || !isHeld(lane, nowMs)) return null

  const { sends } = pacers
  const sharers = [
    { id, pending: countsOf(progress).PENDING, maxPerMinute },
    ...queue.filter((other) => other.id !== id),
  ].map(sharerOf)

  const average = averagePerSecond(sends, nowMs - savedAtMs)
  const perSecond = average ?? sends.ratePerSecond
  const untilMs = savedAtMs + sends.pausedUntilMs

  return {
    perMinute: Math.round(sharesOf(perSecond, sharers)[0] * 600) / 10,
    throttledUntilMs: untilMs > nowMs ? untilMs : null,
    // Before the average is known, only caps tell how long it takes.
    secondsLeft:
      average !== null || isCapped(sharers, perSecond)
        ? Math.ceil(secondsUntilFirst(perSecond, sharers))
        : null,
  }
}

function sharerOf({ pending, maxPerMinute }: QueuedBatch): Sharer {
  return { pending, maxPerSecond: (maxPerMinute ?? Infinity) / 60 }
}

/** Tells whether the caps of all batches together keep them below a rate. */
function isCapped(sharers: Sharer[], perSecond: number): boolean {
  return (
    sharers.reduce((sum, { maxPerSecond }) => sum + maxPerSecond, 0) <=
    perSecond
  )
}
