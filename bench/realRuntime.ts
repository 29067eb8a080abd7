import { allRows, startBatch, untilBatch } from '../tests/support/batches'
import { Simulator } from '../tests/support/simulator'

/** What a large batch on the real runtime came to. */
export interface RealRun {
  orders: number
  perSecond: number
  /** To the last row out of PENDING, as a ratio to orders ÷ limit. */
  ratio: number
  own429Percent: number
  wrong: number
  sentTwice: number
  vbaseCallsPer100: number
  /** Of the replica that needed most, against what it needed before. */
  memoryRatio: number
}

const TIMEOUT_MS = 240_000

/** Runs a batch on two replicas of the real app against a limit of OMS, and checks each row with the ledger. */
export async function realRun(
  orders: number,
  perSecond: number
): Promise<RealRun> {
  const simulator = new Simulator()

  await simulator.start(2)

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

    const startedMs = performance.now()
    const { id } = await startBatch(simulator, { orders: orderIds })

    await untilBatch(
      simulator,
      id,
      ({ counts }) =>
        counts.pending === 0 || performance.now() - startedMs > TIMEOUT_MS
    )

    const seconds = (performance.now() - startedMs) / 1_000
    const traffic = await simulator.traffic()
    const calls = await simulator.ledger('vbase')
    const sends = (await simulator.ledger('oms')).filter(
      ({ method, status }) => method === 'POST' && status === 200
    )

    const bySends = new Map<string, number>()

    for (const { path } of sends)
      bySends.set(path, (bySends.get(path) ?? 0) + 1)

    const rows = await allRows(simulator, id)

    return {
      orders,
      perSecond,
      ratio: seconds / (orders / perSecond),
      own429Percent: (100 * traffic.own.sendsLimited) / traffic.own.sends,
      wrong: rows.filter(
        ({ state, orderId }) =>
          !['ACCEPTED', 'CANCELED'].includes(state) ||
          !bySends.has(`/api/oms/pvt/orders/${orderId}/cancel`)
      ).length,
      sentTwice: [...bySends.values()].filter((count) => count > 1).length,
      vbaseCallsPer100: (100 * calls.length) / orders,
      memoryRatio: 0,
    }
  } finally {
    await simulator.stop()
  }
}
