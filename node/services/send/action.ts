import { journalOnly } from '../../domain/cancellation/known'
import type { Known } from '../../domain/cancellation/known'
import type { Situation, Verdict } from '../../domain/decision/verdict'
import type {
  ActionKind,
  Journal,
  JournalEntry,
} from '../../domain/journal/journal'
import type { Notice } from '../../domain/notice/notice'
import type { SendReply } from '../../domain/order/omsReply'
import type { Order } from '../../domain/order/order'
import type { Refusal } from '../../domain/refusal/refusal'
import type { Clock } from '../clock'
import type { Call } from './deadline'

/** Something that changes an order at OMS. Each of the four mutations on one order makes one. */
export interface Action {
  kind: ActionKind
  /** What the journal keeps of it. */
  journalFields: Pick<
    JournalEntry,
    'reason' | 'requestedByUser' | 'invoiceNumber'
  >
  /** Decides from a read order and its journal whether it may be sent. Pure. */
  judge: (situation: Situation) => Verdict
  /** Looks at what else must be known before a guarded send, beside the read that justifies it; a refusal where that forbids it. */
  lastLook?: (order: Order) => Promise<Refusal | null>
  send: (order: Order) => Promise<SendReply>
}

/** What an action came to. */
export type Result =
  /** The order was not read, or its read proved nothing. */
  | { kind: 'unread'; refusal: Refusal }
  /** The order was read; this call may have sent something, too. */
  | {
      kind: 'read'
      order: Order
      known: Known
      refusal: Refusal | null
      /** This call sent something, whatever came of it. */
      isSent: boolean
      /** What came of it stands in the journal; missing where nothing was sent. */
      isEndWritten?: boolean
      /** OMS refused, and the order could not be read again to say why. */
      isUnexplained?: true
    }

/** What the lane says about the send for a row of a batch. */
export interface LaneSays {
  /** Passes the guard's time; a row waits for its permit of the pace after it. */
  passGuard: (sleep: () => Promise<void>) => Promise<void>
  /** Tells whether a send may still begin. */
  maySend: () => boolean
}

/** One call's try at an action. */
export interface Attempt {
  orderId: string
  action: Action
  call: Call
  /** In whose name it is sent; null when VTEX ID does not say. */
  by: Promise<string | null>
  /** The batch that the row belongs to; missing for a call on one order. */
  batchId?: string
  /**
   * Null where a caller waits: the call waits for other calls on the order, and finds out what
   * a lost reply has done. A row is tried again instead.
   */
  lane: LaneSays | null
}

/** Makes the result of a call that has sent nothing; `refusal` says why, null when nothing was left to do. */
export function unsentResult(
  { epochMs }: Clock,
  {
    order,
    journal,
    notices = [],
  }: { order: Order; journal: Journal; notices?: Notice[] },
  refusal: Refusal | null
): Result {
  return {
    kind: 'read',
    order,
    known: journalOnly(journal, epochMs(), notices),
    refusal,
    isSent: false,
  }
}
