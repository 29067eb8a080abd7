import { runPoisonSeeds } from '../../../testing/poison/poisonSeeds'
import { useSmallShards } from '../../../testing/batches/smallShards'

useSmallShards()

test('150 seeds, each with one stored file spoilt under running batches and single calls: every neighbour ends right and in time, nothing is sent twice or reported wrong, no worker fails, and the harmed says what is wrong and ends', async () => {
  const campaign = await runPoisonSeeds({ from: 1, to: 150 })

  expect(campaign.violations).toEqual([])
  expect(campaign.seeds).toBe(150)
  // Few seeds wait for a file that is never written.
  expect(campaign.spoilt).toBeGreaterThan(140)
}, 300_000)
