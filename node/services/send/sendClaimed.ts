import type { Journal, JournalEntry } from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import {
  ANSWER_WITHIN_MS,
  answering,
  inBatch,
  isTooLate,
  judge,
  noJournal,
  tooLate,
} from './attempt'
import type { Attempt, Result } from './attempt'
import { carryOut } from './sendAndRecord'
import { claim, complete, withdrawn } from './claim'
import type { OrderPorts } from '../ports'
import { readCheckedOrder } from './readCheckedOrder'
import { readRequests } from './readRequests'
import { SEND_WITHIN_MS } from '../../domain/journal/pendingSend'

/** Claims the order, reads it again, and sends. */
export async function sendClaimed(
  ports: OrderPorts,
  attempt: Attempt,
  { order: seen, journal }: { order: Order; journal: Journal }
): Promise<Result | 'again'> {
  const { orderId, action } = attempt
  const answer = answering(ports, { order: seen, journal })
  const by = await ports.caller()

  if (by === null) return answer(noJournal(seen))

  const entry: JournalEntry = {
    id: ports.newId(),
    kind: action.kind,
    by,
    ...action.record,
    statusSeen: seen.status,
    startedAtMs: ports.epochMs(),
    completion: null,
  }

  const claimedMs = ports.now()
  const claimed = await claim(ports, { decidedFrom: journal, entry }, () =>
    Promise.all([
      readCheckedOrder(ports.oms, orderId),
      ports.isInBatch(orderId),
    ])
  )

  if (claimed.kind === 'taken') return 'again'
  if (claimed.kind === 'unavailable') return answer(noJournal(seen))

  const [read, isBusy] = claimed.meanwhile
  const justified = await justify(ports, attempt, {
    read,
    isInBatch: isBusy,
    seen,
    journal,
    claimedMs,
  })

  if ('withdraw' in justified) {
    await complete(ports, { orderId, entry }, withdrawn(ports))

    return justified.withdraw
  }

  const { order } = justified

  return carryOut(ports, attempt, {
    order,
    journal,
    entry: { ...entry, statusSeen: order.status },
    deadlineMs: attempt.call.startedMs + ANSWER_WITHIN_MS,
    record: (completion) => complete(ports, { orderId, entry }, completion),
  })
}

interface Justification {
  read: Awaited<ReturnType<typeof readCheckedOrder>>
  isInBatch: boolean | null
  /** As read before the claim. */
  seen: Order
  journal: Journal
  /** When the entry was made, on the clock of `now`. */
  claimedMs: number
}

/** The read that justifies the send is one that was made while nobody else could send. */
async function justify(
  ports: OrderPorts,
  attempt: Attempt,
  { read, isInBatch, seen, journal, claimedMs }: Justification
): Promise<{ order: Order } | { withdraw: Result | 'again' }> {
  if ('refused' in read) {
    const unread = answering(ports, { order: seen, journal })

    return { withdraw: unread(read.refused) }
  }

  const order = await readRequests(ports.oms, read.order, journal)
  const verdict = judge(ports, attempt, { order, journal })
  const answer = answering(ports, { order, journal })

  switch (verdict.kind) {
    case 'already':
      return { withdraw: answer(null) }

    case 'refuse':
      return { withdraw: answer(verdict.refusal) }

    case 'wait':
      return { withdraw: 'again' }

    case 'send':
      if (isInBatch === null) return { withdraw: answer(noJournal(order)) }
      if (isInBatch) return { withdraw: answer(inBatch(order)) }

      return ports.now() - claimedMs > SEND_WITHIN_MS ||
        isTooLate(ports, attempt)
        ? { withdraw: answer(tooLate(order)) }
        : { order }
  }
}
