import { SeveralBatches } from '../node/testing/batches/severalBatches'
import { randomFrom } from '../node/testing/virtualTime'
import { fixedWindow, noise, tokenBucket } from './limits'
import type { Limit } from './limits'
import { outOfBounds, printTable } from './table'

const QUEUES = 20

/** How often the operators read their batches, and from when on: until then the lane does not know its pace. */
const READ_EVERY_MS = 30_000
const KNOWN_AFTER_MS = 30_000

/** A shorter time that is left is not worth an estimate: a batch ends with its slowest row. */
const SHORTEST_MS = 20_000

const MAX_MEDIAN_PERCENT = 25
const MAX_FACTOR = 2

interface Told {
  id: string
  atMs: number
  secondsLeft: number
}

/** Compares the time that a batch is told to take with the time that it takes, over mixed queues; returns the measurements that exceed their bound. */
export async function benchEstimate(): Promise<string[]> {
  const factors: number[] = []

  for (let seed = 1; seed <= QUEUES; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    factors.push(...(await factorsOf(seed)))
  }

  const errors = factors
    .map((factor) => 100 * Math.abs(factor - 1))
    .sort((one, other) => one - other)

  const median = errors[Math.floor(errors.length / 2)]
  const worst = Math.max(
    ...factors.map((factor) => Math.max(factor, 1 / factor))
  )

  printTable(
    `Estimates: estimatedSecondsLeft against the time that was left, ${factors.length} readings of ${QUEUES} mixed queues`,
    [
      ['median error', 'worst factor'],
      [`${median.toFixed(0)} %`, worst.toFixed(2)],
    ]
  )

  return outOfBounds([
    {
      what: 'the median error of an estimate in %',
      measured: median,
      atMost: MAX_MEDIAN_PERCENT,
    },
    {
      what: 'the worst factor of an estimate',
      measured: worst,
      atMost: MAX_FACTOR,
    },
  ])
}

/** Runs one queue of batches; returns each told time ÷ the time that was left. */
async function factorsOf(seed: number): Promise<number[]> {
  const random = randomFrom(seed * 104_729)
  const sizes = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
    Math.ceil(20 * 100 ** random())
  )

  const several = new SeveralBatches(sizes.reduce((sum, size) => sum + size, 0))
  const limit = limitOf(random)

  several.platform.oms.limit = (kind) =>
    kind === 'read' || limit.takes(several.platform.time.nowMs)
      ? null
      : { kind: 'answered', status: 429, body: {}, headers: {} }

  const told: Told[] = []
  const endedMs = new Map<string, number>()

  await several.run(async () => {
    const ids: string[] = []

    for (const size of sizes) {
      const maxPerMinute =
        random() < 0.3 ? Math.ceil(30 * 20 ** random()) : null

      // eslint-disable-next-line no-await-in-loop
      const { id } = await several.start(size, { maxPerMinute })

      ids.push(id)
    }

    await several.platform.time.wait(KNOWN_AFTER_MS)
    while (ids.some((id) => !endedMs.has(id))) {
      // eslint-disable-next-line no-await-in-loop
      await readAll(several, ids, { told, endedMs })
      // eslint-disable-next-line no-await-in-loop
      await several.platform.time.wait(1_000)
    }
  })

  return told.flatMap(({ id, atMs, secondsLeft }) => {
    const leftMs = (endedMs.get(id) ?? 0) - atMs

    return leftMs < SHORTEST_MS ? [] : (1_000 * secondsLeft) / leftMs
  })
}

/** Reads each batch that runs: notes what it is told, now and then, and when no row is pending. */
async function readAll(
  several: SeveralBatches,
  ids: string[],
  { told, endedMs }: { told: Told[]; endedMs: Map<string, number> }
) {
  const { nowMs } = several.platform.time

  for (const id of ids.filter((one) => !endedMs.has(one))) {
    // eslint-disable-next-line no-await-in-loop
    const batch = await several.read(id)
    const last = told.filter((one) => one.id === id).pop()
    const secondsLeft = batch?.estimatedSecondsLeft ?? null

    if (batch?.counts.PENDING === 0) endedMs.set(id, nowMs)
    else if (
      secondsLeft !== null &&
      nowMs - (last?.atMs ?? -Infinity) >= READ_EVERY_MS
    )
      told.push({ id, atMs: nowMs, secondsLeft })
  }
}

/** A limit of some kind, between 2 and 40 calls a second. */
function limitOf(random: () => number): Limit {
  const perSecond = 2 * 20 ** random()
  const kind = Math.floor(random() * 3)

  switch (kind) {
    case 0:
      return tokenBucket(perSecond, 2 * perSecond)

    case 1:
      return fixedWindow(perSecond)

    default:
      return both(tokenBucket(perSecond, perSecond), noise(0.02, random))
  }
}

function both(one: Limit, other: Limit): Limit {
  return {
    takes: (nowMs) => other.takes(nowMs) && one.takes(nowMs),
    waitSeconds: one.waitSeconds,
  }
}
