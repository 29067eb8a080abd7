import { readExisting } from '../updateFile'
import type { LanePorts } from '../ports'

/**
 * How long after its claim a lane looks whether it is still its own. VBase may not
 * enforce `If-Match`: of two claims the later one stands, and the earlier one sees that,
 * unless it took longer to write than the other waited.
 */
export const READ_BACK_MS = 1_000

/** Whether a claim still stands when no other one that began before it can come any more. */
export async function isStillOwn(
  ports: LanePorts,
  owner: string
): Promise<boolean> {
  await ports.sleep(READ_BACK_MS)

  const back = await readExisting(ports, ports.store.lane())

  return back?.content.owner === owner
}
