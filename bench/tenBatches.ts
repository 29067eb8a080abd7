import { controlBatch } from '../node/services/batch/api/controlBatch'
import type { BatchInput } from '../node/domain/batch/batchInput'
import type { BatchAction } from '../node/domain/vocabulary'
import { SeveralBatches } from '../node/testing/batches/severalBatches'
import { tokenBucket } from './limits'
import { outOfBounds, printTable } from './table'

/** The batches that operators start at once: how many orders each has, and what is special about it. */
const BATCHES: Array<{
  orders: number
  input?: Partial<BatchInput>
  fate?: 'paused' | 'poisoned'
}> = [
  { orders: 5_000 },
  { orders: 2_000 },
  { orders: 1_000 },
  { orders: 500 },
  { orders: 400, fate: 'poisoned' },
  { orders: 200, fate: 'paused' },
  { orders: 100, input: { maxPerMinute: 120 } },
  { orders: 50, input: { maxPerMinute: 30 } },
  { orders: 20, input: { checkFirst: true } },
  { orders: 1 },
]

const PER_SECOND = 20
const PAUSED_AFTER_MS = 10_000
const PAUSED_FOR_MS = 60_000

const MAX_MAKESPAN = 1.15
const MAX_FIRST_SECONDS = 15

type Started = { id: string; orderIds: string[]; startedMs: number }

/** Runs ten batches at once against one limit; returns the measurements that exceed their bound, and what ended wrong. */
export async function benchTenBatches(): Promise<string[]> {
  const several = new SeveralBatches(
    BATCHES.reduce((sum, { orders }) => sum + orders, 0)
  )

  const { time, oms } = several.platform
  const limit = tokenBucket(PER_SECOND, PER_SECOND)

  oms.limit = (kind) =>
    kind === 'read' || limit.takes(time.nowMs)
      ? null
      : { kind: 'answered', status: 429, body: {}, headers: {} }

  // The poisoned batch is to say what a worker met.
  several.platform.logger = { info: () => undefined, bug: () => undefined }

  const batches: Started[] = []
  const wrong: string[] = []

  await several.run(async () => {
    for (const { orders, input } of BATCHES) {
      // eslint-disable-next-line no-await-in-loop
      batches.push(await begin(several, orders, input))
    }

    await Promise.all([
      pauseFor(several, batches[place('paused')].id),
      poison(several, batches[place('poisoned')].id),
    ])

    // eslint-disable-next-line no-await-in-loop
    while (!(await areOver(several, batches))) await time.wait(5_000)

    wrong.push(...(await wrongsOf(several, batches)))
  })

  const sends = several.calls.filter(({ kind }) => kind === 'send')
  const taken = [...oms.orders.values()].filter(
    ({ effects }) => effects.length > 0
  ).length

  const lastMs = Math.max(...sends.map(({ atMs }) => atMs))
  const makespan =
    (lastMs - batches[0].startedMs) / 1_000 / (taken / PER_SECOND)

  const smallest = batches[batches.length - 1]
  const [firstMs] = several.timesOf('send', smallest.orderIds)
  const firstSeconds = (firstMs - smallest.startedMs) / 1_000

  printTable(
    `Ten batches at once (1 to 5,000 orders; two capped, one checked first, one paused, one poisoned), a limit of ${PER_SECOND}/s`,
    [
      ['time ÷ ideal', 'smallest sent after', 'ended wrong'],
      [
        makespan.toFixed(2),
        `${firstSeconds.toFixed(1)} s`,
        String(wrong.length),
      ],
    ]
  )

  return [
    ...wrong,
    ...outOfBounds([
      {
        what: 'the time of ten batches',
        measured: makespan,
        atMost: MAX_MAKESPAN,
      },
      {
        what: 'the wait of the smallest of ten batches',
        measured: firstSeconds,
        atMost: MAX_FIRST_SECONDS,
      },
    ]),
  ]
}

function place(fate: 'paused' | 'poisoned'): number {
  return BATCHES.findIndex((batch) => batch.fate === fate)
}

async function begin(
  several: SeveralBatches,
  orders: number,
  input: Partial<BatchInput> = {}
): Promise<Started> {
  if (!input.checkFirst) return several.start(orders, input)

  const startedMs = several.platform.time.nowMs
  const { id, orderIds } = await several.create(orders, input)

  void startWhenReady(several, id)

  return { id, orderIds, startedMs }
}

async function startWhenReady(several: SeveralBatches, id: string) {
  // eslint-disable-next-line no-await-in-loop
  while ((await several.read(id))?.state !== 'READY')
    // eslint-disable-next-line no-await-in-loop
    await several.platform.time.wait(1_000)

  await command(several, id, 'START')
}

async function command(
  several: SeveralBatches,
  id: string,
  action: BatchAction
) {
  const batch = await several.read(id)

  await controlBatch(several.platform.callerPorts(), {
    id,
    action,
    expectedOrders: batch?.counts.PENDING ?? null,
  })
}

async function pauseFor(several: SeveralBatches, id: string) {
  const { time } = several.platform

  await time.wait(PAUSED_AFTER_MS)
  await command(several, id, 'PAUSE')
  await time.wait(PAUSED_FOR_MS)
  await command(several, id, 'RESUME')
}

/** Cuts off the file of the last rows of a batch. */
async function poison({ platform }: SeveralBatches, id: string) {
  const { stored } = platform.files
  const path = [...stored.keys()]
    .filter((key) => key.includes(id) && key.includes('/out/'))
    .sort((one, other) => (one < other ? -1 : 1))
    .pop()

  if (path) stored.set(path, { body: '{', etag: 1e6 })
}

async function areOver(several: SeveralBatches, batches: Started[]) {
  const states = await Promise.all(
    batches.map(async ({ id }) => (await several.read(id))?.state ?? '')
  )

  return states.every((state) => ['DONE', 'FAILED'].includes(state))
}

/** Compares each batch with what OMS knows of its orders. */
async function wrongsOf(several: SeveralBatches, batches: Started[]) {
  const { oms } = several.platform
  const wrongs = await Promise.all(
    batches.map(async ({ id, orderIds }, index) => {
      const { fate } = BATCHES[index]
      const batch = await several.read(id)
      const effects = orderIds.map(
        (orderId) => oms.orders.get(orderId)?.effects.length ?? 0
      )

      const canceled = effects.filter((count) => count === 1).length
      const isRight =
        batch?.state === (fate === 'poisoned' ? 'FAILED' : 'DONE') &&
        effects.every((count) => count <= 1) &&
        (batch.counts.CANCELED === canceled || fate === 'poisoned') &&
        batch.counts.CANCELED <= canceled &&
        (canceled === orderIds.length || fate === 'poisoned')

      return isRight
        ? []
        : [
            `the batch of ${orderIds.length} orders ended wrong: ${batch?.state}`,
          ]
    })
  )

  return wrongs.flat()
}
