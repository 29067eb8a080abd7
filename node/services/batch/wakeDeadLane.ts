import { isHeld } from '../../domain/lane/lane'
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

  if (read.kind !== 'found') return

  const { content: lane } = read

  if (lane.owner !== null && !isHeld(lane, epochMs())) await wake()
}
