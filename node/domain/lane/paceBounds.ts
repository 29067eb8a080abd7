import type { Pacer } from './pacer'

type PaceNumber = Exclude<keyof Pacer, 'isSlowStart'>

export const MAX_PER_SECOND = 100
export const MIN_PER_SECOND = 0.2

/** Keeps a rate within the bounds. */
export function bounded(ratePerSecond: number): number {
  return Math.min(Math.max(ratePerSecond, MIN_PER_SECOND), MAX_PER_SECOND)
}

/** The longest wait that OMS may ask for: a longer one is a malformed header. */
export const MAX_STATED_WAIT_MS = 10 * 60_000

/** The most that is added to a stated wait, so that clients that were told the same do not come back together. */
export const MAX_JITTER_MS = 500

interface Range {
  min: number
  max: number
}

/** Ten years: a pace that no replica has used for so long is not worth keeping. */
const OLDEST_MS = -10 * 366 * 24 * 3_600_000
const AGE: Range = { min: OLDEST_MS, max: 0 }
const COUNT: Range = { min: 0, max: 1e9 }

/**
 * The numbers that a stored pace may have. Its times are ages. A version before this one wrote a batch's
 * cap as the rate, and the lowest cap is one call a minute.
 */
export const PACE_RANGES: Record<PaceNumber, Range> = {
  ratePerSecond: { min: 1 / 60, max: MAX_PER_SECOND },
  limitPerSecond: { min: MIN_PER_SECOND, max: MAX_PER_SECOND },
  climbPerSecond: { min: 0, max: MAX_PER_SECOND / 10 },
  pausedUntilMs: { min: OLDEST_MS, max: MAX_STATED_WAIT_MS + MAX_JITTER_MS },
  failedProbes: COUNT,
  episodeStartMs: AGE,
  cycleStartMs: AGE,
  cycleCount: COUNT,
  recentMs: { min: 0, max: -OLDEST_MS },
  recentCount: COUNT,
  episodes: COUNT,
  takenBetween: COUNT,
  provenPerSecond: { min: 0, max: MAX_PER_SECOND },
}
