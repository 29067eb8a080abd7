import { runSeed } from './runSeed'

/** The outcomes of a range of seeds, summed up. */
export interface Campaign {
  seeds: number
  /** Each names its seed, so that it can be repeated. */
  violations: string[]
  races: string[]
}

/** Runs a range of seeds. */
export async function runSeeds({
  from,
  to,
}: {
  from: number
  to: number
}): Promise<Campaign> {
  const campaign: Campaign = { seeds: 0, violations: [], races: [] }

  for (let seed = from; seed <= to; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const { violations, races } = await runSeed(seed)
    const named = (what: string) => `seed ${seed}: ${what}`

    campaign.seeds += 1
    campaign.violations.push(...violations.map(named))
    campaign.races.push(...races.map(named))
  }

  return campaign
}

/** Finds the violations of the first seed that has any; none when no seed up to the last has. */
export async function firstViolations(lastSeed: number): Promise<string[]> {
  for (let seed = 1; seed <= lastSeed; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const { violations } = await runSeed(seed)

    if (violations.length > 0)
      return violations.map((what) => `seed ${seed}: ${what}`)
  }

  return []
}
