import { invoicedValue } from './invoiceReading'
import type { SimulatedOrder } from './order'
import type { OmsSwitches } from './switches'

/** An invoice as a caller sends it to OMS. */
export interface SentInvoice {
  type: 'Output' | 'Input'
  invoiceNumber: string
  invoiceValue: number
  items: Array<{ id: string; price: number; quantity: number }>
}

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
  { type, invoiceValue, items }: SentInvoice,
  { returnAboveTotal }: OmsSwitches
): boolean {
  const skus = [
    ...order.items,
    ...order.changes.flatMap(({ itemsAdded }) => itemsAdded),
  ].map(({ id }) => id)

  const isWithinTotal =
    returnAboveTotal === 'paid' || invoiceValue <= order.value

  return (
    items.every(({ id }) => skus.includes(id)) &&
    (type === 'Output' ||
      (isWithinTotal && invoiceValue <= invoicedValue(order, 'Output')))
  )
}
