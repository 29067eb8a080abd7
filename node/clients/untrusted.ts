/** Tells whether a value from outside has properties. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The longest text from outside that this app hands on. */
const MAX_TEXT_LENGTH = 1000

/** Tells whether a value from outside is a text that may be handed on. */
export function isText(value: unknown): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= MAX_TEXT_LENGTH
  )
}

/** Takes a text from outside; null for anything else. */
export function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}

/** Takes a text that is shown and decides nothing: of one that is too long, its beginning. */
export function beginningOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.length > MAX_TEXT_LENGTH
    ? `${value.slice(0, MAX_TEXT_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : textOrNull(value)
}

/** Takes a boolean from outside; null for anything else. */
export function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

/** Takes a list from outside; none for anything else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Takes a field of a record from outside; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined
}

/** Takes a whole number; null for anything else. OMS counts money in cents, in some places as a text. */
export function integerOrNull(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value

  return typeof number === 'number' && Number.isSafeInteger(number)
    ? number
    : null
}

/** Takes a whole number from 0 on; null for anything else. */
export function wholeOrNull(value: unknown): number | null {
  const number = integerOrNull(value)

  return number !== null && number >= 0 ? number : null
}

/** Takes a date as epoch milliseconds; null for anything else. */
export function epochMs(date: unknown): number | null {
  const ms = isText(date) ? Date.parse(date) : NaN

  return Number.isFinite(ms) ? ms : null
}
