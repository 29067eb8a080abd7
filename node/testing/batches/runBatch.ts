import { controlBatch } from '../../services/batch/api/controlBatch'
import { cancelOrder } from '../../services/order/cancelOrder'
import { createBatch } from '../../services/batch/api/createBatch'
import type {
  BatchAnswer,
  BatchView,
} from '../../services/batch/api/batchAnswer'
import { readBatch } from '../../services/batch/api/readBatch'
import { groupsOf, worthOf } from '../../domain/batch/worth'
import { aSummary } from './rows'
import { readRows } from '../../services/batch/api/readRows'
import { ALL_ROWS } from '../../services/batch/api/rowFilter'
import type { RowView } from '../../services/batch/api/readRows'
import type { BatchInput } from '../../domain/batch/batchInput'
import { aBatchInput } from './aBatchInput'
import type { BatchConditions } from './conditions'
import { keepsPayment, siblingsOf } from './besideOrders'
import type { VirtualOms, VirtualOrder } from './virtualOms'
import { VirtualPlatform } from './virtualPlatform'

const WATCH_EVERY_MS = 30_000
const GIVE_UP_AFTER_MS = 3 * 3_600_000

/** The outcome of a batch, compared with what OMS knows. */
export interface RunOutcome {
  isFinished: boolean
  /** Rows that never ended, or are missing. */
  lost: string[]
  /** Orders for which more than one send had an effect. */
  sentTwice: string[]
  /** Rows that contradict the state of their order. */
  wrong: string[]
  /** Sends without a fresh read that justifies them. */
  unjustified: string[]
  /** Orders that were left to an operator although OMS could have canceled them. */
  unknown: string[]
  rows: RowView[]
  handlers: number
  tookMs: number
}

export interface BatchRun {
  input?: Partial<BatchInput>
  /** Changes the platform before the batch is created. */
  prepare?: (platform: VirtualPlatform) => void
}

/** Runs one batch on a virtual platform to its end and compares the outcome with what OMS knows. */
export async function runBatch(
  seed: number,
  conditions: BatchConditions,
  { input = {}, prepare = () => undefined }: BatchRun = {}
): Promise<RunOutcome> {
  const platform = new VirtualPlatform(seed, conditions)
  let isOver = false

  prepare(platform)

  scheduleRivals(platform)

  const outcome = operate(platform, input).finally(() => {
    isOver = true
  })

  // The promise is awaited below; a failure before that must not end the process.
  outcome.catch(() => undefined)
  await platform.time.run(() => isOver)

  if (!isOver)
    throw new Error(
      `Seed ${seed}: no timer is left, and the batch has not ended.`
    )

  return outcome
}

/** Lets another operator cancel single orders of the batch at random times. */
function scheduleRivals(platform: VirtualPlatform) {
  const { oms, time, random, conditions, rivals } = platform
  const orderIds = [...oms.orders.keys()]

  for (let number = 0; number < conditions.rivals; number += 1) {
    const orderId = orderIds[Math.floor(random() * orderIds.length)]

    rivals.add(orderId)
    void time.wait(random() * 150_000).then(() =>
      cancelOrder(platform.orderPorts(), orderId, {
        reason: null,
        requestedByUser: false,
      })
    )
  }
}

/** Acts as the operator: creates and starts the batch, then waits until it is done. */
async function operate(
  platform: VirtualPlatform,
  more: Partial<BatchInput>
): Promise<RunOutcome> {
  const ports = platform.callerPorts()
  const input = aBatchInput([...platform.oms.orders.keys()], {
    reason: 'Recall',
    checkFirst: platform.random() < 0.5,
    ...more,
  })

  const created = await retryUntilStored(platform, () =>
    createBatch(ports, input)
  )

  const { id } = created.manifest

  await watch(platform, id, ({ state }) => state === 'READY')
  await retryUntilStored(platform, async () => {
    const batch = await retryUntilStored(platform, () => readBatch(ports, id))

    return batch.state === 'READY'
      ? controlBatch(ports, {
          id,
          action: 'START',
          expectedOrders: batch.counts.PENDING,
        })
      : { batch, refusal: null }
  })

  const end = await watch(platform, id, ({ state }) => state === 'DONE')
  const page = await rowsOf(platform, end)

  return outcomeOf(platform, end, page)
}

/** Repeats a call until VBase is available, as an operator would. */
async function retryUntilStored(
  { time }: VirtualPlatform,
  call: () => Promise<BatchAnswer>
): Promise<BatchView> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const { batch, refusal } = await call()

    if (batch && !refusal) return batch
    if (refusal && refusal.code !== 'STORAGE_UNAVAILABLE') {
      throw new Error(refusal.message)
    }

    // eslint-disable-next-line no-await-in-loop
    await time.wait(1_000)
  }
}

