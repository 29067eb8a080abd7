import type { Simulator } from './simulator'

const LOOK_EVERY_MS = 300

/** Ends every process of the app and starts it anew, so that no lane of a test before goes on. */
export async function restartReplicas(simulator: Simulator) {
  const replicas = await simulator.replicas()

  await Promise.all(
    replicas.map(async ({ index }) => {
      await simulator.killReplica(index)
      await simulator.startReplica(index)
    })
  )
}

const BUCKET = 'batches'

interface LaneFile {
  owner?: string
  expiresAtMs: number
}

async function fileAt<T>(simulator: Simulator, path: string): Promise<T> {
  const files = await simulator.files()

  return files.find((file) => file.bucket === BUCKET && file.path === path)
    ?.body as T
}

/** Waits until no replica has the lane, and nothing asks for one. */
export async function untilNobodyWorks(simulator: Simulator) {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const lane = await fileAt<LaneFile>(simulator, 'lane.json')
    // eslint-disable-next-line no-await-in-loop
    const events = await simulator.events()
    const isAsked = events.some(({ state }) =>
      ['waiting', 'under way'].includes(state)
    )

    if (lane.owner === undefined && !isAsked) return

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Waits until a replica has died. */
export async function untilDead(simulator: Simulator) {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const replicas = await simulator.replicas()

    if (replicas.some(({ running }) => !running)) return

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/**
 * Makes everything that was written about batches older, while nobody works on them: so
 * no test waits for the end of a lease, or for what was sent to settle.
 */
export async function ageBatches(simulator: Simulator, seconds: number) {
  const files = await simulator.files()
  const older = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => older(one))
    if (typeof value === 'number' && name.endsWith('Ms')) {
      return Math.max(0, value - seconds * 1_000)
    }

    return typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, one]) => [key, older(one, key)])
        )
      : value
  }

  await Promise.all(
    files
      // The pace counts in ages already, and a batch stays as old as it is.
      .filter(({ path }) => /lane|\/out\/|progress/.test(path))
      .map(({ bucket, path, body }) => {
        const { pacers, ...aged } = older(body) as { pacers?: unknown }

        return simulator.putFile(bucket, path, {
          ...aged,
          ...(pacers ? { pacers: (body as { pacers: unknown }).pacers } : {}),
        })
      })
  )
}
