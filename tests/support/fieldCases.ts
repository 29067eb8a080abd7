import type { Seed } from '../../simulator/services/oms/seed'
import { allRows, createBatch, startBatch, untilBatch } from './batches'
import type { RowAnswer } from './batches'
import { cancelOrder, orderCancellation } from './graphql'
import type { OrderAnswer } from './graphql'
import type { Simulator } from './simulator'

/** The id of the order that a test seeds alone. */
export const ORDER = '1390000000001-01'

/** A situation in which no cancel may be sent, and what each operation says about it. */
export interface Barred {
  situation: string
  order: Seed
  /** The default is NOT_REQUESTED. */
  state?: string
  nextStep: string
  code: string
  /** `{id}` stands for the id of the order. */
  message: string
  /** What the message is made of, where a test says that, too. */
  parts?: Partial<NonNullable<OrderAnswer['refusal']>>
}

/** An invoice of the sale; it covers the whole order unless it says otherwise. */
export const sale = (
  invoiceNumber: string,
  more: Partial<NonNullable<Seed['packages']>[number]> = {}
) => ({ type: 'Output' as const, invoiceNumber, ...more })

/** A return invoice; it covers the whole order unless it says otherwise. */
export const cameBack = (
  invoiceNumber: string,
  more: Partial<NonNullable<Seed['packages']>[number]> = {}
) => ({ type: 'Input' as const, invoiceNumber, ...more })

/** A line of an invoice. */
export const line = (itemIndex: number, quantity: number, price: number) => ({
  itemIndex,
  quantity,
  price,
})

/** Two T-shirts for 50.00 each, and a cap for 30.00. */
export const SHIRTS_AND_CAP = [
  { id: 'shirt', quantity: 2, price: 5000 },
  { id: 'cap', quantity: 1, price: 3000 },
]

/** The lines of an invoice of all of them. */
export const ALL_LINES = [line(0, 2, 5000), line(1, 1, 3000)]

/** Reads the calls that reached OMS and could have changed an order. */
export async function posts(simulator: Simulator): Promise<string[]> {
  return (await simulator.allOmsCalls()).filter(
    (call) => !call.startsWith('GET ')
  )
}

/** Reads the same calls in alphabetical order: a batch sends for several orders at once. */
export async function sortedPosts(simulator: Simulator): Promise<string[]> {
  return (await posts(simulator)).sort((one, other) => one.localeCompare(other))
}

/** Reads the bodies of what was sent to OMS, parsed. */
export async function sentBodies(simulator: Simulator): Promise<unknown[]> {
  return (await simulator.ledger('oms'))
    .filter(({ method }) => method !== 'GET')
    .map(({ body }) => JSON.parse(body))
}

function answerOf(
  { state, nextStep, code, message, parts }: Barred,
  id: string
) {
  return {
    state: state ?? 'NOT_REQUESTED',
    nextStep,
    refusal: { code, message: message.replaceAll('{id}', id), ...parts },
  }
}

/** Asserts that the query and `cancelOrder` say the same about a barred order, and that neither sends or pays anything. */
export async function expectBarred(simulator: Simulator, barred: Barred) {
  await simulator.seed({ orderId: ORDER, ...barred.order })
  const before = await simulator.book(ORDER)
  const expected = answerOf(barred, ORDER)

  expect(await orderCancellation(simulator, ORDER)).toMatchObject(expected)
  expect(await cancelOrder(simulator, ORDER)).toMatchObject(expected)
  expect(await posts(simulator)).toEqual([])
  expect(await simulator.book(ORDER)).toEqual(before)
}

/** Creates a batch with a preview, waits for the preview, and reads its rows. */
export async function previewOf(
  simulator: Simulator,
  orders: string[]
): Promise<RowAnswer[]> {
  const { batch } = await createBatch(simulator, {
    idempotencyKey: 'preview',
    checkFirst: true,
    orders,
  })

  const id = batch?.id ?? ''

  await untilBatch(simulator, id, ({ state }) => state !== 'CHECKING')

  return allRows(simulator, id)
}

/** Runs a batch without a preview until each row has been tried, and reads its rows. */
export async function runOf(
  simulator: Simulator,
  orders: string[],
  options: { acceptOwnRequests?: boolean } = {}
): Promise<RowAnswer[]> {
  const { id } = await startBatch(simulator, {
    idempotencyKey: 'run',
    orders,
    ...options,
  })

  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

  return allRows(simulator, id)
}

/**
 * Asserts that a preview and a run of one batch refuse each barred order in the words of
 * the single call, and that the run sends one cancel for each of the others and nothing
 * else.
 */
export async function expectBatch(
  simulator: Simulator,
  barred: Barred[],
  others: Seed[]
) {
  const idOf = (index: number) =>
    `field-${String(index + 1).padStart(4, '0')}-01`

  const seeds = [...barred.map(({ order }) => order), ...others]

  for (const [index, seed] of seeds.entries()) {
    // eslint-disable-next-line no-await-in-loop
    await simulator.seed({ orderId: idOf(index), ...seed })
  }

  const ids = seeds.map((_, index) => idOf(index))
  const open = ids.slice(barred.length)
  const refused = barred.map((one, index) => ({
    orderId: idOf(index),
    state: 'REFUSED',
    cancellation: answerOf(one, idOf(index)),
  }))

  const preview = await previewOf(simulator, ids)

  expect(preview.slice(0, barred.length)).toMatchObject(refused)
  expect(preview.slice(barred.length)).toMatchObject(
    open.map((orderId) => ({ orderId, state: 'PENDING' }))
  )
  expect(await posts(simulator)).toEqual([])

  const run = await runOf(simulator, ids)

  expect(run.slice(0, barred.length)).toMatchObject(refused)
  expect(run.slice(barred.length)).toMatchObject(
    open.map((orderId) => ({ orderId, state: 'ACCEPTED', attempts: 1 }))
  )
  expect(await sortedPosts(simulator)).toEqual(
    open.map((orderId) => `POST ${orderId}/cancel`)
  )
}

/** Expects that an order may be canceled, and that one cancel is sent for it. */
export async function expectOneCancel(simulator: Simulator, order: Seed) {
  await simulator.seed({ orderId: ORDER, ...order })

  expect(await cancelOrder(simulator, ORDER)).toMatchObject({
    state: 'ACCEPTED',
    refusal: null,
  })
  expect(await posts(simulator)).toEqual([`POST ${ORDER}/cancel`])
}
