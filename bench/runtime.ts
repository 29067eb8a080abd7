import { realRun } from './realRuntime'
import type { RealRun } from './realRuntime'
import { beyond, printTable } from './table'

const PER_SECOND = 100
const FEW = 500
const MANY = 10_000

/** Batches on the real runtime, a small and a large one in the same run; what is beyond its bound. */
export async function benchRuntime(): Promise<string[]> {
  const few = await realRun(FEW, PER_SECOND)
  const many = await realRun(MANY, PER_SECOND)

  printTable(
    `Real runtime, 2 replicas, simulated limit of ${PER_SECOND}/s, OMS 150 ms, VBase 10 ms`,
    [
      ['', `${FEW} orders`, `${MANY} orders`],
      row('time ÷ orders ÷ limit', [few, many], ({ ratio }) =>
        ratio.toFixed(2)
      ),
      row('own 429 %', [few, many], (run) => run.own429Percent.toFixed(1)),
      row(
        'rows not as the ledger says',
        [few, many],
        ({ wrong }) => `${wrong}`
      ),
      row('orders sent twice', [few, many], ({ sentTwice }) => `${sentTwice}`),
      row('VBase calls per 100 orders', [few, many], (run) =>
        run.vbaseCallsPer100.toFixed(0)
      ),
      row('peak memory of a replica, MB', [few, many], (run) =>
        run.peakMb.toFixed(0)
      ),
    ]
  )

  return beyond([
    { what: 'the time of 10,000 orders', measured: many.ratio, atMost: 1.15 },
    {
      what: 'our share of 429',
      measured: many.own429Percent,
      atMost: 1.5,
    },
    {
      what: 'rows not as the ledger says',
      measured: few.wrong + many.wrong,
      atMost: 0,
    },
    {
      what: 'orders sent twice',
      measured: few.sentTwice + many.sentTwice,
      atMost: 0,
    },
    {
      what: 'VBase calls per 100 orders, of 10,000 against 500',
      measured: many.vbaseCallsPer100 / few.vbaseCallsPer100,
      atMost: 1.05,
    },
    {
      what: 'peak memory, of 10,000 orders against 500',
      measured: many.peakMb / few.peakMb,
      atMost: 1.5,
    },
  ])
}

function row(name: string, runs: RealRun[], show: (run: RealRun) => string) {
  return [name, ...runs.map(show)]
}
