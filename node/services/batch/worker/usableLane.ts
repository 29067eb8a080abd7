import type { Stored } from '../../../clients/batchStore'
import {
  foundSince,
  HEAL_AFTER_MS,
  isAbsurd,
  isEpochAbsurd,
  newLane,
} from '../../../domain/lane/lane'
import type { Lane } from '../../../domain/lane/lane'
import type { LanePorts } from '../ports'

/** A lane to begin from, and the content of the file that it stands for. */
export interface UsableLane {
  before: Lane
  etag: string | null
}

/** How much of what was found is kept. */
const MAX_FOUND_LENGTH = 500

/**
 * Reads the lane. One that is missing, unreadable or absurd may have an owner at work, so what
 * was found is written beside it. Once it has stayed so for the longest lease and its grace, no
 * owner is left, and a new lane stands for it. Null until then, or when VBase does not say.
 */
export async function usableLane(ports: LanePorts): Promise<UsableLane | null> {
  const { store, epochMs } = ports
  const read = await store.lane().read()

  if (read.kind === 'unavailable') return null
  if (read.kind === 'found' && !isAbsurd(read.content, epochMs())) {
    return { before: read.content, etag: read.etag }
  }

  const found = spelled(read)
  const file = store.foundLane()
  const before = await file.read()

  if (before.kind === 'unavailable') return null

  const sinceMs = foundSince(
    before.kind === 'found' ? before.content : null,
    found,
    epochMs()
  )

  if (sinceMs === null) {
    await file.write({ found, atMs: epochMs() }, null)
    ports.logger.info({ operation: 'drainBatches', problem: 'lane unusable' })

    return null
  }

  if (epochMs() - sinceMs < HEAL_AFTER_MS) return null

  // The same content may come back later, and must be found anew then.
  if (!(await file.remove())) return null

  return {
    before: newLane(epochMs(), epochIn(read, epochMs())),
    etag: read.kind === 'missing' ? null : read.etag,
  }
}

/** Spells what was found, so that a lane which an owner writes meanwhile is told from it. */
function spelled(read: Exclude<Stored<Lane>, { kind: 'unavailable' }>): string {
  return `${read.kind} ${JSON.stringify(bodyOf(read))}`.slice(
    0,
    MAX_FOUND_LENGTH
  )
}

/** Finds the epoch in a lane that cannot be used; 0 where it is absurd, too. */
function epochIn(read: Stored<Lane>, nowMs: number): number {
  const { epoch } = Object(bodyOf(read)) as { epoch?: unknown }

  return typeof epoch === 'number' && epoch > 0 && !isEpochAbsurd(epoch, nowMs)
    ? Math.floor(epoch)
    : 0
}

function bodyOf(read: Stored<Lane>): unknown {
  switch (read.kind) {
    case 'found':
      return read.content

    case 'unreadable':
      return read.body

    default:
      return null
  }
}
