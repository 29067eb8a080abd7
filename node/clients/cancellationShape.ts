import { withSentences } from '../domain/cancellation/cancellation'
import type { OrderCancellation } from '../domain/cancellation/cancellation'
import type { StuckDiagnosis } from '../domain/cancellation/stuck'
import { NOTICE_CODES, noticeOf } from '../domain/notice/notice'
import type { NoticeKey } from '../domain/notice/notice'
import {
  GROUND_DETAILS,
  REFUSAL_CODES,
  REFUSAL_DETAILS,
} from '../domain/refusal/details'
import type { Part } from '../domain/refusal/details'
import { sayRefusal } from '../domain/refusal/refusal'
import type { ShownRefusal } from '../domain/refusal/refusal'
import type { Sums } from '../domain/refusal/said'
import {
  CANCELLATION_STATES,
  DECISION_MAKERS,
  NEXT_STEPS,
  STUCK_KINDS,
} from '../domain/vocabulary'
import {
  count,
  flag,
  list,
  number,
  oneOf,
  orElse,
  orNull,
  record,
  text,
} from './shape'
import type { Parse } from './shape'

/*
 * What a row keeps of its order's cancellation. Sentences are not stored: they are made of
 * what is, by the version that reads it. Forms 1 to 5 stored sentences and nothing else,
 * which are shown as they stand.
 */

type Kept = Omit<
  OrderCancellation,
  'notices' | 'refusal' | 'warnings' | 'stuck'
> & {
  stuck: StuckDiagnosis | null
  notices: NoticeKey[]
  /** Forms 1 to 5. */
  warnings: string[]
  refusal: KeptRefusal | null
}

interface KeptRefusal
  extends Pick<
    ShownRefusal,
    'code' | 'detail' | 'retryable' | 'retryAfterSeconds' | 'subject' | 'sums'
  > {
  grounds: Part[]
  /** Forms 1 to 5; empty in later ones. */
  message: string
}

/** The longest wait that a refusal may name; a file with a longer one cannot be read. */
const MAX_WAIT_SECONDS = 1_000_000

const sums = record<Sums>({
  value: orNull(number),
  changes: orElse(number, 0),
  invoiced: orNull(number),
  returned: orNull(number),
  rest: orNull(number),
})

const refusal = record<KeptRefusal>({
  code: oneOf(REFUSAL_CODES),
  detail: orNull(oneOf(REFUSAL_DETAILS)),
  subject: orNull(text),
  grounds: list(
    record({ detail: oneOf(GROUND_DETAILS), subject: orNull(text) })
  ),
  sums: orNull(sums),
  message: orElse(text, ''),
  retryable: flag,
  retryAfterSeconds: orNull(count(MAX_WAIT_SECONDS)),
})

const stuck = record<StuckDiagnosis>({
  kind: oneOf(STUCK_KINDS),
  since: orNull(text),
  advice: text,
  knownIssue: orNull(text),
})

const kept = record<Kept>({
  cacheId: text,
  orderId: text,
  state: oneOf(CANCELLATION_STATES),
  awaiting: orNull(oneOf(DECISION_MAKERS)),
  orderStatus: orNull(text),
  date: orNull(text),
  receipt: orNull(text),
  reason: orNull(text),
  requestedByUser: orNull(flag),
  canceledAt: orNull(text),
  denial: orNull(record({ reason: orNull(text), date: orNull(text) })),
  stuck: orNull(stuck),
  nextStep: oneOf(NEXT_STEPS),
  notices: list(record({ code: oneOf(NOTICE_CODES), subject: orNull(text) })),
  warnings: list(text),
  refusal: orNull(refusal),
})

/** Reads a cancellation in any form that was ever written. */
export const cancellationShape: Parse<OrderCancellation> = (value) => {
  const read = kept(value)

  return (
    read && {
      ...read,
      refusal: read.refusal && said(read.refusal, read.orderId),
      ...withSentences([
        ...read.warnings.map((subject) =>
          noticeOf({ code: 'EARLIER_WARNING', subject })
        ),
        ...read.notices.map(noticeOf),
      ]),
    }
  )
}

function said(
  { detail, subject, grounds, ...refused }: KeptRefusal,
  orderId: string
): ShownRefusal {
  return detail === null
    ? { ...refused, detail, subject: null, grounds: [] }
    : {
        ...refused,
        detail,
        ...sayRefusal([{ detail, subject }, ...grounds], {
          orderId,
          sums: refused.sums,
        }),
      }
}

/** Leaves out of a cancellation what its reader makes anew. */
export function keptOf({
  notices,
  warnings: _made,
  refusal: refused,
  ...rest
}: OrderCancellation): object {
  return {
    ...rest,
    notices: notices.map(({ code, subject }) => ({ code, subject })),
    refusal: refused && {
      ...refused,
      message: refused.detail === null ? refused.message : null,
      grounds: refused.grounds.map(({ detail, subject }) => ({
        detail,
        subject,
      })),
    },
  }
}
