import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { sideOf } from '../order/order'
import type { Order } from '../order/order'

/** What a return invoice does not settle, although OMS takes it. */
const UNSETTLED: Array<{ isIt: (order: Order) => boolean; text: string }> = [
  {
    isIt: ({ isMarketplaceOutside }) => isMarketplaceOutside,
    text: 'The order was sold on a marketplace outside VTEX, which holds the payment: a return invoice here refunds nothing there.',
  },
  {
    isIt: (order) => sideOf(order) === 'SELLER' && !order.isMarketplaceOutside,
    text: 'The payment of the order is with its marketplace, and only there it shows whether a return was refunded. If the order there never became invoiced, nothing was captured, and nothing is refunded (VTEX known issue 376646).',
  },
  {
    isIt: ({ changedBy }) => changedBy > 0,
    text: 'A change raised the price of the order, and the difference may have been paid by another transaction, which a return invoice does not give back: look for it in the payments module.',
  },
  {
    isIt: ({ paymentGroups }) =>
      ['bankInvoice', 'cash', 'promissory'].some((group) =>
        paymentGroups.includes(group)
      ),
    text: 'A part was paid by bank invoice, in cash or by promissory note, which VTEX does not refund by itself: pay it back by hand.',
  },
  {
    isIt: ({ paymentGroups }) =>
      paymentGroups.length > 2 && paymentGroups.includes('giftCard'),
    text: 'The order was paid in three ways or more, one of them a gift card: VTEX may divide the refund of a return wrongly (VTEX known issue 464837).',
  },
]

/** Says what a return invoice leaves open, for an order that has one or may be sent one. */
export function returnWarnings(order: Order, facts: Facts): string[] {
  const { returned, phase } = facts.case
  const isReturned =
    facts.sentReturn !== null || (returned !== 'NONE' && phase === 'INVOICED')

  return isReturned || rulingOn('return', facts.case).kind === 'send'
    ? UNSETTLED.filter(({ isIt }) => isIt(order)).map(({ text }) => text)
    : []
}
