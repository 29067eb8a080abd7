import type { PaceResult } from './account'
import { ownPace } from './ownPace'
import { boundsOf, meanPace, relativeTo } from './paceResults'
import type { Runner } from './paceResults'
import { peerPace } from './peers/lanes'
import { PEERS } from './peers/peers'
import { SCENARIOS } from './scenarios'
import { outOfBounds, printTable } from './table'

const OWN = 'this app'

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
    // eslint-disable-next-line no-await-in-loop
    const sequential = await meanPace(scenario, RUNNERS[0][1], seeds)

    for (const [name, run] of RUNNERS) {
      // eslint-disable-next-line no-await-in-loop
      const mean = await meanPace(scenario, run, seeds)
      const result = relativeTo(sequential, scenario, mean)

      cells.get(name)?.push(shown(result))
      if (name === OWN) failed.push(...outOfBounds(boundsOf(scenario, result)))
    }
  }

  printTable(
    `Pace: time ÷ (orders ÷ the part of the limit that other clients leave) · own 429 % · others' 429 %, mean of ${seeds} seeds.
A time below 1 means that it took capacity from the other clients. * means that it gave up. H and I measure time otherwise.`,
    [['', ...SCENARIOS.map(({ name }) => name)], ...cells.values()]
  )

  SCENARIOS.forEach(({ name, what }) => console.log(`  ${name}: ${what}`))

  return failed
}

function shown(result: PaceResult): string {
  const { time, own429Percent, others429Percent, isDone } = result

  return [
    isDone ? time.toFixed(time < 10 ? 2 : 0) : '*',
    own429Percent.toFixed(1),
    Number.isNaN(others429Percent) ? '–' : others429Percent.toFixed(1),
  ].join(' · ')
}
