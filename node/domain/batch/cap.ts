/*
 * The cap of a batch, `maxPerMinute`: how many of its rows may begin in a minute. It delays its
 * own rows only; the lane's pace learns nothing from it. Times are epoch milliseconds.
 */

/** An unused slot is lost after a moment: a capped batch never catches up in a burst. */
const CATCH_UP_MS = 250

/** Computes the time between two rows of a batch; 0 without a cap. */
export function slotMs(maxPerMinute: number | null): number {
  return maxPerMinute === null ? 0 : 60_000 / maxPerMinute
}

/** Computes when the slot after the one that is taken now begins. */
export function slotAfter(
  nextSlotMs: number,
  maxPerMinute: number | null,
  nowMs: number
): number {
  return Math.max(nextSlotMs, nowMs - CATCH_UP_MS) + slotMs(maxPerMinute)
}

/** Reads the stored time of the next slot. No owner stored one that is further away than a slot: another clock may be ahead. */
export function knownSlot(
  storedMs: number | null,
  maxPerMinute: number | null,
  nowMs: number
): number {
  return Math.min(storedMs ?? 0, nowMs + slotMs(maxPerMinute))
}
