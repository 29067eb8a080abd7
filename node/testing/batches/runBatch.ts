import { controlBatch } from '../../services/batch/api/controlBatch'
import { cancelOrder } from '../../services/order/cancelOrder'
import { createBatch } from '../../services/batch/api/createBatch'
import type {
  BatchAnswer,
  BatchView,
} from '../../services/batch/api/batchAnswer'
import { readBatch } from '../../services/batch/api/readBatch'
import { readRows } from '../../services/batch/api/readRows'
import type { RowView } from '../../services/batch/api/readRows'
import type { BatchInput } from '../../domain/batch/batchInput'
import { aBatchInput } from './aBatchInput'
import type { BatchConditions } from './conditions'
import type { VirtualOrder } from './virtualOms'
import { VirtualPlatform } from './virtualPlatform'

const WATCH_EVERY_MS = 30_000
const GIVE_UP_AFTER_MS = 3 * 3_600_000

/** What a batch came to, against what OMS knows. */
export interface RunOutcome {
  isFinished: boolean
  /** Rows that have no end. */
  lost: string[]
  /** Orders for which more than one send did something. */
  sentTwice: string[]
  /** Rows that say what is not so. */
  wrong: string[]
  /** Sends that no fresh read justified. */
  unjustified: string[]
  /** Orders that OMS could have canceled, and that are left to a person. */
  unknown: string[]
  rows: RowView[]
  handlers: number
  tookMs: number
}

export interface BatchRun {
  input?: Partial<BatchInput>
  /** Changes the world before anything happens. */
  prepare?: (platform: VirtualPlatform) => void
}

/** Runs one batch on a virtual platform to its end, and judges it by what OMS knows. */
export async function runBatch(
  seed: number,
  conditions: BatchConditions,
  { input = {}, prepare = () => undefined }: BatchRun = {}
): Promise<RunOutcome> {
  const platform = new VirtualPlatform(seed, conditions)
  let isOver = false

  prepare(platform)

  rivalsAt(platform)

  const life = lifeOf(platform, input).finally(() => {
    isOver = true
  })

  // It is awaited below, once time has passed for it.
  life.catch(() => undefined)
  await platform.time.run(() => isOver)

  if (!isOver) throw new Error(`Seed ${seed}: nobody waits, and nothing ended.`)

  return life
}

/** Somebody who cancels single orders of the batch, at any moment. */
function rivalsAt(platform: VirtualPlatform) {
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

async function lifeOf(
  platform: VirtualPlatform,
  more: Partial<BatchInput>
): Promise<RunOutcome> {
  const ports = platform.callerPorts()
  const input = aBatchInput([...platform.oms.orders.keys()], {
    reason: 'Recall',
    checkFirst: platform.random() < 0.5,
    ...more,
  })

  const created = await insist(platform, () => createBatch(ports, input))
  const { id } = created.manifest

  await watch(platform, id, ({ state }) => state === 'READY')
  await insist(platform, async () => {
    const batch = await insist(platform, () => readBatch(ports, id))

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

  return judged(platform, end.state === 'DONE', page)
}

/** Calls until VBase has taken it, as a person does. */
async function insist(
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

/** Looks at a batch now and then, as its page does, until it is as it should be or too much time has passed. */
async function watch(
  platform: VirtualPlatform,
  id: string,
  isIt: (batch: BatchView) => boolean
): Promise<BatchView> {
  const { time, conditions } = platform
  const ports = { ...platform.callerPorts() }

  // A look that nobody takes wakes nobody.
  if (!conditions.isWatched) ports.wake = async () => undefined

  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const batch = await insist(platform, () => readBatch(ports, id))

    if (isIt(batch) || time.nowMs > GIVE_UP_AFTER_MS) return batch

    // eslint-disable-next-line no-await-in-loop
    await time.wait(WATCH_EVERY_MS)
  }
}

async function rowsOf(
  platform: VirtualPlatform,
  { manifest }: BatchView
): Promise<RowView[]> {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const page = await readRows(platform.callerPorts(), manifest, {
      first: manifest.total,
      after: 0,
      states: [],
    })

    if (page) return page.items
  }
}

function judged(
  platform: VirtualPlatform,
  isFinished: boolean,
  rows: RowView[]
): RunOutcome {
  const { oms, handlers, time } = platform
  const orders = [...oms.orders.values()]

  return {
    isFinished,
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
    wrong: rows.flatMap((one) => {
      const order = oms.orders.get(one.input.orderId)
      const why = order && contradiction(one, order, platform.rivals)

      return why ? [why] : []
    }),
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

/** What a row says that its order does not bear out. */
function contradiction(
  { row }: RowView,
  { id, kind, status, effects }: VirtualOrder,
  rivals: Set<string>
): string | null {
  const isRight = {
    CANCELED: status === 'canceled',
    AWAITING_DECISION: status === 'cancellation-requested',
    // Somebody else may have made the request that is then pending.
    REFUSED: effects.length === 0 || rivals.has(id),
    // Six faults in a row: a person decides. How often is counted.
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
