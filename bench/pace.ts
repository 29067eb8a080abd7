import type { PaceResult } from './account'
import { ownPace } from './ownPace'
import { peerPace } from './peers/lanes'
import { PEERS } from './peers/peers'
import { SCENARIOS } from './scenarios'
import type { Scenario } from './scenarios'
import { outOfBounds, printTable } from './table'

const OWN = 'this app'

type Runner = (scenario: Scenario, seed: number) => Promise<PaceResult>

const RUNNERS: Array<[string, Runner]> = [
  ...Object.entries(PEERS).map(([name, newPeer]): [string, Runner] => [
    name,
    (scenario, seed) => peerPace(scenario, newPeer, seed),
  ]),
  [OWN, ownPace],
]

/** Compares the app's pace with other algorithms, on limits that none of them knows; returns the measurements that exceed their bound. */
export async function benchPace(seeds: number): Promise<string[]> {
  const failed: string[] = []
  const cells = new Map(RUNNERS.map(([name]) => [name, [name]]))

  for (const scenario of SCENARIOS) {
    for (const [name, run] of RUNNERS) {
      // eslint-disable-next-line no-await-in-loop
      const result = await meanOf(seeds, (seed) => run(scenario, seed))

      cells.get(name)?.push(shown(result))
      if (name === OWN) failed.push(...outOfBounds(boundsOf(scenario, result)))
    }
  }

  printTable(
    `Pace: time ÷ (orders ÷ the part of the limit that other clients leave) · own 429 % · others' 429 %, mean of ${seeds} seeds.
A ratio below 1 means that it took capacity from the other clients. * means that it gave up.`,
    [['', ...SCENARIOS.map(({ name }) => name)], ...cells.values()]
  )

  SCENARIOS.forEach(({ name, what }) => console.log(`  ${name}: ${what}`))

  return failed
}

async function meanOf(
  seeds: number,
  run: (seed: number) => Promise<PaceResult>
): Promise<PaceResult> {
  const results: PaceResult[] = []

  for (let seed = 1; seed <= seeds; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    results.push(await run(seed))
  }

  const mean = (value: (result: PaceResult) => number) =>
    results.reduce((sum, result) => sum + value(result), 0) / seeds

  return {
    ratio: mean(({ ratio }) => ratio),
    own429Percent: mean(({ own429Percent }) => own429Percent),
    others429Percent: mean(({ others429Percent }) => others429Percent),
    isDone: results.every(({ isDone }) => isDone),
  }
}

function shown(result: PaceResult): string {
  const { ratio, own429Percent, others429Percent, isDone } = result

  return [
    isDone ? ratio.toFixed(2) : '*',
    own429Percent.toFixed(1),
    others429Percent.toFixed(1),
  ].join(' · ')
}

function boundsOf({ name, bounds }: Scenario, result: PaceResult) {
  const { ratio, own429Percent, others429Percent, isDone } = result

  return [
    {
      what: `the time ratio in ${name}`,
      measured: isDone ? ratio : NaN,
      atMost: bounds.ratio,
    },
    {
      what: `the app's share of 429 in ${name}`,
      measured: own429Percent,
      atMost: bounds.own429Percent,
    },
    {
      what: `the other clients' share of 429 in ${name}`,
      measured: others429Percent,
      atMost: bounds.others429Percent,
    },
  ]
}
