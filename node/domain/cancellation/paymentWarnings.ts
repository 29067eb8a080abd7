import type { ListedOrder } from '../order/omsReply'
import type { Order } from '../order/order'
import type { Known } from './known'

/**
 * The states in which a transaction holds no money, letters only, in lower case. VTEX
 * publishes no closed list: its page Transaction flow in Payments and its known issues
 * document only this end as free of money, with one l and with two. Every other word,
 * an unknown one too, is said to the caller.
 */
const RELEASED = ['canceled', 'cancelled']

/** Ways of paying that a canceled transaction does not give back by itself, and what an operator does. */
const BY_HAND: Record<string, string> = {
  giftCard:
    'A part was paid by gift card, whose balance OMS may not give back (VTEX known issue 491195): look at the balance.',
  bankInvoice:
    'A part was paid by bank invoice, which VTEX does not refund by itself, and the slip may still be paid (VTEX known issue 374288): look at the payment.',
  cash: 'A part was paid in cash, which is given back by hand.',
}

/** Tells whether a transaction holds no money any more. */
export function isReleased(transactionStatus: string): boolean {
  return RELEASED.includes(
    transactionStatus.toLowerCase().replace(/[^a-z]/g, '')
  )
}

/** Says what is not settled about the payment of a canceled order. */
export function paymentWarnings(
  order: Order,
  { transactionStatus, purchase }: Known
): string[] {
  return [
    ...(transactionStatus !== null && !isReleased(transactionStatus)
      ? [
          `The payment is not canceled: its transaction is ${nameOf(
            transactionStatus
          )}. Look at it in the payments module, also for a refund that was made already, before you promise one.`,
        ]
      : []),
    ...sharedPaymentWarning(order, purchase ?? []),
    ...(order.changedBy > 0
      ? [
          'A change raised the price of the order, and the difference may have been paid by another transaction, which a cancellation does not give back: look for it in the payments module.',
        ]
      : []),
    ...Object.entries(BY_HAND).flatMap(([group, sentence]) =>
      order.paymentGroups.includes(group) ? [sentence] : []
    ),
  ]
}

/** Names a state only where it looks like one: it is a text of the gateway, and a batch stores the warning. */
function nameOf(transactionStatus: string): string {
  return /^[\w .-]{1,60}$/.test(transactionStatus)
    ? transactionStatus
    : 'in a state that cannot be read'
}

/** Says that a payment is not of one order alone. */
export function sharedPaymentWarning(
  order: Order,
  purchase: ListedOrder[]
): string[] {
  const sharing = purchase.filter(
    (listed) =>
      listed.kind === 'order' &&
      listed.order.orderId !== order.orderId &&
      listed.order.transactionIds.some((id) =>
        order.transactionIds.includes(id)
      )
  )

  return sharing.length > 0
    ? [
        'The payment is shared with other orders of the same purchase: it is given back whole only when all of them are canceled.',
      ]
    : []
}
