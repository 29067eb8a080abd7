import type { LanePorts } from '../ports'
import type { HeldLane } from './heldLane'
import type { ActiveBatch } from './activeBatch'
import { OpenShard } from './openShard'
import type { RowWork, ShardPlace, WorkKind } from './openShard'

/** How many shards are open at once: the last rows of one end while the next begins. */
const MAX_OPEN_SHARDS = 4

interface PoolListener {
  /** Called after each close, or try to close. */
  closed: () => void
  /** Called when a bug keeps a shard from being closed. */
  failed: (error: unknown) => void
}

/** The shards that the worker holds. It holds each once, or a row would be sent twice. */
export class ShardPool {
  private readonly open: OpenShard[] = []
  private readonly opening: ShardPlace[] = []
  private readonly closing = new Map<OpenShard, Promise<void>>()

  constructor(
    private readonly ports: LanePorts,
    private readonly lane: HeldLane,
    private readonly listener: PoolListener
  ) {}

  /** Takes the next row that is due for a kind of work. */
  public take(kind: WorkKind): RowWork | null {
    for (const shard of this.open) {
      const work = shard.take(kind)

      if (work) return work
    }

    return null
  }

  /** Opens the next shard that has such work, or finds that it cannot be opened now; false when there is none, no room, or no lane. */
  public async openNext(
    kind: WorkKind,
    batches: readonly ActiveBatch[]
  ): Promise<boolean> {
    const next =
      this.held().length < MAX_OPEN_SHARDS ? this.next(kind, batches) : null

    if (!next) return false

    this.opening.push(next)

    const shard = await OpenShard.open(this.ports, this.lane, next)

    this.opening.splice(this.opening.indexOf(next), 1)
    if (shard) this.open.push(shard)

    return shard !== null || !this.lane.isLost()
  }

  /** Tells whether the worker holds any shard of a batch. */
  public holdsShardOf(batch: ActiveBatch): boolean {
    return this.held().some((place) => place.batch === batch)
  }

  /** Saves each shard whose last save is long enough ago. */
  public async saveDue() {
    await Promise.all(this.open.map((shard) => shard.saveDue()))
  }

  /** Closes every shard that has no row in work, and none that is due. */
  public closeIdle() {
    for (const shard of this.open.filter((one) => one.isIdle())) {
      this.open.splice(this.open.indexOf(shard), 1)
      this.close(shard)
    }
  }

  /** Closes all shards; true when every one was saved as closed. */
  public async closeAll(): Promise<boolean> {
    for (const shard of this.open.splice(0)) this.close(shard)
    await Promise.all(this.closing.values())

    return this.open.length === 0
  }

  private close(shard: OpenShard) {
    const closed = shard
      .close()
      .catch((error: unknown) => {
        this.listener.failed(error)

        return false
      })
      .then((isClosed) => {
        this.closing.delete(shard)
        // It stays with this owner until it could be saved.
        if (!isClosed) this.open.push(shard)
        this.listener.closed()
      })

    this.closing.set(shard, closed)
  }

  private held(): ShardPlace[] {
    return [...this.open, ...this.opening, ...this.closing.keys()]
  }

  /** Finds the first shard that has such work now. Reads of a batch wait for the due sends of the batches before it. */
  private next(
    kind: WorkKind,
    batches: readonly ActiveBatch[]
  ): ShardPlace | null {
    const nowMs = this.ports.epochMs()

    for (const batch of batches) {
      const work = batch.shardWork()
      const number = work.findIndex(
        ({ sendDueMs, readDueMs }, index) =>
          isDue(kind === 'send' ? sendDueMs : readDueMs, nowMs) &&
          !this.isHeld(batch, index)
      )

      if (number >= 0) return { batch, number }

      const hasToSend = work.some(({ sendDueMs }) => isDue(sendDueMs, nowMs))

      if (kind === 'read' && hasToSend) return null
    }

    return null
  }

  private isHeld(batch: ActiveBatch, number: number): boolean {
    return this.held().some(
      (place) => place.batch === batch && place.number === number
    )
  }
}

function isDue(dueMs: number | null, nowMs: number): boolean {
  return dueMs !== null && dueMs <= nowMs
}
