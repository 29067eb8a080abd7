import type { AppLogger } from '../../services/ports'
import { listBatches } from '../../services/batch/api/listBatches'
import { orderIdOf } from '../batches/besideOrders'
import { CALM } from '../batches/conditions'
import type { BatchConditions } from '../batches/conditions'
import { VirtualPlatform } from '../batches/virtualPlatform'
import { operate } from './operator'
import type { WatchedBatch } from './operator'
import { callSingles } from './singles'
import type { SingleCall } from './singles'
import { planOf, spoil } from './spoiler'
import type { Plan, Spoiled } from './spoiler'
import { harmedBy } from './targets'
import type { Harmed } from './targets'

/** How many orders each batch has. A shard has ten. */
const BATCH_SIZES = [24, 12, 6]

/** How many orders are canceled by calls of their own. */
const SINGLES = 6

const sumOf = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0)

/** In some seeds replicas die, and answers and events get lost. */
const ROUGH: Partial<BatchConditions> = {
  killedHandlers: 0.2,
  lostEvents: 0.1,
  doubleEvents: 0.15,
  faultyFiles: 0.02,
  faultyReads: 0.03,
  faultySends: 0.1,
  shownAfterMs: 5_000,
}

const ROUGH_SHARE = 0.3

/** By then every batch has ended, and no replica is woken any more. */
const REST_BY_MS = 4 * 3_600_000

const LIST_EVERY_MS = 10_000

/** How long a batch may be missing from the list at the end. */
const LISTED_WITHIN_MS = 10 * 60_000

/** What became of all batches and orders around a file that was spoilt. */
export interface PoisonRun {
  plan: Plan
  isRough: boolean
  platform: VirtualPlatform
  spoiled: Spoiled | null
  harmed: Harmed
  batches: WatchedBatch[]
  singles: SingleCall[]
  /** What the app logged as a bug, and what its handlers threw. */
  bugs: string[]
  logged: LogEntry[]
  /** The ids of the batches that were listed at the end. */
  listed: string[]
  isAtRest: boolean
}

type LogEntry = Parameters<AppLogger['info']>[0]

/** Runs three batches and some single calls, and spoils a file meanwhile. */
export async function runPoison(seed: number): Promise<PoisonRun> {
  const { platform, isRough, bugs, logged } = aPlatform(seed)
  const { time, random } = platform
  const plan = planOf(random)
  const outcome: Pick<PoisonRun, 'spoiled' | 'batches' | 'singles' | 'listed'> =
    { spoiled: null, batches: [], singles: [], listed: [] }

  let isOver = false

  const life = (async () => {
    const spoiling = spoil(platform, plan, () => isOver)
    const working = BATCH_SIZES.map((_, number) => operateOne(platform, number))
    const calling = callSingles(
      platform,
      Array.from({ length: SINGLES }, (_, number) =>
        orderIdOf(sumOf(BATCH_SIZES) + number)
      )
    )

    outcome.batches = await Promise.all(working)
    outcome.singles = await calling
    isOver = true
    outcome.spoiled = await spoiling
    outcome.listed = await untilListed(platform, outcome.batches)
  })()

  life.catch(platform.onCrash)
  await time.run(() => time.nowMs > REST_BY_MS)

  return {
    ...outcome,
    plan,
    isRough,
    platform,
    harmed: harmedBy(outcome.spoiled?.key ?? ''),
    bugs,
    logged,
    isAtRest: time.nowMs <= REST_BY_MS,
  }
}

function aPlatform(seed: number) {
  const bugs: string[] = []
  const logged: LogEntry[] = []
  const isRough = (seed * 0.618_034) % 1 < ROUGH_SHARE
  const platform = new VirtualPlatform(seed, {
    ...CALM,
    ...(isRough && ROUGH),
    orders: sumOf(BATCH_SIZES) + SINGLES,
  })

  platform.onCrash = (error) => {
    bugs.push(error instanceof Error ? error.stack ?? error.message : 'thrown')
  }

  platform.logger = {
    info: (entry) => logged.push(entry),
    bug: (_operation, error) => platform.onCrash(error),
  }

  for (const order of platform.oms.orders.values()) {
    // Such an order takes many minutes to be left to a person.
    if (order.kind === 'poison') order.kind = 'paid'
  }

  return { platform, isRough, bugs, logged }
}

async function operateOne(platform: VirtualPlatform, number: number) {
  const { time, random } = platform
  const first = sumOf(BATCH_SIZES.slice(0, number))
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

/** Lists all batches, until those that were made are in the list, or it is too late for that. */
async function untilListed(
  platform: VirtualPlatform,
  batches: WatchedBatch[]
): Promise<string[]> {
  const { time } = platform
  const untilMs = time.nowMs + LISTED_WITHIN_MS

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
    await time.wait(LIST_EVERY_MS)
  }
}
