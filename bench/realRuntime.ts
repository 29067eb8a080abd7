import { allRows, startBatch, untilBatch } from '../tests/support/batches'
import { Simulator } from '../tests/support/simulator'
import { memoryMb } from './memory'

/** The result of a batch on the real runtime. */
export interface RealRun {
  /** The time from START until no row is PENDING ÷ (orders ÷ limit). */
  ratio: number
  own429Percent: number
  /** Rows whose state contradicts the platform's ledger. */
  wrong: number
  sentTwice: number
  vbaseCallsPer100: number
  /** The peak memory of the replica that needed most. */
  peakMb: number
}

const REPLICAS = 2
const TIMEOUT_MS = 240_000

/** Runs a batch on replicas of the real app against a rate limit of OMS, and checks each row against the ledger. */
export async function realRun(
  orders: number,
  perSecond: number
): Promise<RealRun> {
  const simulator = new Simulator()

  await simulator.start(REPLICAS, undefined, { isContained: true })

  try {
    await simulator.choose({
      rateLimit: 'bucket',
      ratePerSecond: perSecond,
      rateBurst: perSecond,
      omsLatencyMs: 150,
      latencyMs: 10,
    })

    const { orderIds } = await simulator.seedMany(orders, 'B')

    await simulator.forgetLedger()

    const { id } = await startBatch(simulator, { orders: orderIds })
    const startedMs = performance.now()
    const isLate = () => performance.now() - startedMs > TIMEOUT_MS

    await untilBatch(
      simulator,
      id,
      ({ counts }) => counts.pending === 0 || isLate()
    )

    const seconds = (performance.now() - startedMs) / 1_000

    return {
      ratio: isLate() ? NaN : seconds / (orders / perSecond),
      ...(await checked(simulator, id, orders)),
    }
  } finally {
    await simulator.stop()
  }
}

async function checked(simulator: Simulator, id: string, orders: number) {
  const { own } = await simulator.traffic()
  const vbase = await simulator.ledger('vbase')
  const replicas = await simulator.replicas()
  const sends = countsOf(
    (await simulator.ledger('oms'))
      .filter(({ method, status }) => method === 'POST' && status === 200)
      .map(({ path }) => path)
  )

  const rows = await allRows(simulator, id)
  const right = rows.filter(
    ({ state, orderId }) =>
      ['ACCEPTED', 'CANCELED'].includes(state) &&
      sends.get(`/api/oms/pvt/orders/${orderId}/cancel`) === 1
  )

  return {
    own429Percent: (100 * own.sendsLimited) / own.sends,
    wrong: orders - right.length,
    sentTwice: [...sends.values()].filter((count) => count > 1).length,
    vbaseCallsPer100: (100 * vbase.length) / orders,
    peakMb: Math.max(...replicas.map(({ pid = 0 }) => memoryMb(pid, 'peak'))),
  }
}

function countsOf(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()

  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)

  return counts
}
