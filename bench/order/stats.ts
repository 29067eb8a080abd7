/** The time of one call, from its arrival to its answer; null if it has none. */
export interface Interval {
  startedMs: number
  endedMs: number | null
}

/** Returns the smallest value that at least this share of the values does not exceed; NaN if there are none. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)

  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

/**
 * Counts the round trips that were made one after the other: the longest row of calls of
 * which each began after the one before it had ended. Calls that overlap count once.
 */
export function tripsInARow(calls: Interval[]): number {
  const byEnd = calls
    .map(({ startedMs, endedMs }) => ({
      startedMs,
      endedMs: endedMs ?? Infinity,
    }))
    .sort((a, b) => a.endedMs - b.endedMs)

  let trips = 0
  let freeFromMs = -Infinity

  for (const { startedMs, endedMs } of byEnd) {
    if (startedMs >= freeFromMs) {
      trips += 1
      freeFromMs = endedMs
    }
  }

  return trips
}
