import { emptyJournal } from '../../domain/journal/journal'
import type { Journal } from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import type { Verdict } from '../../domain/cancellation/verdict'
import { refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { unsentResult } from './attempt'
import type { Attempt, Result } from './attempt'
import { readCheckedOrder } from './readCheckedOrder'
import { readRequests } from './readRequests'

type ReadPorts = Pick<OrderPorts, 'oms' | 'journals'>

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
  | { kind: 'settled'; result: Result }
  /** Another call is working on the order. */
  | {
      kind: 'busy'
      examined: Examined
      wait: Extract<Verdict, { kind: 'wait' }>
    }
  | { kind: 'sendable'; examined: Examined }

/** Told where the journal could not be read, so that a missing receipt is not taken for none. */
const JOURNAL_UNREAD =
  'The journal could not be read, so what this app has sent for the order is not known here.'

/** Reads an order and its journal. */
export async function readSituation(
  { oms, journals }: ReadPorts,
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
 * Reads an order, its journal and, where they decide, its requests; and judges an action on
 * it. Every send begins with this.
 *
 * @param options `needsJournal`: an order whose journal cannot be read is refused at once,
 *   also where it reads as if nothing were left to do
 */
export async function examine(
  ports: OrderPorts,
  attempt: Attempt,
  { needsJournal = false }: { needsJournal?: boolean } = {}
): Promise<Examination> {
  const read = await readSituation(ports, attempt.orderId)

  if (read.kind === 'refused') {
    return settled({ kind: 'unread', refusal: read.refusal })
  }

  const { examined } = read

  return needsJournal && !examined.isJournalRead
    ? settled(unsentResult(ports, examined, noJournal(examined.order)))
    : judged(ports, attempt, examined)
}

/** Reads an order again whose journal cannot change meanwhile, and judges an action on it. */
export async function examineAgain(
  ports: OrderPorts,
  attempt: Attempt,
  before: Examined
): Promise<Examination> {
  const read = await readCheckedOrder(ports.oms, attempt.orderId)

  return read.kind === 'refused'
    ? settled(unsentResult(ports, before, read.refusal))
    : judged(ports, attempt, { ...before, order: read.order })
}

async function judged(
  ports: OrderPorts,
  attempt: Attempt,
  read: Examined
): Promise<Examination> {
  const order = await readRequests(ports.oms, read.order, read.journal)
  const examined = { ...read, order }
  const verdict = judge(ports, attempt, examined)

  switch (verdict.kind) {
    case 'already':
      return settled(unsentResult(ports, examined, null))

    case 'refuse':
      return settled(unsentResult(ports, examined, verdict.refusal))

    case 'wait':
      return { kind: 'busy', examined, wait: verdict }

    case 'send':
      // Without a journal nothing is sent.
      return examined.isJournalRead
        ? { kind: 'sendable', examined }
        : settled(unsentResult(ports, examined, noJournal(order)))
  }
}

/** Judges an action on an order as it was read a moment ago. */
export function judge(
  { epochMs }: Pick<OrderPorts, 'epochMs'>,
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

/** Refuses to send for an order whose journal cannot be kept. */
export function noJournal({ orderId }: Pick<Order, 'orderId'>): Refusal {
  return refusal('STORAGE_UNAVAILABLE', { orderId })
}

function settled(result: Result): Examination {
  return { kind: 'settled', result }
}
