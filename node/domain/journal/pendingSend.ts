import {
  changedNothing,
  isConfirmed,
  isDeniedSince,
  lastEffective,
} from './journal'
import type { ActionKind, Journal, JournalEntry } from './journal'
import type { Order } from '../order/order'
import { ruleOf, showsRequest } from '../order/orderStatus'

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
