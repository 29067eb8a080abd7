import type { BatchInputRow, BatchManifest } from '../../../domain/batch/batch'
import { NEW_CONTROL } from '../../../domain/batch/batchControl'
import { LOST_INDEX } from '../../../domain/batch/batchIndex'
import { newShard, summaryOf } from '../../../domain/batch/shard'
import { newLane } from '../../../domain/lane/lane'
import type { StoredFile } from '../../../clients/batchStore'
import type { CallerPorts } from '../ports'

/** How many files are written at once. */
const WRITES_AT_ONCE = 20
const WRITE_ATTEMPTS = 3

/** Writes everything but the manifest: until that is written there is no batch. */
export async function writeFiles(
  ports: CallerPorts,
  manifest: BatchManifest,
  shards: BatchInputRow[][]
): Promise<boolean> {
  const { store } = ports
  const { folder } = manifest
  const states = shards.map(newShard)
  const progress = {
    generation: 0,
    finishedAtMs: null,
    nextSlotMs: null,
    shards: states.map((shard) => summaryOf(shard, manifest)),
  }

  return inTurns([
    ...shards.map(
      (rows, number) => () => put(store.input(folder, number), { rows })
    ),
    ...states.map(
      (shard, number) => () => put(store.shard(folder, number), shard)
    ),
    () => put(store.control(folder), NEW_CONTROL),
    () => put(store.progress(folder), progress),
    () => ensureShared(ports),
  ])
}

/** Makes all writes, some at a time; false as soon as one fails. */
async function inTurns(
  writes: Array<() => Promise<boolean>>
): Promise<boolean> {
  const waiting = [...writes]
  let isWell = true

  const worker = async () => {
    for (let next = waiting.shift(); next && isWell; next = waiting.shift()) {
      // eslint-disable-next-line no-await-in-loop
      isWell = (await next()) && isWell
    }
  }

  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, worker))

  return isWell
}

/** Writes a file that no other call knows of yet. */
async function put<T>(file: StoredFile<T>, content: T): Promise<boolean> {
  for (let attempt = 0; attempt < WRITE_ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if ((await file.write(content, null)) === 'written') return true
  }

  return false
}

/**
 * Creates the files that all batches share where they are missing, which is so for the first
 * batch. One that cannot be read is no hindrance: the lane is made anew by who claims it, the
 * index by who puts a batch in it. So is a lane that is missing beside an index.
 */
async function ensureShared(ports: CallerPorts): Promise<boolean> {
  const { store, epochMs } = ports
  const [lane, index] = await Promise.all([
    store.lane().read(),
    store.index().read(),
  ])

  if (lane.kind === 'unavailable' || index.kind === 'unavailable') return false
  if (index.kind !== 'missing') return true

  const isLaneThere =
    lane.kind !== 'missing' || (await put(store.lane(), newLane(epochMs())))

  return isLaneThere && put(store.index(), LOST_INDEX)
}
