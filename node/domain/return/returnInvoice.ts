import { goodsOf } from '../goods/goods'
import type { Pieces } from '../goods/pieces'
import { returnOf } from '../order/order'
import type { Order } from '../order/order'

/** What the caller says about a return invoice. */
export interface ReturnRequest {
  invoiceNumber: string
  /** ISO 8601. */
  issuanceDate: string
}

/** One line of a return invoice: a SKU with its pieces, at the price of one in cents. */
export interface ReturnLine {
  id: string
  quantity: number
  price: number
}

/** The invoice that returns all of an order that has not come back. */
export interface ReturnInvoice extends ReturnRequest {
  type: 'Input'
  /** In cents. */
  invoiceValue: number
  items: ReturnLine[]
}

/** Tells whether a return invoice of this number is on the order. */
export function hasReturn(order: Order, invoiceNumber: string): boolean {
  return returnOf(order, invoiceNumber) !== null
}

/** Finds what a return invoice is worth, in cents: as it stands on the order, else as it would be sent now. */
export function returnedValue(
  order: Order,
  invoiceNumber: string
): number | null {
  const onOrder = returnOf(order, invoiceNumber)
  const { rest } = goodsOf(order)

  if (onOrder) return onOrder.value

  return rest.kind === 'RETURNABLE' ? rest.value : null
}

/** Builds the return invoice of all that has not come back; null where the order does not let it be told. */
export function returnInvoiceOf(
  order: Order,
  { invoiceNumber, issuanceDate }: ReturnRequest
): ReturnInvoice | null {
  const { rest } = goodsOf(order)

  return rest.kind === 'RETURNABLE'
    ? {
        type: 'Input',
        issuanceDate,
        invoiceNumber,
        invoiceValue: rest.value,
        items: linesOf(rest.pieces),
      }
    : null
}

/** One line for each SKU: an invoice that repeats one makes no refund (known issue 1198829). */
function linesOf(pieces: Pieces): ReturnLine[] {
  return [...pieces].map(([id, { quantity, value }]) => ({
    id,
    quantity,
    // Rounded down where pieces of one SKU had several prices: never more than was invoiced.
    price: Math.floor(value / quantity),
  }))
}
