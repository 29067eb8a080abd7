import { returnOf } from '../order/order'
import type { Order } from '../order/order'
import { showsRequest } from '../order/orderStatus'
import { openRequest } from '../order/requests'
import { ruleOfStatus } from '../order/statusRules'
import {
  changedNothing,
  CLOCKS_DIFFER_MS,
  isAnswered,
  isConfirmed,
  isDeniedSince,
  lastEffective,
} from './journal'
import type { ActionKind, Journal, JournalEntry } from './journal'

/** OMS applies a request within this time of its being sent, or never. */
export const SETTLE_MS = 40_000

/** A call that wrote its entry sends within this time, or not at all. */
export const SEND_WITHIN_MS = 15_000

/** A call answers within 27 s: an entry that is still open after this time belongs to one that was cut off. */
const UNDER_WAY_MS = 32_000

/** An order shows what OMS has confirmed within this time, or OMS did not carry it out. */
export const VISIBLE_WITHIN_MS = 10 * 60_000

/**
 * What an order's journal means for the next send. `none`: nothing stands in the way.
 * `under-way`: another call is working on the order. `settling`: an entry may still take
 * effect. `unseen`: OMS confirmed an entry, and the order does not show it yet.
 */
export type PendingSend =
  | { kind: 'none' }
  | { kind: 'under-way' | 'settling'; entry: JournalEntry; untilMs: number }
  | { kind: 'unseen'; entry: JournalEntry }

const NONE: PendingSend = { kind: 'none' }

/** Finds what the journal still expects of an order as it reads now. `nowMs` is an epoch time. */
export function pendingSend(
  journal: Journal,
  order: Order,
  nowMs: number
): PendingSend {
  const entry = lastEffective(journal)

  if (!entry) return NONE

  const { completion } = entry
  const untilMs = settledBy(entry)

  if (!completion && nowMs < entry.startedAtMs + UNDER_WAY_MS) {
    return { kind: 'under-way', entry, untilMs }
  }

  if (showsEffect(order, entry)) return NONE

  if (isConfirmed(entry)) {
    return nowMs < entry.startedAtMs + VISIBLE_WITHIN_MS
      ? { kind: 'unseen', entry }
      : NONE
  }

  return nowMs < untilMs ? { kind: 'settling', entry, untilMs } : NONE
}

/** Computes from when on an unconfirmed entry can no longer take effect. */
export function settledBy({
  completion,
  startedAtMs,
}: Pick<JournalEntry, 'completion' | 'startedAtMs'>): number {
  // An entry without an end does not say when its call sent.
  return (
    ((completion ? completion.sentAtMs ?? completion.atMs : null) ??
      startedAtMs + SEND_WITHIN_MS) + SETTLE_MS
  )
}

const SHOWS: Record<
  ActionKind,
  (order: Order, entry: JournalEntry) => boolean
> = {
  cancel: (order, entry) =>
    (showsRequest(order, { status: entry.statusSeen }) &&
      (isConfirmed(entry) || !isMadeByShopper(order, entry))) ||
    isOver(order, entry),
  accept: (order, entry) =>
    ['ACCEPTED', 'CANCELED'].includes(ruleOfStatus(order.status).state) ||
    isOver(order, entry),
  // An open request may be a new one: then the order also shows the denial of the one before.
  deny: (order, { startedAtMs }) =>
    ruleOfStatus(order.status).awaiting !== 'SELF' ||
    isDeniedSince(order, startedAtMs - CLOCKS_DIFFER_MS),
  return: (order, { invoiceNumber }) => returnOf(order, invoiceNumber) !== null,
}

/** Tells whether a denial has answered what OMS confirmed. An unconfirmed entry may still take effect, and meet the next request. */
function isOver(order: Order, entry: JournalEntry): boolean {
  return isConfirmed(entry) && isAnswered(order, entry)
}

/** Tells whether the open request is a shopper's, which an unconfirmed cancel of the store does not explain: it may still arrive, and accept that request. */
function isMadeByShopper(order: Order, entry: JournalEntry): boolean {
  return (
    openRequest(order)?.requestedByUser === true &&
    entry.requestedByUser !== true
  )
}

/** Finds a return that this app has sent, or may have sent, and that the order does not show. */
export function unseenReturn(
  journal: Journal,
  order: Order
): JournalEntry | null {
  const entry = lastEffective({
    ...journal,
    entries: journal.entries.filter(({ kind }) => kind === 'return'),
  })

  return entry && !returnOf(order, entry.invoiceNumber ?? '') ? entry : null
}

/** Tells whether an order shows the effect of an entry, so that nothing of it is left to wait for. */
export function showsEffect(order: Order, entry: JournalEntry): boolean {
  return SHOWS[entry.kind](order, entry)
}

/** Tells whether a request that was denied is one that this app has made. */
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
