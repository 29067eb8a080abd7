import { problemOfId } from '../order/orderId'
import type { NextStep } from '../vocabulary'
import type { ConflictReason } from './conflict'
import { codeOf, messageOf, saidParts } from './details'
import type {
  GroundDetail,
  Part,
  RefusalCode,
  RefusalDetail,
  SaidOf,
} from './details'
import { REFUSAL_RULES } from './refusalRules'
import type { Said, Sums } from './said'

/** What a refusal rests on, beside its own sentence. */
export interface Ground extends Part {
  message: string
}

/** Why a call did nothing, as plain data: as the API shows it, and as rows keep it. */
export interface ShownRefusal {
  code: RefusalCode
  /** Which sentence of its code it is; null where a row kept it in a form of files that knew no details. */
  detail: RefusalDetail | null
  message: string
  /** What the sentence names; null where it names nothing beside the order and the sums. Never a shopper's text. */
  subject: string | null
  grounds: Ground[]
  sums: Sums | null
  retryable: boolean
  retryAfterSeconds: number | null
}

/** A refusal with what helps; `NONE` where the message says it, or nothing does. */
export interface Refusal extends ShownRefusal {
  detail: RefusalDetail
  nextStep: NextStep
}

/** Makes the refusal that is shown: the next step stands beside it. */
export function shown({
  nextStep: _beside,
  ...refused
}: Refusal): ShownRefusal {
  return refused
}

interface More {
  /** The wait that OMS or this app names; null when neither does. */
  retryAfterSeconds?: number | null
  /** What helps with this order; none given: what helps with the code. */
  nextStep?: NextStep
  grounds?: Part[]
  /** The sums that only the grounds name. */
  sums?: Sums | null
}

/**
 * Makes the refusal of a detail, which has one code.
 *
 * @param said what the sentence names: the compiler demands all of it
 */
export function refusal<Detail extends RefusalDetail>(
  detail: Detail,
  said: Partial<Said> & SaidOf<Detail>,
  { retryAfterSeconds = null, nextStep, ...more }: More = {}
): Refusal {
  const { orderId = '', subject = '', sums }: Partial<Said> = said
  const code = codeOf(detail)
  const rule = REFUSAL_RULES[code]

  return {
    ...sayRefusal(
      [{ detail, subject: subject || null }, ...(more.grounds ?? [])],
      { orderId, sums: sums ?? more.sums ?? null }
    ),
    code,
    detail,
    retryable:
      rule.passesAfterMs === 'as-told'
        ? retryAfterSeconds !== null
        : rule.passesAfterMs !== null,
    retryAfterSeconds,
    nextStep: nextStep ?? rule.nextStep,
  }
}

/** Says what a refusal is made of. */
export function sayRefusal(
  parts: Part[],
  named: { orderId: string; sums: Sums | null }
): Pick<ShownRefusal, 'message' | 'subject' | 'grounds' | 'sums'> {
  const [, ...messages] = saidParts(parts, named)
  const [{ subject }, ...grounds] = parts

  return {
    message: messageOf(parts, named),
    subject,
    grounds: grounds.map((ground, index) => ({
      ...ground,
      message: messages[index],
    })),
    sums: named.sums,
  }
}

/** Takes a refusal apart, to rest another one on it. */
export function partsOf({ detail, subject, grounds }: Refusal): Part[] {
  return [
    { detail, subject },
    ...grounds.map((ground) => ({
      detail: ground.detail,
      subject: ground.subject,
    })),
  ]
}

/** Adds a ground that is a sentence of its own. */
export function withGround(refused: Refusal, detail: GroundDetail): Refusal {
  const [message] = saidParts([{ detail, subject: null }], {
    orderId: '',
    sums: null,
  })

  return {
    ...refused,
    message: `${refused.message} ${message}`,
    grounds: [...refused.grounds, { detail, subject: null, message }],
  }
}

/** Makes the refusal of a text that is no order id. */
export function badIdRefusal(text: string): Refusal {
  const { detail, subject } = problemOfId(text)

  return refusal(detail, { subject })
}

/**
 * Makes the refusal of a call that gave way.
 *
 * @param waitMs how long until a new call may go on, told as one second or more; null when
 *   waiting does not help
 */
export function conflict(
  because: ConflictReason,
  { orderId, invoiceNumber = '' }: { orderId: string; invoiceNumber?: string },
  waitMs: number | null = null
): Refusal {
  return refusal(
    because,
    { orderId, subject: invoiceNumber },
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
