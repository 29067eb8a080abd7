import type { NextStep } from '../vocabulary'
import type { ConflictReason, ConflictSubject } from './conflict'
import { REFUSAL_RULES } from './refusalRules'
import type { RefusalCode, RefusalRule, Subjects } from './refusalRules'

/** Why a call did nothing, as plain data. */
export interface Refusal {
  code: RefusalCode
  message: string
  retryable: boolean
  retryAfterSeconds: number | null
}

/**
 * Makes the refusal of a code.
 *
 * @param retryAfterSeconds the wait that OMS or this app names; null when neither does
 */
export function refusal<Code extends RefusalCode>(
  code: Code,
  subject: Subjects[Code],
  retryAfterSeconds: number | null = null
): Refusal {
  const rule: RefusalRule<Subjects[Code]> = REFUSAL_RULES[code]

  return {
    code,
    message: rule.message(subject),
    retryable:
      rule.passesAfterMs === 'as-told'
        ? retryAfterSeconds !== null
        : rule.passesAfterMs !== null,
    retryAfterSeconds,
  }
}

/**
 * Makes the refusal of a call that gave way.
 *
 * @param waitMs how long until a new call may go on, told as one second or more; null when
 *   waiting does not help
 */
export function conflict(
  because: ConflictReason,
  { orderId, invoiceNumber }: Omit<ConflictSubject, 'because'>,
  waitMs: number | null = null
): Refusal {
  return refusal(
    'CONFLICT',
    { orderId, invoiceNumber, because },
    waitMs === null ? null : Math.max(1, Math.ceil(waitMs / 1_000))
  )
}

/** Tells the caller's next step after a refusal. */
export function nextStepOf(code: RefusalCode): NextStep {
  return REFUSAL_RULES[code].nextStep
}

/**
 * Tells how long to wait for a refusal to pass, in milliseconds; null when waiting does
 * not help.
 *
 * @param failedTries how many tries in a row came to nothing: each doubles a wait that OMS did not name
 */
export function waitMsOf(
  { code, retryAfterSeconds }: Refusal,
  failedTries: number
): number | null {
  const { passesAfterMs } = REFUSAL_RULES[code]

  if (passesAfterMs === null) return null
  if (retryAfterSeconds !== null) return retryAfterSeconds * 1_000

  return passesAfterMs === 'as-told' ? null : passesAfterMs * 2 ** failedTries
}

/** Tells whether something that was sent may still give an order this refusal, or take it away. */
export function changesWithSends({ code }: Refusal): boolean {
  return REFUSAL_RULES[code].changesWithSends
}
