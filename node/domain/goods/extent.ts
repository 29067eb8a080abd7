import type { Invoice, Order } from '../order/order'
import { countOf } from './pieces'
import type { Pieces } from './pieces'

/** How much of a whole: `UNKNOWN` where the order does not let it be told. */
export const EXTENTS = ['NONE', 'PART', 'WHOLE', 'UNKNOWN'] as const

export type Extent = (typeof EXTENTS)[number]

/** Cents that roundings may add up to: one for each piece, or what OMS names. */
export function tolerance(
  pieces: Pieces | null,
  { roundingError }: Pick<Order, 'roundingError'>
): number {
  return Math.max(1, roundingError, pieces ? countOf(pieces) : 0)
}

/** Adds up the values of invoices, in cents; null when one cannot be read. */
export function sumOf(invoices: Invoice[]): number | null {
  return invoices.reduce<number | null>(
    (sum, { value }) => (sum === null || value === null ? null : sum + value),
    0
  )
}
