import type {
  BatchInputRow,
  BatchRow,
  Shard,
  ShardSummary,
} from '../../../domain/batch/batch'
import { summaryOf } from '../../../domain/batch/batchProgress'
import { takenOver } from '../../../domain/batch/takenOver'
import { retried, taskOf } from '../../../domain/batch/row'
import type { RowTask } from '../../../domain/batch/row'
import type { OpenPlace } from '../../../domain/lane/lane'
import { change, readExisting } from '../updateFile'
import type { OwnLane } from './heldLane'
import type { LoadedBatch } from './loadedBatch'
import type { LanePorts } from '../ports'

/** Rows are saved when so many have changed, or after so long. */
const SAVE_AFTER_ROWS = 25
const SAVE_AFTER_MS = 5_000

/** The two kinds of work, which are paced apart. */
export type WorkKind = 'send' | 'look'

const KINDS: Record<RowTask, WorkKind> = {
  check: 'look',
  look: 'look',
  cancel: 'send',
  accept: 'send',
}

/** Which shard of which batch. */
export interface ShardPlace {
  batch: LoadedBatch
  number: number
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
  inputs: BatchInputRow[]
  shard: Shard
}

/**
 * One shard in the hands of the lane. It was written down that it is open, so that
 * whoever finds it open after a crash knows that any of its rows may have been sent.
 */
export class OpenShard {
  public readonly batch: LoadedBatch
  public readonly number: number
  private readonly place: OpenPlace
  private readonly busy = new Set<number>()
  private changedRows = 0
  private savedAtMs: number
  private saving: Promise<boolean> | null = null
  private readonly inputs: BatchInputRow[]
  private shard: Shard

  private constructor(
    private readonly ports: LanePorts,
    private readonly lane: OwnLane,
    { at, inputs, shard }: Contents
  ) {
    this.batch = at.batch
    this.number = at.number
    this.place = { folder: at.batch.manifest.folder, shard: at.number }
    this.inputs = inputs
    this.shard = shard
    this.savedAtMs = ports.now()
  }

  /** Opens a shard; null when it cannot be read, or somebody else has the lane. */
  public static async open(
    ports: LanePorts,
    lane: OwnLane,
    at: ShardPlace
  ): Promise<OpenShard | null> {
    const { batch, number } = at
    const { folder } = batch.manifest
    const [input, stored] = await Promise.all([
      readExisting(ports, ports.store.input(folder, number)),
      readExisting(ports, ports.store.shard(folder, number)),
    ])

    if (!input || !stored || stored.content.epoch > lane.epoch) return null

    const shard = takenOver(stored.content, batch.control, {
      epoch: lane.epoch,
      lastSendMs: lane.lastSendMs,
      nowMs: ports.epochMs(),
    })

    const inputs = input.content.rows
    const open = new OpenShard(ports, lane, { at, inputs, shard })

    const [isAnnounced, isSaved] = await Promise.all([
      lane.open(open.place),
      open.save(),
    ])

    if (isAnnounced && isSaved) return open

    lane.close(open.place)

    return null
  }

  /** The next row that is due for a kind of work, and that nobody works on. */
  public take(kind: WorkKind): RowWork | null {
    const nowMs = this.ports.epochMs()
    const options = this.options()

    for (let index = 0; index < this.shard.rows.length; index += 1) {
      const row = this.shard.rows[index]
      const isDue = row.dueMs !== null && row.dueMs <= nowMs

      if (isDue && !this.busy.has(index)) {
        const task = taskOf(row, options)

        if (task !== null && KINDS[task] === kind && this.allows(kind)) {
          this.busy.add(index)

          return { shard: this, index, task, input: this.inputs[index], row }
        }
      }
    }

    return null
  }

  /** Whether people still want it by now: a row may have waited a minute for its turn. */
  public isWanted({ row, task }: RowWork): boolean {
    return taskOf(row, this.options()) === task
  }

  /** Ends the work on a row. A row that nothing was found out about stays as it is. */
  public put({ index }: RowWork, row?: BatchRow) {
    this.busy.delete(index)
    if (!row) return

    const rows = [...this.shard.rows]

    rows[index] = row
    this.shard = { ...this.shard, rows }
    this.changedRows += 1
    this.batch.foresee(this.number, this.summary(this.shard))

    if (this.changedRows >= SAVE_AFTER_ROWS) this.save()
  }

  /** Whether nobody works on it, and nothing in it is due. */
  public isIdle(): boolean {
    if (this.busy.size > 0) return false

    const nowMs = this.ports.epochMs()
    const options = this.options()

    return !this.shard.rows.some((row) => {
      const task = taskOf(row, options)

      return (
        task !== null &&
        this.allows(KINDS[task]) &&
        row.dueMs !== null &&
        row.dueMs <= nowMs
      )
    })
  }

  /** Nothing is sent from a shard that was opened only to be looked at. */
  private allows(kind: WorkKind): boolean {
    return kind === 'look' || !this.shard.isClean
  }

  /** Saves what has changed for a while. */
  public async saveInTime() {
    const isDue = this.ports.now() - this.savedAtMs >= SAVE_AFTER_MS

    if (this.changedRows > 0 && isDue) await this.save()
  }

  /** Saves it as left behind in order: nothing is under way for it. */
  public async close(): Promise<boolean> {
    await this.saving
    // From here on nothing is sent from it: the file may say so already.
    this.shard = { ...this.shard, isClean: true }

    const isSaved = await this.save()

    if (isSaved) this.lane.close(this.place)

    return isSaved
  }

  private options() {
    return {
      phase: this.batch.control.phase,
      acceptOwnRequests: this.batch.manifest.acceptOwnRequests,
    }
  }

  /** One save after the other; false when it could not be saved, or the lane is lost. */
  private save(): Promise<boolean> {
    const before = this.saving ?? Promise.resolve(true)
    const saving = before.then(() => this.saveNow())

    this.saving = saving

    return saving
  }

  private async saveNow(): Promise<boolean> {
    const { shard, lane, ports } = this

    this.changedRows = 0
    this.savedAtMs = ports.now()

    const file = ports.store.shard(this.batch.manifest.folder, this.number)
    const saved = await change(ports, file, (stored) =>
      stored.epoch <= lane.epoch && !lane.isLost() ? shard : null
    )

    if (saved.kind === 'declined') lane.lose()
    // The progress never says more than the shards: a crash must not hide a row.
    if (saved.kind === 'written')
      this.batch.note(this.number, this.summary(shard))

    return saved.kind === 'written'
  }

  private summary({ rows, generation }: Shard): ShardSummary {
    const { control, manifest } = this.batch
    const isRetried = generation < control.generation

    // A retry that came since it was opened begins when it is opened again.
    return summaryOf({ rows: isRetried ? rows.map(retried) : rows }, manifest)
  }
}
