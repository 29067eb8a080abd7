import type { Goods } from '../goods/goods'
import type { NextStep } from '../vocabulary'
import type { GoodsSubject } from './subjects'
import { amount, whatIsWrong } from './words'

/** What an operator does about an invoiced order, by the next step. */
export const AFTER_INVOICED: Partial<Record<NextStep, string>> = {
  RETURN_INVOICE: 'Send one with returnInvoicedOrder.',
  CHECK_AGAIN:
    'The invoice answers the open request with a no, and the platform moves the order on: read it again in a minute.',
}

/** The two ways out of a part that is invoiced. VTEX takes a change in some statuses and for some payments only (help page How Order modifications works). */
export const END_OF_A_PART =
  'Remove what is not invoiced by changing the order. Where VTEX takes no change, invoice the rest, and then return what has not come back.'

/** What an operator does about an order that is not fully invoiced, where a cancel is not it. */
export const NOT_INVOICED_YET: Partial<Record<NextStep, string>> = {
  MODIFY_ORDER: END_OF_A_PART,
  WAIT_FOR_DECISION:
    'Wait until the other side has decided about its cancellation request.',
}

/** Says how much came back. What is wrong with the invoices is said once, here or by the reason. */
export function cameBack({
  orderId,
  goods,
  because,
}: Pick<GoodsSubject, 'orderId' | 'goods' | 'because'>): string {
  if (goods.returned !== 'UNKNOWN') {
    return `Order ${orderId} did not come back whole: returns of ${amount(
      goods.returnedValue
    )} stand against invoices of ${amount(
      goods.invoicedValue
    )}. A cancel would give up what is still out.`
  }

  const flaws = whatIsWrong(goods)
  const untold = `It cannot be told how much of order ${orderId} came back`

  return `${untold}${
    because?.includes(flaws) ? '. ' : `: ${flaws} `
  }A cancel could give up what is still out.`
}

/** Says what changes did to the price of an order. */
export function changesOf({ changedBy }: Goods): string {
  if (changedBy === 0) return ''

  return changedBy < 0
    ? ` after changes that took off ${amount(-changedBy)}`
    : ` after changes that added ${amount(changedBy)}`
}
