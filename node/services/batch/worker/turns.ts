import type { ActiveBatch } from './activeBatch'
import type { RowWork, WorkKind } from './openShard'
import type { ShardPool } from './shardPool'

/**
 * Gives the batches their turns, row by row: first the one that has waited longest, and a new one
 * before all others. A batch whose own cap has no
 * slot is passed over.
 */
export class Turns {
  private readonly last: Record<WorkKind, WeakMap<ActiveBatch, number>> = {
    send: new WeakMap(),
    read: new WeakMap(),
  }

  private count = 0

  constructor(private readonly shards: ShardPool) {}

  /** Sorts the batches of which a row of a kind may begin: the one that has waited longest for its turn is the first. */
  public inTurn(
    kind: WorkKind,
    batches: readonly ActiveBatch[],
    nowMs: number
  ): ActiveBatch[] {
    const last = this.last[kind]

    return batches
      .filter((batch) => kind === 'read' || batch.slotMs() <= nowMs)
      .sort((one, other) => (last.get(one) ?? 0) - (last.get(other) ?? 0))
  }

  /** Takes the next row that is due for a kind of work; null when no open shard has one. */
  public next(kind: WorkKind, inTurn: readonly ActiveBatch[]): RowWork | null {
    for (const batch of inTurn) {
      const work = this.shards.take(kind, batch)

      if (work) {
        this.count += 1
        this.last[kind].set(batch, this.count)

        return work
      }
    }

    return null
  }
}
