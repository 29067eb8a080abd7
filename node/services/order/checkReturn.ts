import { isInvoiceNumber } from '../../domain/return/returnInvoice'
import type { Result } from '../send/attempt'
import { checkReason, invalidInput } from './checkInput'

/** What the caller asks for. Without a date the invoice is issued now. */
export interface ReturnInput {
  invoiceNumber: string
  issuanceDate: string | null
  reason: string | null
}

/** Refuses what no return invoice can be made of; null when it may be tried. */
export function checkReturn({
  invoiceNumber,
  issuanceDate,
  reason,
}: ReturnInput): Result | null {
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
