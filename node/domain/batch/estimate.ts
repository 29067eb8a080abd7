import type { BatchManifest, BatchProgress } from './batch'
import { countsOf } from './batchProgress'
import type { Lane } from '../lane/lane'
import { isHeld } from '../lane/lane'
import { MAX_PER_SECOND } from '../lane/paceBounds'

/** How fast a batch goes, as far as the lane has said. */
export interface BatchPace {
  perMinute: number
  /** An epoch time; null while OMS takes more. */
  throttledUntilMs: number | null
  secondsLeft: number
}

/** Estimates the pace of a batch that the lane works on; null when no replica works. */
export function estimate(
  lane: Lane,
  { maxPerMinute }: BatchManifest,
  { progress, nowMs }: { progress: BatchProgress; nowMs: number }
): BatchPace | null {
  if (!lane.pacers || !isHeld(lane, nowMs)) return null

  const { sends } = lane.pacers
  const perSecond = Math.min(
    sends.ratePerSecond,
    (maxPerMinute ?? Infinity) / 60,
    MAX_PER_SECOND
  )

  const untilMs = lane.savedAtMs + sends.pausedUntilMs
  const isThrottled = untilMs > nowMs
  const pausedSeconds = isThrottled ? (untilMs - nowMs) / 1_000 : 0

  return {
    perMinute: Math.round(perSecond * 600) / 10,
    throttledUntilMs: isThrottled ? untilMs : null,
    secondsLeft: Math.ceil(
      countsOf(progress).PENDING / perSecond + pausedSeconds
    ),
  }
}
