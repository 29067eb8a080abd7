import type { SimulatedOrder } from './order'

type Key = 'sequence' | 'linkedTo' | 'orderGroup' | 'transactionId'

/** Finds orders by their ids, and by what several of them share. */
export class OrderIndex {
  private readonly byId = new Map<string, SimulatedOrder>()
  private readonly shared: Record<Key, Map<string, Set<SimulatedOrder>>> = {
    sequence: new Map(),
    linkedTo: new Map(),
    orderGroup: new Map(),
    transactionId: new Map(),
  }

  public all(): SimulatedOrder[] {
    return [...this.byId.values()]
  }

  public get(orderId: string): SimulatedOrder | undefined {
    return this.byId.get(orderId)
  }

  /** Lists the orders whose field has a value, in the order in which they were added. */
  public with(field: Key, value: string): SimulatedOrder[] {
    return [...(this.shared[field].get(value) ?? [])]
  }

  /** Adds an order, replacing one with the same id. */
  public add(order: SimulatedOrder) {
    const former = this.byId.get(order.orderId)

    if (former) this.eachList(former, (list) => list.delete(former))

    this.byId.delete(order.orderId)
    this.byId.set(order.orderId, order)
    this.eachList(order, (list) => list.add(order))
  }

  public clear() {
    this.byId.clear()
    Object.values(this.shared).forEach((map) => map.clear())
  }

  private eachList(
    order: SimulatedOrder,
    change: (list: Set<SimulatedOrder>) => void
  ) {
    for (const [field, map] of Object.entries(this.shared)) {
      const value = order[field as Key]

      if (value !== null) {
        const list = map.get(value) ?? new Set()

        change(list)
        map.set(value, list)
      }
    }
  }
}
