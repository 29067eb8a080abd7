import type { Clock } from '../../clock'
import { Switches } from '../../switches'
import { carryOut } from './cancelling'
import { Limiter } from './limiter'
import { arrive, planFrom } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedOrder } from './order'
import { orderFrom } from './orderFrom'
import type { Seed } from './seed'
import { SEEDS } from './seeds'
import { OMS_SWITCHES } from './switches'

/** Money that OMS has paid back for a return invoice. */
export interface Refund {
  orderId: string
  invoiceNumber: string
  /** In cents. */
  value: number
  atMs: number
}

/** Orders that are all alike, but for their ids. */
export interface ManySeeds {
  count: number
  prefix: string
  seed: Seed
}

interface Event {
  atMs: number
  happen: (around: Surroundings) => void
}

/** The orders of the simulated OMS, which move on by themselves as the platform's time passes. */
export class OrderStore {
  public readonly switches = new Switches(OMS_SWITCHES)
  public readonly limiter = new Limiter(this.switches.values)
  public refunds: Refund[] = []
  private readonly byId = new Map<string, SimulatedOrder>()
  private readonly bySequence = new Map<string, SimulatedOrder>()
  /** By the id of the other side. */
  private readonly byLink = new Map<string, SimulatedOrder>()
  private readonly byGroup = new Map<string, Set<SimulatedOrder>>()
  private lastNumber = 0

  constructor(private readonly clock: Clock) {
    this.reset()
  }

  /** All orders, as they are now. */
  public list(): SimulatedOrder[] {
    const orders = [...this.byId.values()]

    orders.forEach((order) => this.catchUp(order))

    return orders
  }

  /** OMS finds an order by its id and also by its sequence number. */
  public find(idOrSequence: string): SimulatedOrder | undefined {
    const order =
      this.byId.get(idOrSequence) ?? this.bySequence.get(idOrSequence)

    if (order) this.catchUp(order)

    return order
  }

  /** The orders of one purchase. */
  public purchase(orderGroup: string): SimulatedOrder[] {
    const orders = [...(this.byGroup.get(orderGroup) ?? [])]

    orders.forEach((order) => this.catchUp(order))

    return orders
  }

  /** Adds an order; one of the same id makes way. */
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
    planFrom(order, this.around())

    return order
  }

  /** Adds so many orders, `B00001-01` and so on for the prefix `B`; their ids. */
  public addMany({ count, prefix, seed }: ManySeeds): string[] {
    return Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(5, '0')

      return this.add({ ...seed, orderId: `${prefix}${number}-01` }).orderId
    })
  }

  /** What surrounds an order now, or at a moment that is being caught up with. */
  public around(nowMs = this.clock.nowMs()): Surroundings {
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

  /** Lets everything happen that is due, in the order of its time. Orders move each other only where they are two sides of one sale. */
  private catchUp(order: SimulatedOrder) {
    const sides = [order, this.otherSide(order)].flatMap((side) => side ?? [])

    for (;;) {
      const [due] = sides
        .flatMap(eventsOf)
        .filter(({ atMs }) => atMs <= this.clock.nowMs())
        .sort((one, other) => one.atMs - other.atMs)

      if (!due) return

      due.happen(this.around(due.atMs))
    }
  }
}

/** The next of each kind of event that an order waits for. */
function eventsOf(order: SimulatedOrder): Event[] {
  const [step] = order.upcoming
  const [cancel] = order.received
  const [hidden] = order.invoicesToShow

  return [
    step && {
      atMs: step.atMs,
      happen: (around: Surroundings) => {
        order.upcoming.shift()
        arrive(order, step.status, around)
      },
    },
    cancel && {
      atMs: cancel.atMs,
      happen: (around: Surroundings) => {
        order.received.shift()
        carryOut(order, cancel, around)
      },
    },
    hidden && {
      atMs: hidden.atMs,
      happen: () => {
        order.invoicesToShow.shift()
        order.packages.push(hidden.invoice)
      },
    },
  ].filter((event): event is Event => event !== undefined)
}
