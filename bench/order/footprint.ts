import type { Simulator } from '../../tests/support/simulator'
import { memoryMb } from '../memory'
import { runAtOnce } from './measure'
import { percentile } from './stats'
import type { Target } from './targets'

/** The time that a process needs to start, and its memory. */
export interface Footprint {
  startMs: number
  memoryAtStartMb: number
  memoryAfterCancelsMb: number
}

/** The number of cancels after which the memory is read again. They also warm the process up for what is measured later. */
export const CANCELS = 96

const STARTS = 3
const WITHIN_MS = 10_000

/** Restarts the processes of two targets in turn, so that the machine's other load falls on both, then lets each cancel orders. The last processes stay. */
export async function footprintsOf(
  targets: Record<'app' | 'bare', Target>
): Promise<Record<'app' | 'bare', Footprint>> {
  const { app, bare } = targets
  const startsMs: Record<'app' | 'bare', number[]> = { app: [], bare: [] }

  for (let start = 0; start < STARTS; start += 1) {
    // eslint-disable-next-line no-await-in-loop
    startsMs.app.push(await restartMs(app.simulator))
    // eslint-disable-next-line no-await-in-loop
    startsMs.bare.push(await restartMs(bare.simulator))
  }

  return {
    app: await footprintOf(app, startsMs.app),
    bare: await footprintOf(bare, startsMs.bare),
  }
}

async function footprintOf(
  target: Target,
  startsMs: number[]
): Promise<Footprint> {
  const memoryAtStartMb = await currentMb(target.simulator)

  await runAtOnce(target, 'W', { withinMs: WITHIN_MS, most: CANCELS })

  return {
    startMs: percentile(startsMs, 0.5),
    memoryAtStartMb,
    memoryAfterCancelsMb: await currentMb(target.simulator),
  }
}

/** Returns the time from the start of a new process until it listens. */
async function restartMs(simulator: Simulator): Promise<number> {
  await simulator.killReplica(0)

  const startedMs = performance.now()

  await simulator.startReplica(0)

  return performance.now() - startedMs
}

async function currentMb(simulator: Simulator): Promise<number> {
  const [{ pid = 0 }] = await simulator.replicas()

  return memoryMb(pid, 'current')
}
