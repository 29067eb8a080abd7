import type { Say } from './useSay'
import type {
  CancellationFragment,
  RefusedFragment,
} from '../typings/operations'

type Part = RefusedFragment['grounds'][number]

interface About {
  orderId: string
  /** Shows cents in the order's currency; null for none. */
  money: (cents: number | null) => string | null
  /** Shows a time of the API in the operator's zone; any other text as it is. */
  local: (text: string) => string
}

/** Says why an order has stopped: in the words of VTEX's known issue where there are some. */
export function stuckOf(
  say: Say,
  { kind, knownIssue, advice }: NonNullable<CancellationFragment['stuck']>
): string {
  const own = `stuck.${kind}_${knownIssue ?? 'NONE'}`

  return say.or(say.has(own) ? own : `stuck.${kind}`, advice)
}

/** Says the headline of a refusal: by its code, and by whether waiting helps. */
export function headlineOf(say: Say, refusal: RefusedFragment): string {
  const { code, detail, subject, retryAfterSeconds, message } = refusal

  if (code !== 'CONFLICT')
    return say.or(`refusal.${code}`, message, { subject: subject ?? '' })

  const isReturn = detail?.includes('RETURN') ?? false

  if (retryAfterSeconds !== null) {
    return say(
      isReturn ? 'refusal.CONFLICT_RETURN_WAIT' : 'refusal.CONFLICT_WAIT',
      {
        seconds: retryAfterSeconds,
      }
    )
  }

  return say(isReturn ? 'refusal.CONFLICT_RETURN' : 'refusal.CONFLICT_STOP')
}

/** Says the reasons of a refusal, a sentence each; a clause stands in the sentence before it. */
export function reasonsOf(
  say: Say,
  refusal: RefusedFragment,
  about: About
): string[] {
  const { detail, message, subject, grounds } = refusal

  if (detail === null) return [message]

  const parts: Part[] = [{ detail, message, subject }, ...grounds]

  return parts.flatMap((part, index) => {
    if (isClause(say, part)) return []

    const after = parts.slice(index + 1)
    const end = after.findIndex((one) => !isClause(say, one))
    const clauses = after.slice(0, end === -1 ? after.length : end)

    return [sentenceOf(say, { part, clauses, refusal }, about)]
  })
}

interface Said {
  part: Part
  clauses: Part[]
  refusal: RefusedFragment
}

function sentenceOf(
  say: Say,
  { part, clauses, refusal: { sums } }: Said,
  { orderId, money, local }: About
): string {
  const { detail, subject } = part
  const amount = (cents?: number | null) =>
    money(cents ?? null) ?? say('word.unreadableAmount')

  const variants = [
    clauses.length === 0 && `detail.${detail}_NO_CLAUSES`,
    sums?.invoiced == null && `detail.${detail}_NO_SUMS`,
    sums?.value == null && `detail.${detail}_NO_VALUE`,
  ]

  return say.or(known(say, variants, `detail.${detail}`), part.message, {
    orderId,
    subject: subject === null ? say('word.unreadable') : local(subject),
    clauses: clauses.map((clause) => clauseOf(say, clause, local)).join('; '),
    value: amount(sums?.value),
    changes: amount(
      // The sentence says that the changes took this off.
      sums && detail === 'INVOICES_ABOVE_LOWERED_ORDER'
        ? -sums.changes
        : sums?.changes
    ),
    invoiced: amount(sums?.invoiced),
    returned: amount(sums?.returned),
    rest: amount(sums?.rest),
  })
}

function clauseOf(
  say: Say,
  { detail, subject, message }: Part,
  local: About['local']
): string {
  const variants = [subject === null && `clause.${detail}_UNNAMED`]

  return say.or(known(say, variants, `clause.${detail}`), message, {
    subject: subject === null ? '' : local(subject),
  })
}

/** Takes the first of some keys that has words. */
function known(
  say: Say,
  variants: Array<string | false>,
  otherwise: string
): string {
  return (
    variants.find((key): key is string => key !== false && say.has(key)) ??
    otherwise
  )
}

function isClause(say: Say, { detail }: Part): boolean {
  return say.has(`clause.${detail}`)
}
