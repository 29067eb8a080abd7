import { FAULTY } from '../../../testing/batches/conditions'
import { runSeeds } from '../../../testing/batches/seeds'
import { useSmallShards } from '../../../testing/batches/smallShards'

useSmallShards()

// Two files, so that two processes share the work.
test('nothing is lost, sent twice, sent unread or told wrongly, in seeds 1 to 1000 of lost replies, lost files, lost events and killed replicas', async () => {
  const campaign = await runSeeds({ from: 1, to: 1000 }, FAULTY)

  expect(campaign.violations).toEqual([])
  expect(campaign.seeds).toBe(1_000)
  // Six faults in a row leave an order to a person: that may happen to a few of ten thousand.
  expect((campaign.unknown / campaign.orders) * 10_000).toBeLessThan(10)
}, 300_000)
