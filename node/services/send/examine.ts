import type { Verdict } from '../../domain/decision/verdict'
import { emptyJournal } from '../../domain/journal/journal'
import type { Journal } from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import { conflict, refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import type { SendPorts } from '../ports'
import { unsentResult } from './action'
import type { Attempt, Result } from './action'
import { readCancellationRequests } from './readCancellationRequests'
import { readCheckedOrder } from './readCheckedOrder'

/** An order and its journal, as they read now. */
export interface Examined {
  order: Order
  journal: Journal
  /** Names the content of the journal's file; null where there is none. */
  etag: string | null
  /** False when VBase did not give the journal, which is then empty here. */
  isJournalRead: boolean
  notes: string[]
}

/** What an examination came to. */
export type Examination =
  /** Nothing is to be sent, and the result says why. */
  | { kind: 'nothing-to-send'; result: Result }
  | Busy
  | { kind: 'sendable'; examined: Examined }

/** Another call is working on the order. */
export interface Busy {
  kind: 'busy'
  examined: Examined
  wait: Extract<Verdict, { kind: 'wait' }>
}

/** Told where the journal could not be read, so that no reader concludes that nothing was sent. */
const JOURNAL_UNREAD =
  'The journal could not be read, so what this app has sent for the order is not known here.'

/** Reads an order and its journal. */
export async function readOrderAndJournal(
  { oms, journals }: Pick<SendPorts, 'oms' | 'journals'>,
  orderId: string
): Promise<
  { kind: 'refused'; refusal: Refusal } | { kind: 'found'; examined: Examined }
> {
  const read = await readCheckedOrder(oms, orderId)

  if (read.kind === 'refused') return read

  const { order } = read
  const stored = await journals.read(orderId)

  return {
    kind: 'found',
    examined:
      stored.kind === 'found'
        ? { order, ...stored, isJournalRead: true, notes: [] }
        : {
            order,
            journal: emptyJournal(orderId),
            etag: null,
            isJournalRead: false,
            notes: [JOURNAL_UNREAD],
          },
  }
}

/**
 * Reads an order, its journal and, where the decision depends on them, its cancellation
 * requests; and judges an action on it. Every send begins with this.
 *
 * @param options `needsJournal`: refuses an order whose journal cannot be read, even if the
 *   order already looks as the action would leave it
 */
export async function examine(
  ports: SendPorts,
  attempt: Attempt,
  { needsJournal = false }: { needsJournal?: boolean } = {}
): Promise<Examination> {
  const read = await readOrderAndJournal(ports, attempt.orderId)

  if (read.kind === 'refused') {
    return nothingToSend({ kind: 'unread', refusal: read.refusal })
  }

  const { examined } = read

  return needsJournal && !examined.isJournalRead
    ? nothingToSend(
        unsentResult(ports, examined, storageUnavailable(examined.order))
      )
    : decide(ports, attempt, examined)
}

/** Reads the order again, and judges the action by the journal of before: the claim finds out whether that has changed. */
export async function examineAgain(
  ports: SendPorts,
  attempt: Attempt,
  before: Examined
): Promise<Examination> {
  const read = await readCheckedOrder(ports.oms, attempt.orderId)

  return read.kind === 'refused'
    ? nothingToSend(unsentResult(ports, before, read.refusal))
    : decide(ports, attempt, { ...before, order: read.order })
}

async function decide(
  ports: SendPorts,
  attempt: Attempt,
  read: Examined
): Promise<Examination> {
  const order = await readCancellationRequests(
    ports.oms,
    read.order,
    read.journal
  )

  const examined = { ...read, order }
  const verdict = judge(ports, attempt, examined)

  switch (verdict.kind) {
    case 'already':
      return nothingToSend(unsentResult(ports, examined, null))

    case 'refuse':
      return nothingToSend(unsentResult(ports, examined, verdict.refusal))

    case 'wait':
      return { kind: 'busy', examined, wait: verdict }

    case 'send': {
      const why = await whyNotSent(attempt, examined)

      return why === null
        ? { kind: 'sendable', examined }
        : nothingToSend(unsentResult(ports, examined, why))
    }
  }
}

/** Refuses a send that the order itself would allow; null when it may be made. */
async function whyNotSent(
  { action }: Attempt,
  { order, isJournalRead }: Examined
): Promise<Refusal | null> {
  // Without a journal nothing is sent.
  if (!isJournalRead) return storageUnavailable(order)

  return (await action.lastLook?.(order)) ?? null
}

/** Judges an action on an order as it was read a moment ago. */
export function judge(
  { epochMs }: Pick<SendPorts, 'epochMs'>,
  { action, call }: Attempt,
  { order, journal }: Pick<Examined, 'order' | 'journal'>
): Verdict {
  return action.judge({
    order,
    journal,
    nowMs: epochMs(),
    callStartedMs: call.startedEpochMs,
  })
}

/** Makes the result of a call that gives way to another one on the same order. */
export function busyResult(ports: SendPorts, { examined, wait }: Busy): Result {
  return unsentResult(
    ports,
    examined,
    conflict('UNDER_WAY', examined.order, wait.untilMs - ports.epochMs())
  )
}

/** Refuses to send for an order where the journal, or what it must name, cannot be had. */
export function storageUnavailable({
  orderId,
}: Pick<Order, 'orderId'>): Refusal {
  return refusal('STORAGE_UNAVAILABLE', { orderId })
}

function nothingToSend(result: Result): Examination {
  return { kind: 'nothing-to-send', result }
}
