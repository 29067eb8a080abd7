import type { Order } from '../order/order'

export const ACTION_KINDS = ['cancel', 'accept', 'deny', 'return'] as const

/** What this app may send for an order; each kind is one call of OMS that changes something. */
export type ActionKind = (typeof ACTION_KINDS)[number]

/**
 * How a send ended. `received`: OMS confirmed it in words we can read. `found`: the
 * reply was lost, but a later read shows the effect. `refused`: OMS said no.
 * `withdrawn`: nothing was sent. `late`: nothing was sent, because the entry was written
 * so slowly that it may hide another call's. `unsettled`: the reply and later reads do
 * not say.
 */
export type Outcome =
  | 'received'
  | 'found'
  | 'refused'
  | 'withdrawn'
  | 'late'
  | 'unsettled'

/** What a send of each outcome did to the order. */
const EFFECTS: Record<Outcome, 'confirmed' | 'none' | 'unknown'> = {
  received: 'confirmed',
  found: 'confirmed',
  refused: 'none',
  withdrawn: 'none',
  late: 'none',
  unsettled: 'unknown',
}

/** Tells whether a stored text is an outcome. */
export function isOutcome(text: unknown): text is Outcome {
  return typeof text === 'string' && Object.hasOwn(EFFECTS, text)
}

/** How one entry ended. All times are epoch milliseconds; `date` is OMS's own text. */
export interface Completion {
  outcome: Outcome
  atMs: number
  /** When the request left; null when it never did. */
  sentAtMs: number | null
  date: string | null
  receipt: string | null
}

/** Who sent what for an order: written before the send, completed after it. */
export interface JournalEntry {
  /** Names the one call that wrote it. */
  id: string
  kind: ActionKind
  /** The operator, API key or app, as VTEX ID names it. Never a shopper. */
  by: string
  reason: string | null
  requestedByUser: boolean | null
  /** The number of the return invoice, for a return. */
  invoiceNumber: string | null
  /** The order's status that justified the send. */
  statusSeen: string | null
  startedAtMs: number
  completion: Completion | null
}

/** Everything that this app has sent for one order, the oldest first. */
export interface Journal {
  orderId: string
  entries: JournalEntry[]
}

/** The most entries that are kept. When there are more, the oldest that changed nothing are dropped first. */
const MAX_ENTRIES = 100

/** A journal of an order for which this app has sent nothing. */
export function emptyJournal(orderId: string): Journal {
  return { orderId, entries: [] }
}

/** Finds the last entry that changed, or may have changed, anything at OMS. */
export function lastEffective({ entries }: Journal): JournalEntry | undefined {
  return entries.filter((entry) => !changedNothing(entry)).pop()
}

/** Tells whether an entry certainly changed nothing at OMS. */
export function changedNothing({ completion }: JournalEntry): boolean {
  return completion !== null && EFFECTS[completion.outcome] === 'none'
}

/** Tells whether OMS has confirmed an entry, or a read has shown its effect. */
export function isConfirmed({ completion }: JournalEntry): boolean {
  return completion !== null && EFFECTS[completion.outcome] === 'confirmed'
}

/** Tells whether a denial has answered an entry: it answers every request before it, although the status may be as before. */
export function isDeniedSince(
  { requests }: Order,
  { startedAtMs }: Pick<JournalEntry, 'startedAtMs'>
): boolean {
  return requests.some(
    ({ denied }) => Date.parse(denied?.date ?? '') > startedAtMs
  )
}

/**
 * Finds the entries about the request that is open now, or was answered last: what this
 * app has sent, or may have sent, since the last denial. Each is a cancel or an accept.
 */
export function onRequest({ entries }: Journal, order: Order): JournalEntry[] {
  const effective = entries.filter((entry) => !changedNothing(entry))
  const denied = effective.map(isDenial).lastIndexOf(true)

  return effective
    .slice(denied + 1)
    .filter(({ kind }) => kind === 'cancel' || kind === 'accept')
    .filter((entry) => !isDeniedSince(order, entry))
}

/** Finds this app's cancels that have made the request on the order, as OMS has confirmed. */
export function confirmedCancels(
  journal: Journal,
  order: Order
): JournalEntry[] {
  return onRequest(journal, order).filter(
    (entry) => entry.kind === 'cancel' && isConfirmed(entry)
  )
}

/** Finds the denial that this app has sent, if it has sent nothing since. */
export function ownDenial({ entries }: Journal): JournalEntry | null {
  const last = entries.filter((entry) => !changedNothing(entry)).pop()

  return last && isDenial(last) ? last : null
}

/** An unconfirmed denial may have come to nothing. */
function isDenial(entry: JournalEntry): boolean {
  return entry.kind === 'deny' && isConfirmed(entry)
}

/** Adds an entry to a journal. */
export function withEntry(journal: Journal, entry: JournalEntry): Journal {
  return {
    ...journal,
    entries: [
      ...trimmed(journal.entries.filter(({ id }) => id !== entry.id)),
      entry,
    ],
  }
}

/** Completes an entry of a journal, and puts it back where another call has overwritten it. */
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
