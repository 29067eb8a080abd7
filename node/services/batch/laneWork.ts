import { senderOf } from '../../domain/batchControl'
import { queueOf } from '../../domain/batchIndex'
import { LEASE_MS } from '../../domain/lease'
import { MAX_PER_SECOND } from '../../domain/pacer'
import { rowAfter } from '../../domain/rowOutcome'
import type { RowOutcome } from '../../domain/rowOutcome'
import { Gate } from './gate'
import type { Permit } from './gate'
import type { OwnLane } from './lane'
import { LoadedBatch } from './loadedBatch'
import { OpenShard } from './openShard'
import type { RowWork, ShardPlace, WorkKind } from './openShard'
import { pacedOms, Stopped } from './pacedOms'
import type { LanePorts } from './ports'
import { leave } from './queue'
import { workOnRow } from './rowTasks'
import { ownWords } from './ownWords'
import { Signal } from './signal'

/** So often the lane hears what people want by now, and saves how far it has come. */
const LISTEN_EVERY_MS = 4_000
const TICK_MS = 500

/** So many shards are open at once: the last rows of one end while the next begins. */
const MAX_OPEN_SHARDS = 4

/** After so long without a word of OMS a look takes in all that may tell why an order is stuck. */
const LATE_MS = 10 * 60_000