/** Reads a batch every 30 s, as its page does, until it reaches a state or three hours have passed. */
async function watch(
  platform: VirtualPlatform,
  id: string,
  isReached: (batch: BatchView) => boolean
): Promise<BatchView> {
  const { time, conditions } = platform
  const ports = { ...platform.callerPorts() }

  // The test must read the batch to see its end; an unwatched batch must not be woken by that.
  if (!conditions.isWatched) ports.wake = async () => undefined

  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const batch = await retryUntilStored(platform, () => readBatch(ports, id))

    if (isReached(batch) || time.nowMs > GIVE_UP_AFTER_MS) return batch

    // eslint-disable-next-line no-await-in-loop
    await time.wait(WATCH_EVERY_MS)
  }
}

async function rowsOf(
  platform: VirtualPlatform,
  batch: BatchView
): Promise<RowView[]> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const page = await readRows(platform.callerPorts(), batch, {
      first: batch.manifest.total,
      after: 0,
      ...ALL_ROWS,
    })

    if (page) return page.items
  }
}

function outcomeOf(
  platform: VirtualPlatform,
  batch: BatchView,
  rows: RowView[]
): RunOutcome {
  const { oms, handlers, time } = platform
  const orders = [...oms.orders.values()]

  return {
    isFinished: batch.state === 'DONE',
    lost: orders
      .filter(({ id }) => !rows.some((one) => one.input.orderId === id))
      .map(({ id }) => id)
      .concat(
        rows
          .filter(({ row }) => row.state === 'PENDING')
          .map((one) => one.input.orderId)
      ),
    sentTwice: orders
      .filter(({ effects }) => effects.length > 1)
      .map(({ id, effects }) => `${id} ${effects.join(' ')}`),
    wrong: [
      ...worthContradiction(batch, rows),
      ...rows.flatMap((one) => {
        const order = oms.orders.get(one.input.orderId)
        const why = order && contradiction(one, order, platform.rivals)
        const unsaid =
          one.row.state === 'CANCELED' ? unsaidOf(oms, one) : undefined

        return [why ?? [], unsaid ?? []].flat()
      }),
    ],
    unjustified: oms.unjustified,
    unknown: rows
      .filter(({ row }) => row.state === 'UNKNOWN')
      .map(({ input }) => input.orderId)
      .filter((id) => oms.orders.get(id)?.kind !== 'poison'),
    rows,
    handlers,
    tookMs: time.nowMs,
  }
}

/** Says that the sums of a batch are not those of its rows. */
function worthContradiction(
  { groups, retryable }: BatchView,
  rows: RowView[]
): string[] {
  const worth = worthOf(rows.map(({ row }) => row))
  const anew = groupsOf({ shards: [aSummary({ worth })] })

  const areSame =
    JSON.stringify([groups, retryable]) ===
    JSON.stringify([anew, worth.retryable])

  return areSame
    ? []
    : [
        `the batch is worth ${JSON.stringify(
          groups
        )}, and its rows ${JSON.stringify(anew)}`,
      ]
}

/** Says what a canceled row leaves unsaid about the money and the rest of the purchase; null when nothing. */
function unsaidOf(oms: VirtualOms, { input, row }: RowView): string | null {
  const { orderId } = input
  const warnings = row.cancellation?.warnings ?? []
  const says = (text: string) => warnings.some((one) => one.includes(text))
  const isPaymentSaid = says('The payment could not be read')
  // Neither is ever canceled.
  const alive = siblingsOf(orderId).filter((id) =>
    ['invoiced', 'poison'].includes(oms.orders.get(id)?.kind ?? '')
  )

  const isRight =
    (isPaymentSaid || oms.paymentsSeen.has(orderId)) &&
    (isPaymentSaid ||
      says('payment is not canceled') === keepsPayment(orderId)) &&
    (says('same purchase could not be read') || alive.every(says))

  return isRight
    ? null
    : `${orderId} is CANCELED without what stands beside it: ${warnings.join(
        ' '
      )}`
}

/** Describes how a row contradicts its order; null when it does not. */
function contradiction(
  { row }: RowView,
  { id, kind, status, effects }: VirtualOrder,
  rivals: Set<string>
): string | null {
  const isRight = {
    CANCELED: status === 'canceled',
    AWAITING_DECISION: status === 'cancellation-requested',
    // Another operator may have made the request because of which the row was refused.
    REFUSED: effects.length === 0 || rivals.has(id),
    // After six faults in a row an operator decides. The tests bound how often that happens.
    UNKNOWN: true,
    PENDING: true,
    SKIPPED: false,
    ACCEPTED: false,
    DENIED: false,
    STUCK: false,
    NOT_ATTEMPTED: false,
  }[row.state]

  return isRight
    ? null
    : `${id} (${kind}) is ${row.state}, and at OMS ${status} after ${
        effects.length
      } sends; ${row.cancellation?.refusal?.code ?? ''}`
}
