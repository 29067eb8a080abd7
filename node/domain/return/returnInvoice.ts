import { hasInvoice, returnOf, sideOf } from '../order/order'
import type { Invoice, Order } from '../order/order'
import { ruleOfStatus } from '../order/statusRules'

/** One line of a return invoice: a SKU with its pieces, at the price of one in cents. */
export interface ReturnLine {
  id: string
  quantity: number
  price: number
}

/** The invoice that returns a whole order. */
export interface ReturnInvoice {
  type: 'Input'
  issuanceDate: string
  invoiceNumber: string
  /** In cents. */
  invoiceValue: number
  items: ReturnLine[]
}

/** Why an order takes no return invoice of the whole order. */
export type ReturnProblem =
  | 'WRONG_ACCOUNT'
  | 'ORDER_NOT_INVOICED'
  | 'IN_TRANSITION'
  | 'SALE_NUMBER'
  | 'OTHER_RETURN'
  | 'UNREADABLE'

/** The return invoice that may be sent for an order, or why there is none. */
export type ReturnPlan =
  | { kind: 'invoice'; invoice: ReturnInvoice }
  | { kind: 'none'; problem: ReturnProblem }

/** Letters and digits only: VTEX makes no refund for a number with other characters (known issues). */
const NUMBER = /^[A-Za-z0-9]{1,50}$/

/** Tells whether a text may stand as the number of a return invoice. */
export function isInvoiceNumber(text: string): boolean {
  return NUMBER.test(text)
}

/** Tells whether a return invoice of this number is on the order. */
export function hasReturn(order: Order, invoiceNumber: string): boolean {
  return returnOf(order, invoiceNumber) !== null
}

/** Finds what a return invoice is worth, in cents: as it stands on the order, else as one of the whole order would be. */
export function returnedValue(
  order: Order,
  invoiceNumber: string
): number | null {
  const onOrder = returnOf(order, invoiceNumber)

  return onOrder ? onOrder.value : invoicedValue(order)
}

/** Adds up what was invoiced, in cents; null when an amount is missing. */
function invoicedValue({ invoices }: Order): number | null {
  return sales(invoices).reduce<number | null>(
    (sum, { value }) => (sum === null || value === null ? null : sum + value),
    0
  )
}

/** Builds the return invoice of a whole order from the invoices of its sale, or says why there is none. */
export function planReturn(
  order: Order,
  {
    invoiceNumber,
    issuanceDate,
  }: { invoiceNumber: string; issuanceDate: string }
): ReturnPlan {
  const problem = problemOf(order, invoiceNumber)

  if (problem) return { kind: 'none', problem }

  const items = linesOf(order)
  const invoiceValue = invoicedValue(order)

  // OMS takes whole cents above zero; anything else is a document we misread.
  if (!items || !invoiceValue) return { kind: 'none', problem: 'UNREADABLE' }

  return {
    kind: 'invoice',
    invoice: {
      type: 'Input',
      issuanceDate,
      invoiceNumber,
      invoiceValue,
      items,
    },
  }
}

function problemOf(order: Order, invoiceNumber: string): ReturnProblem | null {
  // The invoice belongs to the account that ships; elsewhere it refunds nothing.
  if (!['OWN_STORE', 'SELLER'].includes(sideOf(order))) return 'WRONG_ACCOUNT'

  switch (ruleOfStatus(order.status).return) {
    case 'TAKEN':
      break

    case 'SOON':
      return 'IN_TRANSITION'

    default:
      return 'ORDER_NOT_INVOICED'
  }

  const numbers = sales(order.invoices).map(({ number }) => number)

  if (numbers.length === 0) return 'ORDER_NOT_INVOICED'
  if (numbers.includes(invoiceNumber)) return 'SALE_NUMBER'

  // After a return of some items, what is left to refund cannot be told.
  if (hasInvoice(order, 'Input')) return 'OTHER_RETURN'

  return isReadable(order.invoices) ? null : 'UNREADABLE'
}

/** Tells whether every package says what it is: one without a type may be a return, and one that stands there twice may be a single sale. */
function isReadable(invoices: Invoice[]): boolean {
  const numbers = invoices.map(({ number }) => number)

  return (
    invoices.every(({ type, lines }) => type !== null && lines.length > 0) &&
    !numbers.includes(null) &&
    new Set(numbers).size === numbers.length
  )
}

/** One line for each SKU: an invoice that repeats one makes no refund (known issue 1198829). */
function linesOf({ invoices, items }: Order): ReturnLine[] | null {
  const lines = sales(invoices).flatMap((invoice) => invoice.lines)
  const totals = new Map<string, { quantity: number; value: number }>()

  for (const { itemIndex, quantity, price } of lines) {
    const skuId = items[itemIndex]?.skuId

    if (!skuId || !(quantity > 0) || !(price >= 0)) return null

    const sum = totals.get(skuId) ?? { quantity: 0, value: 0 }

    totals.set(skuId, {
      quantity: sum.quantity + quantity,
      value: sum.value + quantity * price,
    })
  }

  return totals.size === 0 ? null : [...totals].map(lineOf)
}

function lineOf([id, { quantity, value }]: [
  string,
  { quantity: number; value: number }
]): ReturnLine {
  // Rounded down where pieces of one SKU had several prices: never more than was invoiced.
  return { id, quantity, price: Math.floor(value / quantity) }
}

function sales(invoices: Invoice[]): Invoice[] {
  return invoices.filter(({ type }) => type === 'Output')
}
