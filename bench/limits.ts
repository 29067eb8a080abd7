/** A limit on the server's side: for all clients of an account together. */
export interface Limit {
  takes: (nowMs: number) => boolean
  /** How long until something is left again, in whole seconds, as `Retry-After` says it. */
  waitSeconds: (nowMs: number) => number
}

/** Tokens that come at a rate, and of which only so many are kept. */
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
/** Windows end at a moment that nobody chose. */
const OFFSET_MS = 17_300

/** So many calls in each minute. */
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
