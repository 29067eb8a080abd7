import type { Known } from '../../domain/cancellation/cancellation'
import { isIdOfOrder, sideOf } from '../../domain/order/order'
import type { Order } from '../../domain/order/order'
import { isOrderId } from '../../domain/order/orderId'
import type { FailedRead } from '../../domain/order/omsReply'
import type { OrderPorts } from '../ports'
import { withRequests } from '../send/readRequests'

const PURCHASE_UNREAD =
  'Whether other orders of the same purchase live on could not be read.'

const PAYMENT_UNREAD = 'Whether the payment is canceled could not be read.'

type Seen = Pick<Known, 'purchase' | 'transactionStatus' | 'otherSide'> & {
  notes: string[]
}

const NOTHING: Seen = { notes: [] }

/**
 * Looks at what stands beside an order: the rest of the purchase, which also tells of
 * requests that were denied, and of an order whose cancellation is under way or done
 * the payment and the other side of the sale. What cannot be read is said; it never
 * stops the answer.
 */
export async function observe(
  ports: Pick<OrderPorts, 'oms'>,
  order: Order,
  known: Known
): Promise<{ order: Order; known: Known }> {
  const [purchase, payment] = await Promise.all([
    readPurchase(ports, order),
    readPayment(ports, order),
  ])

  const otherSide = await readOtherSide(ports, order, purchase.purchase ?? [])

  return {
    order: withRequests(order, purchase.purchase ?? []),
    known: {
      ...known,
      ...purchase,
      ...payment,
      otherSide,
      notes: [...(known.notes ?? []), ...purchase.notes, ...payment.notes],
    },
  }
}

async function readPurchase(
  { oms }: Pick<OrderPorts, 'oms'>,
  { orderGroup }: Order
): Promise<Seen> {
  // It becomes a part of a path, as an order id does.
  if (orderGroup === null || !isOrderId(orderGroup)) return NOTHING

  const read = await oms.getPurchase(orderGroup)

  return read.kind === 'found'
    ? { purchase: read.orders, notes: [] }
    : unread(read, PURCHASE_UNREAD)
}

/** Only a marketplace's order has a transaction, and before OMS cancels it that says nothing. */
async function readPayment(
  { oms }: Pick<OrderPorts, 'oms'>,
  order: Order
): Promise<Seen> {
  const isPaidHere = ['OWN_STORE', 'MARKETPLACE'].includes(sideOf(order))
  const isCanceling = ['cancel', 'canceled'].includes(order.status ?? '')

  if (!isPaidHere || !isCanceling) return NOTHING

  const read = await oms.getTransaction(order.orderId)

  return read.kind === 'found'
    ? { transactionStatus: read.status, notes: [] }
    : unread(read, PAYMENT_UNREAD)
}

/** An order without a purchase or a transaction is nothing to warn about. */
function unread({ kind }: FailedRead, note: string): Seen {
  return kind === 'not-found' ? NOTHING : { notes: [note] }
}

/** The two sides of an own-store order are one. */
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

/** The other side decides only about an order that is on its way; it is mostly another account's, and not found. */
async function readOtherSide(
  { oms }: Pick<OrderPorts, 'oms'>,
  order: Order,
  purchase: Order[]
): Promise<Order | null> {
  if (!['request-cancel', 'cancel'].includes(order.status ?? '')) return null

  const id = idOnOtherSide(order)

  if (id === null || id === order.orderId || !isOrderId(id)) return null

  const known = purchase.find((sibling) => isIdOfOrder(sibling, id))

  if (known && known.orderId !== order.orderId) return known

  const read = await oms.getOrder(id)

  return read.kind === 'found' && read.order.orderId === id ? read.order : null
}
