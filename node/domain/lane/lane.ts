import { FULL_ACCESS } from './access'
import type { LaneAccess } from './access'
import type { Pacer } from './pacer'

/** How long a lease lasts without being renewed; it is renewed at a third of it. */
export const LEASE_MS = 60_000

/** How long after its end a lease is left alone: clocks differ, and a dead owner's last call may still take effect. */
export const GRACE_MS = 30_000

/** How much of the lease must be left to begin a cancel, which is answered before the lease ends. */
export const SEND_MARGIN_MS = 17_000

/** How long an owner begins rows: the platform ends a handler after 60 s, and a call in flight needs up to 13 s. */
export const WORK_MS = 47_000

/** How long before the end of its work an owner asks for a successor, which waits for the lane. */
export const HAND_OVER_MS = 3_000

/** The longest that a successor waits. */
export const SUCCESSOR_WAIT_MS = 10_000

/** No epoch is larger: those that are not counted begin with the time in seconds. */
export const MAX_EPOCH = Date.UTC(2101, 0, 1) / 1_000

/** How far in the future the end of a lease may be, beyond its length: clocks differ. A later one is absurd. */
const FUTURE_MS = 5 * 60_000

/** How far an epoch may be ahead of the time in seconds: a clock may have been a year ahead when the lane began. */
const EPOCHS_AHEAD = 366 * 86_400

/** A lane that could not be used, and since when it is so. */
export interface FoundLane {
  /** Stands for what was found: an owner at work changes the file, and the time counts anew. */
  found: string
  atMs: number
}

/** How long a lane that cannot be used must stay as it is before it is made anew: no owner holds it by then. */
export const HEAL_AFTER_MS = LEASE_MS + GRACE_MS

/** How long it counts that a lane was found. The same content may come back later, with an owner at work. */
const FOUND_COUNTS_MS = 3_600_000

/** What a running batch has left to do. */
export interface QueuedBatch {
  id: string
  pending: number
  maxPerMinute: number | null
}

/** What the owner of the lane has found out at its work, for the next one, and for those who read a batch. */
export interface LaneWork {
  /** How fast OMS takes calls; null where that is not known yet. */
  pacers: { sends: Pacer; reads: Pacer } | null
  /** Whether OMS takes the app's token. */
  access: LaneAccess
  /** The batches that run, the first of them one by one. */
  queue: QueuedBatch[]
}

/** The one lane of an account and workspace: its owner sends rows, and no other replica does. */
export interface Lane extends LaneWork {
  /** Counts the owners. */
  epoch: number
  owner: string | null
  /** An epoch time, on the owner's clock. */
  expiresAtMs: number
  /** When the owner means to hand it over; an epoch time. */
  endsAtMs: number
  /** The replica that waits to be handed it. */
  successor: { id: string; sinceMs: number } | null
  /** When the work was written; the times of its paces are ages from there. */
  savedAtMs: number
}

/** How many batches the lane names; more stand together, as one without a cap. */
const MAX_QUEUED = 50

/** Sums up what the lane has left to do. */
export function queued(batches: QueuedBatch[]): QueuedBatch[] {
  const waiting = batches.filter(({ pending }) => pending > 0)
  const others = waiting.slice(MAX_QUEUED)
  const pending = others.reduce((sum, batch) => sum + batch.pending, 0)

  return [
    ...waiting.slice(0, MAX_QUEUED),
    ...(pending > 0 ? [{ id: 'others', pending, maxPerMinute: null }] : []),
  ]
}

/** A lane that no replica has ever owned. */
export const NEW_LANE: Lane = {
  epoch: 0,
  owner: null,
  expiresAtMs: 0,
  endsAtMs: 0,
  successor: null,
  savedAtMs: 0,
  pacers: null,
  access: FULL_ACCESS,
  queue: [],
}

/** Makes a lane above the epoch of every shard that was opened before: owners change less than once a second. */
export function newLane(nowMs: number, before = 0): Lane {
  return {
    ...NEW_LANE,
    epoch: Math.min(Math.max(before + 1, Math.floor(nowMs / 1_000)), MAX_EPOCH),
  }
}

/** Tells whether a lane says what no owner can have written. */
export function isAbsurd(
  { owner, epoch, expiresAtMs, endsAtMs }: Lane,
  nowMs: number
): boolean {
  const latestMs = nowMs + LEASE_MS + FUTURE_MS

  return (
    isEpochAbsurd(epoch, nowMs) ||
    (owner !== null && (expiresAtMs > latestMs || endsAtMs > latestMs))
  )
}

/** Tells whether so many owners cannot have been: they change less than once a second, and began at the time in seconds or below. */
export function isEpochAbsurd(epoch: number, nowMs: number): boolean {
  return epoch > nowMs / 1_000 + EPOCHS_AHEAD
}

/** Tells since when a lane is as it is; null where what was found before says nothing of it. */
export function foundSince(
  before: FoundLane | null,
  found: string,
  nowMs: number
): number | null {
  return before?.found === found &&
    before.atMs <= nowMs &&
    nowMs - before.atMs < FOUND_COUNTS_MS
    ? before.atMs
    : null
}

/** Tells whether the owner of a lane may still be at work. */
export function isHeld({ owner, expiresAtMs }: Lane, nowMs: number): boolean {
  return owner !== null && nowMs < expiresAtMs + GRACE_MS
}

/** Tells whether the owner is about to hand the lane over, so that a replica waits for it. */
export function endsSoon(lane: Lane, nowMs: number): boolean {
  return (
    isHeld(lane, nowMs) &&
    lane.endsAtMs - nowMs < SUCCESSOR_WAIT_MS - HAND_OVER_MS
  )
}

/** Releases a lane that its owner leaves in order: to the successor that still waits for it, or to no one. */
export function released(lane: Lane, nowMs: number): Lane {
  const { successor } = lane
  const isWaiting =
    successor !== null && nowMs - successor.sinceMs < SUCCESSOR_WAIT_MS

  return isWaiting
    ? {
        ...lane,
        epoch: lane.epoch + 1,
        owner: successor.id,
        successor: null,
        expiresAtMs: nowMs + LEASE_MS,
        endsAtMs: successor.sinceMs + WORK_MS,
      }
    : { ...lane, owner: null, successor: null }
}

/** Tells until when the last owner may have sent something. */
export function lastSendMs({ owner, expiresAtMs }: Lane, nowMs: number) {
  return owner === null ? nowMs : Math.min(nowMs, expiresAtMs)
}
