import { createHash } from 'crypto'

import { inOrder, OUTCOMES } from '../domain/journal/journal'
import type { Journal, JournalEntry } from '../domain/journal/journal'
import { mustBeRead } from '../domain/journal/claims'
import type { ListedEntry, Turn } from '../domain/journal/claims'
import { entryFile, parseEntry, parseTurn } from './journalParser'
import type { Files } from './vbaseFiles'

/**
 * What a read of an order's journal gave. The journal has the entries that changed, or may
 * have changed, anything; the list names all of them.
 */
export type JournalRead =
  | { kind: 'found'; journal: Journal; listed: ListedEntry[] }
  | { kind: 'unavailable' }

/** Where the journals of orders are kept. No call throws. */
export interface JournalStore {
  read: (orderId: string) => Promise<JournalRead>
  /** Lists all entries; null when VBase does not say. */
  list: (orderId: string) => Promise<ListedEntry[] | null>
  /** Writes an entry that is open. Only a list tells whether that was done. */
  claim: (orderId: string, entry: JournalEntry) => Promise<void>
  /** Writes the end of an entry, as often as needed with the same content; false when VBase did not take it. */
  end: (orderId: string, entry: JournalEntry) => Promise<boolean>
  /** Reads whose turn it is to send; null when VBase does not say. */
  readTurn: (orderId: string) => Promise<Turn | 'none' | null>
  /** Writes whose turn it is; false when it may be written late, or not at all. */
  writeTurn: (orderId: string, turn: Turn) => Promise<boolean>
}

const TURN = 'turn.json'

/** The least digits of a number in a path, so that paths sort as numbers do. */
const SEQ_DIGITS = 6

/** A file of an entry: its number, the id of its call, and, of its end, the outcome. */
const ENTRY_FILE = new RegExp(
  `^(\\d{${SEQ_DIGITS},15})-([^./]+)(?:\\.(${OUTCOMES.join('|')}))?\\.json$`
)

/** Spreads the journals over 256 buckets, so that none of VBase's lists looks through all of them. */
function bucketOf(orderId: string): string {
  const hash = createHash('sha256').update(orderId).digest('hex')

  return `journal-${hash.slice(0, 2)}`
}

/**
 * A path of VBase is known to take only letters, digits and `_`, `.`, `-`, `/`, and an id has no
 * slash. The hyphen behind it keeps a part that is a dot from being read as a folder. The last slash
 * keeps the list of an order from showing another order whose id begins with this one.
 */
const folderOf = (orderId: string) => `${orderId.replaceAll(' ', '/-')}/`

function fileOf({ seq, id, outcome }: ListedEntry): string {
  const name = `${String(seq).padStart(SEQ_DIGITS, '0')}-${id}`

  return outcome === null ? `${name}.json` : `${name}.${outcome}.json`
}

const listedAs = ({ seq, id, completion }: JournalEntry): ListedEntry => ({
  seq,
  id,
  outcome: completion?.outcome ?? null,
})

/** Asks once more where VBase gave no answer that can be used: a row of a batch would count each fault as a try that failed. */
const upToTwice = async <T>(ask: () => Promise<T | null>) =>
  (await ask()) ?? ask()

/** Opens the journals in VBase: a folder for each order, with a file for each entry and one for its end. */
export function journalStore(
  files: Pick<Files, 'readOnce' | 'readListed' | 'list' | 'write'>
): JournalStore {
  const read = async (orderId: string, listed: ListedEntry) =>
    parseEntry(
      await files.readListed(
        bucketOf(orderId),
        folderOf(orderId) + fileOf(listed)
      ),
      orderId,
      listed
    )

  const write = (orderId: string, name: string, body: object) =>
    files.write(
      {
        bucket: bucketOf(orderId),
        path: folderOf(orderId) + name,
        etag: null,
      },
      body
    )

  const writtenUpToTwice = async (
    orderId: string,
    name: string,
    body: object
  ) =>
    (await write(orderId, name, body)) === 'written' ||
    (await write(orderId, name, body)) === 'written'

  const list = async (orderId: string) => {
    const folder = folderOf(orderId)
    const paths = await files.list(bucketOf(orderId), folder)

    return paths && parseNames(paths.map((path) => path.slice(folder.length)))
  }

  return {
    list,
    read: async (orderId) => {
      const listed = await upToTwice(() => list(orderId))

      if (!listed) return { kind: 'unavailable' }

      const entries = await Promise.all(
        listed
          .filter(mustBeRead)
          .map((one) => upToTwice(() => read(orderId, one)))
      )

      const known = entries.flatMap((entry) => entry ?? [])

      return known.length === entries.length
        ? {
            kind: 'found',
            journal: { orderId, entries: inOrder(known) },
            listed,
          }
        : { kind: 'unavailable' }
    },
    claim: async (orderId, entry) => {
      // Written again, or late, it hides no end: that is a file of its own.
      await writtenUpToTwice(
        orderId,
        fileOf(listedAs(entry)),
        entryFile(orderId, entry)
      )
    },
    end: async (orderId, entry) =>
      (await write(
        orderId,
        fileOf(listedAs(entry)),
        entryFile(orderId, entry)
      )) === 'written',
    readTurn: (orderId) =>
      upToTwice(async () => {
        const file = await files.readOnce(
          bucketOf(orderId),
          folderOf(orderId) + TURN
        )

        return file.kind === 'missing' ? 'none' : parseTurn(file)
      }),
    writeTurn: (orderId, turn) => writtenUpToTwice(orderId, TURN, turn),
  }
}

/** Reads the names in an order's folder; null where one is not as this app writes it. */
function parseNames(names: string[]): ListedEntry[] | null {
  const entries = new Map<string, ListedEntry>()

  // A name with a slash is of an order whose id goes on after a space.
  for (const name of names.filter((one) => !one.includes('/'))) {
    const [, seq, id, outcome = null] = ENTRY_FILE.exec(name) ?? []

    if (id) {
      const known = entries.get(id)

      entries.set(id, {
        seq: Number(seq),
        id,
        // The end stands beside the claim, and may be listed without it.
        outcome:
          OUTCOMES.find((one) => one === outcome) ?? known?.outcome ?? null,
      })
    } else if (name !== TURN) return null
  }

  return [...entries.values()]
}
