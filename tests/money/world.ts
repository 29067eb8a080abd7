import { createHash } from 'crypto'

import { batchStore } from '../../node/clients/batchStore'
import { journalStore } from '../../node/clients/journal'
import { drain } from '../../node/services/batch/worker/drain'
import type { CallerPorts, LanePorts } from '../../node/services/batch/ports'
import type { ReturnPorts } from '../../node/services/ports'
import { CALM } from '../../node/testing/batches/conditions'
import type { BatchConditions } from '../../node/testing/batches/conditions'
import { VirtualFiles } from '../../node/testing/batches/virtualFiles'
import type { BatchOrderAction } from '../../node/domain/vocabulary'
import { randomFrom, VirtualTime } from '../../node/testing/virtualTime'
import { Clicks } from './clicks'
import { PLAIN } from './display'
import type { Display } from './display'
import { MoneyOms } from './moneyOms'
import { newCaller } from './records'
import type { Caller, Sent } from './records'
import { SimulatedOms } from './simulatedOms'
import { truthOf } from './truth'
import type { Truth } from './truth'
import { storeSets } from '../../node/testing/settings'

const START_MS = Date.parse('2026-11-26T12:00:00Z')

/** The reason that this app's callers give; an accept gives none. */
export const OWN_REASON = 'Recall'

const HANDLER_TIMEOUT_MS = 60_000

const WORKSPACE = { name: 'master', onForeignFile: () => undefined }

/** The shares of calls that go wrong, from 0 to 1. */
export interface Faults {
  reads: number
  sends: number
  files: number
  /** Events that get lost or come twice, and handlers that are killed. */
  events: number
}

export const FAULTY: Faults = {
  reads: 0.08,
  sends: 0.25,
  files: 0.03,
  events: 0.15,
}

const NONE: Faults = { reads: 0, sends: 0, files: 0, events: 0 }

/** One account in virtual time: the simulated OMS, VBase, events, this app, and other clients. */
export class MoneyWorld {
  public readonly time = new VirtualTime()
  public readonly random: () => number
  public readonly oms: SimulatedOms
  public readonly clicks: Clicks
  public readonly callers: Caller[] = []
  /** What happened, one line each, for the report of a violation. */
  public readonly story: string[] = []
  public faults = FAULTY
  /** What the batch of this run does to its orders. */
  public batchAction: BatchOrderAction = 'CANCEL'
  /** Orders for which another client has used a return's number first. */
  public readonly racedReturns = new Set<string>()
  private readonly sentWithoutLines = new Map<string, Record<string, number>>()
  private readonly displays = new Map<string, Display>()
  private readonly files: VirtualFiles
  private readonly fileConditions: BatchConditions
  private readonly moneyOms = new MoneyOms(this)
  private lastId = 0

  constructor(seed: number) {
    this.random = randomFrom(seed * 6_271 + 97)
    this.oms = new SimulatedOms(() => this.epochMs())
    this.oms.choose(this.random)
    this.clicks = new Clicks(this)
    this.fileConditions = {
      ...CALM,
      faultyFiles: FAULTY.files,
      wrongMissing: FAULTY.files / 3,
    }
    this.files = new VirtualFiles(this.time, this.random, this.fileConditions)
  }

  public epochMs(): number {
    return START_MS + Math.round(this.time.nowMs)
  }

