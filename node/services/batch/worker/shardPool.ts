import type { BatchRow } from '../../../domain/batch/batch'
import type { LanePorts } from '../ports'
import type { HeldLane } from './heldLane'
import type { ActiveBatch } from './activeBatch'
import { OpenShard } from './openShard'
import type { RowWork, ShardPlace, WorkKind } from './openShard'
import { setAsideAfterBug } from './setAside'

/**
 * How many shards are held at once for each kind of work: those of which rows begin, one a batch, and
 * those whose last rows end. Memory holds the rows of all. Reads have places that no send takes.
 */
const PLACES: Record<WorkKind, number> = { send: 6, read: 2 }

/** How long a shard keeps its place while another batch waits for one. */
const PLACE_MS = 4_000

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

/** The shards that the worker holds. It holds each once, or a row would be sent twice. */
export class ShardPool {
  private readonly open: OpenShard[] = []
  private readonly opening = new Map<ShardPlace, Promise<void>>()
  private readonly closing = new Map<OpenShard, Promise<void>>()
  /** Shards that a bug has ended. They have no place, and are not opened again. */
  private readonly broken: ShardPlace[] = []

  constructor(
    private readonly ports: LanePorts,
    private readonly lane: HeldLane,
    private readonly listener: PoolListener
  ) {}

  /** Takes the next row of a batch that is due for a kind of work, from the shards that are open. */
  public take(kind: WorkKind, batch: ActiveBatch): RowWork | null {
    for (const shard of this.open) {
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
    const isFree = () => this.inPlace(kind).length < PLACES[kind]

    for (const batch of batches) {
      const place = this.nextOf(kind, batch, 0)

      if (place && !isFree()) {
        this.makePlace(kind)

        return
      }

      if (place) this.begin(place)
    }

    for (const batch of batches) {
      const place = isFree() ? this.nextOf(kind, batch, AHEAD_ROWS) : null

      if (place) this.begin(place)
    }
  }

  /** Tells whether the worker holds any shard of a batch. */
  public holdsShardOf(batch: ActiveBatch): boolean {
    return this.held().some((place) => place.batch === batch)
  }

  /** Saves each shard whose last save is long enough ago. */
  public async saveDue() {
    await Promise.all(
      this.open.map((shard) =>
        shard
          .saveDue()
          .catch((error: unknown) => this.breakOff(shard, shard.rows(), error))
      )
    )
  }

  /** Closes every shard that has no row in work, and of which none is to begin. */
  public closeIdle() {
    for (const shard of this.open.filter((one) => one.isIdle())) {
      this.remove(shard)
      this.close(shard)
    }
  }

  /** Closes all shards; true when every one was saved as closed. */
  public async closeAll(): Promise<boolean> {
    await Promise.all(this.opening.values())
    for (const shard of this.open.splice(0)) this.close(shard)
    await Promise.all(this.closing.values())

    return (
      this.open.length === 0 &&
      !this.broken.some(
        (place) => place instanceof OpenShard && place.isAtWork()
      )
    )
  }

  private begin(place: ShardPlace) {
    const opened = OpenShard.open(this.ports, this.lane, place)
      .then((shard) => {
        this.opening.delete(place)
        if (!shard) return

        shard.isYielding = this.isLeaving(shard.batch)
        this.open.push(shard)
        this.open.sort((one, other) => one.number - other.number)
      })
      .catch((error: unknown) => {
        this.opening.delete(place)

        return this.breakOff(place, null, error)
      })
      .then(() => this.listener.opened())

    this.opening.set(place, opened)
  }

  private close(shard: OpenShard) {
    const closed = shard
      .close()
      .then((isClosed) => {
        this.closing.delete(shard)
        // It stays with this owner until it could be saved.
        if (!isClosed) this.open.push(shard)
      })
      .catch((error: unknown) => {
        this.closing.delete(shard)

        return this.breakOff(shard, shard.rows(), error)
      })
      .then(() => this.listener.closed())

    this.closing.set(shard, closed)
  }

  /** Gives a shard up after a bug, and sets its batch aside: it must not come back with each owner of the lane. */
  private async breakOff(
    place: ShardPlace,
    rows: BatchRow[] | null,
    error: unknown
  ) {
    this.remove(place)
    this.broken.push(place)
    this.listener.failed(error)
    await setAsideAfterBug(this.ports, place, rows)
  }

  private remove(place: ShardPlace) {
    const index = this.open.findIndex((shard) => shard === place)

    if (index >= 0) this.open.splice(index, 1)
  }

  private inPlace(kind: WorkKind): ShardPlace[] {
    return [
      ...this.open,
      ...this.opening.keys(),
      ...this.closing.keys(),
    ].filter((place) => place.kind === kind)
  }

  private held(): ShardPlace[] {
    return [...this.inPlace('send'), ...this.inPlace('read'), ...this.broken]
  }

  /** Lets the batch that has had its place longest leave it, once that is long enough. One batch leaves at a time. */
  private makePlace(kind: WorkKind) {
    const [longest] = this.open
      .filter((shard) => shard.kind === kind)
      .sort((one, other) => one.openedMs - other.openedMs)

    const isOver =
      longest !== undefined && this.ports.now() - longest.openedMs >= PLACE_MS

    if (!isOver || this.worked().some(({ isYielding }) => isYielding)) return

    // Were one of its shards left, the rows there would begin before those that are given up.
    for (const shard of this.open) {
      if (shard.batch === longest.batch) shard.isYielding = true
    }
  }

  /** Tells whether a batch is leaving its place. */
  private isLeaving(batch: ActiveBatch): boolean {
    return this.worked().some(
      (shard) => shard.isYielding && shard.batch === batch
    )
  }

  private worked(): OpenShard[] {
    return [...this.open, ...this.closing.keys()]
  }

  /** Finds the first shard of a batch that has such work now, unless more rows than some are open, or are to open. */
  private nextOf(
    kind: WorkKind,
    batch: ActiveBatch,
    openRows: number
  ): ShardPlace | null {
    if (this.hasRowsBefore(kind, batch, openRows)) return null

    const nowMs = this.ports.epochMs()
    const held = new Set(
      this.held().flatMap((place) =>
        place.batch === batch ? place.number : []
      )
    )

    const number = batch
      .shardWork()
      .findIndex(
        ({ sendDueMs, readDueMs }, index) =>
          isDue(kind === 'send' ? sendDueMs : readDueMs, nowMs) &&
          !held.has(index)
      )

    return number >= 0 ? { batch, number, kind } : null
  }

  /** The rows of a batch keep their order: those of a shard that opens, or leaves its place, begin before the next. */
  private hasRowsBefore(
    kind: WorkKind,
    batch: ActiveBatch,
    openRows: number
  ): boolean {
    const isOpening = [...this.opening.keys()].some(
      (place) => place.batch === batch && place.kind === kind
    )

    return (
      isOpening ||
      this.isLeaving(batch) ||
      this.worked().some(
        (shard) => shard.batch === batch && shard.hasMoreThan(openRows, kind)
      )
    )
  }
}

function isDue(dueMs: number | null, nowMs: number): boolean {
  return dueMs !== null && dueMs <= nowMs
}
