import type { Outcome } from './outcome'
import { runBatch } from './runBatch'
import { runSingles } from './runSingles'
import { MoneyWorld } from './world'

/** A batch costs as much as many single calls, so only every so many-th seed runs one. */
const BATCH_EVERY = 4

/** What the batches of the seeds do, in turn. */
const ACTIONS = ['CANCEL', 'CANCEL', 'ACCEPT', 'DENY'] as const

/** A run of one seed, with what happened in it. */
export interface SeedRun extends Outcome {
  seed: number
  story: string[]
}

/** Runs one seed to its end. An error that a call throws is a violation. */
export async function runSeed(seed: number): Promise<SeedRun> {
  const world = new MoneyWorld(seed)
  let isOver = false
  const action = ACTIONS[(seed / BATCH_EVERY) % ACTIONS.length]
  const run = (action ? runBatch(world, action) : runSingles(world))
    .catch(
      (error: Error): Outcome => ({
        violations: [error.stack ?? error.message],
        races: [],
      })
    )
    .finally(() => {
      isOver = true
    })

  await world.time.run(() => isOver)

  const outcome = isOver
    ? await run
    : { violations: ['no timer is left, and the run has not ended'], races: [] }

  return { seed, story: world.story, ...outcome }
}
