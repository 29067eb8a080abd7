import type {
  BatchControl,
  BatchManifest,
  BatchProgress,
  ShardSummary,
} from '../../../domain/batch/batch'
import { isOverLimit } from '../../../domain/batch/batchControl'
import {
  nextDueMs,
  withRetries,
  workIn,
} from '../../../domain/batch/batchProgress'
import type { ShardWork } from '../../../domain/batch/batchProgress'
import { loadBatch } from '../loadBatch'
import type { StoredBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { updateFile } from '../updateFile'

/** A batch that the lane works on, without its rows. */
export class ActiveBatch {
  public readonly manifest: BatchManifest
  public control: BatchControl
  private progress: BatchProgress
  private isChanged = false
  private saving: Promise<void> = Promise.resolve()
  /** The summaries of shards that are not saved yet. */
  private readonly unsaved = new Map<number, ShardSummary>()

  private constructor({ manifest, control, progress }: StoredBatch) {
    this.manifest = manifest
    this.control = control
    this.progress = progress
  }

  /** Loads a batch; null when any part of it cannot be read now. */
  public static async load(
    ports: BatchPorts,
    id: string
  ): Promise<ActiveBatch | null> {
    const load = await loadBatch(ports, id)

    return load.kind === 'found' ? new ActiveBatch(load.batch) : null
  }

  /** Tells what is to be done in each shard. */
  public shardWork(): ShardWork[] {
    return this.progress.shards.map((summary) =>
      workIn(summary, this.control.phase)
    )
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

  /** Re-reads what the operators want, and pauses the batch where too many rows were refused; false when it could not be read. */
  public async refreshControl(ports: BatchPorts): Promise<boolean> {
    const file = ports.store.control(this.manifest.folder)
    const read = await file.read()

    if (read.kind !== 'found') return false

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

  private applyControl(control: BatchControl) {
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

    const saved = await updateFile(
      ports,
      ports.store.progress(this.manifest.folder),
      () => progress
    )

    if (saved.kind !== 'written') this.isChanged = true
  }
}
