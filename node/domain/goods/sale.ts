import type { Invoice, Order } from '../order/order'
import { isMarkedInvoiced } from '../order/statusRules'
import { sumOf, tolerance } from './extent'
import type { Extent } from './extent'
import { flawed, orderFlaw } from './flaws'
import type { Flaw } from './flaws'
import { atMost, joined, piecesOf, piecesOn, without } from './pieces'
import type { Pieces } from './pieces'

/** The invoices of a sale, as far as they can be read. */
export interface Sale {
  /** How much of the order they cover. */
  extent: Extent
  /** In cents. */
  value: number | null
  /** What they name, and no more than was ordered. Null where a line, or what was ordered, cannot be read. */
  pieces: Pieces | null
  /** They name every piece of the order that no change removed. */
  hasAllPieces: boolean
  /** Pieces of the order may be on an invoice that names no items. */
  mayHideItems: boolean
  /** Another invoice may be one of the sale, too: it does not say what it is. */
  mayBeMore: boolean
  flaws: Flaw[]
}

/** Reads what of an order is invoiced. */
export function saleOf(order: Order): Sale {
  const outputs = order.invoices.filter(({ type }) => type === 'Output')
  const ordered = withoutRemoved(piecesOf(order.items), order)
  const pieces = invoicedPieces(order, outputs)
  const missing = pieces && ordered ? without(ordered, pieces) : null
  const hasAllPieces = missing?.size === 0
  const bare = outputs.filter(isBare)
  const valueFlaws = valueFlawsOf(order, outputs)
  // An invoice of freight alone names no items: then all of them are on others, and no
  // change has added one, which may stand on no other (known issue 412526).
  const mayHideItems =
    bare.length > 0 && (!hasAllPieces || order.added.length > 0)

  const sale = {
    value: valueFlaws.length > 0 ? null : sumOf(outputs),
    pieces,
    hasAllPieces,
    mayHideItems,
    mayBeMore: order.invoices.some(({ type }) => type === null),
    flaws: [
      ...valueFlaws,
      ...outputs
        .filter(({ lines }) => !piecesOn(lines, order.items))
        .map(flawed('BAD_LINE')),
      ...(mayHideItems ? bare.map(flawed('NO_ITEMS')) : []),
      ...orderFlaw('BAD_ITEM', outputs.length > 0 && !ordered),
    ],
  }

  return {
    ...sale,
    extent: isMarkedInvoiced(order.status)
      ? markedExtent(sale)
      : extentOf(order, { ...sale, missing }),
  }
}

/** Takes OMS's own word that all is invoiced, where the invoices can be read. */
function markedExtent({ value }: Pick<Sale, 'value'>): Extent {
  return value === null ? 'UNKNOWN' : 'WHOLE'
}

/**
 * Tells how much is invoiced before OMS says that all is. All is what reaches the order's
 * value and names every piece that no change removed: the value alone does not tell, since
 * VTEX lowers it after a partial invoice and after a change (help pages Partial invoices,
 * How Order modifications works).
 */
function extentOf(
  order: Order,
  {
    value,
    pieces,
    mayHideItems,
    mayBeMore,
    missing,
  }: Omit<Sale, 'extent'> & { missing: Pieces | null }
): Extent {
  const { invoices, totalsValue } = order

  // A seller's invoice may reach the marketplace's order as a date alone.
  if (invoices.length === 0) return order.isInvoiceDated ? 'UNKNOWN' : 'NONE'

  const isSale = invoices.some(({ type }) => type === 'Output')

  if (!isSale || mayBeMore || mayHideItems || !missing) return 'UNKNOWN'
  if (missing.size > 0) return 'PART'
  if (value === null || order.value === null) return 'UNKNOWN'

  // A change after a partial invoice lowers the totals, and not the value that was settled.
  if (totalsValue !== null && value > totalsValue + tolerance(pieces, order))
    return 'UNKNOWN'

  // The value may hold the payment's interest, which stands in no total and on no invoice.
  const wholeValue = totalsValue ?? order.value

  return value + tolerance(pieces, order) >= wholeValue ? 'WHOLE' : 'PART'
}

/** Finds pieces of the order, without what a change removed; null when either cannot be read. */
function withoutRemoved(
  pieces: Pieces | null,
  { removed }: Order
): Pieces | null {
  // A piece without an id could be any.
  const taken = removed.every(({ skuId }) => skuId) ? piecesOf(removed) : null

  return pieces && taken ? without(pieces, taken) : null
}

/**
 * Finds the pieces on invoices: none that was not ordered, or added by a change, which may stand on no package (known
 * issue 412526). A change may remove what another one has added.
 */
function invoicedPieces(order: Order, outputs: Invoice[]): Pieces | null {
  const { items, added } = order
  const ordered = piecesOf(items)
  const named = piecesOn(
    outputs.flatMap(({ lines }) => lines),
    items
  )

  const sold = withoutRemoved(
    ordered && joined(ordered, piecesOf(added) ?? new Map()),
    order
  )

  return named && sold ? atMost(named, sold) : null
}

function isBare({ lines }: Invoice): boolean {
  return lines.every(({ quantity }) => quantity === 0)
}

/** Finds why the value of the sale cannot be told. */
function valueFlawsOf(
  { invoices, status, isInvoiceDated }: Order,
  outputs: Invoice[]
): Flaw[] {
  const isInvoiced =
    invoices.length > 0 || isInvoiceDated || isMarkedInvoiced(status)

  const numbers = outputs.map(({ number }) => number)

  return [
    ...invoices.filter(({ type }) => type === null).map(flawed('NO_TYPE')),
    ...orderFlaw('NO_SALE', isInvoiced && outputs.length === 0),
    ...outputs.filter(({ number }) => number === null).map(flawed('NO_NUMBER')),
    // What stands there twice may be a single sale.
    ...outputs
      .filter(
        ({ number }, index) =>
          number !== null && numbers.indexOf(number) !== index
      )
      .map(flawed('SAME_NUMBER')),
    // VTEX takes invoices of more than 0 only.
    ...outputs.filter(({ value }) => !value).map(flawed('NO_VALUE')),
  ]
}
