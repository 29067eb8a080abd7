import type { Pacer } from './pacer'

/** How long a lane holds without a word; it is renewed at half of it. */
export const LEASE_MS = 60_000

/** So long after its end a lease is left alone: clocks differ, and a dead owner's last call may still take effect. */
export const GRACE_MS = 30_000

/** No cancel begins with less of the lease left: it would be answered after the end. */
export const SEND_MARGIN_MS = 17_000

/** The one lane of an account and workspace: whoever owns it sends, and nobody else. */
export interface Lane {
  /** Counts the owners. */
  epoch: number
  owner: string | null
  /** An epoch time, on the owner's clock. */
  expiresAtMs: number
  /** When `pacers` was written; they are ages from there. */
  savedAtMs: number
  pacers: { sends: Pacer; reads: Pacer } | null
}

/** A lane that nobody has ever owned. */
export const NEW_LANE: Lane = {
  epoch: 0,
  owner: null,
  expiresAtMs: 0,
  savedAtMs: 0,
  pacers: null,
}

/** Whether a lane may still be at work. */
export function isHeld({ owner, expiresAtMs }: Lane, nowMs: number): boolean {
  return owner !== null && nowMs < expiresAtMs + GRACE_MS
}

/** Until when the last owner may have sent something. */
export function lastSendMs({ owner, expiresAtMs }: Lane, nowMs: number) {
  return owner === null ? nowMs : Math.min(nowMs, expiresAtMs)
}
