import type { Order } from '../order/order'
import { isCanceledInOneStep } from '../order/orderStatus'
import { isWithoutEffect } from './journal'
import type { ActionKind, JournalEntry, Outcome } from './journal'

/**
 * How one call makes sure that it alone sends for an order.
 *
 * Each entry of a journal is a file of its own, and no call overwrites another's. A call
 * lists the entries, writes its claim, and lists again. It sends only after a list that
 * shows its own claim and no live one that is new. Proof: let two calls have claimed, and
 * let the claim of X show before that of Y. The list of Y that shows Y's claim then shows
 * X's, too, so Y gives way, or waits until X has; had X sent, Y judges anew.
 *
 * A list that is late but shows files in the order in which they came is harmless: it
 * lacks the call's own claim. One that shows a caller its own files first is not: where a
 * second send would do harm, `guard.ts` stands behind it (docs/decisions/0006).
 */

/** What VBase's list tells of one entry: nothing of its file is needed for that. */
export interface ListedEntry {
  seq: number
  id: string
  /** Null while the entry is open. */
  outcome: Outcome | null
}

/** The last call that wanted to send for an order what must not be sent twice (guard.ts). */
export interface Turn {
  id: string
  /** When its entry was made; an epoch time. */
  startedAtMs: number
}

/** Numbers the next entry of a journal. */
export function nextSeq(listed: ListedEntry[]): number {
  return Math.max(0, ...listed.map(({ seq }) => seq)) + 1
}

/** Tells whether a second send would do harm at OMS, so that lists alone do not decide who sends. */
export function mustBeGuarded(kind: ActionKind, order: Order): boolean {
  return kind !== 'cancel' || !isCanceledInOneStep(order)
}

/**
 * Names the entry of a call. Those of guarded sends sort first, so that of two calls at the
 * same moment an unguarded one gives way to a guarded one.
 */
export function entryId(unique: string, isGuarded: boolean): string {
  return `${isGuarded ? 'g' : 'u'}-${unique}`
}

/**
 * Where a call stands after its claim. `unlisted`: the list is too old to tell of others.
 * `alone`: it may send. `first`: calls that came at the same moment are about to give way
 * to it. `behind`: it gives way.
 */
export type Standing = 'unlisted' | 'alone' | 'first' | 'behind'

/** A claim, as far as its standing depends on it. */
interface Own extends Pick<JournalEntry, 'id'> {
  /** Its turn decides who goes first (guard.ts), and not its id. */
  isGuarded: boolean
}

/** Finds where a call stands, from a list that was asked for after its claim was written. */
export function standingOf(
  { id, isGuarded }: Own,
  before: ListedEntry[],
  now: ListedEntry[]
): Standing {
  if (!now.some((entry) => entry.id === id)) return 'unlisted'

  const judged = new Set(before.map((entry) => entry.id))
  const others = now.filter(
    (entry) =>
      entry.id !== id && !judged.has(entry.id) && entry.outcome !== 'withdrawn'
  )

  if (others.length === 0) return 'alone'
  // One that has ended may have sent: its end must be judged.
  if (others.some(({ outcome }) => outcome !== null)) return 'behind'

  return !isGuarded && others.some((other) => other.id < id)
    ? 'behind'
    : 'first'
}

/** Tells whether what came of an entry must be read: only refused and withdrawn ones say it all by their names. */
export function mustBeRead({ outcome }: ListedEntry): boolean {
  return !isWithoutEffect(outcome)
}
