import type { PaceResult } from './account'
import type { Scenario } from './scenarios'
import type { Bound } from './table'

/** Runs a pace in a scenario once. */
export type Runner = (scenario: Scenario, seed: number) => Promise<PaceResult>

/** Computes the mean of all runs of a scenario. */
export async function meanPace(
  scenario: Scenario,
  run: Runner,
  seeds: number
): Promise<PaceResult> {
  const runs = seeds * (scenario.runs ?? 1)
  const results: PaceResult[] = []

  for (let seed = 1; seed <= runs; seed += 1) {
    // eslint-disable-next-line no-await-in-loop
    results.push(await run(scenario, seed))
  }

  const mean = (value: (result: PaceResult) => number) =>
    results.reduce((sum, result) => sum + value(result), 0) / runs

  return {
    time: mean(({ time }) => time),
    own429Percent: mean(({ own429Percent }) => own429Percent),
    others429Percent: mean(({ others429Percent }) => others429Percent),
    isDone: results.every(({ isDone }) => isDone),
  }
}

/** Divides a time by that of the sequential script, where the scenario measures it so. */
export function relativeTo(
  sequential: PaceResult,
  { time }: Scenario,
  result: PaceResult
): PaceResult {
  return time.of === 'sequential'
    ? { ...result, time: result.time / sequential.time }
    : result
}

/** Lists the measurements of the app's pace with their bounds. */
export function boundsOf(
  { name, bounds }: Scenario,
  result: PaceResult
): Bound[] {
  const { time, own429Percent, others429Percent, isDone } = result

  return [
    {
      what: `the time in ${name}`,
      measured: isDone ? time : NaN,
      atMost: bounds.time,
    },
    {
      what: `the app's share of 429 in ${name}`,
      measured: own429Percent,
      atMost: bounds.own429Percent,
    },
    {
      what: `the other clients' share of 429 in ${name}`,
      // There may be no other clients.
      measured: Number.isNaN(others429Percent) ? 0 : others429Percent,
      atMost: bounds.others429Percent,
    },
  ]
}
