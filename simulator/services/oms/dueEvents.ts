import { applyCancel } from './cancelling'
import { arrive } from './machine'
import type { Surroundings } from './machine'
import type { SimulatedOrder } from './order'

/** A change that an order makes by itself at its time. */
export interface DueEvent {
  atMs: number
  apply: (surroundings: Surroundings) => void
}

/** Returns the order's next event of each kind. */
export function eventsOf(order: SimulatedOrder): DueEvent[] {
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
  ].filter((event): event is DueEvent => event !== undefined)
}
