import { isBatchId } from '../../../domain/batch/batchIndex'
import {
  nextDueMs,
  rowsWithWarnings,
} from '../../../domain/batch/batchProgress'
import { actionsOf } from '../../../domain/batch/batchActions'
import {
  endedAtMs,
  knownCounts,
  retryableRows,
  stateOf,
} from '../../../domain/batch/damaged'
import { groupsOf, previewOf } from '../../../domain/batch/worth'
import { keptMsOf } from '../../../domain/settings'
import { deletedAfterMs } from '../../../domain/batch/retention'
import { batchNotices } from '../../../domain/batch/batchNotices'
import { estimate } from '../../../domain/batch/estimate'
import { noAccessSinceMs } from '../../../domain/lane/access'
import { isAbsurd, isHeld, NEW_LANE } from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import { enqueue } from '../enqueue'
import { loadBatch } from '../loadBatch'
import type { BatchLoad, StoredBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { repaired } from '../repairProgress'
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

  return { batch: await viewOf(ports, load.batch, lane), refusal: null }
}

/** Loads the batch of an id that a caller gave, which becomes a part of a path; with its progress made anew where that cannot be read. */
export async function loadGiven(
  ports: BatchPorts,
  id: string
): Promise<BatchLoad> {
  if (!isBatchId(id)) return { kind: 'missing' }

  const load = await loadBatch(ports, id)

  return load.kind === 'found'
    ? { kind: 'found', batch: await repaired(ports, load.batch) }
    : load
}

/**
 * Reads the lane; null where VBase does not give it: then it is neither shown nor woken. One
 * that cannot be used counts as free, so that a replica is woken, which makes it anew.
 */
export async function readLane(ports: BatchPorts): Promise<Lane | null> {
  const lane = await ports.store.lane().read()

  if (lane.kind === 'unavailable') return null

  return lane.kind === 'found' && !isAbsurd(lane.content, ports.epochMs())
    ? lane.content
    : NEW_LANE
}

/**
 * Wakes the lane if it is dead. Events get lost and replicas die, so every read of a batch
 * makes sure that a replica works on it. An event too many does nothing.
 */
export async function wakeIfDead(
  ports: BatchPorts,
  { manifest, control, progress, damage }: StoredBatch,
  lane: Lane | null
): Promise<void> {
  const isLeft = damage === null && nextDueMs(control, progress) !== null

  if (!isLeft || !lane || isHeld(lane, ports.epochMs())) return

  await enqueue(ports, manifest)
  await ports.wake()
}

/** Makes what operators see of a batch. */
export async function viewOf(
  { epochMs, settings }: Pick<BatchPorts, 'epochMs' | 'settings'>,
  stored: StoredBatch,
  lane: Lane | null
): Promise<BatchView> {
  const { manifest, control, progress, damage } = stored
  const keptMs = keptMsOf(await settings())
  const nowMs = epochMs()
  const counts = knownCounts(stored)
  const pace =
    damage === null && control.phase === 'running' && counts.PENDING > 0
      ? estimate(lane ?? NEW_LANE, manifest, { progress, nowMs })
      : null

  const isThrottled = (pace?.throttledUntilMs ?? null) !== null
  const state = stateOf(stored, isThrottled)
  const noAccessMs =
    lane && isHeld(lane, nowMs) ? noAccessSinceMs(lane.access, state) : null

  const view = {
    ...stored,
    state: noAccessMs === null ? state : ('NO_ACCESS' as const),
    noAccessMs,
    counts,
    withWarnings: rowsWithWarnings(progress),
    groups: groupsOf(progress),
    preview: previewOf(progress, manifest),
    retryable: retryableRows(stored),
    actions: actionsOf(stored),
    finishedAtMs: endedAtMs(stored),
    deletedAfterMs: deletedAfterMs(manifest, control, keptMs),
    pacePerMinute: pace?.perMinute ?? null,
    throttledUntilMs: pace?.throttledUntilMs ?? null,
    estimatedSecondsLeft: pace?.secondsLeft ?? null,
  }

  const notices = batchNotices(view, damage, nowMs)

  return { ...view, notices, warnings: notices.map(({ message }) => message) }
}
