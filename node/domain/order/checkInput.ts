import { refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import { isCalendarDate } from '../return/returnRequest'

/** The longest reason that is taken. */
const MAX_REASON_LENGTH = 1000

/** The longest invoice number that OMS may show. */
const MAX_NUMBER_LENGTH = 100

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

/** Refuses input that can mean no return invoice, sent or to be sent; null when it may be tried. */
export function checkReturn({
  invoiceNumber,
  issuanceDate,
  reason,
}: ReturnInput): Refusal | null {
  if (invoiceNumber.trim() === '' || invoiceNumber.length > MAX_NUMBER_LENGTH) {
    return invalidInput('A return needs the number of its invoice.')
  }

  if (issuanceDate !== null && !isCalendarDate(issuanceDate)) {
    return invalidInput(
      'The issuance date is no ISO 8601 date with a time, such as 2026-01-31T18:25:43-05:00.'
    )
  }

  return checkReason(reason)
}

function invalidInput(problem: string): Refusal {
  return refusal('INVALID_INPUT', { problem })
}
