import { notice, notices } from '../notice/notice'
import type { Notice, PlainCode } from '../notice/notice'
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

/** Ways of paying that a canceled transaction does not give back by itself. */
const BY_HAND: Array<[group: string, code: PlainCode]> = [
  ['giftCard', 'PAID_BY_GIFT_CARD'],
  ['bankInvoice', 'PAID_BY_BANK_INVOICE'],
  ['cash', 'PAID_IN_CASH'],
]

/** Tells whether a transaction holds no money any more. */
export function isReleased(transactionStatus: string): boolean {
  return RELEASED.includes(
    transactionStatus.toLowerCase().replace(/[^a-z]/g, '')
  )
}

/** Tells what is not settled about the payment of a canceled order. */
export function paymentNotices(
  order: Order,
  { transactionStatus, purchase }: Known
): Notice[] {
  return [
    ...(transactionStatus !== null && !isReleased(transactionStatus)
      ? [unreleased(transactionStatus)]
      : []),
    ...sharedPaymentNotices(order, purchase ?? []),
    ...notices(order.changedBy > 0 ? ['PRICE_RAISED'] : []),
    ...notices(
      BY_HAND.filter(([group]) => order.paymentGroups.includes(group)).map(
        ([, code]) => code
      )
    ),
  ]
}

/** Names a state only where it looks like one: it is a text of the gateway, and a batch stores it. */
function unreleased(transactionStatus: string): Notice {
  return /^[\w .-]{1,60}$/.test(transactionStatus)
    ? notice('PAYMENT_HOLDS_MONEY', transactionStatus)
    : notice('PAYMENT_STATE_UNREADABLE')
}

/** Tells of a payment that other orders of the purchase share. */
export function sharedPaymentNotices(
  order: Order,
  purchase: ListedOrder[]
): Notice[] {
  return notices(isShared(order, purchase) ? ['PAYMENT_SHARED'] : [])
}

/** Tells whether another order of the purchase is paid by the same transaction. */
function isShared(order: Order, purchase: ListedOrder[]): boolean {
  return purchase.some(
    (listed) =>
      listed.kind === 'order' &&
      listed.order.orderId !== order.orderId &&
      listed.order.transactionIds.some((id) =>
        order.transactionIds.includes(id)
      )
  )
}
