import type { Clock } from '../../clock'
import { Switches } from '../../switches'
import { applyCancel } from './cancelling'
import { Limiter } from './limiter'
import { arrive, planFrom } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedOrder } from './order'
import { orderFrom } from './orderFrom'
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

interface Event {
  atMs: number
  apply: (surroundings: Surroundings) => void
}

/** The orders of the simulated OMS, which change by themselves as the platform's time passes. */
export class OrderStore {
  public readonly switches = new Switches(OMS_SWITCHES)
  public readonly limiter = new Limiter(this.switches.values)
  public refunds: Refund[] = []
  private readonly byId = new Map<string, SimulatedOrder>()
  private readonly bySequence = new Map<string, SimulatedOrder>()
  /** Orders by the id of their other side. */
  private readonly byLink = new Map<string, SimulatedOrder>()
  private readonly byGroup = new Map<string, Set<SimulatedOrder>>()
  private lastNumber = 0

  constructor(private readonly clock: Clock) {
    this.reset()
  }

  /** Lists all orders in their present state. */
  public list(): SimulatedOrder[] {
    const orders = [...this.byId.values()]

    orders.forEach((order) => this.catchUp(order))

    return orders
  }

  /** Finds an order by its id or its sequence number, as OMS does. */
  public find(idOrSequence: string): SimulatedOrder | undefined {
    const order =
      this.byId.get(idOrSequence) ?? this.bySequence.get(idOrSequence)

    if (order) this.catchUp(order)

    return order
  }

  /** Lists the orders of one purchase. */
  public purchase(orderGroup: string): SimulatedOrder[] {
    const orders = [...(this.byGroup.get(orderGroup) ?? [])]

    orders.forEach((order) => this.catchUp(order))

    return orders
  }

  /** Adds an order, replacing one with the same id. */
  public add(seed: Seed): SimulatedOrder {
    this.lastNumber += 1

    const order = orderFrom(seed, {
      number: this.lastNumber,
      nowMs: this.clock.nowMs(),
    })

    this.remove(order.orderId)
    this.byId.set(order.orderId, order)
    this.bySequence.set(order.sequence, order)
    if (order.linkedTo !== null) this.byLink.set(order.linkedTo, order)

    const group = this.byGroup.get(order.orderGroup) ?? new Set()

    this.byGroup.set(order.orderGroup, group.add(order))
    planFrom(order, this.surroundings())

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
    this.byId.clear()
    this.bySequence.clear()
    this.byLink.clear()
    this.byGroup.clear()
    this.lastNumber = 0
    SEEDS.forEach((seed) => this.add(seed))
  }

  private remove(orderId: string) {
    const order = this.byId.get(orderId)

    if (!order) return

    this.byId.delete(orderId)
    this.bySequence.delete(order.sequence)
    this.byGroup.get(order.orderGroup)?.delete(order)
    if (order.linkedTo !== null) this.byLink.delete(order.linkedTo)
  }

  private otherSide({ orderId, linkedTo }: SimulatedOrder) {
    return (
      (linkedTo === null ? undefined : this.byId.get(linkedTo)) ??
      this.byLink.get(orderId)
    )
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

/** Returns the order's next event of each kind. */
function eventsOf(order: SimulatedOrder): Event[] {
  const [step] = order.upcoming
  const [cancel] = order.received
  const [hidden] = order.invoicesToShow

  return [
    step && {
      atMs: step.atMs,
      apply: (surroundings: Surroundings) => {
        order.upcoming.shift()
        arrive(order, step.status, surroundings)
      },
    },
    cancel && {
      atMs: cancel.atMs,
      apply: (surroundings: Surroundings) => {
        order.received.shift()
        applyCancel(order, cancel, surroundings)
      },
    },
    hidden && {
      atMs: hidden.atMs,
      apply: () => {
        order.invoicesToShow.shift()
        order.packages.push(hidden.invoice)
      },
    },
  ].filter((event): event is Event => event !== undefined)
}
