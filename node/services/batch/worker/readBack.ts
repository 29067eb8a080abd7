import type { LanePorts } from '../ports'
import { readExisting } from '../updateFile'

/**
 * How long after its claim a replica reads whether the lane is still its own. VBase may not
 * enforce `If-Match`: of two claims the later one stands, and the earlier one reads that,
 * unless the later one took longer to write than the earlier one waited.
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
