import type { JournalEntry } from '../../domain/journal/journal'
import { SEND_WITHIN_MS } from '../../domain/journal/pendingSend'
import type { Order } from '../../domain/order/order'
import { conflict } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { newEntry, unsentResult } from './action'
import type { Attempt, Result } from './action'
import { claim, complete, withdrawn } from './claim'
import { ANSWER_WITHIN_MS, isTooLate } from './deadline'
import { examineAgain, storageUnavailable } from './examine'
import type { Examination, Examined } from './examine'
import { sendAndRecord } from './sendAndRecord'

/** Another call has written for the order: the round begins anew. */
export interface Restart {
  kind: 'restart'
}

/** How long a caller is told to wait while a batch holds the order. */
const BATCH_MS = 10_000

/** Claims the order, reads it again, and sends. */
export async function sendClaimed(
  ports: OrderPorts,
  attempt: Attempt,
  examined: Examined
): Promise<Result | Restart> {
  const { orderId, action } = attempt
  const { order: seen, journal } = examined
  const by = await ports.caller()

  // An entry names its caller, so without a name there is no entry.
  if (by === null) {
    return unsentResult(ports, examined, storageUnavailable(seen))
  }

  const claimStartedMs = ports.now()
  const entry = newEntry(ports, action, { order: seen, by })
  const claimed = await claim(ports, { decidedFrom: journal, entry }, () =>
    Promise.all([
      examineAgain(ports, attempt, examined),
      ports.isInBatch(orderId),
    ])
  )

  if (claimed.kind === 'taken') return { kind: 'restart' }
  if (claimed.kind === 'unavailable') {
    return unsentResult(ports, examined, storageUnavailable(seen))
  }

  const [reexamined, isInBatch] = claimed.meanwhile
  const decision = decide(ports, attempt, {
    reexamined,
    isInBatch,
    claimStartedMs,
  })

  return decision.kind === 'send'
    ? send(ports, attempt, { entry, examined, order: decision.order })
    : withdraw(ports, entry, { orderId, result: decision.result })
}

interface Claimed {
  reexamined: Examination
  isInBatch: boolean | null
  /** On the clock of `now`. */
  claimStartedMs: number
}

type Decision =
  | { kind: 'send'; order: Order }
  | { kind: 'withdraw'; result: Result | Restart }

/** Decides from the read that was made while no other call could send. */
function decide(
  ports: OrderPorts,
  attempt: Attempt,
  { reexamined, ...around }: Claimed
): Decision {
  switch (reexamined.kind) {
    case 'nothing-to-send':
      return { kind: 'withdraw', result: reexamined.result }

    case 'busy':
      return { kind: 'withdraw', result: { kind: 'restart' } }

    case 'sendable': {
      const { examined } = reexamined
      const why = whyNotNow(ports, attempt, around)

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
  { isInBatch, claimStartedMs }: Omit<Claimed, 'reexamined'>
): Refusal | null {
  if (isInBatch === null) return storageUnavailable(attempt)
  if (isInBatch) return conflict('IN_BATCH', attempt, BATCH_MS)

  const isLate =
    ports.now() - claimStartedMs > SEND_WITHIN_MS ||
    isTooLate(ports, attempt.call)

  return isLate ? conflict('TOO_LATE', attempt, 1_000) : null
}

function send(
  ports: OrderPorts,
  attempt: Attempt,
  {
    entry: claimed,
    examined,
    order,
  }: { entry: JournalEntry; examined: Examined; order: Order }
): Promise<Result> {
  const { orderId, call } = attempt
  // The later read is the one that justifies the send.
  const entry = { ...claimed, statusSeen: order.status }

  return sendAndRecord(ports, attempt, {
    order,
    journal: examined.journal,
    entry,
    deadlineMs: call.startedMs + ANSWER_WITHIN_MS,
    saveCompletion: (completion) =>
      complete(ports, { orderId, entry }, completion),
  })
}

/** Ends the entry of a send that is not made after all. */
async function withdraw(
  ports: OrderPorts,
  entry: JournalEntry,
  { orderId, result }: { orderId: string; result: Result | Restart }
): Promise<Result | Restart> {
  await complete(ports, { orderId, entry }, withdrawn(ports))

  return result
}
