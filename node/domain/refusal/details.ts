import { ADDED_SENTENCES, CLAUSES } from './grounds'
import type { ClauseDetail } from './grounds'
import type { Said, Sentence, Sums } from './said'
import { SENTENCES } from './sentences'

type Sentences = typeof SENTENCES

export type RefusalCode = keyof Sentences

/** Which sentence a refusal is. Each stands under one code. */
export type RefusalDetail = {
  [Code in RefusalCode]: keyof Sentences[Code]
}[RefusalCode]

/** Which sentence or clause a ground is: that of another refusal, or one of its own. */
export type GroundDetail =
  | RefusalDetail
  | ClauseDetail
  | keyof typeof ADDED_SENTENCES

type SentenceOf<Detail> = {
  [Code in RefusalCode]: Detail extends keyof Sentences[Code]
    ? Sentences[Code][Detail]
    : never
}[RefusalCode]

/** What the sentence of a detail names, apart from its grounds. */
export type SaidOf<Detail> = SentenceOf<Detail> extends (
  said: infer Needed
) => string
  ? Omit<Needed, 'clauses'>
  : never

/** One sentence of a refusal, or one clause. */
export interface Part {
  detail: GroundDetail
  /** The one thing that it names; null where it names none, or that cannot be read. */
  subject: string | null
}

/** What all parts of one refusal may name. */
export interface Named {
  orderId: string
  sums: Sums | null
}

export const REFUSAL_CODES = Object.keys(SENTENCES) as RefusalCode[]

/** Every sentence and the code under which it stands. */
const BY_DETAIL = new Map<string, { code: RefusalCode; sentence: Sentence }>(
  REFUSAL_CODES.flatMap((code) =>
    Object.entries<Sentence>(SENTENCES[code]).map(([detail, sentence]) => [
      detail,
      { code, sentence },
    ])
  )
)

const NO_SUMS: Sums = {
  value: null,
  changes: 0,
  invoiced: null,
  returned: null,
  rest: null,
}

export const REFUSAL_DETAILS = [...BY_DETAIL.keys()] as RefusalDetail[]

export const GROUND_DETAILS = [
  ...REFUSAL_DETAILS,
  ...(Object.keys(CLAUSES) as ClauseDetail[]),
  ...(Object.keys(ADDED_SENTENCES) as Array<keyof typeof ADDED_SENTENCES>),
] as const

/** Finds the code under which a detail stands. */
export function codeOf(detail: RefusalDetail): RefusalCode {
  const found = BY_DETAIL.get(detail)

  // Cannot be: the type lists the keys of the table.
  if (!found) throw new Error(`No sentence of a refusal is ${detail}.`)

  return found.code
}

/**
 * Says each part of a refusal. A sentence holds the clauses that follow it, which are also
 * said by themselves.
 */
export function saidParts(parts: Part[], named: Named): string[] {
  return parts.map((part, index) => {
    if (isClause(part)) return alone(clauseOf(part))

    const after = parts.slice(index + 1)
    const end = after.findIndex((one) => !isClause(one))
    const clauses = (end === -1 ? after : after.slice(0, end)).filter(isClause)

    return sentenceOf(part, {
      orderId: named.orderId,
      sums: named.sums ?? NO_SUMS,
      subject: part.subject ?? '',
      clauses: clauses.map(clauseOf).join('; '),
    })
  })
}

/** Says a whole refusal: its sentences one after the other, with their clauses in them. */
export function messageOf(parts: Part[], named: Named): string {
  const said = saidParts(parts, named)

  return said.filter((_, index) => !isClause(parts[index])).join(' ')
}

type Clause = Part & { detail: ClauseDetail }

function isClause(part: Part): part is Clause {
  return Object.hasOwn(CLAUSES, part.detail)
}

function clauseOf({ detail, subject }: Clause): string {
  return CLAUSES[detail]({ subject: subject ?? '' })
}

function sentenceOf({ detail }: Part, said: Said): string {
  const added: Partial<Record<string, () => string>> = ADDED_SENTENCES
  const sentence = BY_DETAIL.get(detail)?.sentence ?? added[detail]

  return sentence ? sentence(said) : ''
}

/** Makes a sentence of a clause. */
function alone(clause: string): string {
  return `${clause[0].toUpperCase()}${clause.slice(1)}.`
}
