import type { ChildProcess } from 'child_process'

import type { FaultRule } from '../../simulator/edge/faults'
import type { ReplicaState } from '../../simulator/app/replicas'
import type { LedgerEntry } from '../../simulator/edge/ledger'
import type { Delivery } from '../../simulator/services/events/courier'
import type { EventSwitches } from '../../simulator/services/events/switches'
import type { ShownFile } from '../../simulator/gateway/vbaseControl'
import type { Grant } from '../../simulator/services/grants'
import type { Book } from '../../simulator/services/oms/book'
import type {
  SimulatedChange,
  SimulatedOrder,
} from '../../simulator/services/oms/order'
import type { Seed } from '../../simulator/services/oms/seed'
import type { Traffic } from '../../simulator/services/oms/limiter'
import type { SellerDoes } from '../../simulator/services/oms/seller'
import type { Refund } from '../../simulator/services/oms/store'
import type { OmsSwitches } from '../../simulator/services/oms/switches'
import type { VBaseSwitches } from '../../simulator/services/vbase/switches'
import { startSimulator } from './startSimulator'
import type { Addresses } from './startSimulator'

/** Given by simulatorEnvironment.js. */
declare function sharedSimulator(): Promise<Addresses>

/** The simulated platform with the real app, in separate processes. */
export class Simulator {
  public url = ''
  /** The HTTP_PROXY for another app. */
  public proxyUrl = ''
  private child?: ChildProcess
  /** The number of violations by those who used a shared simulator before. */
  private violationsBefore = 0

  /** Uses the simulator that the test files of a worker share, with one replica of the app. */
  public async share() {
    Object.assign(this, await sharedSimulator())
    this.violationsBefore += (await this.violations()).length
  }

  /** Starts the platform with replicas of the app, or of the app in another build folder, which must have been built. */
  public async start(
    replicas = 1,
    buildFolder?: string,
    { isContained = false } = {}
  ) {
    const { child, addresses } = await startSimulator(
      buildFolder,
      replicas,
      isContained
    )

    this.child = child
    Object.assign(this, addresses)
  }

  /** Stops all processes, unless other files share them. Fails if the app made a call that a real platform would have refused. */
  public async stop() {
    const violations = await this.violations()

    if (this.child) await this.end(this.child)

    if (violations.length > 0) {
      throw new Error(`VTEX would refuse this:\n${violations.join('\n')}`)
    }
  }

  private end(child: ChildProcess) {
    const ended = new Promise((resolve) => child.once('exit', resolve))

    child.disconnect()

    return ended
  }

  /** Restores the initial state and stops the clock: orders change only when a test advances it. */
  public async reset() {
    // An event may have set a shared replica to work on a batch of the test before, or of another file's.
    const mayWork = !this.child && (await this.events()).length > 0

    if (mayWork) await this.killReplica(0)
    await this.control('POST', '/reset')
    await this.control('POST', '/clock', { stop: true })
    if (mayWork) await this.startReplica(0)
  }

  public advance = (advanceSeconds: number) =>
    this.control('POST', '/clock', { advanceSeconds })

  /** Reads the platform's time. */
  public clock = () => this.control<{ nowMs: number }>('GET', '/clock')

  public fault = (rule: FaultRule) => this.control('POST', '/faults', rule)
  public clearFaults = () => this.control('DELETE', '/faults')
  /** Sets what an operator has set for the app in the Admin. */
  public set = (settings: object) => this.control('PUT', '/settings', settings)

  public grant = (grant: Grant) => this.control('PUT', '/grants', grant)

  public seed = (order: Seed) =>
    this.control<SimulatedOrder>('POST', '/orders', order)

  /** Adds orders that differ only in their ids, which are `prefix00001-01` and so on. */
  public seedMany = (count: number, prefix: string, seed: Seed = {}) =>
    this.control<{ orderIds: string[] }>('POST', '/orders/many', {
      count,
      prefix,
      seed,
    })

  /** Changes an order as an operator does, for example `{ discountValue: 2000 }`. */
  public change = (orderId: string, change: Partial<SimulatedChange>) =>
    this.control<SimulatedChange>('POST', '/orders/change', {
      orderId,
      ...change,
    })

