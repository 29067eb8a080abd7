import { isConfirmed, onRequest, ownDenial } from '../journal/journal'
import type { ActionKind, Journal, JournalEntry } from '../journal/journal'
import { openRequest, sideOf } from '../order/order'
import type { Order } from '../order/order'
import { isRequested, ruleOf } from '../order/orderStatus'
import { refusal } from '../refusal'
import type { Refusal } from '../refusal'
import type { RefusalCode } from '../vocabulary'
import { standingOf } from '../journal/pendingSend'

/** What may be done to an order by one of the actions that decide about its cancellation. */
export type Verdict =
  | { kind: 'send' }
  /** What the caller wants is so, or under way. Nothing is sent. */
  | { kind: 'already' }
  | { kind: 'refuse'; refusal: Refusal }
  /** Another call is at it; its end decides. */
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

const REQUESTED = 'cancellation-requested'
const OTHER_DECIDES = 'waiting-for-seller-decision'

/** How long a caller waits for an order to show what another action on it has done. */
const UNSEEN_RETRY_SECONDS = 60

type Rule = (situation: Situation) => Verdict

const RULES: Record<CancellationAction, Rule> = {
  cancel: (situation) => {
    const { order, journal, callStartedMs } = situation
    const { cancel } = ruleOf(order)

    if (cancel === 'SEND') return SEND
    if (cancel === 'ALREADY') return ALREADY

    // The call that made this request was under way when this one began: they are one.
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
    if (order.status === REQUESTED) return SEND
    if (order.status === OTHER_DECIDES) return sellerDecides(order)

    return isRequested(ruleOf(order).state) ? ALREADY : noOpenRequest(order)
  },
  deny: ({ order, journal }) => {
    if (order.status === OTHER_DECIDES) return sellerDecides(order)
    if (ruleOf(order).state === 'DENIED') return ALREADY

    // A denied order goes back to where it was: that it was denied only the journal knows.
    if (order.status !== REQUESTED)
      return ownDenial(journal) ? ALREADY : noOpenRequest(order)

    return isOwn(journal, order)
      ? refuse(refusal('OWN_REQUEST', { orderId: order.orderId }))
      : SEND
  },
}

/** Whether an action on an order's cancellation may be sent, as the order and the journal read now. */
export function verdictOf(
  action: CancellationAction,
  situation: Situation
): Verdict {
  const { order, journal, nowMs } = situation
  const standing = standingOf(journal, order, nowMs)

  if (standing.kind === 'under-way') return { ...standing, kind: 'wait' }

  const verdict = RULES[action](situation)

  if (!mayChange(verdict)) return verdict

  switch (standing.kind) {
    case 'settling':
      return refuse(unsettledRefusal(order, standing.untilMs - nowMs))

    case 'unseen':
      return standing.entry.kind === action
        ? ALREADY
        : refuse(unseenRefusal(order))

    default:
      return verdict
  }
}

/** Refusals that are about to end, or to begin, when what was sent takes effect. */
const PASSING: RefusalCode[] = [
  'ORDER_INVOICED',
  'DECISION_PENDING',
  'NO_OPEN_REQUEST',
]

function mayChange(verdict: Verdict): boolean {
  return (
    verdict.kind === 'send' ||
    (verdict.kind === 'refuse' && PASSING.includes(verdict.refusal.code))
  )
}

/** What an order says about an action, without any journal. */
export function verdictOfOrder(
  action: CancellationAction,
  order: Order
): Verdict {
  const journal = { orderId: order.orderId, entries: [] }

  return RULES[action]({ order, journal, nowMs: 0, callStartedMs: 0 })
}

/** Something was sent for the order, and may still take effect. */
export function unsettledRefusal(
  { orderId }: Order,
  remainingMs: number
): Refusal {
  return refusal(
    'CONFLICT',
    {
      problem: `This call sent nothing: OMS did not confirm what was sent for order ${orderId} a moment ago, and it may still take effect. Call again after retryAfterSeconds.`,
    },
    Math.max(1, Math.ceil(remainingMs / 1000))
  )
}

function unseenRefusal({ orderId }: Order): Refusal {
  return refusal(
    'CONFLICT',
    {
      problem: `This call sent nothing: OMS has confirmed another action on order ${orderId} that the order does not show yet. Call again after retryAfterSeconds.`,
    },
    UNSEEN_RETRY_SECONDS
  )
}

function isJoined(
  journal: Journal,
  order: Order,
  callStartedMs: number
): boolean {
  return onRequest(journal, order).some(
    (entry) =>
      entry.kind === 'cancel' &&
      isConfirmed(entry) &&
      (entry.completion?.atMs ?? 0) >= callStartedMs
  )
}

/**
 * Whether the open request is this store's own: by the journal, or by what OMS says.
 * On an own-store order a request that is not said to be the shopper's counts as own:
 * a wrong denial leaves the order stuck for good. A seller's order has another side,
 * so there it takes OMS's word that the seller asked.
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
