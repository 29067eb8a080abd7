import type { Quota } from '../domain/lane/pacer'

/** VTEX asks callers of the Orders API to wait about a minute after a 429. */
const DEFAULT_SECONDS = 60

/** The longest wait that is believed, a day: a longer one is a malformed header. */
const MAX_SECONDS = 24 * 60 * 60

/** Values from here on are points in time, not waits: in epoch seconds, in epoch milliseconds. */
const SMALLEST_EPOCH_SECONDS = 1e9
const SMALLEST_EPOCH_MS = 1e12

/**
 * Reads how many whole seconds to wait after a 429: from `Retry-After` (seconds or an
 * HTTP date), else from `RateLimit-Reset` or `X-RateLimit-Reset` (seconds or an
 * epoch), else a minute. Malformed headers are ignored.
 *
 * @param headers by lower-case name
 * @param nowMs an epoch time
 */
export function retryAfterSeconds(
  headers: Record<string, unknown>,
  nowMs: number
): number {
  return statedWaitSeconds(headers, nowMs) ?? DEFAULT_SECONDS
}

/** Reads the wait that the headers state, in whole seconds; undefined when none does. */
export function statedWaitSeconds(
  headers: Record<string, unknown>,
  nowMs: number
): number | undefined {
  return (
    parseWait(headers['retry-after'], nowMs) ?? resetSeconds(headers, nowMs)
  )
}

/** Reads how much of a limit is left from `[X-]RateLimit-Remaining` and `[X-]RateLimit-Reset`; undefined when they are missing or malformed. */
export function quotaOf(
  headers: Record<string, unknown>,
  nowMs: number
): Quota | undefined {
  const remaining = parseCount(
    headers['ratelimit-remaining'] ?? headers['x-ratelimit-remaining']
  )

  const seconds = resetSeconds(headers, nowMs)

  return remaining === undefined || seconds === undefined
    ? undefined
    : { remaining, resetMs: seconds * 1000 }
}

function resetSeconds(headers: Record<string, unknown>, nowMs: number) {
  return (
    parseWait(headers['ratelimit-reset'], nowMs) ??
    parseWait(headers['x-ratelimit-reset'], nowMs)
  )
}

function parseCount(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,9}$/.test(value.trim())
    ? Number(value)
    : undefined
}

function parseWait(value: unknown, nowMs: number): number | undefined {
  if (typeof value !== 'string') return undefined

  const seconds = Math.ceil(secondsUntil(value.trim(), nowMs))

  return seconds >= 0 && seconds <= MAX_SECONDS
    ? Math.max(1, seconds)
    : undefined
}

function secondsUntil(value: string, nowMs: number): number {
  if (!/^\d+(\.\d+)?$/.test(value)) {
    // An HTTP date always names its day; Date.parse would also take "-5".
    return /^[A-Za-z]{3,9},? /.test(value)
      ? (Date.parse(value) - nowMs) / 1000
      : NaN
  }

  const number = Number(value)

  if (number >= SMALLEST_EPOCH_MS) return (number - nowMs) / 1000
  if (number >= SMALLEST_EPOCH_SECONDS) return number - nowMs / 1000

  return number
}
