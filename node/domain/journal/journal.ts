import type { Order } from '../order/order'

/** What this app may send for an order; each kind is one call of OMS that changes something. */
export type ActionKind = 'cancel' | 'accept' | 'deny' | 'return'

/**
 * How a send ended. `received`: OMS confirmed it in words we can read. `found`: the
 * reply was lost, but a later read shows the effect. `refused`: OMS said no.
 * `withdrawn`: nothing was sent. `late`: nothing was sent, because the entry was written
 * so slowly that it may hide one of another call. `unsettled`: nobody knows.
 */
export type Outcome =
  | 'received'
  | 'found'
  | 'refused'
  | 'withdrawn'
  | 'late'
  | 'unsettled'

/** How one entry ended. All times are epoch milliseconds; `date` is OMS's own text. */
export interface Completion {
  outcome: Outcome
  atMs: number
  /** When the request left; null when it never did. */
  sentAtMs: number | null
  date: string | null
  receipt: string | null
}

/** Who sent what for an order, written before it is sent and completed after. */
export interface JournalEntry {
  /** Names the one call that wrote it. */
  id: string
  kind: ActionKind
  /** The operator, API key or app, as VTEX ID names it. Never a shopper. */
  by: string
  reason: string | null
  requestedByUser: boolean | null
  /** Of the return invoice, for a return. */
  invoiceNumber: string | null
  /** The order's status that justified the send. */
  statusSeen: string | null
  startedAtMs: number
  completion: Completion | null
}

/** Everything that this app has sent for one order, oldest first. */
export interface Journal {
  orderId: string
  entries: JournalEntry[]
}

/** More entries than this are no audit trail but a loop; the oldest that changed nothing go first. */
const MAX_ENTRIES = 100

/** The last entry that changed, or may have changed, anything at OMS. */
export function lastEffective({ entries }: Journal): JournalEntry | undefined {
  return entries.filter((entry) => !changedNothing(entry)).pop()
}

export function changedNothing({ completion }: JournalEntry): boolean {
  return (
    completion !== null &&
    ['refused', 'withdrawn', 'late'].includes(completion.outcome)
  )
}

/** Whether OMS has confirmed an entry, or a read has shown its effect. */
export function isConfirmed({ completion }: JournalEntry): boolean {
  return (
    completion !== null && ['received', 'found'].includes(completion.outcome)
  )
}

/** A denial answers every request before it, although the status may be what it was before. */
export function isDeniedSince(
  { requests }: Order,
  { startedAtMs }: Pick<JournalEntry, 'startedAtMs'>
): boolean {
  return requests.some(
    ({ denied }) => Date.parse(denied?.date ?? '') > startedAtMs
  )
}

/**
 * The entries on the request that is open now, or was answered last: what this app
 * has sent, or may have sent, since the last denial. Each is a cancel or an accept.
 */
export function onRequest({ entries }: Journal, order: Order): JournalEntry[] {
  const effective = entries.filter((entry) => !changedNothing(entry))
  const denied = effective.map(isDenial).lastIndexOf(true)

  return effective
    .slice(denied + 1)
    .filter(({ kind }) => kind === 'cancel' || kind === 'accept')
    .filter((entry) => !isDeniedSince(order, entry))
}

/** The denial that this app has sent, if nothing has been sent since. */
export function ownDenial({ entries }: Journal): JournalEntry | null {
  const last = entries.filter((entry) => !changedNothing(entry)).pop()

  return last && isDenial(last) ? last : null
}

/** An unconfirmed denial may have come to nothing. */
function isDenial(entry: JournalEntry): boolean {
  return entry.kind === 'deny' && isConfirmed(entry)
}

/** The journal with one more entry. */
export function withEntry(journal: Journal, entry: JournalEntry): Journal {
  return {
    ...journal,
    entries: [
      ...trimmed(journal.entries.filter(({ id }) => id !== entry.id)),
      entry,
    ],
  }
}

/** The journal with an entry completed, also where another call has lost it. */
export function withCompletion(
  journal: Journal,
  entry: JournalEntry,
  completion: Completion
): Journal {
  const completed = { ...entry, completion }
  const isKept = journal.entries.some(({ id }) => id === entry.id)

  return isKept
    ? {
        ...journal,
        entries: journal.entries.map((other) =>
          other.id === entry.id ? completed : other
        ),
      }
    : withEntry(journal, completed)
}

function trimmed(entries: JournalEntry[]): JournalEntry[] {
  if (entries.length < MAX_ENTRIES) return entries

  // A return is never forgotten: a second one could refund twice.
  const dropped =
    entries.find(changedNothing) ??
    entries.find(({ kind }) => kind !== 'return')

  return entries.filter((entry) => entry !== dropped)
}
