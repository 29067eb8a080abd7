import type { Journal } from '../domain/journal/journal'
import { journalFile, parseJournal } from './journalParser'
import type { Files, FileWrite } from './vbaseFiles'

/** What a read of an order's journal gave. An order without a file has an empty journal. */
export type JournalRead =
  | { kind: 'found'; journal: Journal; etag: string | null }
  | { kind: 'unavailable' }

/** Where the journals of orders are kept. No call throws. */
export interface JournalStore {
  read: (orderId: string) => Promise<JournalRead>
  /** Writes a journal over the content that `etag` names; null for the first one. */
  write: (journal: Journal, etag: string | null) => Promise<FileWrite>
}

const BUCKET = 'journal'

/**
 * Where an id has a space, the path has a slash, which no id has: VTEX does not document
 * which other characters VBase takes in a path.
 */
const pathOf = (orderId: string) => `${orderId.replaceAll(' ', '/')}.json`

/** Opens the journals in VBase: one file for each order. */
export function journalStore(
  files: Pick<Files, 'read' | 'write'>
): JournalStore {
  return {
    read: async (orderId) => {
      const file = await files.read(BUCKET, pathOf(orderId))

      if (file.kind === 'unavailable') return file
      if (file.kind === 'missing') {
        return { kind: 'found', journal: { orderId, entries: [] }, etag: null }
      }

      const journal = parseJournal(file.body, orderId)

      // A file that cannot be understood is never overwritten.
      return journal
        ? { kind: 'found', journal, etag: file.etag }
        : { kind: 'unavailable' }
    },
    write: (journal, etag) =>
      files.write(
        { bucket: BUCKET, path: pathOf(journal.orderId), etag },
        journalFile(journal)
      ),
  }
}