  /** Reads what the shopper paid and got back for an order. */
  public book = (orderId: string) =>
    this.control<Book>(
      'GET',
      `/orders/book?orderId=${encodeURIComponent(orderId)}`
    )

  public orders = () => this.control<SimulatedOrder[]>('GET', '/orders')

  /** Reads the calls that a real platform would have refused, without those of others that shared the simulator before. */
  public violations = async () =>
    (await this.control<string[]>('GET', '/violations')).slice(
      this.violationsBefore
    )

  public app = () =>
    this.control<{ pid: number; logLines: string[] }>('GET', '/app')

  public replicas = () => this.control<ReplicaState[]>('GET', '/replicas')

  /** Kills a replica; the others keep running. */
  public killReplica = (index: number) =>
    this.control('POST', '/replicas/kill', { index })

  /** Starts a killed replica again; resolves when it listens. */
  public startReplica = (index: number) =>
    this.control('POST', '/replicas/start', { index })

  /** Reads the files that the app keeps in VBase. */
  public files = () => this.control<ShownFile[]>('GET', '/files')

  public putFile = (bucket: string, path: string, body: unknown) =>
    this.control<ShownFile>('PUT', '/files', { bucket, path, body })

  /** Reads how many calls OMS's limits received and refused, from the app and from other clients. */
  public traffic = () => this.control<Traffic>('GET', '/traffic')

  /** Reads the events that the app has published, and the result of each delivery. */
  public events = () => this.control<Delivery[]>('GET', '/events')

  /** Publishes an event as if the app had, or another app. */
  public fireEvent = (key: string, message: object = {}, sender?: string) =>
    this.control('POST', '/events', { key, message, sender })

  /** Removes all events; those that wait are not delivered. */
  public forgetEvents = () => this.control('DELETE', '/events')

  /** Sets switches, which stand for behavior that VTEX does not document, until the next reset. */
  public choose = (
    switches: Partial<OmsSwitches & VBaseSwitches & EventSwitches>
  ) => this.control('PUT', '/switches', switches)

  /** Acts on a marketplace's order in the name of its seller, which is another account. */
  public sellerDoes = (orderId: string, does: SellerDoes, reason?: string) =>
    this.control('POST', '/orders/seller', { orderId, does, reason })

  /** Reads the refunds that OMS has made. */
  public refunds = () => this.control<Refund[]>('GET', '/refunds')

  /** Reads the calls that reached one simulated service, or all of them. */
  public ledger = (service = '') =>
    this.control<LedgerEntry[]>('GET', `/ledger?service=${service}`)

  public forgetLedger = () => this.control('DELETE', '/ledger')

  /** Reads the calls that reached OMS, in the short form `GET 138-01`. */
  public async allOmsCalls(): Promise<string[]> {
    const calls = await this.ledger('oms')

    return calls.map(
      ({ method, path }) =>
        `${method} ${path.replace(/^.*\/(orders|document)\//, '')}`
    )
  }

  /** Reads the calls to OMS that read or change an order itself, without reads of its purchase or payment. */
  public async omsCalls(): Promise<string[]> {
    return (await this.allOmsCalls()).filter(
      (call) => !/ order-group\/|\/payment-transaction$/.test(call)
    )
  }

  private async control<T>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<T> {
    const response = await fetch(`${this.url}/_simulator${path}`, {
      method,
      // The simulator may close a kept connection while this process is busy with something else.
      headers: { connection: 'close' },
      body: JSON.stringify(body),
    })

    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)

    return (await response.json()) as T
  }
}

/**
 * Starts a simulator for a group of tests and resets it before each test, with one more
 * order if one is given. Without a number of replicas it has one, and other files share it.
 */
export function useSimulator(
  order?: Seed,
  { replicas }: { replicas?: number } = {}
): Simulator {
  const simulator = new Simulator()

  beforeAll(() =>
    replicas === undefined ? simulator.share() : simulator.start(replicas)
  )
  afterAll(() => simulator.stop())
  beforeEach(async () => {
    await simulator.reset()
    if (order) await simulator.seed(order)
  })

  return simulator
}
