/** A rate limit on the server's side, for all clients of an account together. */
export interface Limit {
  takes: (nowMs: number) => boolean
  /** Whole seconds until the next call can pass, as in `Retry-After`. */
  waitSeconds: (nowMs: number) => number
}

/** Creates a token bucket: tokens arrive at a constant rate, and at most `burst` are kept. */
export function tokenBucket(perSecond: number, burst: number): Limit {
  let tokens = burst
  let atMs = 0

  return {
    takes: (nowMs) => {
      tokens = Math.min(burst, tokens + ((nowMs - atMs) / 1_000) * perSecond)
      atMs = nowMs
      if (tokens < 1) return false
      tokens -= 1

      return true
    },
    waitSeconds: () => Math.max(1, Math.ceil((1 - tokens) / perSecond)),
  }
}

const WINDOW_MS = 60_000
/** Shifts the windows, so that a run does not begin at the start of one. */
const OFFSET_MS = 17_300

/** Creates a fixed window: a quota of calls for each minute. */
export function fixedWindow(perSecond: number): Limit {
  const quota = (perSecond * WINDOW_MS) / 1_000
  let window = -1
  let taken = 0

  return {
    takes: (nowMs) => {
      const current = Math.floor((nowMs + OFFSET_MS) / WINDOW_MS)

      if (current !== window) taken = 0
      window = current
      if (taken >= quota) return false
      taken += 1

      return true
    },
    waitSeconds: (nowMs) =>
      Math.max(
        1,
        Math.ceil((WINDOW_MS - ((nowMs + OFFSET_MS) % WINDOW_MS)) / 1_000)
      ),
  }
}

/** Creates a limit that refuses calls at random, whatever the rate. */
export function noise(share: number, random: () => number): Limit {
  return { takes: () => random() >= share, waitSeconds: () => 1 }
}
