import { percentile, tripsInARow } from './stats'
import type { Target } from './targets'

/** What was measured for one target at one latency. */
export interface Cell {
  p50: number
  p99: number
  /** The number of cancels that the percentiles come from. */
  measured: number
  /** The median number of upstream calls of one cancel. */
  calls: number
  /** The median number of round trips in a row of one cancel. */
  trips: number
  /** Cancels a second at 16 at once; null if that is not measured. */
  perSecond: number | null
  /** Cancels that were not taken. */
  failed: number
}

export const AT_ONCE = 16

const MAX_ALONE = 100
const MAX_AT_ONCE = 500
const FEWEST = 2

/** Measures a target: first one cancel after the other, then 16 at once. Each order is canceled once. */
export async function measure(target: Target, name: string): Promise<Cell> {
  const alone = await oneAfterTheOther(target, `${name}A`)
  const { atOnce } = target.budgetMs
  const together =
    atOnce === null
      ? null
      : await runAtOnce(target, `${name}T`, { withinMs: atOnce })

  const column = (of: 'ms' | 'calls' | 'trips') =>
    alone.map((sample) => sample[of])

  return {
    p50: percentile(column('ms'), 0.5),
    p99: percentile(column('ms'), 0.99),
    measured: alone.length,
    calls: percentile(column('calls'), 0.5),
    trips: percentile(column('trips'), 0.5),
    perSecond: together && together.done / together.seconds,
    failed:
      alone.filter(({ isTaken }) => !isTaken).length + (together?.failed ?? 0),
  }
}

async function oneAfterTheOther(
  { simulator, order, cancel, budgetMs }: Target,
  prefix: string
) {
  const { orderIds } = await simulator.seedMany(MAX_ALONE, prefix, order)
  const endsMs = performance.now() + budgetMs.alone
  const samples: Array<{
    ms: number
    calls: number
    trips: number
    isTaken: boolean
  }> = []

  /* eslint-disable no-await-in-loop -- each cancel is measured alone */
  for (const orderId of orderIds) {
    if (samples.length >= FEWEST && performance.now() > endsMs) break
    await simulator.forgetLedger()

    const startedMs = performance.now()
    const isTaken = await cancel(orderId)
    const ms = performance.now() - startedMs
    const calls = await simulator.ledger()

    samples.push({
      ms,
      calls: calls.length,
      trips: tripsInARow(calls),
      isTaken,
    })
  }
  /* eslint-enable no-await-in-loop */

  return samples
}

/** Cancels orders, 16 at once, and begins none after the given time. */
export async function runAtOnce(
  { simulator, order, cancel }: Target,
  prefix: string,
  { withinMs, most = MAX_AT_ONCE }: { withinMs: number; most?: number }
) {
  const { orderIds } = await simulator.seedMany(most, prefix, order)
  const startedMs = performance.now()
  let failed = 0
  let done = 0

  const work = async () => {
    while (performance.now() - startedMs < withinMs) {
      const orderId = orderIds.pop()

      if (orderId === undefined) break
      // eslint-disable-next-line no-await-in-loop
      if (!(await cancel(orderId))) failed += 1
      done += 1
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work))

  return { done, failed, seconds: (performance.now() - startedMs) / 1_000 }
}
