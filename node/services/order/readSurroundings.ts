import type { Known } from '../../domain/cancellation/known'
import { notice } from '../../domain/notice/notice'
import type { Notice } from '../../domain/notice/notice'
import type { FailedRead, ListedOrder } from '../../domain/order/omsReply'
import { isPaidHere, sideOf } from '../../domain/order/order'
import type { Order } from '../../domain/order/order'
import { isOrderId, isPurchaseId } from '../../domain/order/orderId'
import { ruleOfStatus } from '../../domain/order/statusRules'
import type { OrderPorts } from '../ports'
import { withRequests } from '../send/readCancellationRequests'

type Reads = Pick<OrderPorts, 'oms'>

/** What one read beside the order gave: null without a notice where there is nothing to read. */
interface Seen<T> {
  value: T | null
  notices: Notice[]
}

/** An order and what is known beside it. */
export interface Surroundings {
  order: Order
  known: Known
  /** The payment was asked for, and not read. */
  isPaymentUnread: boolean
}

const NOTHING = { value: null, notices: [] }

/**
 * Reads what stands beside an order, side by side: the rest of the purchase, which also tells of
 * requests that were denied; and, for an order whose cancellation is on its way or done,
 * the payment and the other side of the sale. What cannot be read is said, and never
 * stops the answer.
 */
export async function readSurroundings(
  ports: Reads,
  { order, known }: { order: Order; known: Known },
  { isPaymentRead = false }: { isPaymentRead?: boolean } = {}
): Promise<Surroundings> {
  const [purchase, payment, otherSide] = await Promise.all([
    readPurchase(ports, order),
    readPayment(ports, order, isPaymentRead),
    readOtherSide(ports, order),
  ])

  return {
    order: withRequests(order, purchase.value ?? []),
    isPaymentUnread: payment.notices.length > 0,
    known: {
      ...known,
      purchase: purchase.value,
      transactionStatus: payment.value,
      otherSide: otherSide.value,
      notices: [
        ...known.notices,
        ...purchase.notices,
        ...payment.notices,
        ...otherSide.notices,
      ],
    },
  }
}

async function readPurchase(
  { oms }: Reads,
  { orderGroup }: Order
): Promise<Seen<ListedOrder[]>> {
  if (orderGroup === null) return lost(notice('PURCHASE_UNNAMED'))

  // It becomes a part of a path, as an order id does.
  if (!isPurchaseId(orderGroup)) return lost(notice('SIBLINGS_UNREAD'))

  const read = await oms.getPurchase(orderGroup)

  return read.kind === 'found'
    ? { value: read.orders, notices: [] }
    : unread(read, notice('SIBLINGS_UNREAD'))
}

/** Reads the payment: only a marketplace's order has one, and before OMS cancels it, it says nothing. */
async function readPayment(
  { oms }: Reads,
  order: Order,
  isAlwaysRead: boolean
): Promise<Seen<string>> {
  if (!isPaidHere(order)) return NOTHING
  if (!isAlwaysRead && !ruleOfStatus(order.status).cancelsPayment)
    return NOTHING

  const read = await oms.getTransaction(order.orderId)

  return read.kind === 'found'
    ? { value: read.status, notices: [] }
    : unread(read, notice('PAYMENT_UNREAD'))
}

/** An order without a purchase or a transaction is nothing to warn about. */
function unread({ kind }: FailedRead, why: Notice): Seen<never> {
  return kind === 'not-found' ? NOTHING : lost(why)
}

function lost(why: Notice): Seen<never> {
  return { value: null, notices: [why] }
}

/** Finds the order's id on its other side; the two sides of an own-store order are one. */
function idOnOtherSide(order: Order): string | null {
  switch (sideOf(order)) {
    case 'SELLER':
      return order.marketplaceOrderId

    case 'MARKETPLACE':
      return order.sellerOrderId

    default:
      return null
  }
}

/** Reads the other side, which says something only about an order that is canceled, or being canceled. Mostly it is another account's, and not found. */
async function readOtherSide(
  { oms }: Reads,
  order: Order
): Promise<Seen<Order>> {
  const { state } = ruleOfStatus(order.status)

  if (state !== 'ACCEPTED' && state !== 'CANCELED') return NOTHING

  const id = idOnOtherSide(order)

  if (id === null || id === order.orderId || !isOrderId(id)) return NOTHING

  const read = await oms.getOrder(id)

  if (read.kind === 'found') {
    return read.order.orderId === id
      ? { value: read.order, notices: [] }
      : NOTHING
  }

  // An order of another account is not found, or not shown to this one.
  return read.kind === 'not-permitted'
    ? NOTHING
    : unread(read, notice('OTHER_SIDE_UNREAD', id))
}
