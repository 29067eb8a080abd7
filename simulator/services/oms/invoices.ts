import { payBackReturn } from './book'
import { deny, markDenied } from './denial'
import {
  invoicedValue,
  invoicesOf,
  isInvoicedByValue,
  kindOf,
  valueOf,
} from './invoiceReading'
import { arrive, go, payerOf } from './machine'
import type { Surroundings } from './machine'
import { capture } from './money'
import type { SimulatedOrder, SimulatedPackage } from './order'
import type { SentInvoice } from './sentInvoice'
import type { Refund } from './store'

const SELLING = ['invoice', 'invoiced']

/** An invoice on an open request counts as its denial. */
const DENYING = ['invoice-after-cancellation-deny', 'invoiced']

const WAITING = ['waiting-for-seller-decision', 'cancellation-requested']

/** The statuses in which goods can no longer be sent. */
const CLOSED = ['cancel', 'canceled', 'replaced']

/** True if goods of the order can still be sent. A return is always possible. */
export function isOpenFor(
  { status }: SimulatedOrder,
  { type }: SentInvoice
): boolean {
  return type === 'Input' || (!!status && !CLOSED.includes(status))
}

/**
 * Adds an invoice to the order and returns the refund that it causes. An invoice whose
 * number the order already has changes nothing. A return of an order that is canceled, or
 * about to be, refunds nothing: the cancel pays back.
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

  const isPaid =
    !CLOSED.includes(order.status ?? '') &&
    payBackReturn(order, {
      money: payerOf(order, surroundings).money,
      invoice,
      nowMs: surroundings.nowMs,
    })

  return isPaid
    ? {
        orderId: order.orderId,
        invoiceNumber: sent.invoiceNumber,
        value: sent.invoiceValue,
        atMs: surroundings.nowMs,
      }
    : null
}

function isKnown(order: SimulatedOrder, invoice: SimulatedPackage): boolean {
  return invoicesOf(order).some(
    (known) =>
      kindOf(known) === kindOf(invoice) &&
      known.invoiceNumber === invoice.invoiceNumber
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

/** A sale's invoice captures its value and advances both sides of the sale. */
function sold(
  order: SimulatedOrder,
  invoice: SimulatedPackage,
  surroundings: Surroundings
) {
  const other = surroundings.otherSide(order)

  if (other && !isKnown(other, invoice)) show(other, invoice, surroundings)

  capture(payerOf(order, surroundings).money, valueOf(invoice))
  updateValue(order, surroundings)
  if (other) updateValue(other, surroundings)

  moveOn(order, surroundings)
  if (other) moveOn(other, surroundings)
}

/** VTEX lowers the value of a partly invoiced order to what was settled; the whole invoice restores it. */
function updateValue(order: SimulatedOrder, { switches }: Surroundings) {
  if (switches.valueAfterPartialInvoice === 'kept') return

  order.value = isInvoicedByValue(order)
    ? order.toInvoice + order.interest
    : invoicedValue(order, 'Output')
}

function moveOn(order: SimulatedOrder, surroundings: Surroundings) {
  const status = order.status ?? ''
  const isFull = isInvoicedByValue(order)

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
    items: items.map(({ id, price, quantity }) => {
      const itemIndex = order.items.findIndex((item) => item.id === id)

      // An item that a change added has no place in the order's items.
      return itemIndex < 0
        ? { id, quantity, price }
        : { itemIndex, quantity, price }
    }),
  }
}
