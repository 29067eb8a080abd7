import { WORK_MS } from '../../../domain/lane/lane'
import type { LanePorts } from '../ports'
import { rebuildIndex } from '../rebuildIndex'
import { claimLane } from './claimLane'
import { purgeOne } from './purge'
import { Worker } from './worker'

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
  const isIndexWhole = await rebuildIndex(ports)
  const hasMore = (await worker.run()) || !isIndexWhole

  // While work is left, old files can wait longer.
  if (!hasMore && !lane.isLost()) await purgeOne(ports)

  const isHandedOver = await worker.release()

  if (hasMore && !isHandedOver && !lane.isLost()) await ports.wake()
}
