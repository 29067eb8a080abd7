import { deny, markDenied } from './denial'
import { arrive, go } from './machine'
import type { Surroundings } from './machine'
import { invoicedValue, invoicesOf } from './order'
import type { SimulatedOrder, SimulatedPackage } from './order'
import type { Refund } from './store'

/** An invoice as it is sent to OMS. */
export interface SentInvoice {
  type: 'Output' | 'Input'
  invoiceNumber: string
  invoiceValue: number
  items: Array<{ id: string; price: number; quantity: number }>
}

const SELLING = ['invoice', 'invoiced']

/** An invoice on an open request counts as its denial. */
const DENYING = ['invoice-after-cancellation-deny', 'invoiced']

const WAITING = ['waiting-for-seller-decision', 'cancellation-requested']

/** Where nothing is sent any more. */
const CLOSED = ['cancel', 'canceled', 'replaced']

/** Reads the body of an invoice; undefined when a field is missing or no such thing. */
export function parseInvoice(
  body: Record<string, unknown>
): SentInvoice | undefined {
  const { type, issuanceDate, invoiceNumber, items } = body
  // The specification writes it as a text.
  const invoiceValue = Number(body.invoiceValue)
  const isWhole =
    (type === 'Output' || type === 'Input') &&
    typeof issuanceDate === 'string' &&
    Number.isFinite(Date.parse(issuanceDate)) &&
    typeof invoiceNumber === 'string' &&
    Number.isInteger(invoiceValue) &&
    invoiceValue > 0

  return isWhole && Array.isArray(items) && items.every(isItem)
    ? { type, invoiceNumber, invoiceValue, items }
    : undefined
}

function isItem(item: unknown): item is SentInvoice['items'][number] {
  const { id, price, quantity } = Object(item) as Record<string, unknown>

  return (
    typeof id === 'string' &&
    Number.isInteger(price) &&
    Number.isInteger(quantity)
  )
}

/** Whether OMS takes an invoice: of goods that the order has, and no return of more than was sold. */
export function isInvoiceable(
  order: SimulatedOrder,
  { type, invoiceValue, items }: SentInvoice
): boolean {
  const hasItems = items.every(({ id }) =>
    order.items.some((item) => item.id === id)
  )

  return (
    hasItems &&
    (type === 'Output' || invoiceValue <= invoicedValue(order, 'Output'))
  )
}

/** Whether goods of the order may still be sent; a return is always possible. */
export function isOpenFor(
  { status }: SimulatedOrder,
  { type }: SentInvoice
): boolean {
  return type === 'Input' || (status !== null && !CLOSED.includes(status))
}

/**
 * Takes an invoice. One of a number that the order has already only gets a new receipt.
 * A return is paid back, if all of the order was invoiced and no SKU is repeated.
 */
export function takeInvoice(
  order: SimulatedOrder,
  sent: SentInvoice,
  around: Surroundings
): Refund | null {
  const invoice = packageFrom(order, sent)

  if (isKnown(order, invoice)) return null

  show(order, invoice, around)

  if (sent.type === 'Output') {
    sold(order, invoice, around)

    return null
  }

  return isPaidBack(order, sent)
    ? {
        orderId: order.orderId,
        invoiceNumber: sent.invoiceNumber,
        value: sent.invoiceValue,
        atMs: around.nowMs,
      }
    : null
}

function isKnown(
  order: SimulatedOrder,
  { type, invoiceNumber }: SimulatedPackage
): boolean {
  return invoicesOf(order).some(
    (known) => known.type === type && known.invoiceNumber === invoiceNumber
  )
}

function show(
  order: SimulatedOrder,
  invoice: SimulatedPackage,
  { switches, nowMs }: Surroundings
) {
  const delayMs = switches.invoiceShownAfterSeconds * 1000

  if (delayMs === 0) order.packages.push(invoice)
  else order.invoicesToShow.push({ atMs: nowMs + delayMs, invoice })
}

function isPaidBack(order: SimulatedOrder, { items }: SentInvoice): boolean {
  const skus = items.map(({ id }) => id)

  return order.status === 'invoiced' && new Set(skus).size === skus.length
}

/** An invoice of goods sent moves both sides of a sale on. */
function sold(
  order: SimulatedOrder,
  invoice: SimulatedPackage,
  around: Surroundings
) {
  const other = around.otherSide(order)

  if (other && !isKnown(other, invoice)) show(other, invoice, around)

  moveOn(order, around)
  if (other) moveOn(other, around)
}

function moveOn(order: SimulatedOrder, around: Surroundings) {
  const status = order.status ?? ''
  const isFull = invoicedValue(order, 'Output') >= order.value

  if (WAITING.includes(status)) {
    if (!isFull) return deny(order, null, around)

    markDenied(order, null, around)
    go(order, DENYING, around)
  } else if (isFull && status === 'request-cancel') {
    // Known issue 1400005: neither side can go on.
    order.stuckAt = status
    order.workflowIsInError = true
    arrive(order, status, around)
  } else if (isFull && ![...CLOSED, ...SELLING].includes(status)) {
    go(order, SELLING, around)
  }

  return undefined
}

function packageFrom(
  order: SimulatedOrder,
  { type, invoiceNumber, invoiceValue, items }: SentInvoice
): SimulatedPackage {
  return {
    type,
    invoiceNumber,
    invoiceValue,
    items: items.map(({ id, price, quantity }) => ({
      itemIndex: order.items.findIndex((item) => item.id === id),
      quantity,
      price,
    })),
  }
}
