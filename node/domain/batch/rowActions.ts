import { isCancellationAsked } from '../cancellation/stage'
import type { OrderCancellation } from '../cancellation/cancellation'
import type { BatchOrderAction, CancellationState } from '../vocabulary'

/** A task that sends what the batch is for, once for each row. */
export type SendTask = 'accept' | 'cancel' | 'deny'

/** What the state of an order says to a row of a batch, by what the batch does to its orders. */
interface RowAction {
  task: SendTask
  /** A check found these, and no refusal: nothing is left to send. */
  isDone: CancellationState[]
  /** A try ended with these, and no refusal: what came of it is not known yet. */
  isOpen: CancellationState[]
  /** Tells whether an order that refuses the row shows what the row itself may have sent. */
  showsOwn: (cancellation: OrderCancellation) => boolean
  /** What a row becomes that may have been sent, and whose order refuses another one without showing that. */
  otherwise: 'REFUSED' | 'UNKNOWN'
  /** What a row may have sent had no effect. */
  isUndone: CancellationState[]
}

export const ROW_ACTIONS: Record<BatchOrderAction, RowAction> = {
  CANCEL: {
    task: 'cancel',
    isDone: ['ACCEPTED', 'AWAITING_DECISION', 'CANCELED', 'STUCK'],
    isOpen: ['NOT_REQUESTED', 'UNKNOWN'],
    // The open request may be the one that the row has sent.
    showsOwn: isCancellationAsked,
    otherwise: 'REFUSED',
    isUndone: ['NOT_REQUESTED'],
  },
  ACCEPT: {
    task: 'accept',
    // An order that is stuck may still have its request open.
    isDone: ['ACCEPTED', 'CANCELED'],
    isOpen: ['NOT_REQUESTED', 'UNKNOWN', 'AWAITING_DECISION'],
    showsOwn: (cancellation) =>
      isCancellationAsked(cancellation) &&
      cancellation.state !== 'AWAITING_DECISION',
    otherwise: 'REFUSED',
    isUndone: ['NOT_REQUESTED', 'AWAITING_DECISION'],
  },
  DENY: {
    task: 'deny',
    isDone: ['DENIED'],
    isOpen: ['NOT_REQUESTED', 'UNKNOWN', 'AWAITING_DECISION'],
    showsOwn: ({ state }) => state === 'DENIED',
    // A denied order goes back to the status it had, and may be requested again.
    otherwise: 'UNKNOWN',
    // An order that is canceled, or on its way there, was not denied.
    isUndone: ['AWAITING_DECISION', 'ACCEPTED', 'CANCELED'],
  },
}
