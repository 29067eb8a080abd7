import type { SimulatedOrder } from './order'
import { piecesOf } from './listRow'

/** Builds the statistics of the list, over all orders that it found. */
export function listStats(orders: SimulatedOrder[]) {
  return {
    totalValue: facetted(orders, ({ value }) => value),
    totalItems: facetted(orders, piecesOf),
  }
}

function facetted(
  orders: SimulatedOrder[],
  amountOf: (order: SimulatedOrder) => number
) {
  const of = (some: SimulatedOrder[]) => statsOf(some.map(amountOf))
  const from = (origin: string) =>
    of(orders.filter((order) => order.origin === origin))

  return {
    ...of(orders),
    Facets: {
      origin: {
        Fulfillment: from('Fulfillment'),
        Marketplace: from('Marketplace'),
      },
      currencyCode: { BRL: of(orders) },
    },
  }
}

function statsOf(amounts: number[]) {
  const count = amounts.length
  const sum = amounts.reduce((total, one) => total + one, 0)
  const squares = amounts.reduce((total, one) => total + one * one, 0)
  const mean = count === 0 ? 0 : sum / count

  return {
    Count: count,
    Max: count === 0 ? 0 : Math.max(...amounts),
    Mean: mean,
    Min: count === 0 ? 0 : Math.min(...amounts),
    Missing: 0,
    StdDev:
      count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean ** 2)),
    Sum: sum,
    SumOfSquares: squares,
    Facets: null,
  }
}
