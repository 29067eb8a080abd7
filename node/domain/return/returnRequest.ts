import type { Order } from '../order/order'
import type { ReturnRequest } from './returnInvoice'

/** Letters and digits only: VTEX makes no refund for a number with other characters (known issues). */
const NUMBER = /^[A-Za-z0-9]{1,50}$/

/** A date further from the sale, or from now, is a slip: of the year, or of the century. */
const YEAR_MS = 366 * 24 * 3_600_000

/** ISO 8601 with a date and a time; the fields of the date are checked one by one. */
const DATE =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/

const MAX_DATE_LENGTH = 40

/**
 * Finds what is wrong with a new return invoice, as a sentence; null when it may be sent.
 * A return that is on the order already has no such rules.
 */
export function problemOfRequest(
  { invoiceNumber, issuanceDate }: ReturnRequest,
  { invoices, createdMs }: Order,
  nowMs: number
): string | null {
  if (!NUMBER.test(invoiceNumber)) {
    return 'The number of a new return invoice has 1 to 50 letters and digits, and nothing else.'
  }

  if (invoices.some(({ number }) => number === invoiceNumber)) {
    return `${invoiceNumber} is the number of the sale's invoice: a return needs one of its own.`
  }

  const issuedMs = Date.parse(issuanceDate)

  if (issuedMs > nowMs + YEAR_MS) {
    return 'The issuance date is more than a year from now.'
  }

  return createdMs !== null && issuedMs < createdMs - YEAR_MS
    ? 'The issuance date is more than a year before the order was placed.'
    : null
}

/** Tells whether a text is a date with a time that the calendar has: 30 February is none. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number)

  return (
    text.length <= MAX_DATE_LENGTH &&
    Number.isFinite(Date.parse(text)) &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  )
}
