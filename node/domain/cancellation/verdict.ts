import { confirmedCancels, onRequest, ownDenial } from '../journal/journal'
import type { ActionKind, Journal, JournalEntry } from '../journal/journal'
import { pendingSend } from '../journal/pendingSend'
import { openRequest, sideOf } from '../order/order'
import type { Order } from '../order/order'
import { isRequested, ruleOf } from '../order/orderStatus'
import { changesWithSends, conflict, refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'

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

/** The actions on a cancellation; a return has rules of its own. */
export type CancellationAction = Exclude<ActionKind, 'return'>

const SEND: Verdict = { kind: 'send' }
const ALREADY: Verdict = { kind: 'already' }

/** How long a caller waits for an order to show what another action on it has done. */
const UNSEEN_RETRY_MS = 60_000

type Rule = (situation: Situation) => Verdict

const ACTION_RULES: Record<CancellationAction, Rule> = {
  cancel: (situation) => {
    const { order, journal, callStartedMs } = situation
    const { cancel } = ruleOf(order)

    if (cancel === 'SEND') return SEND
    if (cancel === 'ALREADY') return ALREADY

    // The call that made this request was still working when this one began: the two count as one.
    if (
      cancel === 'DECISION_PENDING' &&
      isJoined(journal, order, callStartedMs)
    )
      return ALREADY

    return refuse(
      refusal(cancel, { orderId: order.orderId, orderStatus: order.status })
    )
  },
  accept: ({ order }) => {
    const { state, awaiting } = ruleOf(order)

    if (awaiting === 'SELF') return SEND
    if (awaiting === 'OTHER') return sellerDecides(order)

    return isRequested(state) ? ALREADY : noOpenRequest(order)
  },
  deny: ({ order, journal }) => {
    const { state, awaiting } = ruleOf(order)

    if (awaiting === 'OTHER') return sellerDecides(order)
    if (state === 'DENIED') return ALREADY

    // A denied order goes back to the status it had: only the journal knows of the denial.
    if (awaiting !== 'SELF')
      return ownDenial(journal) ? ALREADY : noOpenRequest(order)

    return isOwn(journal, order)
      ? refuse(refusal('OWN_REQUEST', { orderId: order.orderId }))
      : SEND
  },
}

/** Decides whether an action on an order's cancellation may be sent, as order and journal read now. */
export function verdictOf(
  action: CancellationAction,
  situation: Situation
): Verdict {
  const { order, journal, nowMs } = situation
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'under-way') return { ...pending, kind: 'wait' }

  const verdict = ACTION_RULES[action](situation)

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

function isJoined(
  journal: Journal,
  order: Order,
  callStartedMs: number
): boolean {
  return confirmedCancels(journal, order).some(
    ({ completion }) => (completion?.atMs ?? 0) >= callStartedMs
  )
}

/**
 * Tells whether the open request is this store's own, by the journal or by what OMS says.
 * On an own-store order a request counts as own unless OMS says that the shopper made it:
 * a wrong denial leaves the order stuck for good. A seller's order has another side, so
 * there only OMS's word that the seller asked makes it own.
 */
function isOwn(journal: Journal, order: Order): boolean {
  if (onRequest(journal, order).some(({ kind }) => kind === 'cancel'))
    return true

  const { cancellation } = order
  const byUser =
    openRequest(order)?.requestedByUser ?? cancellation?.requestedByUser

  switch (sideOf(order)) {
    case 'OWN_STORE':
      return byUser !== true

    case 'SELLER':
      return cancellation?.requestedBySeller === true

    default:
      return false
  }
}

function sellerDecides({ orderId }: Order): Verdict {
  return refuse(
    refusal('WRONG_ACCOUNT', {
      orderId,
      rightAccount: "the seller's account, which decides about the request",
    })
  )
}

function noOpenRequest({ orderId, status }: Order): Verdict {
  return refuse(refusal('NO_OPEN_REQUEST', { orderId, orderStatus: status }))
}

function refuse(why: Refusal): Verdict {
  return { kind: 'refuse', refusal: why }
}
