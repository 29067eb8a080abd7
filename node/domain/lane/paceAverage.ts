import type { Pacer } from './pacer'

/** The faded time of measurement from which on an average tells something: two and a half minutes of work, since a limit may count calls in windows of a minute. */
const MEASURED_MS = 100_000

/** How fast a measurement fades: three windows of a minute. */
const RECENT_MS = 180_000

/** Adds a time of work, and how many calls OMS took in it, to what was measured before, which fades. */
export function measured(
  { recentMs, recentCount }: Pick<Pacer, 'recentMs' | 'recentCount'>,
  workMs: number,
  taken: number
): Pick<Pacer, 'recentMs' | 'recentCount'> {
  const kept = Math.exp(-workMs / RECENT_MS)

  return {
    recentMs: kept * recentMs + workMs,
    recentCount: kept * recentCount + taken,
  }
}

/** Computes how many calls OMS takes a second on the average, outages included; null until that was measured for two and a half minutes. */
export function averagePerSecond(pacer: Pacer, nowMs: number): number | null {
  const { cycleStartMs, cycleCount } = pacer
  const { recentMs, recentCount } = measured(
    pacer,
    nowMs - cycleStartMs,
    cycleCount
  )

  return recentMs >= MEASURED_MS && recentCount > 0
    ? (1_000 * recentCount) / recentMs
    : null
}
