import { BUT_MEETINGS, runClaimSeeds } from '../../testing/claims/claimSeeds'

test('2000 seeds of calls and rows for one order on three replicas, with faults of every kind: no two sends meet, nothing takes effect twice, no answer is wrong or late, no receipt is lost, and every order can be canceled 66 s after the last claim', async () => {
  const campaign = await runClaimSeeds({ from: 1, to: 2_000 })

  expect(campaign.violations).toEqual([])
  expect(campaign.seeds).toBe(2_000)
  // The faults leave enough calls that send.
  expect(campaign.sends).toBeGreaterThan(2_000)
}, 300_000)

test('500 seeds with lists that show a caller its own files first, for orders that cancel in one step: a second cancel may reach OMS, and none takes effect twice', async () => {
  const campaign = await runClaimSeeds(
    { from: 1, to: 500 },
    {
      statuses: ['payment-approved'],
      conditions: { listsShowOwnFirst: true, listLagMs: 2_000 },
    },
    BUT_MEETINGS
  )

  expect(campaign.violations).toEqual([])
  expect(campaign.sends).toBeGreaterThan(250)
}, 300_000)

test('500 seeds with lists that show a caller its own files first, for orders of which a second send would do harm: no two sends meet', async () => {
  const campaign = await runClaimSeeds(
    { from: 1, to: 500 },
    {
      statuses: ['handling', 'cancellation-requested', 'invoiced'],
      conditions: { listsShowOwnFirst: true, listLagMs: 2_000 },
    }
  )

  expect(campaign.violations).toEqual([])
  expect(campaign.sends).toBeGreaterThan(250)
}, 300_000)
