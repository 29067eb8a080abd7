import { BadRequest } from '../../edge/exchange'
import { deny } from './denial'
import { takeInvoice } from './invoices'
import { go } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedOrder } from './order'
import type { OrderStore } from './store'

/** What the seller of a marketplace's order can do in its own account. */
export type SellerDoes = 'accept' | 'deny' | 'invoice'

const CAN_BE_DECIDED = ['waiting-for-seller-decision', 'cancellation-requested']

/** Acts on a marketplace's order in the name of its seller, which is another account. */
export function sellerActs(orders: OrderStore, body: object) {
  const { orderId, does, reason } = body as {
    orderId?: string
    does?: SellerDoes
    reason?: string
  }

  const surroundings = orders.surroundings()
  const order = sellersSide(orders.find(orderId ?? ''), surroundings)

  if (!order || !CAN_BE_DECIDED.includes(order.status ?? '')) {
    throw new BadRequest('No order with that id is waiting for its seller.')
  }

  switch (does) {
    case 'accept':
      return go(order, ['cancel', 'canceled'], surroundings)

    case 'deny':
      return deny(order, reason ?? null, surroundings)

    case 'invoice':
      takeInvoice(
        order,
        {
          type: 'Output',
          invoiceNumber: `S-${order.sequence}`,
          invoiceValue: order.toInvoice,
          items: order.items,
        },
        surroundings
      )

      return undefined

    default:
      throw new BadRequest('The field "does" takes accept, deny or invoice.')
  }
}

/** Returns the seller's side of the sale if this account holds it too, else the given order. */
function sellersSide(
  order: SimulatedOrder | undefined,
  surroundings: Surroundings
): SimulatedOrder | undefined {
  const other = order && surroundings.otherSide(order)

  return other?.status === 'cancellation-requested' ? other : order
}
