import { withCompletion, withEntry } from '../../domain/journal/journal'
import type {
  Completion,
  Journal,
  JournalEntry,
} from '../../domain/journal/journal'
import { TIMER_EARLY_MS } from '../clock'
import type { SendPorts } from '../ports'

/**
 * How one call makes sure that it is the only one that sends.
 *
 * VBase has no "create only if missing", and may not enforce `If-Match`. So a claim
 * relies on neither. It holds only if the journal was read and written within GUARD_MS,
 * and if GUARD_MS after the write the entry is still the last one. Proof: had two calls
 * claimed, take the one that wrote first. If the other read after that write, it saw the entry
 * and gave up. If it read before, it wrote within GUARD_MS of that, so before the first
 * looked again; the first then found another entry than its own, and gave up.
 *
 * A write that took longer, or whose answer was lost, may have written over the claim of
 * another call. That call gives up, and leaves its entry as `late`: since it may
 * hide another call's entry, it keeps every call from sending until that one must be over.
 */
export const GUARD_MS = 1_000

/** How often a claim that met a stale entity tag is tried, and the wait in between. */
const CLAIM_ATTEMPTS = 5
const CLAIM_WAIT_MS = 250

const COMPLETE_ATTEMPTS = 3

export type Claim<Meanwhile> =
  /** No other call sends now. `meanwhile` is what was done while the guard time passed. */
  | { kind: 'claimed'; meanwhile: Meanwhile }
  /** Another call has written since: the situation is a new one. */
  | { kind: 'taken' }
  | { kind: 'unavailable' }

interface Intent {
  /** The journal as it was when the send was decided. */
  decidedFrom: Journal
  entry: JournalEntry
}

/** Writes an entry before something is sent, and makes sure that no other call has done so. */
export async function claim<Meanwhile>(
  ports: SendPorts,
  intent: Intent,
  meanwhile: () => Promise<Meanwhile>
): Promise<Claim<Meanwhile>> {
  const written = await writeInTime(ports, intent)

  switch (written) {
    case 'written':
      break

    case 'late':
      return giveUp(ports, intent, { kind: 'unavailable', outcome: 'late' })

    default:
      // This call has written nothing.
      return { kind: written }
  }

  const [done] = await Promise.all([meanwhile(), ports.sleep(GUARD_MS)])
  const back = await ports.journals.read(intent.decidedFrom.orderId)

  if (back.kind === 'unavailable') {
    return giveUp(ports, intent, { kind: 'unavailable', outcome: 'withdrawn' })
  }

  const [last] = liveEntries(back.journal).slice(-1)
  const isOurs =
    last?.id === intent.entry.id && isUnchanged(back.journal, intent)

  return isOurs
    ? { kind: 'claimed', meanwhile: done }
    : giveUp(ports, intent, { kind: 'taken', outcome: 'withdrawn' })
}

async function writeInTime(
  { journals, now, sleep }: SendPorts,
  intent: Intent
): Promise<'written' | 'late' | 'taken' | 'unavailable'> {
  const { decidedFrom, entry } = intent

  for (let attempt = 1; attempt <= CLAIM_ATTEMPTS; attempt += 1) {
    const startedMs = now()

    // Each attempt begins with what the one before has left.
    // eslint-disable-next-line no-await-in-loop
    const read = await journals.read(decidedFrom.orderId)

    if (read.kind === 'unavailable') return 'unavailable'
    if (!isUnchanged(read.journal, intent)) return 'taken'

    // eslint-disable-next-line no-await-in-loop
    const written = await journals.write(
      withEntry(read.journal, entry),
      read.etag
    )

    if (written !== 'stale') {
      const isInTime =
        written === 'written' && now() - startedMs <= GUARD_MS - TIMER_EARLY_MS

      return isInTime ? 'written' : 'late'
    }

    // eslint-disable-next-line no-await-in-loop
    await sleep(CLAIM_WAIT_MS)
  }

  return 'unavailable'
}

/** True if no other live entry was added, changed or removed since the decision, except one that was trimmed to make room. */
function isUnchanged(
  journal: Journal,
  { decidedFrom, entry }: Intent
): boolean {
  const others = (one: Journal) =>
    JSON.stringify(liveEntries(one).filter(({ id }) => id !== entry.id))

  return [decidedFrom, withEntry(decidedFrom, entry)].some(
    (expected) => others(journal) === others(expected)
  )
}

/** Leaves out the entries of calls that gave way: those have sent nothing, and block no other call. */
function liveEntries({ entries }: Journal): JournalEntry[] {
  return entries.filter(({ completion }) => completion?.outcome !== 'withdrawn')
}

/** Ends an entry that was written, or may have been. `withdrawn` blocks no other call; `late` blocks all for a while. */
async function giveUp<Kind extends 'taken' | 'unavailable'>(
  ports: SendPorts,
  { decidedFrom, entry }: Intent,
  { kind, outcome }: { kind: Kind; outcome: 'withdrawn' | 'late' }
): Promise<{ kind: Kind }> {
  await complete(
    ports,
    { orderId: decidedFrom.orderId, entry },
    { ...withdrawn(ports), outcome }
  )

  return { kind }
}

/** Makes the end of an entry for which nothing was sent. */
export function withdrawn({ epochMs }: Pick<SendPorts, 'epochMs'>): Completion {
  return {
    outcome: 'withdrawn',
    atMs: epochMs(),
    sentAtMs: null,
    date: null,
    receipt: null,
  }
}

/** Writes how an entry ended; false when VBase did not take it: the entry stays open, or, of a row, is missing. */
export async function complete(
  { journals }: SendPorts,
  { orderId, entry }: { orderId: string; entry: JournalEntry },
  completion: Completion
): Promise<boolean> {
  for (let attempt = 0; attempt < COMPLETE_ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    const read = await journals.read(orderId)

    if (read.kind === 'found') {
      // eslint-disable-next-line no-await-in-loop
      const written = await journals.write(
        withCompletion(read.journal, entry, completion),
        read.etag
      )

      if (written === 'written') return true
    }
  }

  return false
}
