import type { Clock } from '../clock'

/** When a caller's call began, on both clocks. */
export interface Call {
  startedMs: number
  startedEpochMs: number
}

/** When an answer is due: callers wait 30 s (an app's client, as README shows it), and @auth takes a part. */
const ANSWER_WITHIN_MS = 27_000

/** How much of that is left for writing the end of a send. */
const WRITE_WITHIN_MS = 4_000

/** The longest time of one write. */
const ONE_WRITE_MS = 2_000

/** A send that starts later than this would not be settled when the answer is due. */
const SEND_BEFORE_MS = 13_000

/** Begins a call now. */
export function callFrom({ now, epochMs }: Clock): Call {
  return { startedMs: now(), startedEpochMs: epochMs() }
}

/** Tells whether a send would start too late to be settled while the caller still waits. */
export function isTooLate({ now }: Clock, { startedMs }: Call): boolean {
  return now() - startedMs > SEND_BEFORE_MS
}

/** Computes until when reads may find out what a lost reply has done, on the clock of `now`. */
export function answerDueMs({ startedMs }: Call): number {
  return startedMs + ANSWER_WITHIN_MS - WRITE_WITHIN_MS
}

/** Tells whether one more write would end in time for the answer. */
export function isTimeToWrite(
  { now }: Pick<Clock, 'now'>,
  { startedMs }: Call
): boolean {
  return now() - startedMs <= ANSWER_WITHIN_MS - ONE_WRITE_MS
}
