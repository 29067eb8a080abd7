/** Whether a foreign value has properties to look at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Any text from outside that this app hands on. A longer one is none of those it knows. */
const MAX_TEXT_LENGTH = 1000

/** Whether a foreign value is a text that may be handed on. */
export function isText(value: unknown): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= MAX_TEXT_LENGTH
  )
}

export function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}

export function booleanOrNull(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

/** The records in a foreign list; nothing for anything else. */
export function records(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
