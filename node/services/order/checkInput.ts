import { refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import { isInvoiceNumber } from '../../domain/return/returnInvoice'

/** The longest reason that is taken. */
const MAX_REASON_LENGTH = 1000

/** What the caller asks for with a return. Without a date the invoice is issued now. */
export interface ReturnInput {
  invoiceNumber: string
  issuanceDate: string | null
  reason: string | null
}

/** Refuses a reason that is too long; null when it may be sent. */
export function checkReason(reason: string | null): Refusal | null {
  return (reason?.length ?? 0) > MAX_REASON_LENGTH
    ? invalidInput(`The reason is longer than ${MAX_REASON_LENGTH} characters.`)
    : null
}

/** Refuses the reason of a denial that says nothing, or too much; null when it may be sent. */
export function checkDenialReason(reason: string): Refusal | null {
  return reason.trim() === ''
    ? invalidInput('A denial needs a reason.')
    : checkReason(reason)
}

/** Refuses input of which no return invoice can be made; null when it may be tried. */
export function checkReturn({
  invoiceNumber,
  issuanceDate,
  reason,
}: ReturnInput): Refusal | null {
  if (!isInvoiceNumber(invoiceNumber)) {
    return invalidInput(
      'The number of a return invoice has 1 to 50 letters and digits, and nothing else.'
    )
  }

  if (issuanceDate !== null && !isDate(issuanceDate)) {
    return invalidInput(
      'The issuance date is no ISO 8601 date with a time, such as 2026-01-31T18:25:43-05:00.'
    )
  }

  return checkReason(reason)
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) &&
    text.length <= 40 &&
    Number.isFinite(Date.parse(text))
  )
}

function invalidInput(problem: string): Refusal {
  return refusal('INVALID_INPUT', { problem })
}
