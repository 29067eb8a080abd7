import { MAX_REASON_LENGTH } from '../limits'
import {
  MAX_BATCH_ORDERS,
  MAX_KEY_LENGTH,
  MAX_NAME_LENGTH,
  MAX_ORDERS_BYTES,
  MAX_ROW_REASON_LENGTH,
} from './batch'
import type { BatchInputRow } from './batch'
import { choiceOf, withDefaults } from './batchOptions'
import type { BatchOptions } from './batchOptions'
import { batchRefusal } from './batchRefusal'
import type { BATCH_SENTENCES, BatchRefusal } from './batchRefusal'
import { givenOrderId, isOrderId } from '../order/orderId'
import { beginningOf, isWholeText } from '../wholeText'

/** What a caller asks for with a batch. */
export interface BatchInput extends BatchOptions {
  idempotencyKey: string
  orders: Array<{ orderId: string; reason: string | null }>
}

/** A batch input from the API, where a value that the caller leaves out is null or missing. */
export interface GivenInput extends Given<BatchOptions> {
  idempotencyKey: string
  orders: Array<{ orderId: string; reason?: string | null }>
}

type Given<T> = { [Name in keyof T]?: T[Name] | null }

/** Fills in what the caller has left out. */
export function completed({
  idempotencyKey,
  orders,
  ...options
}: GivenInput): BatchInput {
  return {
    idempotencyKey,
    orders: orders.map(({ orderId, reason = null }) => ({ orderId, reason })),
    ...withDefaults(options),
  }
}

/** How much of an id is stored. A longer one is no order's. */
const MAX_STORED_ID_LENGTH = 100

/** The sentences about a row, which name it. */
type RowProblem = 'ROW_REASON_TOO_LONG' | 'ROW_REASON_HALF_CHARACTER'

/** The sentences about the input as a whole. */
type InputProblem = Exclude<
  keyof (typeof BATCH_SENTENCES)['INVALID_INPUT'],
  RowProblem
>

/** Every demand on the input as a whole, with the sentence that says that it is not met. */
const DEMANDS: Array<[(input: BatchInput) => boolean, InputProblem]> = [
  [
    ({ idempotencyKey: key }) =>
      key.trim() !== '' && key.length <= MAX_KEY_LENGTH,
    'KEY_LENGTH',
  ],
  [({ name }) => (name?.length ?? 0) <= MAX_NAME_LENGTH, 'NAME_TOO_LONG'],
  [
    ({ reason }) => (reason?.length ?? 0) <= MAX_REASON_LENGTH,
    'REASON_TOO_LONG',
  ],
  [
    ({ maxRefusals }) => maxRefusals === null || maxRefusals >= 0,
    'MAX_REFUSALS_TOO_LOW',
  ],
  [
    ({ maxPerMinute }) => maxPerMinute === null || maxPerMinute >= 1,
    'MAX_PER_MINUTE_TOO_LOW',
  ],
  [({ orders }) => orders.length > 0, 'NO_ORDERS'],
  [
    ({ idempotencyKey, name, reason }) =>
      [idempotencyKey, name ?? '', reason ?? ''].every(isWholeText),
    'HALF_CHARACTER',
  ],
  [
    ({ action, reason, orders }) =>
      action !== 'DENY' ||
      orders.every((row) => (row.reason ?? reason ?? '').trim() !== ''),
    'DENIAL_WITHOUT_REASON',
  ],
  [
    ({ action, requestedByUser, acceptOwnRequests }) =>
      action === 'CANCEL' || !(requestedByUser || acceptOwnRequests),
    'OPTION_OF_CANCEL',
  ],
  [
    ({ orders }) =>
      Buffer.byteLength(JSON.stringify(orders)) <= MAX_ORDERS_BYTES,
    'ORDERS_TOO_LARGE',
  ],
]

/** Refuses an input as a whole; null when it may become a batch. */
export function refusedInput(input: BatchInput): BatchRefusal | null {
  const tooMany = refusedCount(input, MAX_BATCH_ORDERS)

  if (tooMany) return tooMany

  const failed = DEMANDS.find(([isMet]) => !isMet(input))

  if (failed) return batchRefusal('INVALID_INPUT', failed[1], {})

  return refusedRowReason(input)
}

/** Refuses an input with more orders than a batch may have; null when they are not too many. */
export function refusedCount(
  { orders }: BatchInput,
  most: number
): BatchRefusal | null {
  return orders.length > most
    ? batchRefusal('TOO_MANY_ORDERS', 'TOO_MANY_ORDERS', {
        subject: String(most),
        given: String(orders.length),
      })
    : null
}

/** What the reason of a row must be, with the sentence that names the row. */
const REASON_DEMANDS: Array<[(reason: string) => boolean, RowProblem]> = [
  [(reason) => reason.length <= MAX_ROW_REASON_LENGTH, 'ROW_REASON_TOO_LONG'],
  [isWholeText, 'ROW_REASON_HALF_CHARACTER'],
]

function refusedRowReason({ orders }: BatchInput): BatchRefusal | null {
  for (const [isMet, problem] of REASON_DEMANDS) {
    const row = orders.findIndex(
      ({ reason }) => reason !== null && !isMet(reason)
    )

    if (row !== -1) {
      return batchRefusal('INVALID_INPUT', problem, {
        subject: String(row + 1),
      })
    }
  }

  return null
}

/** Makes the rows of a batch: each order once, and a skipped row for a bad id or a repeated order. */
export function rowsOf({ orders }: BatchInput): BatchInputRow[] {
  const firstRows = new Map<string, number>()

  return orders.map(({ orderId: given, reason }, index) => {
    const orderId = givenOrderId(given)
    const ofRow = firstRows.get(orderId)

    if (!isOrderId(orderId)) {
      return {
        orderId: storedBeginning(given),
        reason,
        problem: { kind: 'invalid-id' },
      }
    }

    if (ofRow !== undefined) {
      return { orderId, reason, problem: { kind: 'duplicate', ofRow } }
    }

    firstRows.set(orderId, index + 1)

    return { orderId, reason, problem: null }
  })
}

/** Takes as much of a text that is no order id as is stored. */
function storedBeginning(given: string): string {
  return beginningOf(given, MAX_STORED_ID_LENGTH)
}

/** Tells whether a row is of the order that is asked for, as it was given: `rowsOf` keeps it without the spaces around an id, and only the beginning of what is too long for one. */
export function isOfOrder(input: BatchInputRow, given: string): boolean {
  return [givenOrderId(given), storedBeginning(given)].includes(input.orderId)
}

/** Spells an input in one way, in this version and all others: two inputs are the same if their spellings are. */
export function spelled(input: BatchInput): string {
  const { first, later } = choiceOf(input)
  const orders = input.orders.map(({ orderId, reason }) => [orderId, reason])

  return JSON.stringify([...first, orders, ...later])
}