  public pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]
  }

  public tell(line: string) {
    this.story.push(`${(this.time.nowMs / 1_000).toFixed(2)} s: ${line}`)
  }

  /** Ends all faults, and all acts of other clients. */
  public calmDown() {
    this.faults = NONE
    this.fileConditions.faultyFiles = 0
    this.fileConditions.wrongMissing = 0
    this.clicks.clear()
  }

  public displayOf(orderId: string): Display {
    return this.displays.get(orderId) ?? PLAIN
  }

  public showAs(orderId: string, display: Display) {
    this.displays.set(orderId, display)
  }

  /** Reads what is true of an order now. */
  public truthOf(orderId: string): Truth | null {
    return truthOf(
      this.oms.orders,
      orderId,
      this.sentWithoutLines.get(orderId) ?? {}
    )
  }

  /** Lists everything that this app has sent for an order. */
  public sendsFor(orderId: string): Sent[] {
    return this.callers
      .flatMap(({ sends }) => sends)
      .filter((sent) => sent.orderId === orderId)
  }

  /** Tells whether this app has made a request: all others give other reasons. */
  public isOwnRequest(orderId: string, requestId: string | null): boolean {
    const request = this.oms.orders
      .find(orderId)
      ?.requests.find(({ id }) => id === requestId)

    return request?.reason === OWN_REASON || request?.reason === null
  }

  /** Notes what is on an invoice without lines, on both sides of the sale. */
  public sendWithoutLines(
    orderId: string,
    goods: Array<{ id: string; quantity: number }>
  ) {
    const sent = this.sentWithoutLines.get(orderId) ?? {}

    goods.forEach(({ id, quantity }) => {
      sent[id] = (sent[id] ?? 0) + quantity
    })

    for (const id of [orderId, `S${orderId}`, orderId.replace(/^S/, '')])
      this.sentWithoutLines.set(id, sent)
  }

  /** Withholds an answer from a process that has ended. */
  public async unlessDead<T>(
    caller: Caller,
    answer: T | Promise<T>
  ): Promise<T> {
    const value = await answer

    return caller.isDead ? new Promise<T>(() => undefined) : value
  }

  /** Notes what a send of this app did to its order. */
  public noteEffect(sent: Sent) {
    const { orderId, kind, met, tookEffect, by, invoice } = sent
    const now = this.oms.orders.find(orderId)
    const isKnown = met?.invoices.some(
      (one) => one.kind === 'Input' && one.number === invoice?.number
    )

    if (invoice && isKnown) this.racedReturns.add(orderId)
    this.tell(
      `OMS ${tookEffect ? 'takes' : 'refuses'} a ${kind}${
        invoice ? ` ${invoice.number} of ${invoice.value}` : ''
      } of ${by.name}; ${orderId} was ${met?.status}, is ${now?.status}`
    )
  }

  /** Makes the ports of a call for one order, and the caller that they belong to. */
  public call(name: string): { ports: ReturnPorts; caller: Caller } {
    const caller = this.register(name)
    const ports = this.ports(caller)

    return {
      caller,
      ports: {
        ...ports,
        caller: () => this.unlessDead(caller, 'olga@acme.example'),
      },
    }
  }

  /** Makes the ports of an operator's call about a batch. */
  public operator(): CallerPorts & LanePorts {
    return {
      ...this.ports(newCaller('the page', true)),
      caller: async () => 'olga@acme.example',
      mayCancel: async () => true,
      mayReadRows: async () => true,
      hash: (text) =>
        createHash('sha256').update(text).digest('hex').slice(0, 32),
      account: 'acme',
    }
  }

  private register(name: string, isBatch = false): Caller {
    const caller = newCaller(name, isBatch)

    this.callers.push(caller)

    return caller
  }

  private ports(caller: Caller): LanePorts {
    const alive = <T>(answer: Promise<T>) => this.unlessDead(caller, answer)
    const files = this.files.seenBy(alive)

    return {
      store: batchStore(files, WORKSPACE),
      journals: journalStore(files),
      oms: this.moneyOms.seenBy(caller),
      settings: storeSets(),
      wake: async () => {
        await alive(this.time.wait(30))
        this.wake()
      },
      logger: { info: () => undefined, bug: rethrow },
      now: () => this.time.nowMs,
      epochMs: () => this.epochMs(),
      sleep: (ms) => alive(this.time.wait(ms)),
      random: this.random,
      newId: () => `id-${(this.lastId += 1)}`,
    }
  }

  /** Publishes the event that starts a handler: it may get lost, or arrive twice. */
  private wake() {
    if (this.random() < this.faults.events / 2) return

    this.deliver()
    if (this.random() < this.faults.events) this.deliver()
  }

  private deliver() {
    void this.time.wait(100 + this.random() * 1_400).then(() => this.handle())
  }

  private handle() {
    const caller = this.register(`handler ${this.callers.length + 1}`, true)

    void drain(this.ports(caller))

    if (this.random() < this.faults.events) {
      void this.time
        .wait(this.random() * Math.min(50_000, HANDLER_TIMEOUT_MS))
        .then(() => {
          caller.isDead = true
        })
    }
  }
}

/** A bug of the app ends a run. */
function rethrow(_operation: string, error: unknown): never {
  throw error
}
