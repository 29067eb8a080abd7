import type { Order } from '../order/order'
import { refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
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
 * Refuses a new return invoice that VTEX would not refund, or that is a slip; null when it may
 * be sent. A return that is on the order already has no such rules.
 */
export function refusalOfRequest(
  { invoiceNumber, issuanceDate }: ReturnRequest,
  { invoices, createdMs }: Order,
  nowMs: number
): Refusal | null {
  if (!NUMBER.test(invoiceNumber)) return refusal('RETURN_NUMBER_MALFORMED', {})

  if (invoices.some(({ number }) => number === invoiceNumber)) {
    return refusal('RETURN_NUMBER_OF_SALE', { subject: invoiceNumber })
  }

  const issuedMs = Date.parse(issuanceDate)

  if (issuedMs > nowMs + YEAR_MS) return refusal('ISSUANCE_DATE_TOO_LATE', {})

  return createdMs !== null && issuedMs < createdMs - YEAR_MS
    ? refusal('ISSUANCE_DATE_TOO_EARLY', {})
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
