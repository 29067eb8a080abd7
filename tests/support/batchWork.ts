import type { Simulator } from './simulator'

const POLL_MS = 300

/** Kills and restarts every replica, so that no lane of an earlier test continues. */
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

/** Waits until no replica owns the lane and no event that could wake one is pending. */
export async function untilLaneIsIdle(simulator: Simulator) {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const lane = await fileAt<LaneFile>(simulator, 'lane.json')
    // eslint-disable-next-line no-await-in-loop
    const events = await simulator.events()
    const isEventPending = events.some(({ state }) =>
      ['waiting', 'under way'].includes(state)
    )

    if (lane.owner === undefined && !isEventPending) return

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Waits until a replica has died. */
export async function untilReplicaDies(simulator: Simulator) {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const replicas = await simulator.replicas()

    if (replicas.some(({ running }) => !running)) return

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/**
 * Moves the times in the lane's and the rows' files into the past, so that no test has to
 * wait for a lease to expire or for a send to settle. Call it only while no replica works
 * on a batch.
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
      // Pacers keep their values, because they store ages; so does a batch's creation time.
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
