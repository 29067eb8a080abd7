import { MAX_REASON_LENGTH } from '../limits'
import type { BatchAction, BatchRefusalCode, BatchState } from '../vocabulary'
import {
  MAX_KEY_LENGTH,
  MAX_NAME_LENGTH,
  MAX_ORDERS_BYTES,
  MAX_ROW_REASON_LENGTH,
} from './batch'
import { damageText } from './damaged'

/** Why a call did nothing to a batch, as plain data. */
export interface BatchRefusal {
  code: BatchRefusalCode
  /** Which sentence of its code it is. */
  detail: BatchRefusalDetail
  message: string
  /** The one thing that the sentence names; null where it names none. */
  subject: string | null
  /** The batch that the refusal is about; null where there is none. */
  batchId: string | null
}

/** The states in which each action does something. */
export const ACTS_IN: Record<BatchAction, BatchState[]> = {
  START: ['READY'],
  PAUSE: ['RUNNING', 'THROTTLED', 'NO_ACCESS', 'CONFIRMING'],
  RESUME: ['PAUSED'],
  ABORT: [
    'CHECKING',
    'READY',
    'RUNNING',
    'THROTTLED',
    'NO_ACCESS',
    'PAUSED',
    'CONFIRMING',
    'FAILED',
  ],
  RETRY: ['DONE', 'FAILED'],
}

/** What a sentence names: the subject, and what the caller itself has given. */
interface Said {
  subject: string
  given: string
}

const badInput = (problem: string) => () => `${problem} Nothing was done.`

const wrongState =
  (action: BatchAction) =>
  ({ subject }: Pick<Said, 'subject'>) =>
    `The batch is ${subject}, and ${action} takes one that is ${ACTS_IN[
      action
    ].join(' or ')}. Nothing was done.`

