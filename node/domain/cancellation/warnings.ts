import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { onRequest } from '../journal/journal'
import { pendingSend, showsEffect } from '../journal/pendingSend'
import { notice, notices } from '../notice/notice'
import type { Notice, PlainCode } from '../notice/notice'
import { sideOf } from '../order/order'
import type { Order } from '../order/order'
import { hasRequest } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'
import type { CancellationState } from '../vocabulary'
import type { Known } from './known'
import { paymentNotices } from './paymentWarnings'
import { returnNotices } from './returnWarnings'
import { siblingNotices } from './siblingWarnings'

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

/** Tells what else the caller should know about an order. */
export function noticesOf(subject: Subject): Notice[] {
  const { order, known, state, isRequested } = subject

  return [
    ...notices(ofSend(subject)),
    ...notices(ofUnsettled(order, known)),
    ...notices(
      isFreshlyCanceled(order, subject.facts) ? ['FRESHLY_CANCELED'] : []
    ),
    ...notices(
      isRequested && state !== 'AWAITING_DECISION' ? ofStock(order, known) : []
    ),
    ...(isRequested
      ? [
          ...siblingNotices(order, known.purchase ?? [], known.nowMs),
          ...elsewhere(order, known),
        ]
      : []),
    ...(state === 'CANCELED' ? paymentNotices(order, known) : []),
    ...returnNotices(order, subject.facts),
    ...known.notices,
  ]
}

interface Hint {
  isIt: (order: Order, facts: Facts) => boolean
  code: PlainCode
}

/** What speaks against the success of a cancel that may be sent. Only what VTEX documents makes a refusal; a flag is a hint. */
const HINTS: Hint[] = [
  {
    isIt: ({ status, isCompleted }) =>
      isCompleted === false && !ruleOfStatus(status).notices,
    code: 'ORDER_NOT_COMPLETED',
  },
  {
    isIt: ({ allowCancellation }) => allowCancellation === false,
    code: 'CANCEL_MARKED_NOT_ALLOWED',
  },
  {
    isIt: (_order, { progress }) => progress.isInError,
    code: 'WORKFLOW_IN_ERROR',
  },
  {
    isIt: ({ status }, { progress }) =>
      ruleOfStatus(status).isPassedInMinutes === true && progress.isOld,
    code: 'STATUS_TOO_OLD',
  },
  {
    isIt: (_order, { goods }) =>
      goods.flaws.some(({ kind }) => kind === 'RETURNS_ABOVE_SALE'),
    code: 'RETURNS_ABOVE_INVOICES',
  },
  {
    isIt: ({ status }) => status === 'window-to-change-seller',
    code: 'SELLER_CANCELED',
  },
]

function ofSend({ order, facts }: Subject): PlainCode[] {
  if (rulingOn('cancel', facts.case).kind !== 'send') return []

  return [
    ...(ruleOfStatus(order.status).notices ?? []),
    ...HINTS.filter(({ isIt }) => isIt(order, facts)).map(({ code }) => code),
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

function ofUnsettled(order: Order, { journal, nowMs }: Known): PlainCode[] {
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'none' || pending.kind === 'unseen') return []
  if (showsEffect(order, pending.entry)) return []

  return [pending.kind === 'under-way' ? 'SEND_UNDER_WAY' : 'SEND_UNCONFIRMED']
}

function ofStock(order: Order, { journal }: Known): PlainCode[] {
  const sent = onRequest(journal, order)

  if (sent.some(({ statusSeen }) => ruleOfStatus(statusSeen).keepsStock)) {
    return ['STOCK_KEPT']
  }

  // Another side made the request, which it can only do once the cancellation window is over.
  return sent.some(({ kind }) => kind === 'accept') ? ['STOCK_MAY_BE_KEPT'] : []
}

/** Tells where a cancellation does not reach: the other side, a marketplace outside VTEX, a subscription. */
function elsewhere(order: Order, { otherSide }: Known): Notice[] {
  const isOtherAlive = otherSide !== null && !hasRequest(otherSide)
  const side = sideOf(order)

  return [
    ...(isOtherAlive && side === 'MARKETPLACE'
      ? [notice('SELLERS_ORDER_LIVES', otherSide.orderId)]
      : []),
    ...(isOtherAlive && side === 'SELLER'
      ? [notice('MARKETPLACES_ORDER_LIVES', otherSide.orderId)]
      : []),
    ...notices(order.isMarketplaceOutside ? ['SOLD_OUTSIDE_VTEX'] : []),
    ...notices(order.isOfSubscription ? ['SUBSCRIPTION_GOES_ON'] : []),
  ]
}
