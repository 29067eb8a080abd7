import { factsOf } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { emptyJournal } from '../journal/journal'
import type { ListedOrder } from '../order/omsReply'
import { isIdOfOrder } from '../order/order'
import type { Order } from '../order/order'
import { isOrderId } from '../order/orderId'
import { hasRequest } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'

/** How many siblings are named one by one; the others are only counted. */
const MAX_SIBLINGS = 5

/** Says which other orders of the same purchase live on, and what could end each. `nowMs` is an epoch time. */
export function siblingWarnings(
  order: Order,
  purchase: ListedOrder[],
  nowMs: number
): string[] {
  const warnings = purchase.flatMap((listed) =>
    listed.kind === 'unreadable'
      ? unreadableWarning(listed.orderId, order)
      : livingWarning(listed.order, order, nowMs)
  )

  const more = warnings.length - MAX_SIBLINGS

  return [
    ...warnings.slice(0, MAX_SIBLINGS),
    ...(more > 0
      ? [
          `${more} more ${
            more === 1 ? 'order' : 'orders'
          } of the same purchase ${
            more === 1 ? 'is' : 'are'
          } not canceled, or could not be read.`,
        ]
      : []),
  ]
}

function unreadableWarning(orderId: string | null, order: Order): string[] {
  if (orderId !== null && isIdOfOrder(order, orderId)) return []

  const name = orderId === null ? 'An order' : `Order ${orderId}`

  return [
    `${name} of the same purchase could not be read: it may not be canceled.`,
  ]
}

function livingWarning(sibling: Order, order: Order, nowMs: number): string[] {
  const isSame =
    isIdOfOrder(order, sibling.orderId) || isIdOfOrder(sibling, order.orderId)

  // A replaced order is over.
  const isOver =
    hasRequest(sibling) || ruleOfStatus(sibling.status).phase === 'REPLACED'

  return isSame || isOver
    ? []
    : [
        `Order ${
          sibling.orderId
        } of the same purchase is not canceled: ${whatEnds(
          sibling,
          nowMs
        )} if the whole purchase is meant.`,
      ]
}

/** Says what would end a sibling: advice that its own state would refuse helps no operator. */
function whatEnds(sibling: Order, nowMs: number): string {
  if (!isOrderId(sibling.orderId))
    return 'this app does not take its id, so cancel it in the Admin'

  const { case: facts } = factsOf(sibling, {
    journal: emptyJournal(sibling.orderId),
    nowMs,
  })

  const ruling = rulingOn('cancel', facts)

  if (ruling.kind !== 'refuse') return 'cancel it too'

  switch (ruling.nextStep) {
    case 'RETURN_INVOICE':
      return 'it is invoiced, so return it'

    case 'RETRY_LATER':
      return 'the platform is moving it on, so cancel it when its status has changed'

    default:
      return 'a cancel of it would be refused, so read it first'
  }
}
