import type { JournalEntry } from '../../domain/journal/journal'
import { conflict } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { unsentResult } from './action'
import type { Action, Attempt, Result } from './action'
import { callFrom, isTooLate } from './deadline'
import type { Call } from './deadline'
import { busyResult, examine } from './examine'
import { sendClaimed } from './sendClaimed'
import type { Restart } from './sendClaimed'

/**
 * How long a call waits for another one that works on the same order, and how often it looks.
 * It waits longer than it could still send: the other call's outcome may be the answer.
 */
const WAIT_WITHIN_MS = 18_000
const WAIT_STEP_MS = 500

/**
 * Reads an order, and sends the action for it at most once: only if the order and the
 * journal allow it, only while no other call sends anything for that order, and only from
 * a read made after the call has written its claim.
 */
export async function sendOnce(
  ports: OrderPorts,
  { orderId, call = callFrom(ports) }: { orderId: string; call?: Call },
  action: Action
): Promise<Result> {
  for (;;) {
    // Each round is a new situation: another call has written meanwhile.
    // eslint-disable-next-line no-await-in-loop
    const result = await runRound(ports, { orderId, action, call })

    if (result.kind !== 'restart') return result
  }
}

async function runRound(
  ports: OrderPorts,
  attempt: Attempt
): Promise<Result | Restart> {
  const examination = await examine(ports, attempt)

  switch (examination.kind) {
    case 'nothing-to-send':
      return examination.result

    case 'busy': {
      const { entry } = examination.wait

      return (await isCompleted(ports, attempt, entry))
        ? { kind: 'restart' }
        : busyResult(ports, examination)
    }

    case 'sendable': {
      const { examined } = examination

      return isTooLate(ports, attempt.call)
        ? unsentResult(ports, examined, conflict('TOO_LATE', attempt, 1_000))
        : sendClaimed(ports, attempt, examined)
    }
  }
}

/** Waits until the call that wrote an entry has completed it, at least one step; false when it took too long. */
async function isCompleted(
  { journals, now, sleep }: OrderPorts,
  { orderId, call }: Attempt,
  { id }: JournalEntry
): Promise<boolean> {
  while (now() - call.startedMs < WAIT_WITHIN_MS) {
    // eslint-disable-next-line no-await-in-loop
    await sleep(WAIT_STEP_MS)

    // eslint-disable-next-line no-await-in-loop
    const read = await journals.read(orderId)
    const isOpen =
      read.kind === 'unavailable' ||
      read.journal.entries.some(
        (entry) => entry.id === id && entry.completion === null
      )

    if (!isOpen) return true
  }

  return false
}
