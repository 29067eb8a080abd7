import { existsSync } from 'fs'
import { isAbsolute, relative } from 'path'

/** Where a bug happened, in words that can hold nothing from outside. */
export interface BugTrace {
  /** The name of the error's class, such as TypeError. */
  bug: string
  /** The app's own file and line, such as services/send/sendOnce.js:48; null where none is known. */
  at: string | null
}

/** The folder of the app's own files. */
const OWN_FOLDER = __dirname

/** A frame of V8's stack, such as `at send (/app/node/x.js:48:11)`; a file has no line beyond these. */
const FRAME = /^ *at (?:[^(]*\()?([^()]+):(\d{1,6}):\d{1,6}\)?$/

/** The longest line of a stack that is looked at. */
const MAX_LINE = 500

const UNKNOWN: BugTrace = { bug: 'unknown', at: null }

/**
 * Finds out where a bug happened. A message, a body or a token may stand in any text of an
 * error, so nothing is taken from one but a file that exists in the app, and its line.
 */
export function bugTrace(error: unknown): BugTrace {
  try {
    return { bug: classOf(error), at: ownPlace(error) }
  } catch {
    // Something in place of an error may throw when it is looked at.
    return UNKNOWN
  }
}

/** Names the class of an error: that is code, whereas the error's `name` is data. */
function classOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error

  const { constructor } = Object(Object.getPrototypeOf(error)) as object

  const name = typeof constructor === 'function' ? constructor.name : 'object'

  return /^\w{1,60}$/.test(name) ? name : UNKNOWN.bug
}

function ownPlace(error: unknown): string | null {
  const { stack } = Object(error) as { stack?: unknown }

  if (typeof stack !== 'string') return null

  for (const line of stack.split('\n')) {
    const [, file = '', number = ''] =
      line.length > MAX_LINE ? [] : FRAME.exec(line) ?? []

    if (isOwnFile(file)) return `${relative(OWN_FOLDER, file)}:${number}`
  }

  return null
}

/** A message may hold a line that looks like a frame: only a file that exists counts. */
function isOwnFile(file: string): boolean {
  if (!isAbsolute(file)) return false

  const path = relative(OWN_FOLDER, file)

  return (
    /^[\w./-]+\.[jt]s$/.test(path) &&
    !path.startsWith('..') &&
    !path.includes('node_modules') &&
    existsSync(file)
  )
}
