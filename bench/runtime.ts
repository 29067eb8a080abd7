import { join } from 'path'

import { memoryMbOf } from '../simulator/app/heapFlags'
import { realRun } from './realRuntime'
import type { RealRun } from './realRuntime'
import { outOfBounds, printTable } from './table'

const PER_SECOND = 100
const FEW = 500
const MANY = 10_000

const BUILD = join(__dirname, '..', 'build')

/** Runs a small and a large batch on the real runtime; returns the measurements that exceed their bound. */
export async function benchRuntime(): Promise<string[]> {
  const few = await realRun(FEW, PER_SECOND)
  const many = await realRun(MANY, PER_SECOND)
  const memoryMb = memoryMbOf(BUILD)

  printTable(
    `Real runtime: 2 replicas, a simulated limit of ${PER_SECOND}/s, OMS takes 150 ms, VBase 10 ms`,
    [
      ['', `${FEW} orders`, `${MANY} orders`],
      row('time ÷ (orders ÷ limit)', [few, many], ({ ratio }) =>
        ratio.toFixed(2)
      ),
      row('own 429 %', [few, many], (run) => run.own429Percent.toFixed(1)),
      row(
        'rows that contradict the ledger',
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
      row('  ÷ its memory in service.json', [few, many], (run) =>
        (run.peakMb / memoryMb).toFixed(2)
      ),
    ]
  )

  return outOfBounds([
    {
      what: 'the time ratio of 10,000 orders',
      measured: many.ratio,
      atMost: 1.15,
    },
    {
      what: "the app's share of 429",
      measured: many.own429Percent,
      atMost: 1.5,
    },
    {
      what: 'the number of rows that contradict the ledger',
      measured: few.wrong + many.wrong,
      atMost: 0,
    },
    {
      what: 'the number of orders sent twice',
      measured: few.sentTwice + many.sentTwice,
      atMost: 0,
    },
    {
      what: 'the ratio of VBase calls per order, 10,000 orders to 500',
      measured: many.vbaseCallsPer100 / few.vbaseCallsPer100,
      atMost: 1.05,
    },
    {
      what: 'the ratio of peak memory, 10,000 orders to 500',
      measured: many.peakMb / few.peakMb,
      atMost: 1.5,
    },
    {
      what: 'the peak memory of a replica ÷ its memory in service.json',
      measured: many.peakMb / memoryMb,
      atMost: 1,
    },
  ])
}

function row(name: string, runs: RealRun[], show: (run: RealRun) => string) {
  return [name, ...runs.map(show)]
}
