import type { JournalEntry } from '../../domain/journal/journal'
import { conflict } from '../../domain/refusal/refusal'
import type { SendPorts } from '../ports'
import { unsentResult } from './action'
import type { Attempt, Result } from './action'
import { busyResult, examine, storageUnavailable } from './examine'
import type { Examined } from './examine'
import type { GaveWay, NotDone } from './lookAgain'
import { sendClaimed } from './sendClaimed'

/**
 * How long a caller waits for another call that works on the same order: an answer is due
 * 27 s after it began. The waits between two lists grow.
 */
const WAIT_WITHIN_MS = 14_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 2_000

/** The first wait of a call that gave way, which doubles, and what chance adds at most: of two that came at the same moment, one begins before the other. */
const GAVE_WAY_MS = 50
const GAVE_WAY_MORE_MS = 450

/** When a row that gave way is tried again. */
const ROW_RETRY_MS = 5_000

/** The call that was waited for has ended: the round begins anew at once. */
interface Restart {
  kind: 'restart'
}

/**
 * Reads an order, and sends the action for it at most once: only if the order and the
 * journal allow it, only while no other call sends anything for that order, and only from
 * a read that no send of another call can have overtaken.
 */
export async function sendOnce(
  ports: SendPorts,
  attempt: Attempt
): Promise<Result | NotDone> {
  for (
    let waitMs = GAVE_WAY_MS;
    ;
    waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
  ) {
    // Each round is a new situation: another call has written meanwhile.
    // eslint-disable-next-line no-await-in-loop
    const result = await runRound(ports, attempt)

    if (result.kind === 'gave-way') {
      // eslint-disable-next-line no-await-in-loop
      await ports.sleep(waitMs + ports.random() * GAVE_WAY_MORE_MS)
    } else if (result.kind !== 'restart') return result
  }
}

async function runRound(
  ports: SendPorts,
  attempt: Attempt
): Promise<Result | NotDone | GaveWay | Restart> {
  const [examination, by] = await Promise.all([
    examine(ports, attempt),
    attempt.by,
  ])

  switch (examination.kind) {
    case 'nothing-to-send':
      return examination.result

    case 'busy':
      return !attempt.lane &&
        (await isEnded(ports, attempt, examination.wait.entry))
        ? { kind: 'restart' }
        : busyResult(ports, examination)

    case 'sendable':
      return claimAs(ports, attempt, { examined: examination.examined, by })
  }
}

async function claimAs(
  ports: SendPorts,
  attempt: Attempt,
  { examined, by }: { examined: Examined; by: string | null }
): Promise<Result | NotDone | GaveWay> {
  // An entry names its caller, so without a name there is no entry.
  if (by === null) {
    return storageUnavailable(ports, examined)
  }

  const { call, lane } = attempt
  const mayBegin = lane ? lane.maySend() : ports.now() <= call.sendByMs

  if (!mayBegin) return { kind: 'not-done', examined }

  const sent = await sendClaimed(ports, attempt, { examined, by })

  // A row waits for no other call: it is tried again.
  return sent.kind === 'gave-way' && lane
    ? unsentResult(
        ports,
        examined,
        conflict('UNDER_WAY', attempt, ROW_RETRY_MS)
      )
    : sent
}

/** Waits until the call that wrote an entry has written its end; false when that took too long. */
async function isEnded(
  { journals, now, sleep }: SendPorts,
  { orderId, call }: Attempt,
  { id }: JournalEntry
): Promise<boolean> {
  for (
    let waitMs = FIRST_WAIT_MS;
    now() - call.startedMs + waitMs < WAIT_WITHIN_MS;
    waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
  ) {
    // eslint-disable-next-line no-await-in-loop
    await sleep(waitMs)

    // eslint-disable-next-line no-await-in-loop
    const listed = await journals.list(orderId)

    if (listed?.some((entry) => entry.id === id && entry.outcome !== null))
      return true
  }

  return false
}
