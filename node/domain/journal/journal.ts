import type { Order } from '../order/order'

export const ACTION_KINDS = ['cancel', 'accept', 'deny', 'return'] as const

/** What this app may send for an order; each kind is one call of OMS that changes something. */
export type ActionKind = (typeof ACTION_KINDS)[number]

/**
 * How a send ended. `received`: OMS confirmed it in words we can read. `found`: the
 * reply was lost, but a later read shows the effect. `refused`: OMS said no.
 * `withdrawn`: nothing was sent. `unsettled`: the reply and later reads do not say.
 */
export const OUTCOMES = [
  'received',
  'found',
  'refused',
  'withdrawn',
  'unsettled',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/** What a send of each outcome did to the order. */
const EFFECTS: Record<Outcome, 'confirmed' | 'none' | 'unknown'> = {
  received: 'confirmed',
  found: 'confirmed',
  refused: 'none',
  withdrawn: 'none',
  unsettled: 'unknown',
}

/** Tells whether a send of this outcome certainly changed nothing at OMS. */
export function isWithoutEffect(outcome: Outcome | null): boolean {
  return outcome !== null && EFFECTS[outcome] === 'none'
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
  /** One more than the highest number that its call had seen: entries are in this order, since clocks differ. */
  seq: number
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
  /** The batch whose row it was; missing for a call on one order, and in entries of before. */
  batchId?: string
  completion: Completion | null
}

/** Everything that this app has sent for one order, or may have sent, the oldest first. */
export interface Journal {
  orderId: string
  entries: JournalEntry[]
}

/** A journal of an order for which this app has sent nothing. */
export function emptyJournal(orderId: string): Journal {
  return { orderId, entries: [] }
}

/** How far in the future a time of an entry may be: clocks differ by seconds. */
const AHEAD_MS = 10 * 60_000

/**
 * Tells whether an entry has a time that is still to come. No replica can have written it, so
 * it does not tell what was sent when, and would keep its order waiting until then.
 */
export function isOfFuture({ entries }: Journal, nowMs: number): boolean {
  return entries.some(({ startedAtMs, completion }) =>
    [startedAtMs, completion?.atMs ?? 0, completion?.sentAtMs ?? 0].some(
      (ms) => ms > nowMs + AHEAD_MS
    )
  )
}

/** Finds the last entry that changed, or may have changed, anything at OMS. */
export function lastEffective({ entries }: Journal): JournalEntry | undefined {
  return entries.filter((entry) => !changedNothing(entry)).pop()
}

/** Tells whether an entry certainly changed nothing at OMS. */
export function changedNothing({ completion }: JournalEntry): boolean {
  return isWithoutEffect(completion?.outcome ?? null)
}

/** Tells whether OMS has confirmed an entry, or a read has shown its effect. */
export function isConfirmed({ completion }: JournalEntry): boolean {
  return completion !== null && EFFECTS[completion.outcome] === 'confirmed'
}

/** How far OMS's clock and ours may be apart. */
export const CLOCKS_DIFFER_MS = 10_000

/** Tells whether a request was denied after a time: a denial answers every request before it, although the status may be as before. */
export function isDeniedSince({ requests }: Order, ms: number): boolean {
  return requests.some(({ denied }) => Date.parse(denied?.date ?? '') > ms)
}

/** Tells whether a denial has answered an entry, by OMS's own dates where it has confirmed the entry. */
export function isAnswered(
  order: Order,
  { completion, startedAtMs }: JournalEntry
): boolean {
  const confirmedMs = Date.parse(completion?.date ?? '')

  return isDeniedSince(
    order,
    Number.isNaN(confirmedMs) ? startedAtMs + CLOCKS_DIFFER_MS : confirmedMs
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
    .filter((entry) => !isAnswered(order, entry))
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

/**
 * Puts entries in their order. Of several with one number at most one has sent: each has
 * seen the others and given way. So one that has ended counts later than one that is open.
 */
export function inOrder(entries: JournalEntry[]): JournalEntry[] {
  return [...entries].sort(
    (one, other) =>
      one.seq - other.seq ||
      Number(one.completion !== null) - Number(other.completion !== null)
  )
}

/** Adds an entry with its end to a journal. */
export function withCompletion(
  journal: Journal,
  entry: JournalEntry,
  completion: Completion
): Journal {
  return {
    ...journal,
    entries: inOrder([...journal.entries, { ...entry, completion }]),
  }
}

/** Tells whether a batch has sent something for the order that may have had an effect. */
export function hasSendOf({ entries }: Journal, batchId: string): boolean {
  return entries.some(
    (entry) =>
      entry.batchId === batchId &&
      !isWithoutEffect(entry.completion?.outcome ?? null)
  )
}
