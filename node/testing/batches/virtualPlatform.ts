import { createHash } from 'crypto'

import { batchStore } from '../../clients/batchStore'
import { journalStore } from '../../clients/journal'
import { drain } from '../../services/batch/worker/drain'
import type { AppLogger, ReturnPorts } from '../../services/ports'
import type { CallerPorts, LanePorts } from '../../services/batch/ports'
import { randomFrom, VirtualTime } from '../virtualTime'
import type { BatchConditions } from './conditions'
import { VirtualFiles } from './virtualFiles'
import { VirtualOms } from './virtualOms'
import { storeSets } from '../settings'

/** After this time the platform stops waiting for a handler and may deliver the event again. */
const HANDLER_TIMEOUT_MS = 60_000

const WORKSPACE = { name: 'master', onForeignFile: () => undefined }

/** One process that runs a handler or answers a call. */
interface Replica {
  isDead: boolean
  skewMs: number
}

/** An account with OMS, VBase and events in virtual time, for many replicas at once. */
export class VirtualPlatform {
  public readonly time = new VirtualTime()
  public readonly random: () => number
  public readonly oms: VirtualOms
  public readonly files: VirtualFiles
  /** Tells for each login whether it may cancel; a login that is not listed may. */
  public grants = new Map<string, boolean>()
  public handlers = 0
  /** Where the app logs. A bug ends a run, unless a test keeps it. */
  public logger: AppLogger = { info: () => undefined, bug: rethrow }
  /** Called with what a handler throws: it ends the process of a test, unless one keeps it. */
  public onCrash: (error: unknown) => void = endRun
  /** Orders that another operator cancels one by one while the batch runs. */
  public readonly rivals = new Set<string>()
  private readonly working = new Set<Replica>()
  private lastId = 0
  private lastReplica = 0

  constructor(seed: number, public readonly conditions: BatchConditions) {
    this.random = randomFrom(seed * 7_919 + 13)
    this.oms = new VirtualOms(this.time, this.random, conditions)
    this.files = new VirtualFiles(this.time, this.random, conditions)
  }

  /** The time on a clock that is right. */
  public readonly epochMs = () => 1_000_000_000 + this.time.nowMs

  /** Makes the ports of an operator's call. */
  public callerPorts(user = 'olga@acme.example'): CallerPorts & LanePorts {
    return {
      ...this.ports({ isDead: false, skewMs: this.skewMs() }),
      caller: async () => user,
      mayCancel: async (login) => this.grants.get(login) ?? true,
      mayReadRows: async () => true,
      hash: (text) => hashOf(text),
      account: 'acme',
    }
  }

  /** Makes the ports of a call for a single order. */
  public orderPorts(user = 'rita@acme.example'): ReturnPorts {
    return this.callerPorts(user)
  }

  /** Publishes the event that starts a handler. */
  public wake() {
    const { lostEvents, doubleEvents } = this.conditions

    if (this.random() < lostEvents) return

    this.deliver(1)
    if (this.random() < doubleEvents) this.deliver(1)
  }

  /** Kills every handler that is at work. */
  public killHandlers() {
    for (const replica of this.working) replica.isDead = true
    this.working.clear()
  }

  private deliver(attempt: number) {
    const isSlow = this.random() < this.conditions.slowEvents
    const waitMs =
      100 + this.random() * 1_400 + (isSlow ? this.random() * 20_000 : 0)

    void this.time.wait(waitMs).then(() => this.handle(attempt))
  }

  private handle(attempt: number) {
    const replica = { isDead: false, skewMs: this.skewMs() }
    let isDone = false

    this.handlers += 1
    this.working.add(replica)
    void drain(this.ports(replica))
      .then(() => {
        isDone = true
        this.working.delete(replica)
      })
      .catch((error: unknown) => this.onCrash(error))

    if (this.random() < this.conditions.killedHandlers) {
      void this.time.wait(this.random() * 50_000).then(() => {
        replica.isDead = true
      })
    }

    void this.time.wait(HANDLER_TIMEOUT_MS).then(() => {
      if (!isDone && attempt < 3 && this.random() < 0.7) {
        this.deliver(attempt + 1)
      }
    })
  }

  private skewMs(): number {
    return (2 * this.random() - 1) * this.conditions.skewMs
  }

  private ports(replica: Replica): LanePorts {
    const alive = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer

      return replica.isDead ? new Promise<T>(() => undefined) : value
    }

    this.lastReplica += 1

    const files = this.files.seenBy(alive, `replica-${this.lastReplica}`)

    return {
      store: batchStore(files, WORKSPACE),
      journals: journalStore(files),
      oms: this.oms.seenBy(alive),
      wake: async () => {
        await alive(this.time.wait(30))
        this.wake()
      },
      settings: storeSets(),
      logger: this.logger,
      now: () => this.time.nowMs,
      epochMs: () => this.epochMs() + replica.skewMs,
      sleep: (ms) => alive(this.time.wait(ms)),
      random: this.random,
      newId: () => `id-${(this.lastId += 1)}`,
    }
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** A bug of the app ends a run. */
function rethrow(_operation: string, error: unknown): never {
  throw error
}

function endRun(error: unknown): never {
  throw error
}
