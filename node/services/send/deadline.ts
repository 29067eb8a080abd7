import type { Clock } from '../clock'

/** When a caller's call began, on both clocks, and until when it may do what, on the clock of `now`. */
export interface Call {
  startedMs: number
  startedEpochMs: number
  /** A send that starts later would not be settled when the answer is due. */
  sendByMs: number
  /** Until when reads may find out what a lost reply has done. */
  settleByMs: number
  /** One more write of an end that starts later would not be done when the answer is due. */
  writeByMs: number
}

/** When an answer is due: callers wait 30 s (an app's client, as README shows it), and @auth takes a part. */
const ANSWER_WITHIN_MS = 27_000

/** How much of that is left for writing the end of a send. */
const WRITE_WITHIN_MS = 4_000

/** The longest time of one write. */
const ONE_WRITE_MS = 2_000

/** How long after its beginning a call may still send. */
const SEND_BEGINS_WITHIN_MS = 13_000

/** Begins a call now. */
export function callFrom({ now, epochMs }: Clock): Call {
  const startedMs = now()

  return {
    startedMs,
    startedEpochMs: epochMs(),
    sendByMs: startedMs + SEND_BEGINS_WITHIN_MS,
    settleByMs: startedMs + ANSWER_WITHIN_MS - WRITE_WITHIN_MS,
    writeByMs: startedMs + ANSWER_WITHIN_MS - ONE_WRITE_MS,
  }
}
