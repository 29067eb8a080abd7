import { FAULTY } from '../../../testing/batches/conditions'
import { runSeeds } from '../../../testing/batches/seeds'
import { useSmallShards } from '../../../testing/batches/smallShards'

useSmallShards()

// The seeds are in two files so that two processes share the work.
test('seeds 1001 to 2000 with lost replies, files, events and replicas: no row is lost, sent twice, sent without a fresh read or reported wrong', async () => {
  const campaign = await runSeeds({ from: 1001, to: 2000 }, FAULTY)

  expect(campaign.violations).toEqual([])
  expect(campaign.seeds).toBe(1_000)
  // Six faults in a row leave an order to an operator: that may happen to a few orders in ten thousand.
  expect((campaign.unknown / campaign.orders) * 10_000).toBeLessThan(10)
}, 300_000)
