import { BATCH_NOTICE_SENTENCES } from '../domain/batch/batchNotices'
import { BATCH_SENTENCES } from '../domain/batch/batchRefusal'
import { DIAGNOSES } from '../domain/cancellation/stuck'
import { NOTICE_CODES, noticeOf } from '../domain/notice/notice'
import {
  GROUND_DETAILS,
  REFUSAL_DETAILS,
  saidParts,
} from '../domain/refusal/details'
import type { Sentence, Sums } from '../domain/refusal/said'
import { SENTENCES } from '../domain/refusal/sentences'

/** Sums that no sentence writes alike. */
const SUMS: Sums = {
  value: 10_101,
  changes: -20_202,
  invoiced: 30_303,
  returned: 40_404,
  rest: 50_505,
}

/** How each sum stands in a list of sentences, the signed one first. */
const PLACEHOLDERS = [
  ['-202.02', '{changes}'],
  ['202.02', '{changes}'],
  ['101.01', '{value}'],
  ['303.03', '{invoiced}'],
  ['404.04', '{returned}'],
  ['505.05', '{rest}'],
] as const

const SAID = { orderId: '{orderId}', subject: '{subject}', sums: SUMS }

function withPlaceholders(text: string): string {
  return PLACEHOLDERS.reduce(
    (said, [sum, name]) => said.replaceAll(sum, name),
    text
  )
}

/** Every code of a notice with its sentence, as docs/integrators.md lists them. */
export function noticeLines(): string[] {
  return NOTICE_CODES.map(
    (code) =>
      `- \`${code}\`: ${noticeOf({ code, subject: '{subject}' }).message}`
  )
}

/** Every sentence of a refusal under its code. */
export function refusalLines(): string[] {
  return Object.entries(SENTENCES).flatMap(([code, sentences]) =>
    Object.entries<Sentence>(sentences).map(
      ([detail, sentence]) =>
        `- \`${code}\`, \`${detail}\`: ${withPlaceholders(
          sentence({ ...SAID, clauses: '{grounds}' })
        )}`
    )
  )
}

/** Every sentence that is only a ground of a refusal. */
export function groundLines(): string[] {
  const details = GROUND_DETAILS.slice(REFUSAL_DETAILS.length)
  const said = saidParts(
    details.map((detail) => ({ detail, subject: '{subject}' })),
    SAID
  )

  return details.map((detail, index) => `- \`${detail}\`: ${said[index]}`)
}

/** Every sentence of the refusal of a batch under its code. */
export function batchLines(): string[] {
  return Object.entries(BATCH_SENTENCES).flatMap(([code, sentences]) =>
    Object.entries<(said: { subject: string; given: string }) => string>(
      sentences
    ).map(
      ([detail, sentence]) =>
        `- \`${code}\`, \`${detail}\`: ${sentence({
          subject: '{subject}',
          given: '{given}',
        })}`
    )
  )
}

/** Every code of a notice about a batch with its sentence. */
export function batchNoticeLines(): string[] {
  // A number that no sentence has in it by itself.
  const pending = 70_707

  return Object.entries<(said: { subject: string; pending: number }) => string>(
    BATCH_NOTICE_SENTENCES
  ).map(
    ([code, sentence]) =>
      `- \`${code}\`: ${sentence({ subject: '{subject}', pending }).replace(
        String(pending),
        '{pending}'
      )}`
  )
}

/** Every advice for an order that is stuck, under its kind and known issue. */
export function adviceLines(): string[] {
  const lines = DIAGNOSES.map(
    ({ kind, knownIssue, advice }) =>
      `- \`${kind}\`, ${knownIssue ?? 'none'}: ${advice}`
  )

  return [...new Set(lines)]
}
