import type { Order } from './order'
import { ruleOf, showsRequest } from './orderStatus'

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

/** OMS applies a request within this time of its being sent, or never. */
export const SETTLE_MS = 40_000

/** A call that wrote its entry sends within this time, or not at all. */
export const SEND_WITHIN_MS = 15_000

/** So far may OMS's clock and ours be apart. */
const CLOCKS_DIFFER_MS = 10_000

/** A call has ended by then, as its runtime ends every request: what is still open was cut off. */
const UNDER_WAY_MS = 32_000

/** An order shows what OMS has confirmed within this time, or OMS did not carry it out. */
export const VISIBLE_WITHIN_MS = 10 * 60_000

/** More entries than this are no audit trail but a loop; the oldest that changed nothing go first. */
const MAX_ENTRIES = 100

/**
 * What an entry means for the next send. `under-way`: another call is at it.
 * `settling`: it may still take effect. `unseen`: OMS confirmed it, the order does
 * not show it yet. `free`: nothing stands in the way.
 */
export type Standing =
  | { kind: 'free' }
  | { kind: 'under-way' | 'settling'; entry: JournalEntry; untilMs: number }
  | { kind: 'unseen'; entry: JournalEntry }

const FREE: Standing = { kind: 'free' }

/** What the journal says about sending anything for an order as it reads now. `nowMs` is an epoch time. */
export function standingOf(
  journal: Journal,
  order: Order,
  nowMs: number
): Standing {
  return hidden(journal, nowMs) ?? standingOfSent(journal, order, nowMs)
}

/** What a late entry may hide is over after the time in which anything takes effect. */
function hidden({ entries }: Journal, nowMs: number): Standing | null {
  const entry = entries
    .filter(({ completion }) => completion?.outcome === 'late')
    .pop()

  if (!entry?.completion) return null

  // The call that it hides may not even have sent yet.
  const untilMs = entry.completion.atMs + SEND_WITHIN_MS + SETTLE_MS

  return nowMs < untilMs ? { kind: 'settling', entry, untilMs } : null
}

function standingOfSent(
  journal: Journal,
  order: Order,
  nowMs: number
): Standing {
  const entry = lastEffective(journal)

  if (!entry) return FREE

  const { completion } = entry
  const untilMs = settledBy(entry)

  if (!completion && nowMs < entry.startedAtMs + UNDER_WAY_MS) {
    return { kind: 'under-way', entry, untilMs }
  }

  if (shows(order, entry)) return FREE

  if (isConfirmed(entry)) {
    return nowMs < entry.startedAtMs + VISIBLE_WITHIN_MS
      ? { kind: 'unseen', entry }
      : FREE
  }

  return nowMs < untilMs ? { kind: 'settling', entry, untilMs } : FREE
}

/** From when on an entry that nobody confirmed can no longer take effect. */
export function settledBy({ completion, startedAtMs }: JournalEntry): number {
  // Of an entry that was never completed nobody knows when it was sent.
  return (
    ((completion ? completion.sentAtMs ?? completion.atMs : null) ??
      startedAtMs + SEND_WITHIN_MS) + SETTLE_MS
  )
}

/** The last entry that changed, or may have changed, anything at OMS. */
export function lastEffective({ entries }: Journal): JournalEntry | undefined {
  return entries.filter((entry) => !changedNothing(entry)).pop()
}

function changedNothing({ completion }: JournalEntry): boolean {
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

/** Whether an order shows the effect of an entry. */
const SHOWS: Record<
  ActionKind,
  (order: Order, entry: JournalEntry) => boolean
> = {
  cancel: (order, entry) =>
    showsRequest(order, { status: entry.statusSeen }) ||
    isDeniedSince(order, entry),
  accept: (order, entry) =>
    ['ACCEPTED', 'CANCELED'].includes(ruleOf(order).state) ||
    isDeniedSince(order, entry),
  // An open request may be a new one: then the denial of the one before is on the order.
  deny: (order, { startedAtMs }) =>
    order.status !== 'cancellation-requested' ||
    isDeniedSince(order, { startedAtMs: startedAtMs - CLOCKS_DIFFER_MS }),
  return: ({ invoices }, { invoiceNumber }) =>
    invoices.some(
      ({ type, number }) => type === 'Input' && number === invoiceNumber
    ),
}

/** Whether an order shows the effect of an entry: then nothing of it is left to wait for. */
export function shows(order: Order, entry: JournalEntry): boolean {
  return SHOWS[entry.kind](order, entry)
}

/** A denial answers every request before it, although the status may be what it was before. */
function isDeniedSince(
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

/** Whether a request that was denied is one that this app has made. */
export function isOwnDenied({ entries }: Journal, order: Order): boolean {
  const cancels = entries.filter(
    (entry) =>
      entry.kind === 'cancel' &&
      !changedNothing(entry) &&
      // A cancel that was sent to a denied order is not the request that was denied.
      entry.statusSeen !== order.status
  )

  const [denied] = order.requests.filter((request) => request.denied).slice(-1)
  const askedMs = Date.parse(denied?.date ?? '')

  return cancels.some(
    ({ startedAtMs }) =>
      Number.isNaN(askedMs) ||
      Math.abs(askedMs - startedAtMs) < VISIBLE_WITHIN_MS
  )
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
