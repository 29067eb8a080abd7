import type { Clock } from '../../clock'
import { Switches } from '../../switches'
import { bookOf } from './book'
import type { Book } from './book'
import { changeOrder } from './changing'
import type { GivenChange } from './changing'
import { eventsOf } from './dueEvents'
import { Limiter } from './limiter'
import { payerOf, planFrom } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedChange, SimulatedOrder } from './order'
import { orderFrom } from './orderFrom'
import { OrderIndex } from './orderIndex'
import type { Seed } from './seed'
import { SEEDS } from './seeds'
import { OMS_SWITCHES } from './switches'

/** A refund that OMS has made for a return invoice. */
export interface Refund {
  orderId: string
  invoiceNumber: string
  /** In cents. */
  value: number
  atMs: number
}

/** Several orders that differ only in their ids. */
export interface ManySeeds {
  count: number
  prefix: string
  seed: Seed
}

/** The orders of the simulated OMS, which change by themselves as the platform's time passes. */
export class OrderStore {
  public readonly switches = new Switches(OMS_SWITCHES)
  public readonly limiter = new Limiter(this.switches.values)
  public refunds: Refund[] = []
  private readonly index = new OrderIndex()
  private lastNumber = 0
  private lists = 0

  /** Needs only the time, so that a test can bring a clock of its own. */
  constructor(private readonly clock: Pick<Clock, 'nowMs'>) {
    this.reset()
  }

  /** Lists all orders in their present state. */
  public list(): SimulatedOrder[] {
    return this.caughtUp(this.index.all())
  }

  /** Counts a call to the list of orders; true for every second one. */
  public isOddList(): boolean {
    this.lists += 1

    return this.lists % 2 === 1
  }

  /** Finds an order by its id or its sequence number, as OMS does. */
  public find(idOrSequence: string): SimulatedOrder | undefined {
    const [order] = this.caughtUp(
      [
        this.index.get(idOrSequence) ??
          this.index.with('sequence', idOrSequence)[0],
      ].filter((found): found is SimulatedOrder => found !== undefined)
    )

    return order
  }

  /** Lists the orders of one purchase. */
  public purchase(orderGroup: string): SimulatedOrder[] {
    return this.caughtUp(this.index.with('orderGroup', orderGroup))
  }

  /** Lists the orders that share an order's payment, and the order itself. */
  public sharingPayment({ transactionId }: SimulatedOrder): SimulatedOrder[] {
    return this.caughtUp(this.index.with('transactionId', transactionId))
  }

  /** Returns what the shopper paid and got back for an order; both sides of a sale have the same book. */
  public book(orderId: string): Book | undefined {
    const order = this.find(orderId)

    if (!order) return undefined

    const payer = payerOf(order, this.surroundings())

    return bookOf(payer, this.otherSide(payer))
  }

  /** Changes an order as an operator does in the Admin. */
  public change(change: GivenChange): SimulatedChange {
    return changeOrder(this, change)
  }

  /** Adds an order, replacing one with the same id. A document changes only when a client acts on it. */
  public add(seed: Seed): SimulatedOrder {
    this.lastNumber += 1

    const order = orderFrom(seed, {
      number: this.lastNumber,
      nowMs: this.clock.nowMs(),
    })

    this.index.add(order)
    if (!order.source) planFrom(order, this.surroundings())

    return order
  }

  /** Adds `count` orders and returns their ids: `B00001-01` and so on for the prefix `B`. */
  public addMany({ count, prefix, seed }: ManySeeds): string[] {
    return Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(5, '0')

      return this.add({ ...seed, orderId: `${prefix}${number}-01` }).orderId
    })
  }

  /** Returns the surroundings of the orders, now or at an earlier moment that is being processed late. */
  public surroundings(nowMs = this.clock.nowMs()): Surroundings {
    return {
      switches: this.switches.values,
      nowMs,
      otherSide: (order) => this.otherSide(order),
    }
  }

  public reset() {
    this.switches.reset()
    this.limiter.reset()
    this.refunds = []
    this.index.clear()
    this.lastNumber = 0
    this.lists = 0
    SEEDS.forEach((seed) => this.add(seed))
  }

  private otherSide({ orderId, linkedTo }: SimulatedOrder) {
    return (
      (linkedTo === null ? undefined : this.index.get(linkedTo)) ??
      this.index.with('linkedTo', orderId)[0]
    )
  }

  private caughtUp(orders: SimulatedOrder[]): SimulatedOrder[] {
    orders.forEach((order) => this.catchUp(order))

    return orders
  }

  /** Applies every event that is due, in order of time. An order can change only its other side, so two orders are enough. */
  private catchUp(order: SimulatedOrder) {
    const sides = [order, this.otherSide(order)].flatMap((side) => side ?? [])

    for (;;) {
      const [due] = sides
        .flatMap(eventsOf)
        .filter(({ atMs }) => atMs <= this.clock.nowMs())
        .sort((one, other) => one.atMs - other.atMs)

      if (!due) return

      due.apply(this.surroundings(due.atMs))
    }
  }
}
