import { WORK_MS } from '../../../domain/lane/lane'
import type { LanePorts } from '../ports'
import { claimLane } from './claimLane'
import { purgeOne } from './purge'
import { Worker } from './worker'

/**
 * Works on the batches that wait, unless another replica does: claims the lane, works for
 * 47 s, and hands the lane to a successor while something is left to do.
 */
export async function drain(ports: LanePorts): Promise<void> {
  const startedMs = ports.now()
  const lane = await claimLane(ports)

  if (!lane) return

  // A successor has spent a part of its time waiting.
  const worker = new Worker(ports, lane, startedMs + WORK_MS)
  const hasMore = await worker.run()

  // While work is left, old files can wait longer.
  if (!hasMore && !lane.isLost()) await purgeOne(ports)

  const isHandedOver = await worker.release()

  if (hasMore && !isHandedOver && !lane.isLost()) await ports.wake()
}
