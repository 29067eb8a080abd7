import type { JournalEntry } from '../../domain/journal/journal'
import type { SendPorts } from '../ports'

/** How often an end is written, and the wait before each further time. */
const ATTEMPTS = 3
const WAIT_MS = 100

/** Writes how an entry ended; false when VBase did not take it: then the entry looks open. */
export async function writeEnd(
  { journals, sleep }: Pick<SendPorts, 'journals' | 'sleep'>,
  orderId: string,
  entry: JournalEntry
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await sleep(WAIT_MS)

    // Each time with the same name and content.
    // eslint-disable-next-line no-await-in-loop
    if (await journals.end(orderId, entry)) return true
  }

  return false
}
