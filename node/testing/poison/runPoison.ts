import { overflowOf, withPage } from '../../domain/batch/batchIndex'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { listBatches } from '../../services/batch/api/listBatches'
import { cancelOrder } from '../../services/order/cancelOrder'
import { orderIdOf } from '../batches/besideOrders'
import { CALM } from '../batches/conditions'
import type { BatchConditions } from '../batches/conditions'
import { VirtualPlatform } from '../batches/virtualPlatform'
import { operate } from './operator'
import type { WatchedBatch } from './operator'
import { planOf, spoil } from './spoiler'
import type { Plan, Spoiled } from './spoiler'
import { harmedBy } from './targets'
import type { Harmed } from './targets'

void overflowOf
void withPage

/** How many orders each batch has. Shards have ten. */
const BATCH_SIZES = [24, 12, 6]

/** How many orders are canceled by calls of their own, each by two. */
const SINGLES = 6

const ORDERS = BATCH_SIZES.reduce((sum, size) => sum + size, SINGLES)

/** Some seeds have replicas that die, and answers that get lost. */
const ROUGH: Partial<BatchConditions> = {
  killedHandlers: 0.2,
  lostEvents: 0.1,
  doubleEvents: 0.15,
  faultyFiles: 0.02,
  faultyReads: 0.03,
}

const ROUGH_SHARE = 0.3

/** After the last batch has ended the platform must come to rest within this time. */
const REST_WITHIN_MS = 30 * 60_000

/** One call for a single order. */
export interface SingleCall {
  orderId: string
  answer: OrderCancellation
  tookMs: number
  /** What the order was at OMS when the call was answered. */
  statusThen: string
}

/** What became of everything around a file that was spoilt. */
export interface PoisonRun {
  seed: number
  plan: Plan
  isRough: boolean
  platform: VirtualPlatform
  spoiled: Spoiled | null
  harmed: Harmed
  batches: WatchedBatch[]
  singles: SingleCall[]
  /** What the app logged as a bug, and what its handlers threw. */
  bugs: string[]
  logged: Array<Record<string, string | null>>
  /** The batches that were listed at the end. */
  listed: string[]
  isAtRest: boolean
  handlers: number
}

export async function runPoison(
  seed: number,
  more: Partial<Plan> = {}
): Promise<PoisonRun> {
  const isRough = (seed * 0.618_034) % 1 < ROUGH_SHARE
  const platform = new VirtualPlatform(seed, {
    ...CALM,
    ...(isRough && ROUGH),
    orders: ORDERS,
  })

  const { oms, time, random } = platform
  const bugs: string[] = []
  const logged: PoisonRun['logged'] = []
  const onBug = (error: unknown) => {
    bugs.push(error instanceof Error ? error.stack ?? error.message : 'thrown')
  }

  platform.logger = {
    info: (entry) => logged.push(entry),
    bug: (_operation, error) => onBug(error),
  }
  platform.onCrash = onBug

  for (const order of oms.orders.values()) {
    // Such an order takes many minutes to be left to a person.
    if (order.kind === 'poison') order.kind = 'paid'
  }

  const plan = { ...planOf(random), ...more }
  let isOver = false
  let singles: SingleCall[] = []
  let batches: WatchedBatch[] = []
  let spoiled: Spoiled | null = null
  let listed: string[] = []

  const life = (async () => {
    const spoiling = spoil(platform, plan, () => isOver)

    ;[batches, singles] = await Promise.all([
      Promise.all(
        BATCH_SIZES.map((_, number) => operateOne(platform, number))
      ),
      callSingles(platform),
    ])
    isOver = true
    spoiled = await spoiling
    listed = await untilListed(platform, batches)
  })()

  life.catch(onBug)
  await time.run(() => time.nowMs > 3 * 3_600_000)

  return {
    seed,
    plan,
    isRough,
    platform,
    spoiled,
    harmed: harmedBy((spoiled as Spoiled | null)?.key ?? ''),
    batches,
    singles,
    bugs,
    logged,
    listed,
    isAtRest: time.nowMs <= 3 * 3_600_000,
    handlers: platform.handlers,
  }
}

async function operateOne(platform: VirtualPlatform, number: number) {
  const { time, random } = platform
  const first = BATCH_SIZES.slice(0, number).reduce((sum, one) => sum + one, 0)
  const wish = {
    key: `key-${number}`,
    orderIds: Array.from({ length: BATCH_SIZES[number] }, (_, at) =>
      orderIdOf(first + at)
    ),
    checkFirst: random() < 0.5,
    wayOut: random() < 0.6 ? ('RETRY' as const) : ('ABORT' as const),
  }

  await time.wait(random() * 20_000)

  return operate(platform, wish)
}

async function callSingles(platform: VirtualPlatform): Promise<SingleCall[]> {
  const { time, random, oms } = platform
  const call = async (orderId: string, afterMs: number) => {
    await time.wait(afterMs)

    const startedMs = time.nowMs
    const answer = await cancelOrder(platform.orderPorts(), orderId, {
      reason: null,
      requestedByUser: false,
    })

    return {
      orderId,
      answer,
      tookMs: time.nowMs - startedMs,
      statusThen: oms.orders.get(orderId)?.status ?? '',
    }
  }

  const calls = Array.from({ length: SINGLES }, async (_, number) => {
    const orderId = orderIdOf(ORDERS - SINGLES + number)
    const first = await call(orderId, random() * 80_000)
    const second = await call(orderId, random() * 60_000)

    return [first, second]
  })

  return (await Promise.all(calls)).flat()
}

/** Lists all batches, until those that were made are in the list, or ten minutes have passed. */
async function untilListed(
  platform: VirtualPlatform,
  batches: WatchedBatch[]
): Promise<string[]> {
  const { time } = platform
  const untilMs = time.nowMs + 10 * 60_000

  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const page = await listBatches(platform.callerPorts(), {
      first: 50,
      after: null,
    })

    const ids = page?.items.map(({ id }) => id) ?? []

    if (batches.every(({ id }) => ids.includes(id)) || time.nowMs > untilMs)
      return ids

    // eslint-disable-next-line no-await-in-loop
    await time.wait(10_000)
  }
}
void REST_WITHIN_MS
