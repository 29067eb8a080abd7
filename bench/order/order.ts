import { Simulator } from '../../tests/support/simulator'
import { footprintsOf } from './footprint'
import { measure } from './measure'
import { report } from './report'
import type { Column } from './report'
import { targetsOn } from './targets'
import type { Platforms, Target, TargetName } from './targets'

const LATENCIES_MS = [0, 20, 50, 120]

/** More than all calls of a run. */
const EVERY_CALL = 10_000_000

/** The run fails if it takes longer, for example because an upstream call never ends. */
const MAX_RUN_MS = 120_000

/** Measures the cancel of one order beside a bare app and the floor; returns the measurements that exceed their bound. */
export async function benchOrder(bareBuild: string): Promise<string[]> {
  const platforms = { app: new Simulator(), bare: new Simulator() }

  try {
    await platforms.app.start()
    await platforms.bare.start(1, bareBuild)

    return await within(MAX_RUN_MS, measureAll(platforms))
  } finally {
    await Promise.all(
      Object.values(platforms)
        .filter(({ url }) => url !== '')
        .map((simulator) => simulator.stop())
    )
  }
}

async function measureAll(platforms: Platforms): Promise<string[]> {
  const targets = targetsOn(platforms)

  await restart(platforms, 0)

  const footprints = await footprintsOf({
    app: targets.ordinary,
    bare: targets.bareWithAuth,
  })

  const columns: Column[] = []

  for (const latencyMs of LATENCIES_MS) {
    console.log(`• Measuring one order at ${latencyMs} ms …`)
    // eslint-disable-next-line no-await-in-loop
    await restart(platforms, latencyMs)
    columns.push({
      latencyMs,
      // eslint-disable-next-line no-await-in-loop
      cells: await eachTarget(targets, (target, place) =>
        measure(target, `B${latencyMs}x${place}`)
      ),
    })
  }

  return report({
    columns,
    titles: await eachTarget(targets, ({ title }) => title),
    footprints,
  })
}

/** Empties both platforms, and delays the answer to every upstream call. */
async function restart({ app, bare }: Platforms, latencyMs: number) {
  for (const simulator of [app, bare]) {
    // eslint-disable-next-line no-await-in-loop
    await simulator.reset()
    // eslint-disable-next-line no-await-in-loop
    await simulator.fault({
      name: 'latency',
      times: EVERY_CALL,
      delayMs: latencyMs,
    })
  }
}

/** Goes through all targets, one after the other. */
async function eachTarget<T>(
  targets: Record<TargetName, Target>,
  run: (target: Target, place: number) => T | Promise<T>
): Promise<Record<TargetName, T>> {
  return {
    ordinary: await run(targets.ordinary, 0),
    guarded: await run(targets.guarded, 1),
    bareWithAuth: await run(targets.bareWithAuth, 2),
    bareWithoutAuth: await run(targets.bareWithoutAuth, 3),
    floor: await run(targets.floor, 4),
  }
}

/** Resolves as the run does, but fails if the run takes longer. */
async function within<T>(ms: number, run: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined

  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The measurement took over ${ms / 1_000} s.`)),
      ms
    )
  })

  return Promise.race([run, late]).finally(() => clearTimeout(timer))
}
