import type { Oms } from '../../clients/oms'
import type { Order } from '../../domain/order/order'
import { isOrderId } from '../../domain/order/orderId'
import type { FailedRead } from '../../domain/order/omsReply'
import { badIdRefusal, refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'

/** The order that a caller named, or why it is not that one. */
export type CheckedOrder =
  | { kind: 'found'; order: Order }
  | { kind: 'refused'; refusal: Refusal }

/** Refuses an id that cannot be an order's; null for one that can. */
export function refusalOfId(orderId: string): Refusal | null {
  return isOrderId(orderId) ? null : badIdRefusal(orderId)
}

/**
 * Reads the order that a caller named, and makes sure that it is that order: OMS also
 * takes sequence numbers, which siblings share.
 */
export async function readCheckedOrder(
  oms: Oms,
  orderId: string
): Promise<CheckedOrder> {
  const badId = refusalOfId(orderId)

  if (badId) return refused(badId)

  const read = await oms.getOrder(orderId)

  if (read.kind !== 'found') return refused(refusalOfRead(orderId, read))

  const { order } = read

  return order.orderId === orderId
    ? { kind: 'found', order }
    : refused(refusal('ORDER_ID_MISMATCH', { orderId, subject: order.orderId }))
}

function refused(why: Refusal): CheckedOrder {
  return { kind: 'refused', refusal: why }
}

/** Makes the refusal of a call whose read gave nothing about an order. */
export function refusalOfRead(orderId: string, read: FailedRead): Refusal {
  switch (read.kind) {
    case 'not-found':
      return refusal('ORDER_NOT_FOUND', { orderId })

    case 'not-permitted':
      return refusal('READ_NOT_PERMITTED', { orderId, subject: 'OMSViewer' })

    case 'rate-limited':
      return refusal('RATE_LIMITED', { orderId }, read)

    case 'too-large':
      return refusal('ORDER_UNREADABLE', { orderId })

    case 'unavailable':
      return refusal('OMS_UNAVAILABLE', { orderId })
  }
}
