import { WORK_MS } from '../../../domain/lane/lane'
import { claimLane } from './claimLane'
import { LaneWork } from './worker'
import type { LanePorts } from '../ports'
import { purgeOne } from './purge'

/**
 * Works on the batches that wait, if nobody else does: claims the lane, works for 47 s,
 * and hands the lane to a successor while something is left to do.
 */
export async function drain(ports: LanePorts): Promise<void> {
  const startedMs = ports.now()
  const lane = await claimLane(ports)

  if (!lane) return

  // A successor has waited for a part of its time.
  const work = new LaneWork(ports, lane, startedMs + WORK_MS)
  const hasMore = await work.run()

  // A successor waits: old files can wait longer.
  if (!hasMore && !lane.isLost()) await purgeOne(ports)

  const isHandedOver = await work.release()

  if (hasMore && !isHandedOver && !lane.isLost()) await ports.wake()
}
