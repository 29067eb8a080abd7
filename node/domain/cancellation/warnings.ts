import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { onRequest } from '../journal/journal'
import { pendingSend, showsEffect } from '../journal/pendingSend'
import { sideOf } from '../order/order'
import type { Order } from '../order/order'
import { hasRequest } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'
import type { CancellationState } from '../vocabulary'
import type { Known } from './known'
import { paymentWarnings } from './paymentWarnings'
import { returnWarnings } from './returnWarnings'
import { siblingWarnings } from './siblingWarnings'

/** `canceled` may flip back to `cancel` (known issue 1242813, which names no bound); after this time it counts as settled. */
const FRESH_MS = 30_000

/** What the caller should know about an order, and what it is told from. */
interface Subject {
  order: Order
  facts: Facts
  known: Known
  state: CancellationState
  /** The order's cancellation was requested, and not denied. */
  isRequested: boolean
}

/** Says what else the caller should know about an order, in English sentences. */
export function warningsOf(subject: Subject): string[] {
  const { order, known, state, isRequested } = subject

  return [
    ...sendWarnings(subject),
    ...unsettledWarning(order, known),
    ...(isFreshlyCanceled(order, subject.facts)
      ? [
          'The order was canceled less than 30 seconds ago. OMS sometimes takes that back for a moment (VTEX known issue 1242813): read again.',
        ]
      : []),
    ...(isRequested && state !== 'AWAITING_DECISION'
      ? stockWarning(order, known)
      : []),
    ...(isRequested
      ? [
          ...siblingWarnings(order, known.purchase ?? [], known.nowMs),
          ...elsewhereWarnings(order, known),
        ]
      : []),
    ...(state === 'CANCELED' ? paymentWarnings(order, known) : []),
    ...returnWarnings(order, subject.facts),
    ...known.notes,
  ]
}

interface Hint {
  isIt: (order: Order, facts: Facts) => boolean
  text: string
}

/** What speaks against the success of a cancel that may be sent. Only what VTEX documents makes a refusal; a flag is a hint. */
const HINTS: Hint[] = [
  {
    isIt: ({ status, isCompleted }) =>
      isCompleted === false && !ruleOfStatus(status).warnings,
    text: 'OMS marks the order as not completed (isCompleted): it was not created in full, or its payment is not settled. OMS may not take a cancel for it.',
  },
  {
    isIt: ({ allowCancellation }) => allowCancellation === false,
    text: 'OMS marks the order as one that may not be canceled (allowCancellation). It may refuse the cancel.',
  },
  {
    isIt: (_order, { progress }) => progress.isInError,
    text: "The order's workflow is in error (workflowIsInError): a cancel may not get through.",
  },
  {
    isIt: ({ status }, { progress }) =>
      ruleOfStatus(status).isPassedInMinutes === true && progress.isOld,
    text: 'The order has stood for more than two hours in a status that the platform leaves within minutes: a cancel may not get through (VTEX known issue 1465447).',
  },
  {
    isIt: (_order, { goods }) =>
      goods.flaws.some(({ kind }) => kind === 'RETURNS_ABOVE_SALE'),
    text: 'The returns on the order are worth more than its invoices: look in the payments module whether too much was paid back.',
  },
  {
    isIt: ({ status }) => status === 'window-to-change-seller',
    text: 'The seller of the order has canceled, and the store may name another one: a cancel ends that, too.',
  },
]

function sendWarnings({ order, facts }: Subject): string[] {
  if (rulingOn('cancel', facts.case).kind !== 'send') return []

  return [
    ...(ruleOfStatus(order.status).warnings ?? []),
    ...HINTS.filter(({ isIt }) => isIt(order, facts)).map(({ text }) => text),
  ]
}

/** Tells whether an order was canceled so recently that OMS may take it back. Without a readable date it counts as settled. */
export function isFreshlyCanceled(order: Order, { progress }: Facts): boolean {
  const { changedMs, nowMs } = progress

  return (
    ruleOfStatus(order.status).state === 'CANCELED' &&
    changedMs !== null &&
    nowMs - changedMs < FRESH_MS
  )
}

function unsettledWarning(order: Order, { journal, nowMs }: Known): string[] {
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'none' || pending.kind === 'unseen') return []
  if (showsEffect(order, pending.entry)) return []

  return pending.kind === 'under-way'
    ? [
        'Another call is working on this order at this moment. Read orderCancellation again before you do anything.',
      ]
    : [
        'OMS did not confirm what was sent, and the order does not show it yet. Read orderCancellation before you call again.',
      ]
}

function stockWarning(order: Order, { journal }: Known): string[] {
  const sent = onRequest(journal, order)

  if (sent.some(({ statusSeen }) => ruleOfStatus(statusSeen).keepsStock)) {
    return [
      'The order was being handled when it was canceled, and OMS does not give such stock back: correct the inventory.',
    ]
  }

  // Another side made the request, which it can only do once the cancellation window is over.
  return sent.some(({ kind }) => kind === 'accept')
    ? [
        'OMS does not give back the stock of an order that was being handled when it was canceled: check the inventory.',
      ]
    : []
}

/** Says where a cancellation does not reach: the other side, a marketplace outside VTEX, a subscription. */
function elsewhereWarnings(order: Order, { otherSide }: Known): string[] {
  const isOtherAlive = otherSide !== null && !hasRequest(otherSide)

  return [
    ...(isOtherAlive && sideOf(order) === 'MARKETPLACE'
      ? [
          `The seller's order ${otherSide.orderId} is not canceled, and its goods may still be sent: cancel it, too.`,
        ]
      : []),
    ...(isOtherAlive && sideOf(order) === 'SELLER'
      ? [
          `The marketplace's order ${otherSide.orderId} is not canceled: the purchase may go on with another seller.`,
        ]
      : []),
    ...(order.isMarketplaceOutside
      ? [
          'The order was sold on a marketplace outside VTEX, which holds the payment: cancel it there, too, unless its integration does (VTEX known issue 588456).',
        ]
      : []),
    ...(order.isOfSubscription
      ? [
          'The order comes from a subscription, which makes the next one: cancel the subscription, too, if no more are wanted.',
        ]
      : []),
  ]
}
