import type { BatchConditions } from './conditions'
import { runBatch } from './runBatch'
import type { RunOutcome } from './runBatch'

/** The outcomes of a range of seeds, summed up. */
export interface Campaign {
  seeds: number
  /** Each violation names its seed, so it can be reproduced. */
  violations: string[]
  /** How many orders were left to an operator although OMS could have canceled them. */
  unknown: number
  /** How many orders the batches had together. */
  orders: number
}

/** Lists what a run did that must never happen. */
export function violationsOf(outcome: RunOutcome): string[] {
  const { isFinished, lost, sentTwice, wrong, unjustified } = outcome

  return [
    ...(isFinished ? [] : ['not finished']),
    ...lost.map((id) => `${id} is lost`),
    ...sentTwice.map((order) => `${order}: sent twice`),
    ...wrong,
    ...unjustified.map((id) => `${id}: sent without a fresh read`),
  ]
}

/** Runs one batch for each seed of a range. */
export async function runSeeds(
  { from, to }: { from: number; to: number },
  conditions: BatchConditions
): Promise<Campaign> {
  const campaign: Campaign = { seeds: 0, violations: [], unknown: 0, orders: 0 }

  for (let seed = from; seed <= to; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const outcome = await runBatch(seed, conditions)

    campaign.seeds += 1
    campaign.unknown += outcome.unknown.length
    campaign.orders += outcome.rows.length
    campaign.violations.push(
      ...violationsOf(outcome).map((what) => `seed ${seed}: ${what}`)
    )
  }

  return campaign
}

/** Finds the first violation in the seeds from 1 to `seeds`; null when there is none. An error that a call throws counts as one. */
export async function firstViolation(
  seeds: number,
  conditions: BatchConditions
): Promise<string | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    const [violation] = await runBatch(seed, conditions).then(
      violationsOf,
      (error: Error) => [error.message]
    )

    if (violation) return `seed ${seed}: ${violation}`
  }

  return null
}
