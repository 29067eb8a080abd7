import type { BatchRow } from '../../../domain/batch/batch'
import type { LanePorts } from '../ports'
import type { HeldLane } from './heldLane'
import type { ActiveBatch } from './activeBatch'
import { HeldShards } from './heldShards'
import { OpenShard } from './openShard'
import type { RowWork, ShardPlace, WorkKind } from './openShard'
import { setAsideAfterBug } from './setAside'

/** How many rows of a shard are still to begin when the next one of its batch is opened: opening takes a moment. */
const AHEAD_ROWS = 25

interface PoolListener {
  /** Called after each try to open a shard. */
  opened: () => void
  /** Called after each close, or try to close. */
  closed: () => void
  /** Called when a bug ends the work on a shard. The next owner of the lane recovers it. */
  failed: (error: unknown) => void
}

/** Opens and closes the shards that the worker holds. It holds each once, or a row would be sent twice. */
export class ShardPool {
  private readonly held = new HeldShards()

  constructor(
    private readonly ports: LanePorts,
    private readonly lane: HeldLane,
    private readonly listener: PoolListener
  ) {}

  /** Takes the next row of a batch that is due for a kind of work, from the shards that are open. */
  public take(kind: WorkKind, batch: ActiveBatch): RowWork | null {
    for (const shard of this.held.open) {
      const work = shard.batch === batch ? shard.take(kind) : null

      if (work) return work
    }

    return null
  }

  /**
   * Begins to open a shard of each batch, in the order given, that has such work and no open row of
   * it. Where all places are taken, the batch that has had its own longest leaves it. What is left of
   * the places is for the shards that come next.
   */
  public openDue(kind: WorkKind, batches: readonly ActiveBatch[]) {
    for (const batch of batches) {
      const place = this.nextOf(kind, batch, 0)

      if (place && !this.held.hasPlace(kind)) {
        this.held.makePlace(kind, this.ports.now())

        return
      }

      if (place) this.begin(place)
    }

    for (const batch of batches) {
      const place = this.held.hasPlace(kind)
        ? this.nextOf(kind, batch, AHEAD_ROWS)
        : null

      if (place) this.begin(place)
    }
  }

  /** Tells whether the worker holds any shard of a batch. */
  public holdsShardOf(batch: ActiveBatch): boolean {
    return this.held.ofBatch(batch).length > 0
  }

  /** Saves each shard whose last save is long enough ago. */
  public async saveDue() {
    await Promise.all(
      this.held.open.map((shard) =>
        shard
          .saveDue()
          .catch((error: unknown) => this.breakOff(shard, shard.rows(), error))
      )
    )
  }

  /** Closes every shard that has no row in work, and of which none is to begin. */
  public closeIdle() {
    for (const shard of this.held.open.filter((one) => one.isIdle())) {
      this.held.remove(shard)
      this.close(shard)
    }
  }

  /** Closes all shards; true when every one was saved as closed. */
  public async closeAll(): Promise<boolean> {
    await Promise.all(this.held.opening.values())
    for (const shard of this.held.open.splice(0)) this.close(shard)
    await Promise.all(this.held.closing.values())

    return this.held.isSettled()
  }

  private begin(place: ShardPlace) {
    const opened = OpenShard.open(this.ports, this.lane, place)
      .then((shard) => {
        this.held.opening.delete(place)
        if (!shard) return

        shard.isYielding = this.held.isLeaving(shard.batch)
        this.held.add(shard)
      })
      .catch((error: unknown) => {
        this.held.opening.delete(place)

        return this.breakOff(place, null, error)
      })
      .then(() => this.listener.opened())

    this.held.opening.set(place, opened)
  }

  private close(shard: OpenShard) {
    const closed = shard
      .close()
      .then((isClosed) => {
        this.held.closing.delete(shard)
        // It stays with this owner until it could be saved.
        if (!isClosed) this.held.add(shard)
      })
      .catch((error: unknown) => {
        this.held.closing.delete(shard)

        return this.breakOff(shard, shard.rows(), error)
      })
      .then(() => this.listener.closed())

    this.held.closing.set(shard, closed)
  }

  /** Gives a shard up after a bug, and sets its batch aside: it must not come back with each owner of the lane. */
  private async breakOff(
    place: ShardPlace,
    rows: BatchRow[] | null,
    error: unknown
  ) {
    this.held.remove(place)
    this.held.broken.push(place)
    this.listener.failed(error)
    await setAsideAfterBug(this.ports, place, rows)
  }

  /** Finds the first shard of a batch that has such work now, unless more rows than some are open, or are to open. */
  private nextOf(
    kind: WorkKind,
    batch: ActiveBatch,
    openRows: number
  ): ShardPlace | null {
    if (this.held.hasRowsBefore(kind, batch, openRows)) return null

    const nowMs = this.ports.epochMs()
    const held = new Set(this.held.ofBatch(batch).map(({ number }) => number))
    const number = batch
      .shardWork()
      .findIndex(
        ({ sendDueMs, readDueMs }, index) =>
          isDue(kind === 'send' ? sendDueMs : readDueMs, nowMs) &&
          !held.has(index)
      )

    return number >= 0 ? { batch, number, kind } : null
  }
}

function isDue(dueMs: number | null, nowMs: number): boolean {
  return dueMs !== null && dueMs <= nowMs
}
