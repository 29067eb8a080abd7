import type {
  BatchInputRow,
  BatchRow,
  Shard,
  ShardSummary,
} from '../../../domain/batch/batch'
import { leftToPerson } from '../../../domain/batch/damaged'
import { retried, taskOf } from '../../../domain/batch/row'
import type { RowTask } from '../../../domain/batch/row'
import { rowAfterBug } from '../../../domain/batch/rowOutcome'
import { resumed, summaryOf } from '../../../domain/batch/shard'
import type { LanePorts } from '../ports'
import { rewriteFile } from '../updateFile'
import type { HeldLane } from './heldLane'
import type { ActiveBatch } from './activeBatch'
import type { ShardFiles } from './readShard'
import { usableShard } from './setAside'

/** Rows are saved when this many have changed, or at the first refresh after this time. */
const SAVE_AFTER_ROWS = 25
const SAVE_AFTER_MS = 5_000

/** The two kinds of work, each at its own pace. */
export type WorkKind = 'send' | 'read'

const KINDS: Record<RowTask, WorkKind> = {
  check: 'read',
  confirm: 'read',
  cancel: 'send',
  accept: 'send',
  deny: 'send',
  'second-step': 'send',
}

/** Which shard of which batch, and for which kind of work it is held. */
export interface ShardPlace {
  batch: ActiveBatch
  number: number
  kind: WorkKind
}

/** One row that is to be worked on. */
export interface RowWork {
  shard: OpenShard
  index: number
  task: RowTask
  input: BatchInputRow
  row: BatchRow
}

interface Contents {
  at: ShardPlace
  files: ShardFiles
  shard: Shard
}

/**
 * One shard that the worker holds. Its file says that it is open, so a replica that finds
 * it open after a crash knows that any of its rows may have been sent.
 */
export class OpenShard {
  public readonly batch: ActiveBatch
  public readonly number: number
  public readonly kind: WorkKind
  /** When it was opened, on the clock that never goes back. */
  public readonly openedMs: number
  /** Begins no further row, so that another batch gets its place. */
  public isYielding = false
  private readonly inWork = new Set<number>()
  private changedRows = 0
  private hasBug = false
  private savedAtMs: number
  private saving: Promise<boolean> = Promise.resolve(true)
  private readonly inputs: BatchInputRow[]
  /** The highest epoch in the file that this owner may write over. */
  private readonly overEpoch: number
  private shard: Shard

  private constructor(
    private readonly ports: LanePorts,
    private readonly lane: HeldLane,
    { at, files, shard }: Contents
  ) {
    this.batch = at.batch
    this.number = at.number
    this.kind = at.kind
    this.inputs = files.inputs
    this.overEpoch = Math.max(files.overEpoch, lane.epoch)
    this.shard = shard
    this.openedMs = ports.now()
    this.savedAtMs = this.openedMs
  }

  /** Opens a shard; null when it cannot be read or saved, or another replica has the lane. */
  public static async open(
    ports: LanePorts,
    lane: HeldLane,
    at: ShardPlace
  ): Promise<OpenShard | null> {
    const { batch, number, kind } = at
    const files = await usableShard(ports, lane, {
      ...at,
      settle: (other) =>
        OpenShard.settle(ports, lane, { batch, number: other, kind }),
    })

    if (!files) return null

    const shard = resumed(files.shard, batch.control, {
      epoch: lane.epoch,
      lastSendMs: lane.lastSendMs,
      nowMs: ports.epochMs(),
    })

    const open = new OpenShard(ports, lane, { at, files, shard })

    if (!(await open.save())) {
      batch.leaveAlone(number, ports.epochMs())

      return null
    }

    batch.held.add(number)

    return open
  }

  private static async settle(
    ports: LanePorts,
    lane: HeldLane,
    at: ShardPlace
  ) {
    const open = await OpenShard.open(ports, lane, at)

    await open?.close()
  }

  /** Its rows as they are now, saved or not. */
  public rows(): BatchRow[] {
    return this.shard.rows
  }

  /** Tells whether a row is in work. */
  public isAtWork(): boolean {
    return this.inWork.size > 0
  }

  /** Takes the next row that is due for a kind of work, and that is not in work yet. */
  public take(kind: WorkKind): RowWork | null {
    const work = this.next(kind)

    if (work) this.inWork.add(work.index)

    return work
  }

  /** Tells whether more rows than some are due for a kind of work, and not in work yet. */
  public hasMoreThan(rows: number, kind: WorkKind): boolean {
    const due = this.due(kind)

    for (let found = 0; found <= rows; found += 1) {
      if (due.next().done) return false
    }

    return true
  }

  private next(kind: WorkKind): RowWork | null {
    const { value } = this.due(kind).next()

    return value ?? null
  }