/** Every sentence that the refusal of a batch can be, by its code and its detail. docs/integrators.md lists them, and a test keeps the list true. */
export const BATCH_SENTENCES = {
  INVALID_INPUT: {
    KEY_LENGTH: badInput(
      `idempotencyKey takes 1 to ${MAX_KEY_LENGTH} characters.`
    ),
    NAME_TOO_LONG: badInput(
      `name takes at most ${MAX_NAME_LENGTH} characters.`
    ),
    REASON_TOO_LONG: badInput(
      `reason takes at most ${MAX_REASON_LENGTH} characters.`
    ),
    MAX_REFUSALS_TOO_LOW: badInput('maxRefusals takes a number from 0 up.'),
    MAX_PER_MINUTE_TOO_LOW: badInput('maxPerMinute takes a number from 1 up.'),
    NO_ORDERS: badInput('orders has no order.'),
    HALF_CHARACTER: badInput(
      'idempotencyKey, name and reason take whole characters, and one of them has half of one (a lone surrogate).'
    ),
    DENIAL_WITHOUT_REASON: badInput(
      'A batch that denies needs a reason, of its own or in every row.'
    ),
    OPTION_OF_CANCEL: badInput(
      'requestedByUser and acceptOwnRequests are for a batch that cancels: leave them out with ACCEPT and DENY.'
    ),
    ORDERS_TOO_LARGE: badInput(
      `orders takes at most ${MAX_ORDERS_BYTES} bytes as JSON in UTF-8: shorten the reasons of the rows, give one reason for the whole batch, or make several batches.`
    ),
    ROW_REASON_TOO_LONG: ({ subject }: Pick<Said, 'subject'>) =>
      `The reason of row ${subject} is longer than ${MAX_ROW_REASON_LENGTH} characters. Nothing was done.`,
    ROW_REASON_HALF_CHARACTER: ({ subject }: Pick<Said, 'subject'>) =>
      `The reason of row ${subject} has half of a character in it (a lone surrogate). Nothing was done.`,
  },
  TOO_MANY_ORDERS: {
    TOO_MANY_ORDERS: ({ subject, given }: Said) =>
      `A batch takes at most ${subject} orders, and ${given} were given. Nothing was done: split them into several batches, each with an idempotency key of its own.`,
  },
  CONFLICT: {
    KEY_OF_OTHER_INPUT: () =>
      'Another batch was created with this idempotency key and another input. Nothing was done: read that batch by its batchId, or take a new key.',
    KEY_TAKEN: () =>
      'This idempotency key is taken. Nothing was done: take a new key.',
  },
  NOT_FOUND: {
    NO_SUCH_BATCH: () =>
      'There is no batch of this id, or it was deleted because it was too old. List the batches to find the one you mean.',
  },
  WRONG_STATE: {
    NOT_TO_START: wrongState('START'),
    NOT_TO_PAUSE: wrongState('PAUSE'),
    NOT_TO_RESUME: wrongState('RESUME'),
    NOT_TO_ABORT: wrongState('ABORT'),
    NOT_TO_RETRY: wrongState('RETRY'),
  },
  COUNT_MISMATCH: {
    COUNT_MISSING: () =>
      `To START, give expectedOrders: the number of orders that are pending, as counts.pending says. Nothing was started.`,
    RETRY_COUNT_DIFFERS: ({ subject, given }: Said) =>
      `expectedOrders is ${given}, but ${subject} orders are refused or unknown. Nothing was tried again: look at the batch again, and give the number that you mean.`,
    COUNT_DIFFERS: ({ subject, given }: Said) =>
      `expectedOrders is ${given}, but ${subject} orders are pending. Nothing was started: look at the batch again, and give the number that you mean.`,
  },
  NOT_PERMITTED: {
    GRANTS_UNKNOWN: () =>
      'VTEX ID or License Manager did not say who may cancel orders, so nothing was done. Call again later.',
    GRANT_MISSING: ({ subject }: Pick<Said, 'subject'>) =>
      `${subject} may no longer cancel orders: the License Manager resource CancelAction of product OMS is missing. Nothing was done. Give the resource back, or create a batch of your own.`,
    ROWS_GRANTS_UNKNOWN: () =>
      'VTEX ID or License Manager did not say who may read the rows of a batch, so nothing was done. Call again later, or leave out orders.',
    ROWS_GRANT_MISSING: () =>
      'This call asks for the rows of a batch (orders), and the License Manager resource ListOrders of product OMS is missing. Nothing was done. Leave out orders, or ask an administrator of the store for a role that has it.',
  },
  BATCH_UNREADABLE: {
    MANIFEST_UNREADABLE: () =>
      `Nothing was done. ${damageText('manifest.json')}`,
    CONTROL_UNREADABLE: () => `Nothing was done. ${damageText('control.json')}`,
    MANIFEST_OF_KEY_UNREADABLE: () =>
      'Nothing was done. The manifest of the batch of this key cannot be read. Create the batch with another key: each order is read first, and what is canceled already is not canceled again.',
  },
  STORAGE_UNAVAILABLE: {
    OUTCOME_UNKNOWN: () =>
      'VBase did not answer, so this may have been done or not. Call again with the same arguments: nothing is done twice.',
  },
} as const satisfies Record<
  BatchRefusalCode,
  Record<string, (said: Said) => string>
>

type Sentences = typeof BATCH_SENTENCES

export type BatchRefusalDetail = {
  [Code in BatchRefusalCode]: keyof Sentences[Code]
}[BatchRefusalCode]

/** What the sentence of a code and a detail names. */
type SaidOf<Sentence> = Sentence extends (said: infer Needed) => string
  ? Needed
  : never

interface About {
  /** The batch that the refusal is about. */
  batchId?: string | null
}

/**
 * Makes the refusal of a code and one of its details.
 *
 * @param said what the sentence names: the compiler demands all of it
 */
export function batchRefusal<
  Code extends BatchRefusalCode,
  Detail extends keyof Sentences[Code] & BatchRefusalDetail
>(
  code: Code,
  detail: Detail,
  said: Partial<Said> & SaidOf<Sentences[Code][Detail]> & About
): BatchRefusal {
  const sentences: Partial<Record<string, (said: Said) => string>> =
    BATCH_SENTENCES[code]

  const {
    subject = '',
    given = '',
    batchId = null,
  }: About & Partial<Said> = said

  return {
    code,
    detail,
    message: sentences[detail]?.({ subject, given }) ?? '',
    subject: subject || null,
    batchId,
  }
}
