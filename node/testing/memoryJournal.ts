import { journalStore } from '../clients/journal'
import type { JournalStore } from '../clients/journal'
import type { Journal, JournalEntry } from '../domain/journal/journal'
import { ORDER_ID } from './orders'

/** A journal store on files in memory, which shows every write at once, with the entries that it holds. */
export function memoryJournal(journal?: Journal) {
  const stored = new Map<string, object>()
  const read = async (bucket: string, path: string) => {
    const body = stored.get(`${bucket}/${path}`)

    return body
      ? ({ kind: 'found', body: structuredClone(body), etag: null } as const)
      : ({ kind: 'missing' } as const)
  }

  const store: JournalStore = journalStore({
    readOnce: read,
    readListed: read,
    list: async (bucket, prefix) =>
      [...stored.keys()]
        .filter((key) => key.startsWith(`${bucket}/${prefix}`))
        .map((key) => key.slice(bucket.length + 1)),
    write: async ({ bucket, path }, body) => {
      stored.set(`${bucket}/${path}`, structuredClone(body) as object)

      return 'written'
    },
  })

  journal?.entries.forEach((entry) => {
    // An end is kept as it is written: in memory nothing has to be waited for.
    void store.end(ORDER_ID, entry)
  })

  return { store, entries: () => entriesIn([...stored.values()]) }
}

/** Every entry of the files, with its end where there is one. */
function entriesIn(bodies: object[]): JournalEntry[] {
  const entries = new Map<string, JournalEntry>()

  for (const body of bodies) {
    if ('kind' in body) {
      const { version, orderId, ...entry } = body as JournalEntry & {
        version: number
        orderId: string
      }

      if (entry.completion || !entries.has(entry.id))
        entries.set(entry.id, entry)
    }
  }

  return [...entries.values()].sort((one, other) => one.seq - other.seq)
}
