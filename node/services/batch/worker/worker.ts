import { HAND_OVER_MS, LEASE_MS, queued } from '../../../domain/lane/lane'
import type { LaneWork } from '../../../domain/lane/lane'
import type { Pacer } from '../../../domain/lane/pacer'
import type { LanePorts } from '../ports'
import { BatchQueue } from './batchQueue'
import type { HeldLane } from './heldLane'
import { LaneAccessWatch } from './laneAccess'
import type { RowWork, WorkKind } from './openShard'
import { RateGate } from './rateGate'
import { RowRunner } from './rowRunner'
import { ShardPool } from './shardPool'
import { Signal } from './signal'
import { Turns } from './turns'

/** How often the worker re-reads what the operators want, and saves progress. */
const REFRESH_EVERY_MS = 4_000
const TICK_MS = 500

/** The work of one owner of the lane: sends and reads of rows side by side, each kind at its own pace. */
export class Worker {
  private readonly queue: BatchQueue
  private readonly shards: ShardPool
  private readonly turns: Turns
  private readonly rows: RowRunner
  private readonly access: LaneAccessWatch
  private readonly gates: Record<WorkKind, RateGate>
  private readonly signal: Signal
  private isStopping = false
  private isSuccessorCalled = false
  /** False once a row may still be in flight: then the lease must end before the next owner sends. */
  private canRelease = true
  private refreshedMs = -Infinity
  private renewedMs: number

  constructor(
    private readonly ports: LanePorts,
    private readonly lane: HeldLane,
    private readonly endMs: number
  ) {
    const gateOf = (pacer: Pacer | null) =>
      new RateGate(ports, pacer, (error) => this.fail(error))

    this.gates = {
      send: gateOf(lane.pacers?.sends ?? null),
      read: gateOf(lane.pacers?.reads ?? null),
    }
    this.signal = new Signal(ports.sleep)
    this.queue = new BatchQueue(ports)
    this.shards = new ShardPool(ports, lane, {
      opened: () => this.signal.notify(),
      closed: () => this.shardClosed(),
      failed: (error) => ports.logger.bug('drainBatches', error),
    })
    this.turns = new Turns(this.shards)
    this.access = new LaneAccessWatch(lane.access, (kind) =>
      ports.logger.info({
        operation: 'drainBatches',
        problem: 'OMS refuses the token of this app',
        kind,
      })
    )
    this.rows = new RowRunner({
      ports,
      lane,
      gates: this.gates,
      access: this.access,
      ended: () => this.signal.notify(),
    })
    this.renewedMs = ports.now()
  }

  /** Works until the time is up, nothing is left, or the lane is lost; true when something is, or may be, left to do. */
  public async run(): Promise<boolean> {
    await this.maintain()
    await Promise.all(
      [this.pump('send'), this.pump('read'), this.tick()].map((loop) =>
        loop.catch((error: unknown) => this.fail(error))
      )
    )
    await this.rows.whenDone()
    this.canRelease = (await this.shards.closeAll()) && this.canRelease
    await this.saveProgress()

    return !this.queue.isExhausted()
  }

  /**
   * Releases the lane, unless a row may be in flight: then the lease must end first. True
   * when a successor has the lane now.
   */
  public async release(): Promise<boolean> {
    return (
      this.canRelease && !this.lane.isLost() && this.lane.release(this.work())
    )
  }

  private work(): LaneWork {
    return {
      pacers: {
        sends: this.gates.send.exportPacer(),
        reads: this.gates.read.exportPacer(),
      },
      access: this.access.state(),
      queue: queued(this.queue.inOrder().map((batch) => batch.toQueue())),
    }
  }

  private stop() {
    this.isStopping = true
    this.gates.send.close()
    this.gates.read.close()
    this.signal.notify()
  }

  private async tick() {
    const { now, sleep } = this.ports

    while (
      now() < this.endMs &&
      !this.queue.isExhausted() &&
      !this.lane.isLost()
    ) {
      // eslint-disable-next-line no-await-in-loop
      await sleep(Math.min(TICK_MS, this.endMs - now()))

      // eslint-disable-next-line no-await-in-loop
      await this.maintain()
    }

    this.stop()
  }

