import { BadRequest } from '../../edge/exchange'
import { deny } from './denial'
import { takeInvoice } from './invoices'
import { go } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedOrder } from './order'
import type { OrderStore } from './store'

/** What the seller of a marketplace's order does in an account of its own. */
export type SellerDoes = 'accept' | 'deny' | 'invoice'

const CAN_BE_DECIDED = ['waiting-for-seller-decision', 'cancellation-requested']

/** Lets the other account's seller act on a marketplace's order. */
export function sellerActs(orders: OrderStore, body: object) {
  const { orderId, does, reason } = body as {
    orderId?: string
    does?: SellerDoes
    reason?: string
  }

  const around = orders.around()
  const order = sellersSide(orders.find(orderId ?? ''), around)

  if (!order || !CAN_BE_DECIDED.includes(order.status ?? '')) {
    throw new BadRequest('No order of that id waits for its seller.')
  }

  switch (does) {
    case 'accept':
      return go(order, ['cancel', 'canceled'], around)

    case 'deny':
      return deny(order, reason ?? null, around)

    case 'invoice':
      takeInvoice(
        order,
        {
          type: 'Output',
          invoiceNumber: `S-${order.sequence}`,
          invoiceValue: order.value,
          items: order.items,
        },
        around
      )

      return undefined

    default:
      throw new BadRequest('A seller does accept, deny or invoice.')
  }
}

/** The seller acts on its own side of the sale, when this account holds that as well. */
function sellersSide(
  order: SimulatedOrder | undefined,
  around: Surroundings
): SimulatedOrder | undefined {
  const other = order && around.otherSide(order)

  return other?.status === 'cancellation-requested' ? other : order
}
