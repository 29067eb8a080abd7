import type { Clock } from '../../clock'
import type { SimulatedOrder } from './order'
import { orderFrom, seededOrders } from './seed'

/** How long a status lasts on the way to `canceled`, in platform seconds. */
const STEP_SECONDS = 2

/** The orders of the simulated OMS, which move on by themselves as the platform's time passes. */
export class OrderStore {
  private orders: SimulatedOrder[] = seededOrders()
  private lastNumber = this.orders.length

  constructor(private readonly clock: Clock) {}

  public list(): SimulatedOrder[] {
    this.orders.forEach((order) => this.moveOn(order))

    return this.orders
  }

  /** OMS finds an order by its id and also by its sequence number. */
  public find(idOrSequence: string): SimulatedOrder | undefined {
    return this.list().find(({ orderId, sequence }) =>
      [orderId, sequence].includes(idOrSequence)
    )
  }

  /** Adds an order; one of the same id makes way. */
  public add(seed: Partial<SimulatedOrder>): SimulatedOrder {
    this.lastNumber += 1

    const order = orderFrom(
      { status: 'payment-approved', about: '', ...seed },
      this.lastNumber
    )

    this.orders = this.orders
      .filter(({ orderId }) => orderId !== order.orderId)
      .concat(order)

    return order
  }

  /** Sets the first status now and lets the others follow, each after its time. */
  public advance(order: SimulatedOrder, [first, ...upcoming]: string[]) {
    order.status = first
    order.upcoming = upcoming
    order.nextAtMs = this.clock.nowMs() + STEP_SECONDS * 1000
  }

  public reset() {
    this.orders = seededOrders()
  }

  private moveOn(order: SimulatedOrder) {
    while (order.upcoming.length > 0 && this.clock.nowMs() >= order.nextAtMs) {
      order.status = order.upcoming.shift() ?? order.status
      order.nextAtMs += STEP_SECONDS * 1000
    }
  }
}
