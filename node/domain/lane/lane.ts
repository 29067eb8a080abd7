import type { Pacer } from './pacer'

/** How long a lane holds without a word; it is renewed at a third of it. */
export const LEASE_MS = 60_000

/** So long after its end a lease is left alone: clocks differ, and a dead owner's last call may still take effect. */
export const GRACE_MS = 30_000

/** No cancel begins with less of the lease left: it would be answered after the end. */
export const SEND_MARGIN_MS = 17_000

/** So long one owner begins work; the platform ends a handler after 60 s, and what is under way then needs 13. */
export const WORK_MS = 47_000

/** So long before its end an owner asks for a successor, which waits for the lane. */
export const HAND_OVER_MS = 3_000

/** So long a successor waits, and no longer. */
export const WAIT_MS = 10_000

/** A shard that the owner has open: any row of it may be sent. */
export interface OpenPlace {
  folder: string
  shard: number
}

/** The one lane of an account and workspace: whoever owns it sends, and nobody else. */
export interface Lane {
  /** Counts the owners. */
  epoch: number
  owner: string | null
  /** An epoch time, on the owner's clock. */
  expiresAtMs: number
  /** When the owner means to hand it over; an epoch time. */
  endsAtMs: number
  /** Who waits to be handed it. */
  successor: { id: string; sinceMs: number } | null
  /** Written before anything of a shard is sent: a call for a single order keeps away from it. */
  open: OpenPlace[]
  /** When `pacers` was written; they are ages from there. */
  savedAtMs: number
  pacers: { sends: Pacer; reads: Pacer } | null
}

/** A lane that nobody has ever owned. */
export const NEW_LANE: Lane = {
  epoch: 0,
  owner: null,
  expiresAtMs: 0,
  endsAtMs: 0,
  successor: null,
  open: [],
  savedAtMs: 0,
  pacers: null,
}

/** Whether a lane may still be at work. */
export function isHeld({ owner, expiresAtMs }: Lane, nowMs: number): boolean {
  return owner !== null && nowMs < expiresAtMs + GRACE_MS
}

/** Whether the owner of a lane is about to hand it over, so that it is worth to wait. */
export function endsSoon(lane: Lane, nowMs: number): boolean {
  return isHeld(lane, nowMs) && lane.endsAtMs - nowMs < WAIT_MS - HAND_OVER_MS
}

/** The lane when its owner leaves in order: free, or in the hands of whoever still waits for it. */
export function left(lane: Lane, nowMs: number): Lane {
  const { successor } = lane
  const isWaiting = successor !== null && nowMs - successor.sinceMs < WAIT_MS

  return isWaiting
    ? {
        ...lane,
        epoch: lane.epoch + 1,
        owner: successor.id,
        successor: null,
        open: [],
        expiresAtMs: nowMs + LEASE_MS,
        endsAtMs: successor.sinceMs + WORK_MS,
      }
    : { ...lane, owner: null, successor: null, open: [] }
}

/** Until when the last owner may have sent something. */
export function lastSendMs({ owner, expiresAtMs }: Lane, nowMs: number) {
  return owner === null ? nowMs : Math.min(nowMs, expiresAtMs)
}
