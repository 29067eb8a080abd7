import type { ListedOrder } from '../order/omsReply'
import { believedValue, isIdOfOrder } from '../order/order'
import type { Order } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'
import type { CancellationState } from '../vocabulary'

/** Another order of the same purchase, as the read of the purchase shows it. */
export interface SiblingOrder {
  cacheId: string
  orderId: string
  /** By its status alone. */
  state: CancellationState
  orderStatus: string | null
  value: number | null
  currency: string | null
}

/** The most siblings that an answer shows. */
export const MAX_SIBLINGS = 50

/** Lists the other orders of a purchase. One that names no id cannot be shown, and one that cannot be judged is UNKNOWN. */
export function siblingsOf(
  order: Order,
  purchase: ListedOrder[]
): SiblingOrder[] {
  return purchase
    .flatMap((listed) => shownAs(listed))
    .filter(({ orderId }) => !isIdOfOrder(order, orderId))
}

function shownAs(listed: ListedOrder): SiblingOrder[] {
  if (listed.kind === 'order') {
    const { orderId, status, value, currency } = listed.order

    return [
      {
        cacheId: orderId,
        orderId,
        state: ruleOfStatus(status).state,
        orderStatus: status,
        value: believedValue(value),
        currency,
      },
    ]
  }

  const { orderId } = listed

  return orderId === null
    ? []
    : [
        {
          cacheId: orderId,
          orderId,
          state: 'UNKNOWN',
          orderStatus: null,
          value: null,
          currency: null,
        },
      ]
}
