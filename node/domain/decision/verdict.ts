import { confirmedCancels } from '../journal/journal'
import type { Journal, JournalEntry } from '../journal/journal'
import { pendingSend } from '../journal/pendingSend'
import type { Order } from '../order/order'
import { changesWithSends, conflict } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import { factsOf } from './facts'
import type { Action } from './facts'
import { refusalOf } from './refusalOf'
import { rulingOn } from './ruling'

/** What may be done to an order by one of the actions that decide about its cancellation. */
export type Verdict =
  | { kind: 'send' }
  /** What the caller wants is done, or on its way. Nothing is sent. */
  | { kind: 'already' }
  | { kind: 'refuse'; refusal: Refusal }
  /** Another call is working on the order; its end decides. */
  | { kind: 'wait'; entry: JournalEntry; untilMs: number }

/** An order as read, with what this app has sent for it. All times are epoch milliseconds. */
export interface Situation {
  order: Order
  journal: Journal
  nowMs: number
  callStartedMs: number
}

/** The actions on a cancellation; a return has rules of its own about what was sent before. */
export type CancellationAction = Exclude<Action, 'return'>

const ALREADY: Verdict = { kind: 'already' }

/** How long a caller waits for an order to show what another action on it has done. */
const UNSEEN_RETRY_MS = 60_000

/** Decides from the facts of an order alone, whatever was sent for it a moment ago. */
export function verdictByFacts(
  action: Action,
  { order, journal, nowMs }: Omit<Situation, 'callStartedMs'>
): Verdict {
  const facts = factsOf(order, { journal, nowMs })
  const ruling = rulingOn(action, facts.case)

  return ruling.kind === 'refuse'
    ? refuse(refusalOf(ruling, { order, facts }))
    : ruling
}

/** Decides whether an action on an order's cancellation may be sent, as order and journal read now. */
export function verdictOf(
  action: CancellationAction,
  situation: Situation
): Verdict {
  const { order, journal, nowMs } = situation
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'under-way') return { ...pending, kind: 'wait' }

  const verdict = joined(verdictByFacts(action, situation), situation)

  if (!mayChange(verdict)) return verdict

  switch (pending.kind) {
    case 'settling':
      return refuse(conflict('UNSETTLED', order, pending.untilMs - nowMs))

    case 'unseen':
      return pending.entry.kind === action
        ? ALREADY
        : refuse(conflict('UNSEEN', order, UNSEEN_RETRY_MS))

    default:
      return verdict
  }
}

/** Tells whether something that was sent may still change a verdict. */
function mayChange(verdict: Verdict): boolean {
  return (
    verdict.kind === 'send' ||
    (verdict.kind === 'refuse' && changesWithSends(verdict.refusal))
  )
}

/** Makes a success of the refusal to cancel again, where the call that made the request was still working when this one began: the two count as one. */
function joined(verdict: Verdict, situation: Situation): Verdict {
  const { journal, order, callStartedMs } = situation
  const isPending =
    verdict.kind === 'refuse' && verdict.refusal.code === 'DECISION_PENDING'

  return isPending && isJoined(journal, order, callStartedMs)
    ? ALREADY
    : verdict
}

function isJoined(
  journal: Journal,
  order: Order,
  callStartedMs: number
): boolean {
  return confirmedCancels(journal, order).some(
    ({ completion }) => (completion?.atMs ?? 0) >= callStartedMs
  )
}

/** Makes the verdict of a refusal. */
export function refuse(why: Refusal): Verdict {
  return { kind: 'refuse', refusal: why }
}
