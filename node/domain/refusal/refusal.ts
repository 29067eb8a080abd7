import type { NextStep } from '../vocabulary'
import type { ConflictReason, ConflictSubject } from './conflict'
import { REFUSAL_RULES } from './refusalRules'
import type { RefusalRule } from './refusalRules'
import type { RefusalCode, Subjects } from './subjects'

/** Why a call did nothing, as plain data: as the API shows it, and as rows keep it. */
export interface ShownRefusal {
  code: RefusalCode
  message: string
  retryable: boolean
  retryAfterSeconds: number | null
}

/** A refusal with what helps; `NONE` where the message says it, or nothing does. */
export interface Refusal extends ShownRefusal {
  nextStep: NextStep
}

/** Makes the refusal that is shown: the next step stands beside it. */
export function shown({
  code,
  message,
  retryable,
  retryAfterSeconds,
}: Refusal): ShownRefusal {
  return { code, message, retryable, retryAfterSeconds }
}

/**
 * Makes the refusal of a code.
 *
 * @param more `retryAfterSeconds`: the wait that OMS or this app names, null when neither
 *   does; `nextStep`: what helps with this order, none given: what helps with the code
 */
export function refusal<Code extends RefusalCode>(
  code: Code,
  subject: Subjects[Code],
  {
    retryAfterSeconds = null,
    nextStep,
  }: { retryAfterSeconds?: number | null; nextStep?: NextStep } = {}
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
    nextStep: nextStep ?? rule.nextStep,
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
    waitMs === null
      ? { nextStep: 'NONE' }
      : { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) }
  )
}

/**
 * Tells how long to wait for a refusal to pass, in milliseconds; null when waiting does
 * not help.
 *
 * @param failedTries how many tries in a row came to nothing: each doubles a wait that OMS did not name
 */
export function waitMsOf(
  { code, retryAfterSeconds }: ShownRefusal,
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
