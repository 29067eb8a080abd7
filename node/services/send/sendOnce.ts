import type { JournalEntry } from '../../domain/journal/journal'
import {
  answering,
  callFrom,
  isTooLate,
  judge,
  noJournal,
  tooLate,
  underWay,
} from './attempt'
import type { Action, Attempt, Call, Result } from './attempt'
import type { OrderPorts } from '../ports'
import { readCheckedOrder } from './readCheckedOrder'
import { readRequests } from './readRequests'
import { sendClaimed } from './sendClaimed'

/** How long a call waits for another one that is at the same order. */
const WAIT_WITHIN_MS = 18_000
const WAIT_STEP_MS = 500

/** Said where the journal could not be read, so that nobody takes a missing receipt for none. */
export const JOURNAL_UNREAD =
  'The journal could not be read, so what this app has sent for the order is not known here.'

/**
 * Reads an order, and sends the action for it at most once: only if the order and the
 * journal allow it, only while no other call sends anything for that order, and only
 * from a read made after that was sure.
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

    if (result !== 'again') return result
  }
}

async function tryOnce(
  ports: OrderPorts,
  attempt: Attempt
): Promise<Result | 'again'> {
  const read = await readCheckedOrder(ports.oms, attempt.orderId)

  if ('refused' in read) return { kind: 'unread', refusal: read.refused }

  const stored = await ports.journals.read(attempt.orderId)
  const journal =
    stored.kind === 'found'
      ? stored.journal
      : { orderId: attempt.orderId, entries: [] }

  const order = await readRequests(ports.oms, read.order, journal)
  const verdict = judge(ports, attempt, { order, journal })
  const notes = stored.kind === 'found' ? [] : [JOURNAL_UNREAD]
  const answer = answering(ports, { order, journal, notes })

  switch (verdict.kind) {
    case 'already':
      return answer(null)

    case 'refuse':
      return answer(verdict.refusal)

    case 'wait':
      return (await waitFor(ports, attempt, verdict.entry))
        ? 'again'
        : answer(underWay(order, verdict.untilMs - ports.epochMs()))

    case 'send':
      if (stored.kind === 'unavailable') return answer(noJournal(order))
      if (isTooLate(ports, attempt)) return answer(tooLate(order))

      return sendClaimed(ports, attempt, { order, journal })
  }
}

/** Waits until the call that wrote an entry has completed it; false when it took too long. */
async function waitFor(
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
