import type { Simulator } from './simulator'

const BUCKET = 'journal'

const pathOf = (orderId: string) => `${orderId.replaceAll(' ', '/')}.json`

interface Entry {
  kind: string
  by: string
  startedAtMs: number
  completion: {
    outcome: string
    atMs: number
    sentAtMs: number | null
    receipt: string | null
  } | null
}

interface Journal {
  entries: Entry[]
}

/** Reads the journal of an order; undefined if the app has written none. */
export async function journalOf(
  simulator: Simulator,
  orderId: string
): Promise<Journal | undefined> {
  const files = await simulator.files()

  return files.find(
    ({ bucket, path }) => bucket === BUCKET && path === pathOf(orderId)
  )?.body as Journal | undefined
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
  const journal = await journalOf(simulator, orderId)

  if (!journal) throw new Error(`There is no journal for ${orderId}.`)

  const older = (ms: number) => ms - seconds * 1000

  await simulator.putFile(BUCKET, pathOf(orderId), {
    ...journal,
    entries: journal.entries.map((entry) => ({
      ...entry,
      startedAtMs: older(entry.startedAtMs),
      completion: entry.completion && {
        ...entry.completion,
        atMs: older(entry.completion.atMs),
        sentAtMs: entry.completion.sentAtMs && older(entry.completion.sentAtMs),
      },
    })),
  })
}
