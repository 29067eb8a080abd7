import { onRequest } from '../journal/journal'
import { pendingSend, showsEffect } from '../journal/pendingSend'
import { isIdOfOrder } from '../order/order'
import type { Order } from '../order/order'
import { isRequested, ruleOf } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'
import type { CancellationState } from '../vocabulary'
import type { Known } from './known'

/** `canceled` may flip back to `cancel` for a moment (known issue 1242813), but not later than this. */
const FRESH_MS = 30_000

/** In these statuses (in lower case) a transaction still holds the shopper's money or credit. */
const HOLDING_MONEY = [
  'authorizing',
  'authorized',
  'approved',
  'settling',
  'settled',
  'finished',
  'canceling',
  'cancelling',
]

/** How many siblings are named one by one; the others are only counted. */
const MAX_SIBLINGS = 5

/** Says what else the caller should know about an order, in English sentences. */
export function warningsOf(
  order: Order,
  known: Known,
  state: CancellationState
): string[] {
  const requested = isRequested(state)

  return [
    ...(ruleOf(order).warnings ?? []),
    ...unsettledWarning(order, known),
    ...(isFreshlyCanceled(order, known.nowMs)
      ? [
          'The order was canceled less than 30 seconds ago. OMS sometimes takes that back for a moment (VTEX known issue 1242813): read again.',
        ]
      : []),
    ...(requested && state !== 'AWAITING_DECISION'
      ? stockWarning(order, known)
      : []),
    ...(requested ? siblingWarnings(order, known.purchase ?? []) : []),
    ...(state === 'CANCELED' ? paymentWarning(known) : []),
    ...known.notes,
  ]
}

/** Tells whether an order was canceled so recently that OMS may take it back. Without a readable date it counts as settled. */
export function isFreshlyCanceled(order: Order, nowMs: number): boolean {
  return (
    ruleOf(order).state === 'CANCELED' &&
    order.lastChangeMs !== null &&
    nowMs - order.lastChangeMs < FRESH_MS
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

function siblingWarnings(order: Order, purchase: Order[]): string[] {
  const living = purchase.filter(
    (sibling) =>
      !isIdOfOrder(order, sibling.orderId) &&
      !isIdOfOrder(sibling, order.orderId) &&
      // A replaced order is over.
      ruleOf(sibling).cancel !== 'NOT_CANCELLABLE' &&
      !isRequested(ruleOf(sibling).state)
  )

  const more = living.length - MAX_SIBLINGS

  return [
    ...living
      .slice(0, MAX_SIBLINGS)
      .map(
        ({ orderId }) =>
          `Order ${orderId} of the same purchase is not canceled: cancel it too if the whole purchase is meant.`
      ),
    ...(more > 0
      ? [`${more} more orders of the same purchase are not canceled.`]
      : []),
  ]
}

function paymentWarning({ transactionStatus }: Known): string[] {
  return transactionStatus !== null && HOLDING_MONEY.includes(transactionStatus)
    ? [
        `The payment is not canceled: its transaction is ${transactionStatus}. Look at it in the payments module before you promise a refund.`,
      ]
    : []
}
