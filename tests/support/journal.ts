import type { JournalEntry } from '../../node/domain/journal/journal'
import type { Simulator } from './simulator'

const ENTRY = /^(\d{6}-[^./]+)(?:\.\w+)?\.json$/

/** Names the folder of an order's journal, which has no space in its path. */
const folderOf = (orderId: string) => `${orderId.replaceAll(' ', '/-')}/`

/** A file of an order's journal: the claim of an entry, or its end. */
interface EntryFile {
  bucket: string
  path: string
  name: string
  entry: JournalEntry
}

async function entryFilesOf(
  simulator: Simulator,
  orderId: string
): Promise<EntryFile[]> {
  const folder = folderOf(orderId)
  const files = await simulator.files()

  return files.flatMap(({ bucket, path, body }) => {
    const [, name] = ENTRY.exec(path.slice(folder.length)) ?? []

    return bucket.startsWith('journal-') && path.startsWith(folder) && name
      ? [{ bucket, path, name, entry: body as JournalEntry }]
      : []
  })
}

/** Reads the journal of an order, each entry with its end; undefined if the app has written none. */
export async function journalOf(
  simulator: Simulator,
  orderId: string
): Promise<{ entries: JournalEntry[] } | undefined> {
  const entries = new Map<string, JournalEntry>()

  for (const { name, entry } of await entryFilesOf(simulator, orderId)) {
    if (entry.completion || !entries.has(name)) entries.set(name, entry)
  }

  const inOrder = [...entries].sort(([one], [other]) =>
    one.localeCompare(other)
  )

  return inOrder.length > 0
    ? { entries: inOrder.map(([, entry]) => entry) }
    : undefined
}

/** Describes how each journal entry of an order ended: `cancel received`, `accept open`, … */
export async function outcomesOf(simulator: Simulator, orderId: string) {
  const journal = await journalOf(simulator, orderId)

  return (journal?.entries ?? []).map(
    ({ kind, completion }) => `${kind} ${completion?.outcome ?? 'open'}`
  )
}

/** Moves the times in an order's journal into the past, so that no test has to wait. */
export async function ageJournal(
  simulator: Simulator,
  orderId: string,
  seconds: number
) {
  const files = await entryFilesOf(simulator, orderId)

  if (files.length === 0) throw new Error(`There is no journal for ${orderId}.`)

  await ageFiles(simulator, files, seconds)
}

/** Moves the times in the journals of several orders into the past, and in their turns to send; an order may have none. */
export async function ageJournals(
  simulator: Simulator,
  orderIds: string[],
  seconds: number
) {
  const folders = new Set(orderIds.map(folderOf))
  const files = (await simulator.files())
    .filter(({ bucket }) => bucket.startsWith('journal-'))
    .filter(({ path }) => folders.has(path.slice(0, path.indexOf('/') + 1)))
    .map(({ bucket, path, body }) => ({
      bucket,
      path,
      entry: body as JournalEntry,
    }))

  await ageFiles(simulator, files, seconds)
}

async function ageFiles(
  simulator: Simulator,
  files: Array<Omit<EntryFile, 'name'>>,
  seconds: number
) {
  const older = (ms: number) => ms - seconds * 1000

  await Promise.all(
    files.map(({ bucket, path, entry }) =>
      simulator.putFile(bucket, path, {
        ...entry,
        startedAtMs: older(entry.startedAtMs),
        // A turn has none.
        completion: entry.completion && {
          ...entry.completion,
          atMs: older(entry.completion.atMs),
          sentAtMs:
            entry.completion.sentAtMs && older(entry.completion.sentAtMs),
        },
      })
    )
  )
}
