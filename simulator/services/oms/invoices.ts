import { omsDate } from '../../clock'
import { arrive, go } from './machine'
import type { Surroundings } from './machine'
import { invoicedValue } from './order'
import type { SimulatedOrder, SimulatedPackage } from './order'
import { markDenied } from './requests'
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

/** Reads the body of an invoice; undefined when a field is missing or no such thing. */
export function parseInvoice(body: unknown): SentInvoice | undefined {
  const { type, issuanceDate, invoiceNumber, invoiceValue, items } = (body ??
    {}) as Record<string, unknown>

  const value = Number(invoiceValue)
  const isWhole =
    (type === 'Output' || type === 'Input') &&
    typeof issuanceDate === 'string' &&
    Number.isFinite(Date.parse(issuanceDate)) &&
    typeof invoiceNumber === 'string' &&
    Number.isInteger(value) &&
    value > 0 &&
    Array.isArray(items)

  return isWhole
    ? {
        type,
        invoiceNumber,
        invoiceValue: value,
        items: items as SentInvoice['items'],
      }
    : undefined
}

/** Whether OMS takes a return invoice: not for more than was invoiced. */
export function isReturnable(
  order: SimulatedOrder,
  { invoiceValue }: SentInvoice
): boolean {
  return invoiceValue <= invoicedValue(order, 'Output')
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
  const isKnown = [
    ...order.packages,
    ...order.invoicesToShow.map((hidden) => hidden.invoice),
  ].some(
    ({ type, invoiceNumber }) =>
      type === sent.type && invoiceNumber === sent.invoiceNumber
  )

  if (isKnown) return null

  show(order, invoice, around)

  if (sent.type === 'Output') {
    sold(order, around)

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

/** An invoice of goods sent moves the order on, and denies an open request. */
function sold(order: SimulatedOrder, around: Surroundings) {
  const isFull = invoicedValue(order, 'Output') >= order.value
  const other = around.otherSide(order)

  const isAsked = WAITING.includes(order.status ?? '')

  if (isAsked) markDenied(order, null, around)
  if (isFull) go(order, isAsked ? DENYING : SELLING, around)

  if (isFull && other?.status === 'waiting-for-seller-decision') {
    markDenied(other, null, around)
    other.packages.push(...order.packages)
    other.invoicedDate = omsDate(around.nowMs)
    go(other, DENYING, around)
  } else if (other?.status === 'request-cancel') {
    // Known issue 1400005: neither side can go on.
    other.packages.push(...order.packages)
    other.stuckAt = 'request-cancel'
    other.workflowIsInError = true
    arrive(other, 'request-cancel', around)
  }
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
