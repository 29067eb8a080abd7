import type {
  BatchControl,
  BatchManifest,
  BatchProgress,
} from '../../../domain/batch/batch'
import { paceOf } from '../../../domain/batch/estimate'
import {
  batchStateOf,
  countsOf,
  nextDueMs,
  withRetries,
} from '../../../domain/batch/batchProgress'
import { isBatchId } from '../../../domain/batch/batchIndex'
import { isHeld, NEW_LANE } from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import { NOT_FOUND, STORAGE_UNAVAILABLE } from './batchAnswer'
import type { BatchAnswer, BatchView } from './batchAnswer'
import { readExisting } from '../updateFile'
import type { BatchPorts } from '../ports'
import { enqueue } from '../enqueue'

/** A batch as it is stored. */
export interface StoredBatch {
  manifest: BatchManifest
  control: BatchControl
  progress: BatchProgress
}

/** Reads a batch, and wakes the lane if it is dead although something is left to do. */
export async function readBatch(
  ports: BatchPorts,
  id: string
): Promise<BatchAnswer> {
  const read = await storedBatch(ports, id)

  if (!('manifest' in read)) return read

  const lane = await readLane(ports)

  await wakeIfDead(ports, read, lane)

  return { batch: viewOf(ports, read, lane), refusal: null }
}

/** Reads all of a batch but its rows. */
export async function storedBatch(
  ports: BatchPorts,
  id: string
): Promise<StoredBatch | BatchAnswer> {
  // It becomes a part of a path.
  if (!isBatchId(id)) return NOT_FOUND

  const manifest = await ports.store.manifest(id).read()

  if (manifest.kind === 'missing') return NOT_FOUND
  if (manifest.kind === 'unavailable') return STORAGE_UNAVAILABLE

  const { folder } = manifest.content
  const [control, progress] = await Promise.all([
    readExisting(ports, ports.store.control(folder)),
    readExisting(ports, ports.store.progress(folder)),
  ])

  return control && progress
    ? {
        manifest: manifest.content,
        control: control.content,
        progress: progress.content,
      }
    : STORAGE_UNAVAILABLE
}

/** The lane, or one that nobody has where it cannot be read: then it is not shown, and not woken. */
export async function readLane(ports: BatchPorts): Promise<Lane | null> {
  const lane = await ports.store.lane().read()

  return lane.kind === 'found' ? lane.content : null
}

/**
 * Events get lost, and replicas die: whoever looks at a batch makes sure that somebody
 * works on it. An event too many does nothing.
 */
export async function wakeIfDead(
  ports: BatchPorts,
  { manifest, control, progress }: StoredBatch,
  lane: Lane | null
): Promise<void> {
  const isLeft = nextDueMs(control, progress) !== null

  if (!isLeft || !lane || isHeld(lane, ports.epochMs())) return

  await enqueue(ports, manifest)
  await ports.wake()
}

/** What people see of a batch. */
export function viewOf(
  { epochMs }: Pick<BatchPorts, 'epochMs'>,
  { manifest, control, progress: latest }: StoredBatch,
  lane: Lane | null
): BatchView {
  const progress = withRetries(latest, control)
  const nowMs = epochMs()
  const pace =
    control.phase === 'running' && countsOf(progress).PENDING > 0
      ? paceOf(lane ?? NEW_LANE, manifest, { progress, nowMs })
      : null

  const isThrottled = (pace?.throttledUntilMs ?? null) !== null
  const state = batchStateOf(control, progress, isThrottled)

  return {
    manifest,
    control,
    state,
    counts: countsOf(progress),
    // A batch that is ready has nothing to do either.
    finishedAtMs: ['DONE', 'ABORTED'].includes(state)
      ? progress.finishedAtMs
      : null,
    pacePerMinute: pace?.perMinute ?? null,
    throttledUntilMs: pace?.throttledUntilMs ?? null,
    estimatedSecondsLeft: pace?.secondsLeft ?? null,
  }
}
