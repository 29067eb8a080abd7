import { refusal } from '../../domain/refusal'
import type { Result } from '../send/attempt'

/** The longest reason that is taken. */
const MAX_REASON_LENGTH = 1000

/** Refuses a reason that is too long; null when it may be sent. */
export function checkReason(reason: string | null): Result | null {
  return (reason?.length ?? 0) > MAX_REASON_LENGTH
    ? invalidInput(`The reason is longer than ${MAX_REASON_LENGTH} characters.`)
    : null
}

/** Refuses an argument before anything is read. */
export function invalidInput(problem: string): Result {
  return { kind: 'unread', refusal: refusal('INVALID_INPUT', { problem }) }
}
