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
import { change, readExisting } from '../updateFile'
import type { BatchPorts } from '../ports'

/** A batch that the lane works on, without its rows. */
export class LoadedBatch {
  private isChanged = false
  private saving: Promise<void> = Promise.resolve()
  /** What shards come to that are not saved yet. */
  private readonly unsaved = new Map<number, ShardSummary>()

  private constructor(
    public readonly manifest: BatchManifest,
    public control: BatchControl,
    private progress: BatchProgress
  ) {}

  /** Reads a batch; null when any part of it cannot be read now. */
  public static async load(
    ports: BatchPorts,
    id: string
  ): Promise<LoadedBatch | null> {
    const { store } = ports
    const manifest = await readExisting(ports, store.manifest(id))

    if (!manifest) return null

    const { folder } = manifest.content
    const [control, progress] = await Promise.all([
      readExisting(ports, store.control(folder)),
      readExisting(ports, store.progress(folder)),
    ])

    return control && progress
      ? new LoadedBatch(
          manifest.content,
          control.content,
          withRetries(progress.content, control.content)
        )
      : null
  }

  /** What is to be done in each shard now. */
  public work(): ShardWork[] {
    return this.progress.shards.map((summary) =>
      workIn(summary, this.control.phase)
    )
  }

  /** When the next thing is due; null when nothing is left to do by itself. */
  public nextDueMs(): number | null {
    return nextDueMs(this.control, this.progress)
  }

  /** Takes over what a shard comes to that was saved. */
  public note(shard: number, summary: ShardSummary) {
    this.isChanged = true
    this.unsaved.delete(shard)
    this.progress = {
      ...this.progress,
      shards: this.progress.shards.map((known, index) =>
        index === shard ? summary : known
      ),
    }
  }

  /** Hears what a shard will come to: at the limit of refusals nothing more is begun, whatever is saved. */
  public foresee(shard: number, summary: ShardSummary) {
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

  /** Reads what people want of it by now, and stops it where too much was refused. */
  public async listen(ports: BatchPorts) {
    const file = ports.store.control(this.manifest.folder)
    const read = await file.read()

    if (read.kind !== 'found') return

    this.heed(read.content)
    if (!this.isOverLimit(read.content)) return

    const entry = {
      id: ports.newId(),
      action: 'PAUSE' as const,
      by: null,
      atMs: ports.epochMs(),
    }

    const paused = await change<BatchControl>(ports, file, (control) =>
      this.isOverLimit(control)
        ? { ...control, phase: 'paused', history: [...control.history, entry] }
        : null
    )

    if (paused.kind !== 'unavailable') this.heed(paused.content)
  }

  private heed(control: BatchControl) {
    this.control = this.isOverLimit(control)
      ? { ...control, phase: 'paused' }
      : control
    this.progress = withRetries(this.progress, control)
  }

  /** Writes how far it has come, where that has changed; one save after the other. */
  public save(ports: BatchPorts): Promise<void> {
    this.saving = this.saving.then(() => this.saveNow(ports))

    return this.saving
  }

  private async saveNow(ports: BatchPorts) {
    const isFinished = this.nextDueMs() === null
    const finishedAtMs = isFinished
      ? this.progress.finishedAtMs ?? ports.epochMs()
      : null

    const isNew = finishedAtMs !== this.progress.finishedAtMs

    if (!this.isChanged && !isNew) return

    const progress = { ...this.progress, finishedAtMs }

    this.progress = progress
    this.isChanged = false

    const saved = await change(
      ports,
      ports.store.progress(this.manifest.folder),
      () => progress
    )

    if (saved.kind !== 'written') this.isChanged = true
  }
}
