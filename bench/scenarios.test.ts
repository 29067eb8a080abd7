import { gatePace } from './gatePace'
import { boundsOf, meanPace, relativeTo } from './paceResults'
import { peerPace } from './peers/lanes'
import { PEERS } from './peers/peers'
import { SCENARIOS } from './scenarios'
import { outOfBounds } from './table'

/** The gate alone costs so little that each scenario has many seeds. */
const SEEDS = 4

describe("the app's pace in the benchmark's scenarios", () => {
  it.each(SCENARIOS)(
    '$name ($what): keeps the bounds on its time, its 429s and those of the other clients',
    async (scenario) => {
      const sequential = await meanPace(
        scenario,
        (_, seed) => peerPace(scenario, PEERS.sequential, seed),
        scenario.time.of === 'sequential' ? SEEDS : 1
      )

      const own = await meanPace(scenario, gatePace, SEEDS)

      expect(
        outOfBounds(boundsOf(scenario, relativeTo(sequential, scenario, own)))
      ).toEqual([])
    }
  )
})
