import type { ActiveBatch } from './activeBatch'
import { OpenShard } from './openShard'
import type { ShardPlace, WorkKind } from './openShard'

/**
 * How many shards are held at once for each kind of work: those of which rows begin, one a batch, and
 * those whose last rows end. Memory holds the rows of all. Reads have places that no send takes.
 */
const PLACES: Record<WorkKind, number> = { send: 6, read: 2 }

/** How long a batch keeps its place while another one waits for one. */
const PLACE_MS = 4_000

/** The shards that the worker holds, and who has a place. */
export class HeldShards {
  /** Those of which rows begin, by their numbers. */
  public readonly open: OpenShard[] = []
  public readonly opening = new Map<ShardPlace, Promise<void>>()
  public readonly closing = new Map<OpenShard, Promise<void>>()
  /** Shards that a bug has ended. They have no place, and are not opened again. */
  public readonly broken: ShardPlace[] = []

  /** Adds a shard that was opened, or could not be closed. */
  public add(shard: OpenShard) {
    this.open.push(shard)
    this.open.sort((one, other) => one.number - other.number)
  }

  public remove(place: ShardPlace) {
    const index = this.open.findIndex((shard) => shard === place)

    if (index >= 0) this.open.splice(index, 1)
  }

  /** Lists the shards of a batch that are held in some way. */
  public ofBatch(batch: ActiveBatch): ShardPlace[] {
    return [...this.places(), ...this.broken].filter(
      (place) => place.batch === batch
    )
  }

  /** Tells whether one more shard may be held for a kind of work. */
  public hasPlace(kind: WorkKind): boolean {
    return (
      this.places().filter((place) => place.kind === kind).length < PLACES[kind]
    )
  }

  /** Lets the batch that has had a place longest leave it, once that is long enough. One batch leaves at a time. */
  public makePlace(kind: WorkKind, nowMs: number) {
    const [longest] = this.open
      .filter((shard) => shard.kind === kind)
      .sort((one, other) => one.openedMs - other.openedMs)

    const isOver = longest !== undefined && nowMs - longest.openedMs >= PLACE_MS

    if (!isOver || this.worked().some(({ isYielding }) => isYielding)) return

    // Were one of its shards left, the rows there would begin before those that are given up.
    for (const shard of this.open) {
      if (shard.batch === longest.batch) shard.isYielding = true
    }
  }

  /** Tells whether a batch is leaving its place. */
  public isLeaving(batch: ActiveBatch): boolean {
    return this.worked().some(
      (shard) => shard.isYielding && shard.batch === batch
    )
  }

  /**
   * Tells whether rows of a batch begin before those of a shard that is opened now: its rows keep
   * their order. `openRows`: so many may still be left of the shards that are open.
   */
  public hasRowsBefore(
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

  /** Tells whether nothing is held whose rows may still be in work. */
  public isSettled(): boolean {
    return (
      this.open.length === 0 &&
      !this.broken.some(
        (place) => place instanceof OpenShard && place.isAtWork()
      )
    )
  }

  private worked(): OpenShard[] {
    return [...this.open, ...this.closing.keys()]
  }

  private places(): ShardPlace[] {
    return [...this.worked(), ...this.opening.keys()]
  }
}
