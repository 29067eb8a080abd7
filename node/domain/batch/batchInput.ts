import { MAX_BATCH_ORDERS, MAX_ROW_REASON_LENGTH } from './batch'
import type { BatchInputRow } from './batch'
import { choiceOf, withDefaults } from './batchOptions'
import type { BatchOptions } from './batchOptions'
import { batchRefusal } from './batchRefusal'
import type { BatchRefusal } from './batchRefusal'
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

const MAX_KEY_LENGTH = 255
const MAX_NAME_LENGTH = 200
const MAX_REASON_LENGTH = 1_000

/** How much of an id is stored. A longer one is no order's. */
const MAX_STORED_ID_LENGTH = 100

/**
 * The most bytes of all orders with their reasons, as JSON in UTF-8. The runtime takes
 * requests of 3 MiB, and answers a larger one with a stack: the rest is for all else.
 */
export const MAX_ORDERS_BYTES = 3_000_000

/** Every demand on the input as a whole, with the problem to name when it is not met. */
const DEMANDS: Array<[(input: BatchInput) => boolean, string]> = [
  [
    ({ idempotencyKey: key }) =>
      key.trim() !== '' && key.length <= MAX_KEY_LENGTH,
    `idempotencyKey takes 1 to ${MAX_KEY_LENGTH} characters.`,
  ],
  [
    ({ name }) => (name?.length ?? 0) <= MAX_NAME_LENGTH,
    `name takes at most ${MAX_NAME_LENGTH} characters.`,
  ],
  [
    ({ reason }) => (reason?.length ?? 0) <= MAX_REASON_LENGTH,
    `reason takes at most ${MAX_REASON_LENGTH} characters.`,
  ],
  [
    ({ maxRefusals }) => maxRefusals === null || maxRefusals >= 0,
    'maxRefusals takes a number from 0 up.',
  ],
  [
    ({ maxPerMinute }) => maxPerMinute === null || maxPerMinute >= 1,
    'maxPerMinute takes a number from 1 up.',
  ],
  [({ orders }) => orders.length > 0, 'orders has no order.'],
  [
    ({ idempotencyKey, name, reason }) =>
      [idempotencyKey, name ?? '', reason ?? ''].every(isWholeText),
    'idempotencyKey, name and reason take whole characters, and one of them has half of one (a lone surrogate).',
  ],
  [
    ({ orders }) =>
      Buffer.byteLength(JSON.stringify(orders)) <= MAX_ORDERS_BYTES,
    `orders takes at most ${MAX_ORDERS_BYTES} bytes as JSON in UTF-8: shorten the reasons of the rows, give one reason for the whole batch, or make several batches.`,
  ],
]

/** Refuses an input as a whole; null when it may become a batch. */
export function refusedInput(input: BatchInput): BatchRefusal | null {
  const tooMany = refusedCount(input, MAX_BATCH_ORDERS)

  if (tooMany) return tooMany

  const failed = DEMANDS.find(([isMet]) => !isMet(input))

  if (failed) return batchRefusal('INVALID_INPUT', { problem: failed[1] })

  return refusedRowReason(input)
}

/** Refuses an input with more orders than a batch may have; null when they are not too many. */
export function refusedCount(
  { orders }: BatchInput,
  most: number
): BatchRefusal | null {
  return orders.length > most
    ? batchRefusal('TOO_MANY_ORDERS', { given: orders.length, most })
    : null
}

/** What the reason of a row must be, with the end of the sentence that names the row. */
const REASON_DEMANDS: Array<[(reason: string) => boolean, string]> = [
  [
    (reason) => reason.length <= MAX_ROW_REASON_LENGTH,
    `is longer than ${MAX_ROW_REASON_LENGTH} characters.`,
  ],
  [isWholeText, 'has half of a character in it (a lone surrogate).'],
]

function refusedRowReason({ orders }: BatchInput): BatchRefusal | null {
  for (const [isMet, problem] of REASON_DEMANDS) {
    const row = orders.findIndex(
      ({ reason }) => reason !== null && !isMet(reason)
    )

    if (row !== -1) {
      return batchRefusal('INVALID_INPUT', {
        problem: `The reason of row ${row + 1} ${problem}`,
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
        orderId: beginningOf(given, MAX_STORED_ID_LENGTH),
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

/** Spells an input in one way, in this version and all others: two inputs are the same if their spellings are. */
export function spelled(input: BatchInput): string {
  const { first, later } = choiceOf(input)
  const orders = input.orders.map(({ orderId, reason }) => [orderId, reason])

  return JSON.stringify([...first, orders, ...later])
}
