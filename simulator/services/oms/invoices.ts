import { deny, markDenied } from './denial'
import { arrive, go } from './machine'
import type { Surroundings } from './machine'
import { invoicedValue, invoicesOf } from './order'
import type { SimulatedOrder, SimulatedPackage } from './order'
import type { Refund } from './store'

/** An invoice as a caller sends it to OMS. */
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

/** The statuses in which goods can no longer be sent. */
const CLOSED = ['cancel', 'canceled', 'replaced']

/** Parses the body of an invoice; returns undefined if a field is missing or invalid. */
export function parseInvoice(
  body: Record<string, unknown>
): SentInvoice | undefined {
  const { type, issuanceDate, invoiceNumber, items } = body
  // The specification declares it as a string.
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

/** True if the order has the invoiced goods, and a return is not worth more than was sold. */
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

/** True if goods of the order can still be sent. A return is always possible. */
export function isOpenFor(
  { status }: SimulatedOrder,
  { type }: SentInvoice
): boolean {
  return type === 'Input' || (status !== null && !CLOSED.includes(status))
}

/**
 * Adds an invoice to the order and returns the refund that it causes. An invoice whose
 * number the order already has changes nothing. A return is refunded only if the whole
 * order was invoiced and the return names no SKU twice.
 */
export function takeInvoice(
  order: SimulatedOrder,
  sent: SentInvoice,
  surroundings: Surroundings
): Refund | null {
  const invoice = packageFrom(order, sent)

  if (isKnown(order, invoice)) return null

  show(order, invoice, surroundings)

  if (sent.type === 'Output') {
    sold(order, invoice, surroundings)

    return null
  }

  return isPaidBack(order, sent)
    ? {
        orderId: order.orderId,
        invoiceNumber: sent.invoiceNumber,
        value: sent.invoiceValue,
        atMs: surroundings.nowMs,
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

/** A sale's invoice advances both sides of the sale. */
function sold(
  order: SimulatedOrder,
  invoice: SimulatedPackage,
  surroundings: Surroundings
) {
  const other = surroundings.otherSide(order)

  if (other && !isKnown(other, invoice)) show(other, invoice, surroundings)

  moveOn(order, surroundings)
  if (other) moveOn(other, surroundings)
}

function moveOn(order: SimulatedOrder, surroundings: Surroundings) {
  const status = order.status ?? ''
  const isFull = invoicedValue(order, 'Output') >= order.value

  if (WAITING.includes(status)) {
    if (!isFull) return deny(order, null, surroundings)

    markDenied(order, null, surroundings)
    go(order, DENYING, surroundings)
  } else if (isFull && status === 'request-cancel') {
    // Known issue 1400005: neither side can continue.
    order.stuckAt = status
    order.workflowIsInError = true
    arrive(order, status, surroundings)
  } else if (isFull && ![...CLOSED, ...SELLING].includes(status)) {
    go(order, SELLING, surroundings)
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
