import type { JournalEntry } from '../../domain/journal/journal'
import type { SendPorts } from '../ports'
import type { Attempt } from './action'
import { isTimeToWrite } from './deadline'

/** How often an end is written, and the wait before each further time. */
const ATTEMPTS = 3
const WAIT_MS = 100

/**
 * Writes how an entry ended; false when VBase did not take it: then the entry looks open.
 * It is written again only while the caller's answer is not due.
 */
export async function writeEnd(
  ports: Pick<SendPorts, 'journals' | 'sleep' | 'now'>,
  { orderId, call, sender }: Pick<Attempt, 'orderId' | 'call' | 'sender'>,
  entry: JournalEntry
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await ports.sleep(WAIT_MS)
    if (attempt > 0 && sender.isWaiting && !isTimeToWrite(ports, call)) break

    // Each time with the same name and content.
    // eslint-disable-next-line no-await-in-loop
    if (await ports.journals.end(orderId, entry)) return true
  }

  return false
}
