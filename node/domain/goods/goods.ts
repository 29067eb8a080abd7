import type { Order } from '../order/order'
import { tolerance } from './extent'
import type { Extent } from './extent'
import { orderFlaw } from './flaws'
import type { Flaw } from './flaws'
import { isSkuId, without, worthAtMost, worthOf } from './pieces'
import type { Pieces } from './pieces'
import { returnsOf } from './returns'
import type { Returns } from './returns'
import { saleOf } from './sale'
import type { Sale } from './sale'

/** What of an order was sold, invoiced and returned. Sums are in cents. */
export interface Goods {
  /** How much of the order is on invoices of its sale, without what a change removed. */
  invoiced: Extent
  /** How much of what is invoiced is on return invoices, by value or by pieces. */
  returned: Extent
  /** What the order costs now, and what changes have added to it. */
  value: number | null
  changedBy: number
  invoicedValue: number | null
  returnedValue: number | null
  rest: Rest
  flaws: Flaw[]
}

/** What has not come back, as a return invoice would say it. */
export type Rest =
  | { kind: 'RETURNABLE'; value: number; pieces: Pieces }
  /** The invoices are worth more than the order: a return of them would be, too. */
  | { kind: 'ABOVE_ORDER' }
  | { kind: 'UNKNOWN' }

const UNKNOWN: Rest = { kind: 'UNKNOWN' }

/** Reads what was sold, invoiced and returned. Nothing else reads an order's invoices to decide. */
export function goodsOf(order: Order): Goods {
  const sale = saleOf(order)
  const returns = returnsOf(order, sale)
  const { value, changedBy } = order

  return {
    invoiced: sale.extent,
    returned: returns.extent,
    value,
    changedBy,
    invoicedValue: sale.value,
    returnedValue: returns.value,
    rest: sale.extent === 'WHOLE' ? restOf(order, sale, returns) : UNKNOWN,
    flaws: [
      ...sale.flaws,
      ...returns.flaws,
      ...orderFlaw('NO_ORDER_VALUE', value === null),
      // OMS takes a return by the ids of its SKUs.
      ...orderFlaw(
        'NO_SKU',
        sale.pieces !== null && ![...sale.pieces.keys()].every(isSkuId)
      ),
      ...orderFlaw('MIXED_CHANGES', order.isLoweredAndRaised),
    ],
  }
}

/**
 * Computes what a return invoice of all that has not come back says. It is worth what was
 * invoiced, never more than the order costs, without what has been paid back. What an
 * earlier return kept, such as a fee, stays kept. Where some changes lowered the price and
 * others raised it, the price no longer shows what was paid back for the former: a discount
 * after the invoice was, and a later addition covers it up.
 */
function restOf(order: Order, sale: Sale, returns: Returns): Rest {
  const { value } = order

  if (sale.value === null || value === null) return UNKNOWN
  if (sale.value > value + tolerance(sale.pieces, order))
    return { kind: 'ABOVE_ORDER' }

  if (!sale.pieces || !returns.pieces || returns.value === null) return UNKNOWN
  if (order.isLoweredAndRaised) return UNKNOWN

  const sold = worthAtMost(sale.pieces, sale.value)
  const left = without(sold, returns.pieces)
  const backValue = Math.max(returns.value, worthOf(sold) - worthOf(left))
  const rest = Math.min(sale.value, value) - backValue
  const isNamed = left.size > 0 && [...left.keys()].every(isSkuId)

  // A few cents of rounding may be left of what came back whole.
  return rest > 0 && returns.extent !== 'WHOLE' && isNamed && !sale.mayHideItems
    ? { kind: 'RETURNABLE', value: rest, pieces: worthAtMost(left, rest) }
    : UNKNOWN
}
