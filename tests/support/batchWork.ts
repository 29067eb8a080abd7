import { useSimulator } from './simulator'
import type { Simulator } from './simulator'

const POLL_MS = 300

/**
 * Starts a simulator for a group of tests of batches. No replica works on a batch of an
 * earlier test: one that still may is killed when a test ends.
 */
export function useBatchSimulator(replicas = 2): Simulator {
  const simulator = useSimulator(undefined, { replicas })
  const places = Array.from({ length: replicas }, (_, index) => index)

  afterEach(async () => {
    const atWork = await findReplicasAtWork(simulator, places)

    await Promise.all(atWork.map((index) => simulator.killReplica(index)))
  })
  // A replica that runs is left as it is.
  beforeEach(() =>
    Promise.all(places.map((index) => simulator.startReplica(index)))
  )

  return simulator
}

/**
 * Finds the replicas that may be at work on a batch: those that have not answered an event. An
 * event that waits may reach any of them before the next test begins.
 */
async function findReplicasAtWork(
  simulator: Simulator,
  places: number[]
): Promise<number[]> {
  const events = await simulator.events()

  return events.some(({ state }) => state === 'waiting')
    ? places
    : places.filter((index) =>
        events.some(({ replicas, statuses }) =>
          replicas.some(
            (replica, attempt) =>
              replica === index && statuses[attempt] === null
          )
        )
      )
}

const BUCKET = 'batches'

interface LaneFile {
  owner?: string
  expiresAtMs: number
}

async function fileAt<T>(
  simulator: Simulator,
  path: string
): Promise<T | undefined> {
  const files = await simulator.files()

  return files.find((file) => file.bucket === BUCKET && file.path === path)
    ?.body as T | undefined
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

    if (lane && lane.owner === undefined && !isEventPending) return

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
