import type { JournalEntry } from '../../domain/journal/journal'
import { SEND_WITHIN_MS } from '../../domain/journal/pendingSend'
import type { Order } from '../../domain/order/order'
import { conflict } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { ANSWER_WITHIN_MS, isTooLate, newEntry, unsentResult } from './attempt'
import type { Attempt, Result } from './attempt'
import { claim, complete, withdrawn } from './claim'
import { examineAgain, noJournal } from './examine'
import type { Examination, Examined } from './examine'
import { sendAndRecord } from './sendAndRecord'

/** The situation has changed: the call begins anew. */
export interface Again {
  kind: 'again'
}

/** How long a caller waits for a batch to be past an order. */
const BATCH_MS = 10_000

/** Claims the order, reads it again, and sends. */
export async function sendClaimed(
  ports: OrderPorts,
  attempt: Attempt,
  examined: Examined
): Promise<Result | Again> {
  const { orderId, action } = attempt
  const { order: seen, journal } = examined
  const by = await ports.caller()

  if (by === null) return unsentResult(ports, examined, noJournal(seen))

  const claimedMs = ports.now()
  const entry = newEntry(ports, action, { order: seen, by })
  const claimed = await claim(ports, { decidedFrom: journal, entry }, () =>
    Promise.all([
      examineAgain(ports, attempt, examined),
      ports.isInBatch(orderId),
    ])
  )

  if (claimed.kind === 'taken') return { kind: 'again' }
  if (claimed.kind === 'unavailable') {
    return unsentResult(ports, examined, noJournal(seen))
  }

  const [again, isInBatch] = claimed.meanwhile
  const decided = decide(ports, attempt, { again, isInBatch, claimedMs })

  return decided.kind === 'send'
    ? send(ports, attempt, { entry, examined, order: decided.order })
    : withdraw(ports, entry, { orderId, result: decided.result })
}

type Decision =
  | { kind: 'send'; order: Order }
  | { kind: 'withdraw'; result: Result | Again }

/** The read that justifies the send is one that was made while no other call could send. */
function decide(
  ports: OrderPorts,
  attempt: Attempt,
  {
    again,
    isInBatch,
    claimedMs,
  }: { again: Examination; isInBatch: boolean | null; claimedMs: number }
): Decision {
  switch (again.kind) {
    case 'settled':
      return { kind: 'withdraw', result: again.result }

    case 'busy':
      return { kind: 'withdraw', result: { kind: 'again' } }

    case 'sendable': {
      const { examined } = again
      const why = whyNotNow(ports, attempt, { isInBatch, claimedMs })

      return why === null
        ? { kind: 'send', order: examined.order }
        : { kind: 'withdraw', result: unsentResult(ports, examined, why) }
    }
  }
}

/** Refuses a send that the order would allow, for what happens around it; null when it may be made. */
function whyNotNow(
  ports: OrderPorts,
  attempt: Attempt,
  { isInBatch, claimedMs }: { isInBatch: boolean | null; claimedMs: number }
): Refusal | null {
  if (isInBatch === null) return noJournal(attempt)
  if (isInBatch) return conflict('IN_BATCH', attempt, BATCH_MS)

  const isLate =
    ports.now() - claimedMs > SEND_WITHIN_MS || isTooLate(ports, attempt)

  return isLate ? conflict('TOO_LATE', attempt, 1_000) : null
}

function send(
  ports: OrderPorts,
  attempt: Attempt,
  {
    entry,
    examined,
    order,
  }: { entry: JournalEntry; examined: Examined; order: Order }
): Promise<Result> {
  const { orderId, call } = attempt

  return sendAndRecord(ports, attempt, {
    order,
    journal: examined.journal,
    entry: { ...entry, statusSeen: order.status },
    deadlineMs: call.startedMs + ANSWER_WITHIN_MS,
    record: (completion) => complete(ports, { orderId, entry }, completion),
  })
}

/** Ends the entry of a send that is not made after all. */
async function withdraw(
  ports: OrderPorts,
  entry: JournalEntry,
  { orderId, result }: { orderId: string; result: Result | Again }
): Promise<Result | Again> {
  await complete(ports, { orderId, entry }, withdrawn(ports))

  return result
}
