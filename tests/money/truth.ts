import type { Book } from '../../simulator/services/oms/book'
import {
  invoicesOf,
  isFullyInvoiced,
  kindOf,
  valueOf,
} from '../../simulator/services/oms/invoiceReading'
import type { InvoiceKind } from '../../simulator/services/oms/invoiceReading'
import { openRequest } from '../../simulator/services/oms/denial'
import type {
  SimulatedOrder,
  SimulatedRequest,
} from '../../simulator/services/oms/order'
import type { OrderStore } from '../../simulator/services/oms/store'

/** An invoice as it truly is, whatever OMS shows of it. */
export interface TrueInvoice {
  kind: InvoiceKind
  number: string
  /** In cents. */
  value: number
  /** OMS has it, and does not show it yet. */
  isHidden: boolean
}

/** What is true of an order at one moment. */
export interface Truth {
  status: string | null
  /** What the order costs, in cents. */
  value: number
  book: Book
  invoices: TrueInvoice[]
  isFullyInvoiced: boolean
  /** The pieces of each SKU that are on no line: they are on invoices without lines. */
  sentWithoutLines: Record<string, number>
  /** The pieces of each SKU that the order has now: what was ordered, without what changes removed, and with what they added. */
  ordered: Record<string, number>
  request: SimulatedRequest | null
  isDenied: boolean
  transactionStatus: string
  lastChangeMs: number
  isInError: boolean
}

/** Reads what is true of an order; null for an order that does not exist. */
export function truthOf(
  orders: OrderStore,
  orderId: string,
  sentWithoutLines: Record<string, number>
): Truth | null {
  const order = orders.find(orderId)
  const book = orders.book(orderId)

  if (!order || !book) return null

  const { status, value, requests, packages } = order
  const request = openRequest(order) ?? null

  return {
    status,
    value,
    book,
    invoices: invoicesOf(order).map((invoice) => ({
      kind: kindOf(invoice),
      number: invoice.invoiceNumber,
      value: valueOf(invoice),
      isHidden: !packages.includes(invoice),
    })),
    isFullyInvoiced: isFullyInvoiced(order),
    sentWithoutLines: { ...sentWithoutLines },
    ordered: orderedIn(order),
    request: request && { ...request },
    isDenied: requests.some(({ deniedBySeller }) => deniedBySeller),
    transactionStatus: order.transactionStatus,
    lastChangeMs: Date.parse(order.lastChange),
    isInError: order.workflowIsInError,
  }
}

function orderedIn({ items, changes }: SimulatedOrder): Record<string, number> {
  const ordered: Record<string, number> = {}
  const count = (list: Array<{ id: string; quantity: number }>, by: number) =>
    list.forEach(({ id, quantity }) => {
      ordered[id] = (ordered[id] ?? 0) + by * quantity
    })

  count(items, 1)
  changes.forEach(({ itemsAdded, itemsRemoved }) => {
    count(itemsAdded, 1)
    count(itemsRemoved, -1)
  })

  return ordered
}

/** Adds up the invoices of one kind, in cents. */
export function sumOf({ invoices }: Truth, kind: InvoiceKind): number {
  return invoices
    .filter((invoice) => invoice.kind === kind)
    .reduce((sum, { value }) => sum + value, 0)
}

/** Tells whether an order has an invoice of a kind. */
export function has({ invoices }: Truth, kind: InvoiceKind): boolean {
  return invoices.some((invoice) => invoice.kind === kind)
}

/** Counts the pieces that are out: no more than the order has of each SKU, since one sale may stand on two invoices. */
export function piecesOut(truth: Truth): number {
  return Object.keys(truth.ordered).reduce(
    (sum, sku) => sum + Math.max(0, stillOut(truth, sku)),
    0
  )
}

/** Counts the pieces of one SKU that are out. */
export function stillOut(
  { book, ordered, sentWithoutLines }: Truth,
  sku: string
): number {
  const { sent = 0, cameBack = 0 } = book.goods[sku] ?? {}
  const all = sent + (sentWithoutLines[sku] ?? 0)

  return Math.min(all, ordered[sku] ?? 0) - cameBack
}

/** Cents that roundings may add up to: one for each piece that was sent. */
function roundings({ book }: Truth): number {
  return Math.max(
    1,
    Object.values(book.goods).reduce((sum, { sent }) => sum + sent, 0)
  )
}

/** Tells whether all that was invoiced came back, or all that was paid was paid back. */
export function cameBackWhole(truth: Truth): boolean {
  const { captured, paidBack } = truth.book

  return (
    isReturnedWhole(truth) ||
    (has(truth, 'Input') &&
      captured > 0 &&
      paidBack + roundings(truth) >= captured)
  )
}

/** Tells whether all that was invoiced is on return invoices: every piece, or all of the value. */
export function isReturnedWhole(truth: Truth): boolean {
  const { book, sentWithoutLines } = truth

  if (!has(truth, 'Input')) return false

  const sent =
    Object.values(book.goods).some((one) => one.sent > 0) ||
    Object.keys(sentWithoutLines).length > 0

  const invoiced = sumOf(truth, 'Output')

  return (
    (sent && piecesOut(truth) === 0) ||
    (invoiced > 0 && sumOf(truth, 'Input') + roundings(truth) >= invoiced)
  )
}

/** Tells whether goods are out that did not come back whole. */
export function isOut(truth: Truth): boolean {
  return has(truth, 'Output') && !cameBackWhole(truth)
}
