import { lostReceipts, overwritten, stuckOrders } from './oracleOfFiles'
import { wrongAnswers } from './oracleOfAnswers'
import { harms, meetings } from './oracleOfSends'
import { runClaims } from './runClaims'
import type { ClaimsOptions, ClaimsRun } from './runClaims'

/** The outcomes of a range of seeds, summed up. */
export interface ClaimsCampaign {
  seeds: number
  calls: number
  sends: number
  /** Each names its seed, so that it can be repeated. */
  violations: string[]
}

/** The first and the last seed of a range. */
export interface Seeds {
  from: number
  to: number
}

/** What must never happen. */
export type Oracle = (run: ClaimsRun) => string[]

/** Every promise but one: two sends may meet at OMS, if only one of them can take effect. */
export const BUT_MEETINGS: Oracle = (run) => [
  ...harms(run),
  ...wrongAnswers(run),
  ...overwritten(run),
  ...lostReceipts(run),
  ...stuckOrders(run),
]

/** Every promise. */
export const EVERYTHING: Oracle = (run) => [
  ...meetings(run),
  ...BUT_MEETINGS(run),
]

/** Runs the seeds of a range. */
export async function runClaimSeeds(
  { from, to }: Seeds,
  options: ClaimsOptions = {},
  oracle: Oracle = EVERYTHING
): Promise<ClaimsCampaign> {
  const campaign: ClaimsCampaign = {
    seeds: 0,
    calls: 0,
    sends: 0,
    violations: [],
  }

  for (let seed = from; seed <= to; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const run = await runClaims(seed, options)

    campaign.seeds += 1
    campaign.calls += run.calls.length
    campaign.sends += run.shop.sends.length
    campaign.violations.push(
      ...oracle(run).map((what) => `seed ${seed}: ${what}`)
    )
  }

  return campaign
}

/** Finds the violations of the first seed of a range that has any; none when no seed has. */
export async function firstClaimViolations(
  { from, to }: Seeds,
  options: ClaimsOptions = {},
  oracle: Oracle = EVERYTHING
): Promise<string[]> {
  for (let seed = from; seed <= to; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const { violations } = await runClaimSeeds(
      { from: seed, to: seed },
      options,
      oracle
    )

    if (violations.length > 0) return violations
  }

  return []
}
