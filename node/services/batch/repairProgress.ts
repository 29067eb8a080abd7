import type {
  BatchControl,
  BatchManifest,
  BatchProgress,
  ShardSummary,
} from '../../domain/batch/batch'
import { isProgressOf, nextDueMs } from '../../domain/batch/batchProgress'
import { rowsInShard, rowsOfDamaged } from '../../domain/batch/damaged'
import { retried } from '../../domain/batch/row'
import { summaryOf } from '../../domain/batch/shard'
import type { StoredBatch } from './loadBatch'
import type { BatchPorts } from './ports'
import { readStored, rewriteFile } from './updateFile'

interface Found {
  summary: ShardSummary
  /** When a row of it changed last; 0 when none has. */
  lastMs: number
}

/**
 * Makes the progress of a batch anew where it cannot be read: it is an extract of the rows. The
 * batch stays as it is where VBase does not give all of them, or does not take the progress.
 */
export async function repaired(
  ports: BatchPorts,
  batch: StoredBatch
): Promise<StoredBatch> {
  if (batch.damage !== 'progress.json') return batch

  const { manifest, control } = batch
  const shards = await Promise.all(
    batch.progress.shards.map((_, number) =>
      readShard(ports, { manifest, control }, number)
    )
  )

  const found = shards.flatMap((shard) => shard ?? [])

  if (found.length < shards.length) return batch

  const anew = progressOf(control, found)
  const file = ports.store.progress(manifest.folder)
  const saved = await rewriteFile<BatchProgress>(ports, file, {
    next: (current) => (isProgressOf(current, manifest) ? null : anew),
    anew: () => anew,
  })

  return saved.kind === 'unavailable'
    ? batch
    : { ...batch, progress: saved.content, damage: null }
}

function progressOf(control: BatchControl, found: Found[]): BatchProgress {
  const progress: BatchProgress = {
    generation: control.generation,
    finishedAtMs: null,
    nextSlotMs: null,
    shards: found.map(({ summary }) => summary),
  }

  return nextDueMs(control, progress) === null
    ? {
        ...progress,
        finishedAtMs: Math.max(...found.map(({ lastMs }) => lastMs)),
      }
    : progress
}

/** Sums up the rows of one shard; null when VBase does not give them. */
async function readShard(
  ports: BatchPorts,
  { manifest, control }: { manifest: BatchManifest; control: BatchControl },
  number: number
): Promise<Found | null> {
  const read = await readStored(
    ports,
    ports.store.shard(manifest.folder, number)
  )

  if (read.kind === 'unavailable') return null

  if (read.kind === 'unreadable') {
    const count = rowsInShard(manifest, number)
    const rows = rowsOfDamaged({ inputs: null, rows: null, count }, control, 0)
    const summary = summaryOf({ rows }, manifest)

    // The lane finds the file, and sets the batch aside.
    return { summary: { ...summary, confirmDueMs: 0 }, lastMs: 0 }
  }

  const { rows, generation } = read.content
  const isRetried = generation < control.generation

  return {
    summary: summaryOf(
      { rows: isRetried ? rows.map(retried) : rows },
      manifest
    ),
    lastMs: Math.max(0, ...rows.map(({ updatedAtMs }) => updatedAtMs ?? 0)),
  }
}
