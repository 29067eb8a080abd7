import { isAbsurd, isHeld } from '../../domain/lane/lane'
import type { Lane } from '../../domain/lane/lane'
import type { BatchPorts } from './ports'

/**
 * Wakes the lane if its owner has died. Reads one small file. A lane that its owner left in
 * order needs no wake: the owner has sent one if anything was left to do.
 */
export async function wakeDeadLane({
  store,
  wake,
  epochMs,
}: Pick<BatchPorts, 'store' | 'wake' | 'epochMs'>): Promise<void> {
  const read = await store.lane().read()

  switch (read.kind) {
    // No owner can have written it: a replica that is woken makes it anew, in time.
    case 'unreadable':
      return wake()

    case 'found':
      return isDead(read.content, epochMs()) ? wake() : undefined

    default:
  }
}

/** Tells whether no replica is at work that would end what an owner has begun. */
function isDead(lane: Lane, nowMs: number): boolean {
  return isAbsurd(lane, nowMs) || (lane.owner !== null && !isHeld(lane, nowMs))
}
