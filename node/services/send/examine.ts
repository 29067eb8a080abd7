import type { JournalRead } from '../../clients/journal'
import type { Verdict } from '../../domain/decision/verdict'
import type { ListedEntry } from '../../domain/journal/claims'
import { emptyJournal, isOfFuture } from '../../domain/journal/journal'
import type { Journal } from '../../domain/journal/journal'
import { notice } from '../../domain/notice/notice'
import type { Notice } from '../../domain/notice/notice'
import type { Order } from '../../domain/order/order'
import { conflict, refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import type { SendPorts } from '../ports'
import { unsentResult } from './action'
import type { Attempt, Result } from './action'
import {
  readCancellationRequests,
  readRequestsAgain,
} from './readCancellationRequests'
import { readCheckedOrder, refusalOfId } from './readCheckedOrder'

/** An order and its journal, as they read now. */
export interface Examined {
  order: Order
  journal: Journal
  /** Every entry of the journal, by name. */
  listed: ListedEntry[]
  /** False when VBase did not give the journal, which is then empty here. */
  isJournalRead: boolean
  /** When the reads began, on the clock of `now`. */
  askedMs: number
  notices: Notice[]
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

/** Reads an order and its journal side by side. */
export async function readOrderAndJournal(
  {
    oms,
    journals,
    now,
    epochMs,
  }: Pick<SendPorts, 'oms' | 'journals' | 'now' | 'epochMs'>,
  orderId: string
): Promise<
  { kind: 'refused'; refusal: Refusal } | { kind: 'found'; examined: Examined }
> {
  const askedMs = now()
  const badId = refusalOfId(orderId)

  // It becomes a part of paths.
  if (badId) return { kind: 'refused', refusal: badId }

  const [read, stored] = await Promise.all([
    readCheckedOrder(oms, orderId),
    journals.read(orderId),
  ])

  return read.kind === 'refused'
    ? read
    : {
        kind: 'found',
        examined: {
          order: read.order,
          askedMs,
          ...known(orderId, stored, epochMs()),
        },
      }
}

/** A journal with an entry of the future counts as unreadable: nothing is sent by it. */
function known(orderId: string, stored: JournalRead, nowMs: number) {
  return stored.kind === 'found' && !isOfFuture(stored.journal, nowMs)
    ? { ...stored, isJournalRead: true, notices: [] }
    : {
        journal: emptyJournal(orderId),
        listed: [],
        isJournalRead: false,
        // No reader may conclude that nothing was sent.
        notices: [notice('JOURNAL_UNREAD')],
      }
}

/** Reads an order and its journal, and judges an action on it. Every send begins with this. */
export async function examine(
  ports: SendPorts,
  attempt: Attempt
): Promise<Examination> {
  const read = await readOrderAndJournal(ports, attempt.orderId)

  if (read.kind === 'refused') {
    return nothingToSend({ kind: 'unread', refusal: read.refusal })
  }

  const { examined } = read

  // Without its journal a row is refused whatever its order shows: only that tells which request is the batch's own.
  return !attempt.lane || examined.isJournalRead
    ? decide(ports, attempt, {
        ...examined,
        order: await readCancellationRequests(
          ports.oms,
          examined.order,
          examined.journal
        ),
      })
    : nothingToSend(storageUnavailable(ports, examined))
}

/**
 * Reads the order again, with what else decides about it, and judges the action by the
 * journal of before: the list beside these reads finds out whether that has changed.
 */
export async function examineAgain(
  ports: SendPorts,
  attempt: Attempt,
  before: Examined
): Promise<Examination> {
  const [read, why = null] = await Promise.all([
    readCheckedOrder(ports.oms, attempt.orderId),
    attempt.action.lastLook?.(before.order),
  ])

  if (read.kind === 'refused') {
    return nothingToSend(unsentResult(ports, before, read.refusal))
  }

  const order = await readRequestsAgain(ports.oms, read.order, before)

  const examination = decide(ports, attempt, { ...before, order })

  return examination.kind === 'sendable' && why !== null
    ? nothingToSend(unsentResult(ports, examination.examined, why))
    : examination
}

/** Judges an action on an order whose cancellation requests are known. */
function decide(
  ports: SendPorts,
  attempt: Attempt,
  examined: Examined
): Examination {
  const verdict = judge(ports, attempt, examined)

  switch (verdict.kind) {
    case 'already':
      return nothingToSend(unsentResult(ports, examined, null))

    case 'refuse':
      return nothingToSend(unsentResult(ports, examined, verdict.refusal))

    case 'wait':
      return { kind: 'busy', examined, wait: verdict }

    case 'send':
      // Without a journal nothing is sent.
      return examined.isJournalRead
        ? { kind: 'sendable', examined }
        : nothingToSend(storageUnavailable(ports, examined))
  }
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

/** Makes the result of a call that sends nothing because the journal, or what it must name, cannot be had. */
export function storageUnavailable(
  ports: SendPorts,
  examined: Examined
): Result {
  const { orderId } = examined.order

  return unsentResult(
    ports,
    examined,
    refusal('STORAGE_UNAVAILABLE', { orderId })
  )
}

function nothingToSend(result: Result): Examination {
  return { kind: 'nothing-to-send', result }
}
