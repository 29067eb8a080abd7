import type { LanePorts } from '../ports'
import { readExisting } from '../updateFile'

/**
 * How long a replica waits before it reads back whether the lane is still its own. VBase may
 * not enforce `If-Match`, so of two claims at once the later write stands, and the earlier
 * replica reads the other's name. A claim that took longer than this to write gives up
 * (claimLane.ts): it may have overwritten one that was read back already.
 */
export const LANE_READ_BACK_MS = 1_000

/** Tells whether a claim still stands once no claim that began before it can be written any more. */
export async function isStillOwn(
  ports: LanePorts,
  owner: string
): Promise<boolean> {
  await ports.sleep(LANE_READ_BACK_MS)

  const back = await readExisting(ports, ports.store.lane())

  return back?.content.owner === owner
}
