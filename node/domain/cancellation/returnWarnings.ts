import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { notices } from '../notice/notice'
import type { Notice, PlainCode } from '../notice/notice'
import { sideOf } from '../order/order'
import type { Order } from '../order/order'

/** What a return invoice does not settle, although OMS takes it. */
const UNSETTLED: Array<{ isIt: (order: Order) => boolean; code: PlainCode }> = [
  {
    isIt: ({ isMarketplaceOutside }) => isMarketplaceOutside,
    code: 'RETURN_SOLD_OUTSIDE_VTEX',
  },
  {
    isIt: (order) => sideOf(order) === 'SELLER' && !order.isMarketplaceOutside,
    code: 'RETURN_PAID_AT_MARKETPLACE',
  },
  {
    isIt: ({ changedBy }) => changedBy > 0,
    code: 'RETURN_PRICE_RAISED',
  },
  {
    isIt: ({ paymentGroups }) =>
      ['bankInvoice', 'cash', 'promissory'].some((group) =>
        paymentGroups.includes(group)
      ),
    code: 'RETURN_PAID_BY_HAND',
  },
  {
    isIt: ({ paymentGroups }) =>
      paymentGroups.length > 2 && paymentGroups.includes('giftCard'),
    code: 'RETURN_PAID_IN_THREE_WAYS',
  },
]

/** Tells what a return invoice leaves open, for an order that has one or may be sent one. */
export function returnNotices(order: Order, facts: Facts): Notice[] {
  const { returned, phase } = facts.case
  const isReturned =
    facts.sentReturn !== null || (returned !== 'NONE' && phase === 'INVOICED')

  return isReturned || rulingOn('return', facts.case).kind === 'send'
    ? notices(
        UNSETTLED.filter(({ isIt }) => isIt(order)).map(({ code }) => code)
      )
    : []
}
