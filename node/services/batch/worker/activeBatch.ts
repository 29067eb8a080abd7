import type {
  BatchControl,
  BatchManifest,
  BatchProgress,
  ShardSummary,
} from '../../../domain/batch/batch'
import { isOverLimit, LOST_CONTROL } from '../../../domain/batch/batchControl'
import { knownSlot, slotAfter } from '../../../domain/batch/cap'
import {
  countsOf,
  nextDueMs,
  rowCountOf,
  withRetries,
  workIn,
} from '../../../domain/batch/batchProgress'
import type { ShardWork } from '../../../domain/batch/batchProgress'
import type { Damage } from '../../../domain/batch/damaged'
import type { QueuedBatch } from '../../../domain/lane/lane'
import type { BatchOrderState } from '../../../domain/vocabulary'
import { loadBatch } from '../loadBatch'
import type { StoredBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { repaired } from '../repairProgress'
import { readStored, rewriteFile, updateFile } from '../updateFile'

/** How long a shard that VBase did not give is left alone, and its whole batch. */
const SHARD_LEFT_ALONE_MS = 30_000
const BATCH_LEFT_ALONE_MS = 4_000

/** Why a batch cannot be worked on: VBase does not give it now, it does not exist, or one of its files cannot be read. */
export type NotActive = 'unavailable' | 'missing' | Damage

/** A batch that the lane works on, without its rows. */
export class ActiveBatch {
  public readonly manifest: BatchManifest
  public control: BatchControl
  /** The shards that this replica has open. */
  public readonly held = new Set<number>()
  private progress: BatchProgress
  private isChanged = false
  private saving: Promise<void> = Promise.resolve()
  /** The summaries of shards that are not saved yet. */
  private readonly unsaved = new Map<number, ShardSummary>()
  /** Until when a shard is not opened; epoch times. */
  private readonly leftAlone = new Map<number, number>()
  private leftAloneUntilMs = 0

  private constructor(
    { manifest, control, progress }: StoredBatch,
    nowMs: number
  ) {
    const { maxPerMinute } = manifest

    this.manifest = manifest
    this.control = control
    this.progress = {
      ...progress,
      nextSlotMs: knownSlot(progress.nextSlotMs, maxPerMinute, nowMs),
    }
  }

  /** Loads a batch; of one that cannot be worked on, why. */
  public static async load(
    ports: BatchPorts,
    id: string
  ): Promise<ActiveBatch | NotActive> {
    const load = await loadBatch(ports, id)

    if (load.kind !== 'found') return load.kind

    const batch = await repaired(ports, load.batch)

    if (batch.damage === null) return new ActiveBatch(batch, ports.epochMs())

    // It is an extract of the rows: VBase did not give or take it now.
    return batch.damage === 'progress.json' ? 'unavailable' : batch.damage
  }

  /** Tells how many rows of a shard are in a state. */
  public countIn(number: number, state: BatchOrderState): number {
    return this.progress.shards[number].counts[state] ?? 0
  }

  /** Leaves a shard that VBase does not give alone, so that the others go on, and for a moment the whole batch, so that its neighbours do. */
  public leaveAlone(number: number, nowMs: number) {
    this.leftAlone.set(number, nowMs + SHARD_LEFT_ALONE_MS)
    this.leftAloneUntilMs = nowMs + BATCH_LEFT_ALONE_MS
  }

  /** Tells how many rows a shard has. */
  public rowCount(number: number): number {
    return rowCountOf(this.progress.shards[number])
  }

  /** Tells what is to be done in each shard. */
  public shardWork(): ShardWork[] {
    return this.progress.shards.map((summary, number) => {
      const work = workIn(summary, this.control.phase)
      const untilMs = Math.max(
        this.leftAlone.get(number) ?? 0,
        this.leftAloneUntilMs
      )

      return {
        sendDueMs: notBefore(work.sendDueMs, untilMs),
        readDueMs: notBefore(work.readDueMs, untilMs),
      }
    })
  }

  /** Tells what it has left to do while it runs, for the estimates of all batches. */
  public toQueue(): QueuedBatch {
    const { id, maxPerMinute } = this.manifest
    const isRunning = this.control.phase === 'running'
    const pending = isRunning ? countsOf(this.progress).PENDING : 0

    return { id, pending, maxPerMinute }
  }

  /** Tells when its cap lets the next row begin; an epoch time. */
  public slotMs(): number {
    return this.progress.nextSlotMs ?? 0
  }

  /** Takes a slot of its cap for a row that begins now. The next owner of the lane goes on from it. */
  public takeSlot(nowMs: number) {
    const { maxPerMinute } = this.manifest

    if (maxPerMinute === null) return

    this.isChanged = true
    this.progress = {
      ...this.progress,
      nextSlotMs: slotAfter(this.slotMs(), maxPerMinute, nowMs),
    }
  }

  /** Finds when the next thing is due; null when only an operator can move it. */
  public nextDueMs(): number | null {
    return nextDueMs(this.control, this.progress)
  }

  /** Takes over the summary of a shard that was saved. */
  public addSaved(shard: number, summary: ShardSummary) {
    this.isChanged = true
    this.unsaved.delete(shard)
    this.progress = {
      ...this.progress,
      shards: this.progress.shards.map((known, index) =>
        index === shard ? summary : known
      ),
    }
  }

  /** Counts the summary of a shard that is not saved yet: at the limit of refusals no further row may begin. */
  public addUnsaved(shard: number, summary: ShardSummary) {
    this.unsaved.set(shard, summary)
    if (this.isOverLimit()) this.control = { ...this.control, phase: 'paused' }
  }

  private isOverLimit(control = this.control): boolean {
    const shards = this.progress.shards.map(
      (known, index) => this.unsaved.get(index) ?? known
    )

    return isOverLimit(
      control,
      { ...this.progress, shards },
      this.manifest.maxRefusals
    )
  }

  /** Re-reads what the operators want, and pauses the batch where too many rows were refused; false when VBase does not give it. */
  public async refreshControl(ports: BatchPorts): Promise<boolean> {
    const file = ports.store.control(this.manifest.folder)
    const first = await file.read()
    const isGiven = first.kind === 'found' || first.kind === 'unavailable'
    const read = isGiven ? first : await readStored(ports, file)

    if (read.kind === 'unavailable') return false
    if (read.kind === 'unreadable') {
      this.loseControl(ports)

      return true
    }

    this.applyControl(read.content)
    if (!this.isOverLimit(read.content)) return true

    const entry = {
      id: ports.newId(),
      action: 'PAUSE' as const,
      by: null,
      atMs: ports.epochMs(),
    }

    const paused = await updateFile<BatchControl>(ports, file, (control) =>
      this.isOverLimit(control)
        ? { ...control, phase: 'paused', history: [...control.history, entry] }
        : null
    )

    if (paused.kind !== 'unavailable') this.applyControl(paused.content)

    return true
  }

  /** Stops the work on a batch whose control was lost meanwhile: it may have said so. */
  private loseControl({ logger }: BatchPorts) {
    if (this.control === LOST_CONTROL) return

    this.control = LOST_CONTROL
    logger.info({
      operation: 'drainBatches',
      problem: 'batch set aside',
      batchId: this.manifest.id,
      file: 'control.json',
    })
  }

  /** Takes over what the operators want, or that the batch was set aside. */
  public applyControl(control: BatchControl) {
    this.control = this.isOverLimit(control)
      ? { ...control, phase: 'paused' }
      : control
    this.progress = withRetries(this.progress, control)
  }

  /** Saves how far the batch has come, where that has changed; one save after the other. */
  public save(ports: BatchPorts): Promise<void> {
    this.saving = this.saving.then(() => this.saveNow(ports))

    return this.saving
  }

  private async saveNow(ports: BatchPorts) {
    const isFinished = this.nextDueMs() === null
    const finishedAtMs = isFinished
      ? this.progress.finishedAtMs ?? ports.epochMs()
      : null

    const isFinishChanged = finishedAtMs !== this.progress.finishedAtMs

    if (!this.isChanged && !isFinishChanged) return

    const progress = { ...this.progress, finishedAtMs }

    this.progress = progress
    this.isChanged = false

    const saved = await rewriteFile(
      ports,
      ports.store.progress(this.manifest.folder),
      // One that cannot be read is an extract of the rows, which are known here.
      { next: () => progress, anew: () => progress }
    )

    if (saved.kind !== 'written') this.isChanged = true
  }
}

function notBefore(dueMs: number | null, ms: number): number | null {
  return dueMs === null ? null : Math.max(dueMs, ms)
}
