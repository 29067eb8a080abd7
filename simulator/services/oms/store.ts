import type { Clock } from '../../clock'
import { Switches } from '../../switches'
import { carryOut } from './cancelling'
import { arrive, planFrom } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedOrder } from './order'
import { orderFrom } from './seed'
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

interface Event {
  atMs: number
  happen: (around: Surroundings) => void
}

/** The orders of the simulated OMS, which move on by themselves as the platform's time passes. */
export class OrderStore {
  public readonly switches = new Switches(OMS_SWITCHES)
  public refunds: Refund[] = []
  private orders: SimulatedOrder[] = []
  private lastNumber = 0

  constructor(private readonly clock: Clock) {
    this.reset()
  }

  /** All orders, as they are now. */
  public list(): SimulatedOrder[] {
    this.catchUp()

    return this.orders
  }

  /** OMS finds an order by its id and also by its sequence number. */
  public find(idOrSequence: string): SimulatedOrder | undefined {
    return this.list().find(({ orderId, sequence }) =>
      [orderId, sequence].includes(idOrSequence)
    )
  }

  /** Adds an order; one of the same id makes way. */
  public add(seed: Seed): SimulatedOrder {
    this.lastNumber += 1

    const order = orderFrom(seed, {
      number: this.lastNumber,
      nowMs: this.clock.nowMs(),
    })

    this.orders = this.orders
      .filter(({ orderId }) => orderId !== order.orderId)
      .concat(order)
    planFrom(order, this.around())

    return order
  }

  /** What surrounds an order now, or at a moment that is being caught up with. */
  public around(nowMs = this.clock.nowMs()): Surroundings {
    return {
      switches: this.switches.values,
      nowMs,
      otherSide: ({ orderId, linkedTo }) =>
        this.orders.find(
          (other) => other.orderId === linkedTo || other.linkedTo === orderId
        ),
    }
  }

  public reset() {
    this.switches.reset()
    this.refunds = []
    this.orders = []
    this.lastNumber = 0
    SEEDS.forEach((seed) => this.add(seed))
  }

  /** Lets everything happen that is due, in the order of its time. */
  private catchUp() {
    for (;;) {
      const due = this.orders
        .flatMap(eventsOf)
        .filter(({ atMs }) => atMs <= this.clock.nowMs())
        .sort((one, other) => one.atMs - other.atMs)

      if (due.length === 0) return

      due[0].happen(this.around(due[0].atMs))
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
