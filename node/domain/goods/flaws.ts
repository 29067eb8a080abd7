import type { Invoice } from '../order/order'

/** What is wrong with an order's invoices, so that something about its goods cannot be told. */
export type FlawKind =
  | 'NO_TYPE'
  | 'NO_NUMBER'
  | 'SAME_NUMBER'
  | 'NO_VALUE'
  | 'NO_ITEMS'
  | 'BAD_LINE'
  | 'NO_SALE'
  | 'NO_ORDER_VALUE'
  | 'NO_SKU'
  | 'BAD_ITEM'
  | 'RETURNS_ABOVE_SALE'
  | 'MIXED_CHANGES'

export interface Flaw {
  kind: FlawKind
  /** The number of the invoice, as OMS gives it; null where it has none, or the order is meant. */
  number: string | null
}

/** Makes the flaw of an invoice. */
export function flawed(kind: FlawKind) {
  return ({ number }: Pick<Invoice, 'number'>): Flaw => ({ kind, number })
}

/** Makes the flaw of the order itself, where there is one. */
export function orderFlaw(kind: FlawKind, isFlawed: boolean): Flaw[] {
  return isFlawed ? [{ kind, number: null }] : []
}
