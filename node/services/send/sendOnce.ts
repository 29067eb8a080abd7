import type { JournalEntry } from '../../domain/journal/journal'
import { conflict } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { callFrom, isTooLate, unsentResult } from './attempt'
import type { Action, Attempt, Call, Result } from './attempt'
import { examine } from './examine'
import type { Examination } from './examine'
import { sendClaimed } from './sendClaimed'
import type { Again } from './sendClaimed'

/** How long a call waits for another one that works on the same order, and how often it looks. */
const WAIT_WITHIN_MS = 18_000
const WAIT_STEP_MS = 500

/**
 * Reads an order, and sends the action for it at most once: only if the order and the
 * journal allow it, only while no other call sends anything for that order, and only
 * from a read made after that was certain.
 */
export async function sendOnce(
  ports: OrderPorts,
  { orderId, call = callFrom(ports) }: { orderId: string; call?: Call },
  action: Action
): Promise<Result> {
  for (;;) {
    // Each round is a new situation: another call has written meanwhile.
    // eslint-disable-next-line no-await-in-loop
    const result = await tryOnce(ports, { orderId, action, call })

    if (result.kind !== 'again') return result
  }
}

async function tryOnce(
  ports: OrderPorts,
  attempt: Attempt
): Promise<Result | Again> {
  const examination = await examine(ports, attempt)

  switch (examination.kind) {
    case 'settled':
      return examination.result

    case 'busy':
      return waitForOther(ports, attempt, examination)

    case 'sendable': {
      const { examined } = examination

      return isTooLate(ports, attempt)
        ? unsentResult(ports, examined, conflict('TOO_LATE', attempt, 1_000))
        : sendClaimed(ports, attempt, examined)
    }
  }
}

async function waitForOther(
  ports: OrderPorts,
  attempt: Attempt,
  { examined, wait }: Extract<Examination, { kind: 'busy' }>
): Promise<Result | Again> {
  if (await isCompleted(ports, attempt, wait.entry)) return { kind: 'again' }

  return unsentResult(
    ports,
    examined,
    conflict('UNDER_WAY', attempt, wait.untilMs - ports.epochMs())
  )
}

/** Waits until the call that wrote an entry has completed it; false when it took too long. */
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
