import type { BatchRefusalCode } from '../vocabulary'

/** Why a call did nothing to a batch, as plain data. */
export interface BatchRefusal {
  code: BatchRefusalCode
  message: string
  /** The batch that the refusal is about; null where there is none. */
  batchId: string | null
}

/** What the message of each code names. */
interface Subjects {
  INVALID_INPUT: { problem: string }
  TOO_MANY_ORDERS: { given: number; most: number }
  CONFLICT: { isOwn: boolean }
  NOT_FOUND: object
  WRONG_STATE: { action: string; state: string; allowed: string[] }
  COUNT_MISMATCH: { expected: number | null; pending: number }
  NOT_PERMITTED: { problem: string }
  BATCH_UNREADABLE: { problem: string }
  STORAGE_UNAVAILABLE: object
}

const MESSAGES: {
  [Code in BatchRefusalCode]: (subject: Subjects[Code]) => string
} = {
  INVALID_INPUT: ({ problem }) => `${problem} Nothing was done.`,
  TOO_MANY_ORDERS: ({ given, most }) =>
    `A batch takes at most ${most} orders, and ${given} were given. Nothing was done: split them into several batches, each with an idempotency key of its own.`,
  CONFLICT: ({ isOwn }) =>
    isOwn
      ? 'Another batch was created with this idempotency key and another input. Nothing was done: read that batch by its batchId, or take a new key.'
      : 'This idempotency key is taken. Nothing was done: take a new key.',
  NOT_FOUND: () =>
    'There is no batch of this id, or it was deleted because it was too old. List the batches to find the one you mean.',
  WRONG_STATE: ({ action, state, allowed }) =>
    `The batch is ${state}, and ${action} takes one that is ${allowed.join(
      ' or '
    )}. Nothing was done.`,
  COUNT_MISMATCH: ({ expected, pending }) =>
    expected === null
      ? `To START, give expectedOrders: the number of orders that are pending, as counts.pending says. Nothing was started.`
      : `expectedOrders is ${expected}, but ${pending} orders are pending. Nothing was started: look at the batch again, and give the number that you mean.`,
  NOT_PERMITTED: ({ problem }) => problem,
  BATCH_UNREADABLE: ({ problem }) => `Nothing was done. ${problem}`,
  STORAGE_UNAVAILABLE: () =>
    'VBase did not answer, so this may have been done or not. Call again with the same arguments: nothing is done twice.',
}

/** Makes the refusal of a code. */
export function batchRefusal<Code extends BatchRefusalCode>(
  code: Code,
  subject: Subjects[Code],
  batchId: string | null = null
): BatchRefusal {
  const message: (subject: Subjects[Code]) => string = MESSAGES[code]

  return { code, message: message(subject), batchId }
}
