import { harmsOf } from './oracle'
import { runPoison } from './runPoison'

/** The outcomes of a range of seeds, summed up. */
export interface PoisonCampaign {
  seeds: number
  /** In how many a file was spoilt: a seed may wait for one that is never written. */
  spoilt: number
  /** Each names its seed, so that it can be repeated. */
  violations: string[]
}

/** Runs the seeds of a range. */
export async function runPoisonSeeds({
  from,
  to,
}: {
  from: number
  to: number
}): Promise<PoisonCampaign> {
  const campaign: PoisonCampaign = { seeds: 0, spoilt: 0, violations: [] }

  for (let seed = from; seed <= to; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const run = await runPoison(seed)
    const { target, way } = run.plan

    campaign.seeds += 1
    campaign.spoilt += run.spoiled ? 1 : 0
    campaign.violations.push(
      ...harmsOf(run).map(
        (what) => `seed ${seed}, where ${target} ${way}: ${what}`
      )
    )
  }

  return campaign
}

/** Finds what the first seed of a range did that must never happen; none when no seed did. */
export async function firstPoisonViolations({
  from,
  to,
}: {
  from: number
  to: number
}): Promise<string[]> {
  for (let seed = from; seed <= to; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const { violations } = await runPoisonSeeds({ from: seed, to: seed })

    if (violations.length > 0) return violations
  }

  return []
}
