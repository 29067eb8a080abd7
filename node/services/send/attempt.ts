import { journalOnly } from '../../domain/cancellation/known'
import type { Known } from '../../domain/cancellation/known'
import type { Situation, Verdict } from '../../domain/cancellation/verdict'
import type {
  ActionKind,
  Journal,
  JournalEntry,
} from '../../domain/journal/journal'
import type { SendReply } from '../../domain/order/omsReply'
import type { Order } from '../../domain/order/order'
import type { Refusal } from '../../domain/refusal/refusal'
import type { Clock } from '../clock'
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
      /** This call sent something, whatever came of it. */
      isSent: boolean
      /** OMS refused, and no read says why. */
      isUnexplained?: true
    }

/** When a call began, on both clocks. */
export interface Call {
  startedMs: number
  startedEpochMs: number
}

/** One call's try at an action. */
export interface Attempt {
  orderId: string
  action: Action
  call: Call
}

/** Callers wait 30 s (README, "From another IO app"): an answer is due before. */
export const ANSWER_WITHIN_MS = 27_000

/** A send that starts later would not be settled when the answer is due. */
const SEND_BEFORE_MS = 13_000

/** Begins a call now. */
export function callFrom({ now, epochMs }: Clock): Call {
  return { startedMs: now(), startedEpochMs: epochMs() }
}

/** Tells whether a send would start too late to be settled while the caller still waits. */
export function isTooLate(
  { now }: Clock,
  { call }: Pick<Attempt, 'call'>
): boolean {
  return now() - call.startedMs > SEND_BEFORE_MS
}

/** Makes the journal entry of a send that is about to be made in someone's name. */
export function newEntry(
  { newId, epochMs }: Pick<OrderPorts, 'newId' | 'epochMs'>,
  { kind, record }: Action,
  { order, by }: { order: Order; by: string }
): JournalEntry {
  return {
    id: newId(),
    kind,
    by,
    ...record,
    statusSeen: order.status,
    startedAtMs: epochMs(),
    completion: null,
  }
}

/** Makes the result of a call that has sent nothing; `refusal` says why, null when nothing was left to do. */
export function unsentResult(
  { epochMs }: Clock,
  {
    order,
    journal,
    notes = [],
  }: { order: Order; journal: Journal; notes?: string[] },
  refusal: Refusal | null
): Result {
  return {
    kind: 'read',
    order,
    known: journalOnly(journal, epochMs(), notes),
    refusal,
    isSent: false,
  }
}
