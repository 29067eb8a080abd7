import type { BatchConditions } from './conditions'
import { runBatch } from './runBatch'
import type { RunOutcome } from './runBatch'

/** What the runs of some seeds came to, all together. */
export interface Campaign {
  seeds: number
  /** Each violation with its seed, by which it can be run again. */
  violations: string[]
  /** Orders that were left to a person although OMS could have canceled them, and orders in all. */
  unknown: number
  orders: number
}

/** What a run has done that must never be. */
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

/** Runs a batch for each seed of a range. */
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

/** The first violation of some seeds; null when there is none. An error that leaves a call is one. */
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