  /** Finds the rows that are due for a kind of work, and that are not in work yet. */
  private *due(kind: WorkKind): Generator<RowWork, undefined> {
    const nowMs = this.ports.epochMs()

    if (this.isYielding) return

    for (let index = 0; index < this.shard.rows.length; index += 1) {
      const row = this.shard.rows[index]
      const task = this.inWork.has(index) ? null : this.dueTask(row, nowMs)

      if (task !== null && KINDS[task] === kind)
        yield { shard: this, index, task, input: this.inputs[index], row }
    }
  }

  /** Tells whether the operators still want a task: the row may have waited a minute for its turn. */
  public isWanted({ row, task }: RowWork): boolean {
    return taskOf(row, this.options()) === task
  }

  /** Finishes the work on a row. Without a new row it stays as it is. */
  public finish({ index }: RowWork, row?: BatchRow) {
    this.inWork.delete(index)
    if (!row) return

    const rows = [...this.shard.rows]

    rows[index] = row
    this.shard = { ...this.shard, rows }
    this.changedRows += 1
    this.batch.addUnsaved(this.number, this.summary(this.shard))

    if (this.changedRows >= SAVE_AFTER_ROWS) this.saveInBackground()
  }

  /** Finishes the work on a row after a bug; true where it is the first one in this shard. */
  public finishAfterBug(work: RowWork): boolean {
    const isFirst = !this.hasBug

    this.hasBug = true
    this.finish(work, rowAfterBug(work.task, work.row, this.ports.epochMs()))

    return isFirst
  }

  /** Tells whether no row is in work, and none is to begin now. */
  public isIdle(): boolean {
    return this.inWork.size === 0 && !this.next('send') && !this.next('read')
  }

  /** Finds what is to be done for a row now. Nothing is sent from a shard that was opened only for checks. */
  private dueTask(row: BatchRow, nowMs: number): RowTask | null {
    if (row.dueMs === null || row.dueMs > nowMs) return null

    const task = taskOf(row, this.options())
    const isAllowed =
      task === null || KINDS[task] === 'read' || !this.shard.isClean

    return isAllowed ? task : null
  }

  /** Saves changed rows if the last save is long enough ago. */
  public async saveDue() {
    const isDue = this.ports.now() - this.savedAtMs >= SAVE_AFTER_MS

    if (this.changedRows > 0 && isDue) await this.save()
  }

  /**
   * Saves the shard as closed. False when that could not be saved, or a row that may have been
   * sent is still in work: a bug ended its try, and the next owner must recover the shard.
   */
  public async close(): Promise<boolean> {
    const isClean = this.shard.isClean || this.inWork.size === 0

    await this.saving
    // Nothing is sent from a shard that closes, so it is safe to say so before the save is done.
    this.shard = { ...this.shard, isClean, rows: this.rowsAtEnd() }

    const isClosed = (await this.save()) && isClean

    if (isClosed) this.batch.held.delete(this.number)

    return isClosed
  }

  /** A batch that was set aside goes no further: what may have been sent is left to a person. */
  private rowsAtEnd(): BatchRow[] {
    const { rows } = this.shard

    return this.batch.control.phase === 'failed' ? rows.map(leftToPerson) : rows
  }

  private options() {
    const { action, acceptOwnRequests } = this.batch.manifest

    return { phase: this.batch.control.phase, action, acceptOwnRequests }
  }

  /** Makes one save after the other; false when it could not be saved, or the lane is lost. */
  private save(): Promise<boolean> {
    this.saving = this.saving.then(() => this.saveNow())

    return this.saving
  }

  /** Saves without keeping the next row waiting. The next save, or the close, meets its error. */
  private saveInBackground() {
    this.save().catch(() => undefined)
  }

  private async saveNow(): Promise<boolean> {
    const { shard, lane, ports } = this

    this.changedRows = 0
    this.savedAtMs = ports.now()

    const file = ports.store.shard(this.batch.manifest.folder, this.number)
    const saved = await rewriteFile(ports, file, {
      next: (stored) =>
        stored.epoch <= this.overEpoch && !lane.isLost() ? shard : null,
      // What became of the rows is known here.
      anew: () => (lane.isLost() ? null : shard),
    })

    if (saved.kind === 'declined') lane.lose()
    // The next refresh tries again.
    if (saved.kind === 'unavailable') this.changedRows += 1
    // Only now: were the progress ahead of the shards, a crash would hide a row.
    if (saved.kind === 'written')
      this.batch.addSaved(this.number, this.summary(shard))
    // Rows that finished during the save are still to be saved.
    if (this.shard !== shard)
      this.batch.addUnsaved(this.number, this.summary(this.shard))

    return saved.kind === 'written'
  }

  private summary({ rows, generation }: Shard): ShardSummary {
    const { control, manifest } = this.batch
    const isRetryPending = generation < control.generation

    // A retry that came since the shard was opened takes effect at the next open; it counts now.
    return summaryOf(
      { rows: isRetryPending ? rows.map(retried) : rows },
      manifest
    )
  }
}
