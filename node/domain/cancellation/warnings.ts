import type { Known } from './cancellation'
import { onRequest } from '../journal/journal'
import { isIdOfOrder } from '../order/order'
import type { Order } from '../order/order'
import { isRequested, keepsStock, ruleOf } from '../order/orderStatus'
import type { CancellationState } from '../vocabulary'
import { shows, standingOf } from '../journal/pendingSend'

/** `canceled` may flip back to `cancel` for a moment (known issue 1242813); after this time it has not. */
const FRESH_MS = 30_000

/** A transaction in one of these, in lower case, still holds the shopper's money or their credit. */
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

/** More siblings than these are not named one by one. */
const MAX_SIBLINGS = 5

/** What else the caller should know about an order, as sentences in English. */
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
    ...(known.notes ?? []),
  ]
}

/** Whether an order was canceled so lately that OMS may take it back. Without a readable date it counts as settled. */
export function isFreshlyCanceled(order: Order, nowMs: number): boolean {
  return (
    ruleOf(order).state === 'CANCELED' &&
    order.lastChangeMs !== null &&
    nowMs - order.lastChangeMs < FRESH_MS
  )
}

function unsettledWarning(order: Order, { journal, nowMs }: Known): string[] {
  const standing = standingOf(journal, order, nowMs)

  if (standing.kind === 'free' || standing.kind === 'unseen') return []
  if (shows(order, standing.entry)) return []

  return standing.kind === 'under-way'
    ? [
        'Something is being sent for this order at this moment. Read orderCancellation again before you do anything.',
      ]
    : [
        'OMS did not confirm what was sent, and the order does not show it yet. Read orderCancellation before you call again.',
      ]
}

function stockWarning(order: Order, { journal }: Known): string[] {
  const sent = onRequest(journal, order)

  if (sent.some(({ statusSeen }) => keepsStock(statusSeen))) {
    return [
      'The order was being handled when it was canceled, and OMS does not give such stock back: correct the inventory.',
    ]
  }

  // Somebody else has asked, and only when the order was past its cancellation window.
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
      sibling.status !== 'replaced' &&
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

function paymentWarning({ transactionStatus = null }: Known): string[] {
  return transactionStatus !== null && HOLDING_MONEY.includes(transactionStatus)
    ? [
        `The payment is not canceled: its transaction is ${transactionStatus}. Look at it in the payments module before you promise a refund.`,
      ]
    : []
}
