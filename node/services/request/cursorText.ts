import type { Cursor } from '../../domain/request/cursor'

/** The longest text that is taken for a cursor: 500 ids of 100 characters, in base64. */
const MAX_LENGTH = 80_000

/** The last moment that a date of JavaScript can stand for. */
const MAX_MS = 8.64e15

/** Writes a cursor as an opaque text. */
export function cursorText({ fromMs, ids, sinceMs }: Cursor): string {
  return Buffer.from(JSON.stringify([fromMs, sinceMs, ids])).toString(
    'base64url'
  )
}

/** Reads the text of a cursor; undefined for any other text. */
export function readCursor(text: string): Cursor | undefined {
  const parts = text.length > MAX_LENGTH ? undefined : parse(text)

  if (!Array.isArray(parts)) return undefined

  const [fromMs, sinceMs, ids, ...more] = parts as unknown[]

  return isMoment(fromMs) && isMoment(sinceMs) && isIds(ids) && !more.length
    ? { fromMs, sinceMs, ids }
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

function isMoment(value: unknown): value is number | null {
  return (
    value === null ||
    (Number.isInteger(value) && Math.abs(Number(value)) <= MAX_MS)
  )
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
