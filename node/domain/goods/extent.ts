import type { Invoice, Order } from '../order/order'
import { cheapestOf, countOf } from './pieces'
import type { Pieces } from './pieces'

/** How much of a whole: `UNKNOWN` where the order does not let it be told. */
export const EXTENTS = ['NONE', 'PART', 'WHOLE', 'UNKNOWN'] as const

export type Extent = (typeof EXTENTS)[number]

/**
 * Computes the cents that roundings may add up to: one for each piece, or what OMS names.
 * It stays below the price of the cheapest piece: a piece that is out is never taken for
 * a rounding.
 */
export function tolerance(
  pieces: Pieces | null,
  { roundingError }: Pick<Order, 'roundingError'>
): number {
  const cheapest = pieces ? cheapestOf(pieces) : Infinity

  return pieces && cheapest < Infinity
    ? Math.min(
        Math.max(1, roundingError, countOf(pieces)),
        Math.ceil(cheapest) - 1
      )
    : Math.max(1, roundingError)
}

/** Adds up the values of invoices, in cents; null when one cannot be read, or the sum is too large to be exact. */
export function sumOf(invoices: Invoice[]): number | null {
  const sum = invoices.reduce((total, { value }) => total + (value ?? NaN), 0)

  return Number.isSafeInteger(sum) ? sum : null
}
