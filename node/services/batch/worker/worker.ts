import { HAND_OVER_MS, LEASE_MS } from '../../../domain/lane/lane'
import { MAX_PER_SECOND } from '../../../domain/lane/pacer'
import { rowAfter } from '../../../domain/batch/rowOutcome'
import { Gate } from './rateGate'
import type { Permit } from './rateGate'
import type { OwnLane } from './heldLane'
import type { RowWork, WorkKind } from './openShard'
import { OpenShards } from './shardPool'
import type { LanePorts } from '../ports'
import { Signal } from './signal'
import { tryRow } from './tryRow'
import { WaitingBatches } from './batchQueue'

/** So often the lane hears what people want by now, and saves how far it has come. */
const LISTEN_EVERY_MS = 4_000
const TICK_MS = 500

/** The work of one owner of the lane: rows are sent and looked at side by side, each at its own pace. */
export class LaneWork {
  private readonly batches: WaitingBatches
  private readonly shards: OpenShards
  private readonly underWay = new Set<Promise<void>>()
  private readonly gates: Record<WorkKind, Gate>
  private readonly signal: Signal
  private isStopping = false
  private isSuccessorCalled = false
  /** Whether nothing of this owner can be under way when it gives the lane back. */
  private isOrderly = true
  private heardMs = -Infinity
  private renewedMs: number

  constructor(
    private readonly ports: LanePorts,
    private readonly lane: OwnLane,
    private readonly endMs: number
  ) {
    this.gates = {
      send: new Gate(ports, lane.pacers?.sends ?? null),
      look: new Gate(ports, lane.pacers?.reads ?? null),
    }
    this.signal = new Signal(ports.sleep)
    this.batches = new WaitingBatches(ports)
    this.shards = new OpenShards(ports, lane, () => this.shardClosed())
    this.renewedMs = ports.now()
  }

  /** Works until the time is up, nothing is left, or the lane is lost; whether something is left to do. */
  public async run(): Promise<boolean> {
    await this.keepUp()
    await Promise.all([this.pump('send'), this.pump('look'), this.tick()])
    await Promise.all(this.underWay)
    this.isOrderly = (await this.shards.closeAll()) && this.isOrderly
    await this.saveBatches()

    return !this.batches.isIdle()
  }

  /**
   * Gives the lane back, unless something may be under way: then the lease must end first.
   * Whether a successor has it now.
   */
  public async release(): Promise<boolean> {
    return (
      this.isOrderly && !this.lane.isLost() && this.lane.release(this.pacers())
    )
  }

  private pacers() {
    return {
      sends: this.gates.send.memory(),
      reads: this.gates.look.memory(),
    }
  }

  private stop() {
    this.isStopping = true
    this.gates.send.close()
    this.gates.look.close()
    this.signal.notify()
  }

  private async tick() {
    const { now, sleep } = this.ports

    while (
      now() < this.endMs &&
      !this.batches.isIdle() &&
      !this.lane.isLost()
    ) {
      // eslint-disable-next-line no-await-in-loop
      await sleep(Math.min(TICK_MS, this.endMs - now()))

      // eslint-disable-next-line no-await-in-loop
      await this.keepUp()
    }

    this.stop()
  }

  private async keepUp() {
    const nowMs = this.ports.now()

    if (nowMs - this.renewedMs >= LEASE_MS / 3) {
      this.renewedMs = nowMs
      await this.lane.renew(this.pacers())
    }

    if (nowMs - this.heardMs >= LISTEN_EVERY_MS) {
      this.heardMs = nowMs
      await this.shards.saveInTime()
      await this.batches.listen()
      await this.saveBatches()
      this.signal.notify()
    }

    await this.batches.dropIdle((batch) => this.shards.isAnyOf(batch))
    await this.callSuccessor()
  }

  /** In time, so that nothing stands still while the event is on its way. */
  private async callSuccessor() {
    const isTime = this.ports.now() >= this.endMs - HAND_OVER_MS

    if (!isTime || this.isSuccessorCalled || this.batches.isIdle()) return
    this.isSuccessorCalled = true
    await this.ports.wake()
  }

  private async saveBatches() {
    if (!this.lane.isLost()) await this.batches.save()
  }

  /** Gives each row of one kind of work its turn. */
  private async pump(kind: WorkKind) {
    while (!this.isStopping) {
      const mayBegin = kind === 'look' || this.lane.maySend()
      const work = mayBegin ? this.shards.take(kind) : null

      if (work) {
        // eslint-disable-next-line no-await-in-loop
        await this.begin(kind, work)
      } else {
        this.shards.closeIdle()

        const isOpened =
          mayBegin &&
          // eslint-disable-next-line no-await-in-loop
          (await this.shards.openNext(kind, this.batches.inOrder()))

        // eslint-disable-next-line no-await-in-loop
        if (!isOpened) await this.signal.wait(this.untilDueMs())
      }
    }
  }

  private async begin(kind: WorkKind, work: RowWork) {
    const { maxPerMinute } = work.shard.batch.manifest
    const gate = this.gates[kind]

    gate.maxPerSecond =
      kind === 'look' || maxPerMinute === null
        ? MAX_PER_SECOND
        : maxPerMinute / 60

    const permit = await gate.enter()

    if (permit === null || !work.shard.isWanted(work)) {
      permit?.unused()
      work.shard.put(work)

      return
    }

    const done = this.work(kind, work, permit)
      .catch(() => this.fail())
      .finally(() => {
        this.underWay.delete(done)
        this.signal.notify()
      })

    this.underWay.add(done)
  }

  private async work(kind: WorkKind, work: RowWork, permit: Permit) {
    const { shard, row, task } = work
    const outcome = await tryRow(
      { ports: this.ports, lane: this.lane, reads: this.gates.look },
      work,
      kind === 'send' ? { send: permit } : { read: permit }
    )

    permit.unused()
    shard.put(work, outcome ? rowAfter(task, row, outcome) : undefined)
  }

  /** A bug: what became of the row is not known, so its shard stays open for the next owner to recover. */
  private fail() {
    this.isOrderly = false
    this.ports.logger.info({ operation: 'drain', problem: 'row failed' })
    this.stop()
  }

  /** How long until anything may be due that is not open already. */
  private untilDueMs(): number {
    const nowMs = this.ports.epochMs()
    const next = this.batches.nextDueMs() ?? Infinity

    return Math.min(
      LISTEN_EVERY_MS,
      next > nowMs ? next - nowMs : LISTEN_EVERY_MS,
      Math.max(0, this.endMs - this.ports.now())
    )
  }

  private shardClosed() {
    // The last shard of a batch says that all was sent: nobody should wait to hear it.
    this.saveBatches()
    this.signal.notify()
  }
}
