import type { Invoice, InvoiceLine, Order } from '../order/order'
import { sumOf, tolerance } from './extent'
import type { Extent } from './extent'
import { flawed, orderFlaw } from './flaws'
import type { Flaw } from './flaws'
import { piecesOn, without } from './pieces'
import type { Pieces } from './pieces'
import type { Sale } from './sale'

/** The return invoices of an order, as far as they can be read. */
export interface Returns {
  /** How much of what was invoiced came back. */
  extent: Extent
  /** In cents. */
  value: number | null
  /** What came back, without a worth. Null where a line cannot be read. */
  pieces: Pieces | null
  flaws: Flaw[]
}

/** Reads what came back. A document that only compensates counts by its value alone. */
export function returnsOf(order: Order, sale: Sale): Returns {
  const { invoices, items } = order
  const inputs = withoutRepeats(invoices.filter(({ type }) => type === 'Input'))
  const ofGoods = inputs.filter(({ isCompensation }) => !isCompensation)
  const numbers = inputs.map(({ number }) => number)
  const repeated = inputs.filter(
    ({ number }, index) => numbers.indexOf(number) !== index
  )

  const returns = {
    value: repeated.length > 0 ? null : sumOf(inputs),
    pieces:
      repeated.length > 0
        ? null
        : piecesOn(ofGoods.flatMap(countedLines), items),
  }

  return {
    ...returns,
    extent: inputs.length === 0 ? 'NONE' : extentOf(order, sale, returns),
    flaws: [
      ...inputs.filter(({ value }) => value === null).map(flawed('NO_VALUE')),
      ...ofGoods
        .filter((invoice) => !piecesOn(countedLines(invoice), items))
        .map(flawed('BAD_LINE')),
      ...repeated.map((invoice) =>
        flawed(invoice.number === null ? 'NO_NUMBER' : 'SAME_NUMBER')(invoice)
      ),
      ...orderFlaw('RETURNS_ABOVE_SALE', isAbove(order, sale, returns.value)),
    ],
  }
}

/** Takes the lines of a return without their prices: what came back is worth what it was sold for. */
function countedLines({ lines }: Invoice): InvoiceLine[] {
  return lines.map((line) => ({ ...line, price: 0 }))
}

/**
 * Counts a return once that stands there twice under its number and says the same: OMS
 * gives an invoice of a known number a new receipt, and nothing else. Two without a number
 * may be two returns.
 */
function withoutRepeats(invoices: Invoice[]): Invoice[] {
  const said = invoices.map(({ lines, ...invoice }) =>
    JSON.stringify([
      invoice,
      lines.map((line) => JSON.stringify(line)).sort(byText),
    ])
  )

  return invoices.filter(
    ({ number }, index) =>
      number === null || said.indexOf(said[index]) === index
  )
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

function isAbove(order: Order, sale: Sale, value: number | null): boolean {
  return (
    value !== null &&
    sale.value !== null &&
    value > sale.value + tolerance(sale.pieces, order)
  )
}

/** Tells how much came back: all of it by value or by pieces, since freight and interest may be kept. */
function extentOf(
  order: Order,
  sale: Sale,
  { value, pieces }: Pick<Returns, 'value' | 'pieces'>
): Extent {
  if (isWholeByPieces(sale, pieces)) return 'WHOLE'
  if (value === null || sale.value === null || isAbove(order, sale, value))
    return 'UNKNOWN'

  if (value + tolerance(sale.pieces, order) >= sale.value) return 'WHOLE'

  return pieces && sale.pieces && !sale.mayHideItems ? 'PART' : 'UNKNOWN'
}

function isWholeByPieces(sale: Sale, pieces: Pieces | null): boolean {
  return (
    pieces !== null &&
    sale.pieces !== null &&
    sale.pieces.size > 0 &&
    // OMS may mark an order as invoiced whose invoices do not name all of it.
    sale.hasAllPieces &&
    !sale.mayHideItems &&
    !sale.mayBeMore &&
    without(sale.pieces, pieces).size === 0
  )
}
