import { WORK_MS } from '../../../domain/lane/lane'
import type { LanePorts } from '../ports'
import { isIndexWhole, rebuildIndex } from '../rebuildIndex'
import { claimLane } from './claimLane'
import { purgeOne } from './purge'
import { Worker } from './worker'

/** How long an owner that only looks for lost batches waits before it calls the next one. */
const LOOK_AGAIN_MS = 5_000

/**
 * Works on the batches that wait, unless another replica does. The lane is the one lease by
 * which a replica may send rows: this claims it, works for WORK_MS, and hands it to a
 * successor while something is left to do.
 */
export async function drain(ports: LanePorts): Promise<void> {
  const startedMs = ports.now()
  const lane = await claimLane(ports)

  if (!lane) return

  // The time counts from the event, so waiting for the lane is a part of it.
  const worker = new Worker(ports, lane, startedMs + WORK_MS)

  await rebuildIndex(ports)

  const hasMore = await worker.run()
  const isWhole = await isIndexWhole(ports)

  // While work is left, old files can wait longer.
  if (!hasMore && isWhole && !lane.isLost()) await purgeOne(ports)

  const isHandedOver = await worker.release()

  if ((hasMore || !isWhole) && !isHandedOver && !lane.isLost()) {
    // VBase may not give one of the batches that are looked for: other owners need not come at once.
    if (!hasMore) await ports.sleep(LOOK_AGAIN_MS)
    await ports.wake()
  }
}
