import {
  invoicesOf,
  isFullyInvoiced,
  kindOf,
  piecesBySku,
  skuOf,
  valueOf,
} from './invoiceReading'
import type { InvoiceKind } from './invoiceReading'
import { capture, paidBack, payBack, releaseAndPayBack, takeOff } from './money'
import { isCaptureFailed } from './order'
import type { Money, SimulatedOrder, SimulatedPackage } from './order'
import { discountOf } from './seedParts'

/** What the shopper paid and got back for an order, in cents, and which goods moved. */
export interface Book extends Money {
  /** The sum of the entries. */
  paidBack: number
  /** The pieces that were invoiced and that came back, by SKU. */
  goods: Record<string, { sent: number; cameBack: number }>
}

/** Opens the money of a seeded order: what its invoices captured, and what its changes, returns and cancel paid back. */
export function openMoney(
  order: SimulatedOrder,
  authorised: number,
  nowMs: number
): Money {
  const money: Money = { authorised, captured: 0, entries: [] }
  const discount = discountOf(order.changes)

  if (!isCaptureFailed(order)) {
    ofKind(order.packages, 'Output').forEach((sale) =>
      capture(money, valueOf(sale))
    )
  }

  takeOff(money, discount, { interest: order.interest, nowMs })
  ofKind(order.packages, 'Input').forEach((invoice) =>
    payBackReturn(order, { money, invoice, nowMs })
  )

  if (order.status === 'canceled' && !order.keepsPayment) {
    releaseAndPayBack(money, nowMs)
  }

  return money
}

/**
 * Pays a return back and tells whether it did. OMS does so only if the whole order was
 * invoiced and the return names no SKU twice (known issue 1198829), and compares it with
 * nothing that was paid back before.
 */
export function payBackReturn(
  order: SimulatedOrder,
  {
    money,
    invoice,
    nowMs,
  }: { money: Money; invoice: SimulatedPackage; nowMs: number }
): boolean {
  const skus = (invoice.items ?? []).map((line) => skuOf(order, line))
  const isPaid = isFullyInvoiced(order) && new Set(skus).size === skus.length

  if (isPaid) {
    payBack(money, {
      kind: 'return',
      value: valueOf(invoice),
      invoiceNumber: invoice.invoiceNumber,
      atMs: nowMs,
    })
  }

  return isPaid
}

/** Builds the book of a sale from the side that was paid and from the invoices of both sides. */
export function bookOf(payer: SimulatedOrder, other?: SimulatedOrder): Book {
  const invoices = ofBothSides(payer, other)
  const sent = piecesBySku(payer, ofKind(invoices, 'Output'))
  const cameBack = piecesBySku(
    payer,
    ofKind(invoices, 'Input').filter(({ isCompensation }) => !isCompensation)
  )

  const goods = [...new Set([...sent.keys(), ...cameBack.keys()])].map(
    (sku) =>
      [
        sku,
        { sent: sent.get(sku) ?? 0, cameBack: cameBack.get(sku) ?? 0 },
      ] as const
  )

  return {
    ...structuredClone(payer.money),
    paidBack: paidBack(payer.money),
    goods: Object.fromEntries(goods),
  }
}

function ofKind(invoices: SimulatedPackage[], kind: InvoiceKind) {
  return invoices.filter((invoice) => kindOf(invoice) === kind)
}

/** Leaves out the other side's invoices that the payer's side has, too. */
function ofBothSides(payer: SimulatedOrder, other?: SimulatedOrder) {
  const own = invoicesOf(payer)
  const isShared = (invoice: SimulatedPackage) =>
    own.some(
      (one) =>
        kindOf(one) === kindOf(invoice) &&
        one.invoiceNumber === invoice.invoiceNumber
    )

  return [
    ...own,
    ...(other ? invoicesOf(other) : []).filter((one) => !isShared(one)),
  ]
}
