import type { BatchControl, Shard } from './batch'
import { aborted, recovered, retried } from './row'

/** Who opens a shard, and when; the times are epoch times. */
export interface TakeOver {
  epoch: number
  /** Until when the owner before may have sent something. */
  lastSendMs: number
  nowMs: number
}

/** A shard as its new owner goes on with it: what was left behind is recovered, what people want by now is heeded. */
export function takenOver(
  stored: Shard,
  { phase, generation }: BatchControl,
  { epoch, lastSendMs, nowMs }: TakeOver
): Shard {
  const left = stored.isClean
    ? stored.rows
    : stored.rows.map((row) => recovered(row, lastSendMs))

  const isRetried = stored.generation < generation
  const wanted = isRetried ? left.map(retried) : left

  return {
    epoch,
    // Nothing is sent from a shard that is opened only to be looked at.
    isClean: phase === 'created',
    generation,
    rows:
      phase === 'aborted' ? wanted.map((row) => aborted(row, nowMs)) : wanted,
  }
}
