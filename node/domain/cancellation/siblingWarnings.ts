import { factsOf } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { notice } from '../notice/notice'
import type { Notice } from '../notice/notice'
import { emptyJournal } from '../journal/journal'
import type { ListedOrder } from '../order/omsReply'
import { isIdOfOrder } from '../order/order'
import type { Order } from '../order/order'
import { isOrderId } from '../order/orderId'
import { hasRequest } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'

/** How many siblings are named one by one; the others are only counted. */
const MAX_SIBLINGS = 5

/** Tells which other orders of the same purchase live on, and what could end each. `nowMs` is an epoch time. */
export function siblingNotices(
  order: Order,
  purchase: ListedOrder[],
  nowMs: number
): Notice[] {
  const found = purchase.flatMap((listed) =>
    listed.kind === 'unreadable'
      ? ofUnreadable(listed.orderId, order)
      : ofSibling(listed.order, order, nowMs)
  )

  const more = found.length - MAX_SIBLINGS

  return [
    ...found.slice(0, MAX_SIBLINGS),
    ...(more > 0 ? [notice('MORE_SIBLINGS_LIVE', String(more))] : []),
  ]
}

function ofUnreadable(orderId: string | null, order: Order): Notice[] {
  if (orderId === null) return [notice('UNNAMED_SIBLING_UNREAD')]

  return isIdOfOrder(order, orderId) ? [] : [notice('SIBLING_UNREAD', orderId)]
}

function ofSibling(sibling: Order, order: Order, nowMs: number): Notice[] {
  const isSame =
    isIdOfOrder(order, sibling.orderId) || isIdOfOrder(sibling, order.orderId)

  // A replaced order is over.
  const isOver =
    hasRequest(sibling) || ruleOfStatus(sibling.status).phase === 'REPLACED'

  return isSame || isOver
    ? []
    : [notice(livingCode(sibling, nowMs), sibling.orderId)]
}

/** Finds what would end a sibling: advice that its own state would refuse helps no operator. */
function livingCode(sibling: Order, nowMs: number) {
  if (!isOrderId(sibling.orderId)) return 'SIBLING_OF_ODD_ID'

  const { case: facts } = factsOf(sibling, {
    journal: emptyJournal(sibling.orderId),
    nowMs,
  })

  const ruling = rulingOn('cancel', facts)

  if (ruling.kind !== 'refuse') return 'SIBLING_LIVES'

  switch (ruling.nextStep) {
    case 'RETURN_INVOICE':
      return 'SIBLING_INVOICED'

    case 'RETRY_LATER':
      return 'SIBLING_MOVING'

    default:
      return 'SIBLING_REFUSES_CANCEL'
  }
}
