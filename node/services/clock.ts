/** Time, as the use cases know it; tests bring time of their own. */
export interface Clock {
  /** Milliseconds on a clock that never goes back. */
  now: () => number
  /** The time of day in epoch milliseconds, which replicas share but for a few seconds. */
  epochMs: () => number
  sleep: (ms: number) => Promise<void>
}

/** How much too early a timer may ring. */
export const TIMER_EARLY_MS = 100
