import { MAX_REASON_LENGTH } from '../limits'
import { refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import { isCalendarDate } from '../return/returnRequest'
import { isWholeText } from '../wholeText'

/** The longest invoice number that OMS may show. */
const MAX_NUMBER_LENGTH = 100

/** What the caller asks for with a return. Without a date the invoice is issued now. */
export interface ReturnInput {
  invoiceNumber: string
  issuanceDate: string | null
  reason: string | null
}

/** Refuses a reason that is too long, or no whole text; null when it may be sent. */
export function checkReason(reason: string | null): Refusal | null {
  if ((reason?.length ?? 0) > MAX_REASON_LENGTH) {
    return refusal('REASON_TOO_LONG', {})
  }

  return isWholeText(reason ?? '') ? null : refusal('REASON_HALF_CHARACTER', {})
}

/** Refuses the reason of a denial that says nothing, or too much; null when it may be sent. */
export function checkDenialReason(reason: string): Refusal | null {
  return reason.trim() === ''
    ? refusal('DENIAL_WITHOUT_REASON', {})
    : checkReason(reason)
}

/** Refuses input that can mean no return invoice, sent or to be sent; null when it may be tried. */
export function checkReturn({
  invoiceNumber,
  issuanceDate,
  reason,
}: ReturnInput): Refusal | null {
  if (
    invoiceNumber.trim() === '' ||
    invoiceNumber.length > MAX_NUMBER_LENGTH ||
    !isWholeText(invoiceNumber)
  ) {
    return refusal('RETURN_WITHOUT_NUMBER', {})
  }

  if (issuanceDate !== null && !isCalendarDate(issuanceDate)) {
    return refusal('ISSUANCE_DATE_MALFORMED', {})
  }

  return checkReason(reason)
}
