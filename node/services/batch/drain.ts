import { claimLane } from './lane'
import { LaneWork } from './laneWork'
import type { LanePorts } from './ports'
import { purgeOne } from './purge'

/** The platform ends a handler after 60 s (node/service.json); what is under way then needs 13 s more. */
const WORK_MS = 45_000

/**
 * Works on the batches that wait, if nobody else does: claims the lane, works for 45 s,
 * gives the lane back, and asks for a successor while something is left to do.
 */
export async function drain(ports: LanePorts): Promise<void> {
  const startedMs = ports.now()
  const lane = await claimLane(ports)

  if (!lane) return

  const work = new LaneWork(ports, lane, startedMs + WORK_MS)
  const hasMore = await work.run()

  if (!lane.isLost()) await purgeOne(ports)
  await work.release()
  if (hasMore && !lane.isLost()) await ports.wake()
}