  /** Renews the lease, refreshes what the operators want, saves, and calls a successor in time. */
  private async maintain() {
    const nowMs = this.ports.now()

    if (nowMs - this.renewedMs >= LEASE_MS / 3) {
      this.renewedMs = nowMs
      await this.lane.renew(this.work())
    }

    if (nowMs - this.refreshedMs >= REFRESH_EVERY_MS) {
      this.refreshedMs = nowMs
      await this.shards.saveDue()
      await this.queue.refresh()
      await this.saveProgress()
      this.signal.notify()
    }

    this.probeKnownOrder()
    await this.queue.dropIdle((batch) => this.shards.holdsShardOf(batch))
    await this.callSuccessor()
  }

  /** While OMS refuses the app's token: reads an order that the app has read before, when that is due. */
  private probeKnownOrder() {
    const begunMs = this.ports.epochMs()
    const orderId = this.access.orderToProbe(begunMs)

    if (orderId === null) return

    this.access.begin('read')
    this.ports.oms
      .getOrder(orderId)
      .then((read) => {
        this.access.probed(read, { begunMs, nowMs: this.ports.epochMs() })
        this.signal.notify()
      })
      .catch((error: unknown) => this.fail(error))
  }

  /** Calls a successor so early that no time is lost while the event is on its way. */
  private async callSuccessor() {
    const isTime = this.ports.now() >= this.endMs - HAND_OVER_MS

    if (!isTime || this.isSuccessorCalled || this.queue.isExhausted()) return
    this.isSuccessorCalled = true
    await this.ports.wake()
  }

  private async saveProgress() {
    if (!this.lane.isLost()) await this.queue.save()
  }

  /** Gives each row of one kind of work its turn. */
  private async pump(kind: WorkKind) {
    while (!this.isStopping) {
      const work = this.nextRow(kind)

      // eslint-disable-next-line no-await-in-loop
      if (work) await this.rows.begin(kind, work)
      // eslint-disable-next-line no-await-in-loop
      else await this.signal.wait(this.untilDueMs())
    }
  }

  /** Takes the row whose turn it is, and lets the shards of those that come later open meanwhile. */
  private nextRow(kind: WorkKind): RowWork | null {
    this.shards.closeIdle()
    if (!this.mayBegin(kind)) return null

    const batches = this.turns.inTurn(
      kind,
      this.queue.inOrder(),
      this.ports.epochMs()
    )

    const work = this.turns.next(kind, batches)

    if (work) this.access.begin(kind)
    if (work && kind === 'send') work.shard.batch.takeSlot(this.ports.epochMs())
    this.shards.openDue(kind, batches)

    return work
  }

  private mayBegin(kind: WorkKind): boolean {
    return (
      this.access.beginsMs(kind) <= this.ports.epochMs() &&
      (kind === 'read' || this.lane.maySend())
    )
  }

  /** Stops after a bug outside the work on one row. A row whose outcome is unknown keeps its shard open, for the next owner to recover. */
  private fail(error: unknown) {
    this.canRelease = false
    this.stop()
    this.ports.logger.bug('drainBatches', error)
  }

  /** How long to wait for the next thing that is due, unless a row or a shard notifies before. */
  private untilDueMs(): number {
    const nowMs = this.ports.epochMs()
    const nextMs = [
      this.queue.nextDueMs() ?? Infinity,
      ...this.queue.inOrder().map((batch) => batch.slotMs()),
    ].filter((ms) => ms > nowMs)

    return Math.min(
      REFRESH_EVERY_MS,
      ...nextMs.map((ms) => ms - nowMs),
      Math.max(0, this.endMs - this.ports.now())
    )
  }

  private shardClosed() {
    // Saves now, so that a finished batch shows as finished without delay.
    this.saveProgress().catch((error: unknown) => this.fail(error))
    this.signal.notify()
  }
}
