import { perform } from './others'
import type { Click } from './others'
import type { MoneyWorld } from './world'

interface Planned {
  /** The number of this app's call on the order that it happens at. */
  atCall: number
  when: 'before' | 'after'
  click: Click
}

/** What other clients do at a point between two calls of this app on an order. */
export class Clicks {
  private readonly planned = new Map<string, Planned[]>()
  private readonly calls = new Map<string, number>()

  constructor(private readonly world: MoneyWorld) {}

  /** Plans an act for one of the app's next calls on an order: 1 is the very next. */
  public plan(orderId: string, { atCall, ...rest }: Planned) {
    const list = this.planned.get(orderId) ?? []

    list.push({ ...rest, atCall: atCall + (this.calls.get(orderId) ?? 0) })
    this.planned.set(orderId, list)
  }

  public clear() {
    this.planned.clear()
  }

  /** The app is about to call: what is planned before its processing happens now. */
  public before(orderId: string) {
    this.calls.set(orderId, (this.calls.get(orderId) ?? 0) + 1)
    this.run(orderId, 'before')
  }

  /** OMS has processed the call, and the app does not have the answer yet. */
  public after(orderId: string) {
    this.run(orderId, 'after')
  }

  private run(orderId: string, when: Planned['when']) {
    const list = this.planned.get(orderId) ?? []
    const now = this.calls.get(orderId) ?? 0
    const isDue = (one: Planned) => one.atCall === now && one.when === when
    const due = list.filter(isDue)

    this.planned.set(
      orderId,
      list.filter((one) => !isDue(one))
    )
    due.forEach(({ click }) => perform(this.world, orderId, click))
  }
}
