import { isBatchId } from '../../../domain/batch/batchIndex'
import {
  batchStateOf,
  countsOf,
  nextDueMs,
  rowsWithWarnings,
} from '../../../domain/batch/batchProgress'
import { estimate } from '../../../domain/batch/estimate'
import { isHeld, NEW_LANE } from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import { enqueue } from '../enqueue'
import { loadBatch } from '../loadBatch'
import type { BatchLoad, StoredBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { NOT_LOADED } from './batchAnswer'
import type { BatchAnswer, BatchView } from './batchAnswer'

/** Reads a batch, and wakes the lane if it is dead although something is left to do. */
export async function readBatch(
  ports: BatchPorts,
  id: string
): Promise<BatchAnswer> {
  const load = await loadGiven(ports, id)

  if (load.kind !== 'found') return NOT_LOADED[load.kind]

  const lane = await readLane(ports)

  await wakeIfDead(ports, load.batch, lane)

  return { batch: viewOf(ports, load.batch, lane), refusal: null }
}

/** Loads the batch of an id that a caller gave: it becomes a part of a path. */
export async function loadGiven(
  ports: BatchPorts,
  id: string
): Promise<BatchLoad> {
  return isBatchId(id) ? loadBatch(ports, id) : { kind: 'missing' }
}

/** Reads the lane; null where it cannot be read: then it is neither shown nor woken. */
export async function readLane(ports: BatchPorts): Promise<Lane | null> {
  const lane = await ports.store.lane().read()

  return lane.kind === 'found' ? lane.content : null
}

/**
 * Wakes the lane if it is dead. Events get lost and replicas die, so every read of a batch
 * makes sure that a replica works on it. An event too many does nothing.
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

/** Makes what operators see of a batch. */
export function viewOf(
  { epochMs }: Pick<BatchPorts, 'epochMs'>,
  stored: StoredBatch,
  lane: Lane | null
): BatchView {
  const { manifest, control, progress } = stored
  const nowMs = epochMs()
  const counts = countsOf(progress)
  const pace =
    control.phase === 'running' && counts.PENDING > 0
      ? estimate(lane ?? NEW_LANE, manifest, { progress, nowMs })
      : null

  const isThrottled = (pace?.throttledUntilMs ?? null) !== null
  const state = batchStateOf(control, progress, isThrottled)

  return {
    ...stored,
    state,
    counts,
    withWarnings: rowsWithWarnings(progress),
    // A READY batch has nothing to do either, and is not finished.
    finishedAtMs: ['DONE', 'ABORTED'].includes(state)
      ? progress.finishedAtMs
      : null,
    pacePerMinute: pace?.perMinute ?? null,
    throttledUntilMs: pace?.throttledUntilMs ?? null,
    estimatedSecondsLeft: pace?.secondsLeft ?? null,
  }
}
