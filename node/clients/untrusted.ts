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

/** Takes a boolean from outside; null for anything else. */
export function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

/** Takes the records of a list from outside; none for anything else. */
export function records(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