/** The work of one owner of the lane: rows are sent and looked at side by side, each at its own pace. */
export class LaneWork {
  private batches: LoadedBatch[] = []
  private readonly open: OpenShard[] = []
  private readonly opening: ShardPlace[] = []
  private readonly closing = new Map<OpenShard, Promise<void>>()
  private readonly underWay = new Set<Promise<void>>()
  private readonly gates: Record<WorkKind, Gate>
  private readonly signal: Signal
  private isStopping = false
  /** Whether nothing of this owner can be under way when it gives the lane back. */
  private isOrderly = true
  /** Whether everything in the queue is known. */
  private isQueueRead = false
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
    this.renewedMs = ports.now()
  }

  /** Works until the time is up, nothing is left, or the lane is lost; whether something is left to do. */
  public async run(): Promise<boolean> {
    await this.keepUp()
    await Promise.all([this.pump('send'), this.pump('look'), this.tick()])
    await Promise.all(this.underWay)
    await this.closeAll()
    await this.saveBatches()

    return !this.isIdle()
  }

  /** Gives the lane back, unless something may be under way: then the lease must end first. */
  public async release() {
    if (this.isOrderly && !this.lane.isLost()) {
      await this.lane.release(this.pacers())
    }
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

  private isIdle(): boolean {
    return (
      this.isQueueRead &&
      this.batches.every((batch) => batch.nextDueMs() === null)
    )
  }

  private async tick() {
    const { now, sleep } = this.ports

    while (now() < this.endMs && !this.isIdle() && !this.lane.isLost()) {
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
      await Promise.all(this.open.map((shard) => shard.saveInTime()))
      await this.listen()
      await this.saveBatches()
      this.signal.notify()
    }

    await this.dropIdle()
  }

  /** Takes up batches that wait, and hears what people want of those it has. */
  private async listen() {
    const { store } = this.ports
    const index = await store.index().read()
    const queue = index.kind === 'found' ? queueOf(index.content) : []
    const known = new Set(this.batches.map(({ manifest }) => manifest.id))

    await Promise.all(this.batches.map((batch) => batch.listen(this.ports)))

    const loaded = await Promise.all(
      queue
        .filter((id) => !known.has(id))
        .map((id) => LoadedBatch.load(this.ports, id))
    )

    this.batches.push(...loaded.flatMap((batch) => batch ?? []))
    this.isQueueRead = index.kind === 'found' && !loaded.includes(null)
  }

  /** A batch with nothing left to do leaves the queue, and comes back when somebody wants something. */
  private async dropIdle() {
    const held = this.held().map(({ batch }) => batch)

    const idle = this.batches.filter(
      (batch) => batch.nextDueMs() === null && !held.includes(batch)
    )

    for (const batch of idle) {
      // eslint-disable-next-line no-await-in-loop
      await batch.save(this.ports)
      // eslint-disable-next-line no-await-in-loop
      const hasLeft = await leave(this.ports, batch)

      if (hasLeft) {
        this.batches = this.batches.filter((other) => other !== batch)
      }
    }
  }

  private async saveBatches() {
    if (this.lane.isLost()) return

    await Promise.all(this.batches.map((batch) => batch.save(this.ports)))
  }

  /** Gives each row of one kind of work its turn. */
  private async pump(kind: WorkKind) {
    while (!this.isStopping) {
      const mayBegin = kind === 'look' || this.lane.maySend()
      const work = mayBegin ? this.nextRow(kind) : null

      if (work) {
        // eslint-disable-next-line no-await-in-loop
        await this.begin(kind, work)
      } else {
        this.closeIdle()

        // eslint-disable-next-line no-await-in-loop
        const isOpened = mayBegin && (await this.openNext(kind))

        // eslint-disable-next-line no-await-in-loop
        if (!isOpened) await this.signal.wait(this.untilDueMs())
      }
    }
  }

  private nextRow(kind: WorkKind): RowWork | null {
    for (const shard of this.open) {
      const work = shard.take(kind)

      if (work) return work
    }

    return null
  }

  private async begin(kind: WorkKind, work: RowWork) {
    const { maxPerMinute } = work.shard.batch.manifest
    const gate = this.gates[kind]

    gate.maxPerSecond =
      kind === 'look' || maxPerMinute === null
        ? MAX_PER_SECOND
        : maxPerMinute / 60

    const permit = await gate.enter()

    if (permit === null) {
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
    const outcome = await this.ask(kind, work, permit)

    permit.unused()
    shard.put(work, outcome ? rowAfter(task, row, outcome) : undefined)
  }

  /** Does what the row waits for; null when nothing was done, or OMS took no more. */
  private async ask(
    kind: WorkKind,
    { shard, row, task, input }: RowWork,
    permit: Permit
  ): Promise<RowOutcome | null> {
    const { manifest, control } = shard.batch
    const oms = pacedOms(this.ports.oms, this.gates.look, {
      [kind === 'send' ? 'send' : 'read']: permit,
    })

    const request = {
      orderId: input.orderId,
      reason: input.reason ?? manifest.reason,
      requestedByUser: manifest.requestedByUser,
      by: senderOf(manifest.createdBy, control),
      isLate: this.ports.epochMs() - (row.acceptedAtMs ?? Infinity) > LATE_MS,
    }

    try {
      const answer = await workOnRow(
        {
          ...this.ports,
          oms,
          caller: async () => request.by,
          maySend: () => this.lane.maySend(),
        },
        task,
        request
      )

      return answer === null || isLimited(answer)
        ? null
        : {
            ...answer,
            cancellation: ownWords(answer.cancellation, request),
            atMs: this.ports.epochMs(),
          }
    } catch (error) {
      if (error instanceof Stopped) return null

      throw error
    }
  }

  private async openNext(kind: WorkKind): Promise<boolean> {
    const next =
      this.held().length < MAX_OPEN_SHARDS ? this.nextShard(kind) : null

    if (!next) return false

    this.opening.push(next)

    const shard = await OpenShard.open(this.ports, this.lane, next)

    this.opening.splice(this.opening.indexOf(next), 1)
    if (shard) this.open.push(shard)

    return shard !== null
  }

  /** A bug: what became of the row is not known, so its shard stays open for the next owner to recover. */
  private fail() {
    this.isOrderly = false
    this.ports.logger.info({ operation: 'drain', problem: 'row failed' })
    this.stop()
  }

  /** The first shard that has such work now; looks wait until nothing before them is to be sent. */
  private nextShard(kind: WorkKind): ShardPlace | null {
    const nowMs = this.ports.epochMs()

    for (const batch of this.batches) {
      const work = batch.work()
      const number = work.findIndex(
        ({ sendDueMs, lookDueMs }, index) =>
          isDue(kind === 'send' ? sendDueMs : lookDueMs, nowMs) &&
          !this.isOpen(batch, index)
      )

      if (number >= 0) return { batch, number }

      const hasToSend = work.some(({ sendDueMs }) => isDue(sendDueMs, nowMs))

      if (kind === 'look' && hasToSend) return null
    }

    return null
  }

  /** What this owner has in its hands, or is about to: each shard once, or a row would be sent twice. */
  private held(): ShardPlace[] {
    return [...this.open, ...this.opening, ...this.closing.keys()]
  }

  private isOpen(batch: LoadedBatch, number: number): boolean {
    return this.held().some(
      (place) => place.batch === batch && place.number === number
    )
  }

  /** How long until anything may be due that is not open already. */
  private untilDueMs(): number {
    const nowMs = this.ports.epochMs()
    const dues = this.batches.flatMap((batch) => batch.nextDueMs() ?? [])
    const next = Math.min(...dues, Infinity)

    return Math.min(
      LISTEN_EVERY_MS,
      next > nowMs ? next - nowMs : LISTEN_EVERY_MS,
      Math.max(0, this.endMs - this.ports.now())
    )
  }

  private closeIdle() {
    for (const shard of this.open.filter((one) => one.isIdle())) {
      this.open.splice(this.open.indexOf(shard), 1)
      this.close(shard)
    }
  }

  private close(shard: OpenShard) {
    const closed = shard.close().then((isClosed) => {
      this.closing.delete(shard)
      // It stays with this owner until it could be saved.
      if (!isClosed) this.open.push(shard)
      this.signal.notify()
    })

    this.closing.set(shard, closed)
  }

  private async closeAll() {
    for (const shard of this.open.splice(0)) this.close(shard)
    await Promise.all(this.closing.values())
    this.isOrderly = this.isOrderly && this.open.length === 0
  }
}

function isDue(dueMs: number | null, nowMs: number): boolean {
  return dueMs !== null && dueMs <= nowMs
}

function isLimited({ cancellation }: Pick<RowOutcome, 'cancellation'>) {
  return cancellation.refusal?.code === 'RATE_LIMITED'
}
