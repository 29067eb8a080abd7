import type { Known } from '../../domain/cancellation/cancellation'
import type {
  ActionKind,
  Journal,
  JournalEntry,
} from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import type { SendReply } from '../../domain/order/omsReply'
import { refusal } from '../../domain/refusal'
import type { Refusal } from '../../domain/refusal'
import type { Situation, Verdict } from '../../domain/cancellation/verdict'
import type { OrderPorts } from '../ports'

/** Something that changes an order at OMS. All four mutations are one. */
export interface Action {
  kind: ActionKind
  /** What the journal keeps of it. */
  record: Pick<JournalEntry, 'reason' | 'requestedByUser' | 'invoiceNumber'>
  /** Decides from a read order and its journal whether it may be sent. Pure. */
  judge: (situation: Situation) => Verdict
  send: (order: Order) => Promise<SendReply>
}

/** What an action came to. */
export type Result =
  | { kind: 'unread'; refusal: Refusal }
  | {
      kind: 'read'
      order: Order
      known: Known
      refusal: Refusal | null
      /** Whether this call sent something, whatever came of it. */
      isSent: boolean
      /** OMS refused, and no read says why. */
      isUnexplained?: true
    }

/** One call, on both clocks. */
export interface Call {
  startedMs: number
  startedEpochMs: number
}

/** A call that begins now. */
export function callFrom({ now, epochMs }: OrderPorts): Call {
  return { startedMs: now(), startedEpochMs: epochMs() }
}

/** One call's try at an action. */
export interface Attempt {
  orderId: string
  action: Action
  call: Call
}

/** The runtime ends a request after 30 s (node/service.json); an answer is due before. */
export const ANSWER_WITHIN_MS = 27_000

/** A send that starts later would not be settled by then. */
export const SEND_BEFORE_MS = 13_000

/** Judges an action on an order as it was read a moment ago. */
export function judge(
  { epochMs }: OrderPorts,
  { action, call }: Attempt,
  situation: Pick<Situation, 'order' | 'journal'>
): Verdict {
  return action.judge({
    ...situation,
    nowMs: epochMs(),
    callStartedMs: call.startedEpochMs,
  })
}

/** Whether a send would start too late to be settled while the caller still waits. */
export function isTooLate(
  { now }: OrderPorts,
  { call }: Pick<Attempt, 'call'>
): boolean {
  return now() - call.startedMs > SEND_BEFORE_MS
}

/** Makes the answer of a call that has sent nothing. */
export function answering(
  { epochMs }: OrderPorts,
  {
    order,
    journal,
    notes = [],
  }: { order: Order; journal: Journal; notes?: string[] }
) {
  return (why: Refusal | null): Result => ({
    kind: 'read',
    order,
    known: { nowMs: epochMs(), journal, notes },
    refusal: why,
    isSent: false,
  })
}

/** Without a journal nothing is sent. */
export function noJournal({ orderId }: Order): Refusal {
  return refusal('STORAGE_UNAVAILABLE', { orderId })
}

/** The caller would be gone before an outcome were known. */
export function tooLate({ orderId }: Order): Refusal {
  return refusal(
    'CONFLICT',
    {
      problem: `This call sent nothing: OMS and VBase were so slow about order ${orderId} that no time was left to wait for an outcome. Call again.`,
    },
    1
  )
}

/** Another call may be sending for the order. */
export function underWay({ orderId }: Order, remainingMs: number): Refusal {
  return refusal(
    'CONFLICT',
    {
      problem: `This call sent nothing: another call is at order ${orderId}, or has stopped half-way. Call again after retryAfterSeconds.`,
    },
    Math.max(1, Math.ceil(remainingMs / 1000))
  )
}

/** So long a caller should wait for a batch to be past an order. */
const BATCH_SECONDS = 10

/** A running batch has the order: it will send, or has sent. */
export function inBatch({ orderId }: Order): Refusal {
  return refusal(
    'CONFLICT',
    {
      problem: `This call sent nothing: a batch is about to cancel order ${orderId}. Read the order after retryAfterSeconds, or pause the batch first.`,
    },
    BATCH_SECONDS
  )
}
