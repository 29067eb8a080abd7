import type { SimulatedReply } from '../../edge/exchange'
import type { OmsCall } from './answers'
import { failure, UNREADABLE } from './failure'
import { parseListQuery } from './listQuery'
import type { Filter, ListQuery, OrderField } from './listQuery'
import { indexedAt, piecesOf, rowOf } from './listRow'
import type { Indexed } from './listRow'
import { listStats } from './listStats'
import type { OmsSwitches } from './switches'

/** The statuses that the specification documents for `f_status`. */
const DOCUMENTED_STATUSES = [
  'waiting-for-sellers-confirmation',
  'payment-pending',
  'payment-approved',
  'ready-for-handling',
  'handling',
  'invoiced',
  'canceled',
]

const TWO_YEARS_MS = 2 * 365 * 24 * 3_600_000

/** Answers with a page of the list of orders, as its index shows them. */
export function showList({ orders, query }: OmsCall): SimulatedReply {
  const { switches, nowMs } = orders.surroundings()
  const parsed = parseListQuery(query)
  const asked = parsed && withStatusFilter(parsed, switches)

  if (!asked) return failure(switches, 400, UNREADABLE)

  const indexMs = nowMs - switches.listLagSeconds * 1000
  const found = orders
    .list()
    .flatMap((order) => indexedAt(order, indexMs) ?? [])
    .filter(
      ({ order }) => Date.parse(order.creationDate) >= nowMs - TWO_YEARS_MS
    )
    .filter((one) => isAskedFor(one, asked))

  return { status: 200, body: pageOf(sorted(found, asked, orders), asked) }
}

/** Applies the switch for a status that the specification does not document; undefined if the list refuses it. */
function withStatusFilter(
  asked: ListQuery,
  { listStatusFilter }: OmsSwitches
): ListQuery | undefined {
  const { f_status: status, ...others } = asked.filters

  if (status === undefined || DOCUMENTED_STATUSES.includes(status)) return asked

  switch (listStatusFilter) {
    case 'taken':
      return asked

    case 'refused':
      return undefined

    case 'ignored':
      return { ...asked, filters: others }
  }
}

const FILTERED: Record<Filter, (one: Indexed) => string[]> = {
  f_status: ({ status }) => [status ?? ''],
  f_affiliateId: ({ order }) => [order.affiliateId],
  f_sellerNames: ({ order }) => order.sellers.map(({ name }) => name),
  incompleteOrders: ({ status }) => [String(status === null || status === '')],
  q: ({ order }) => [order.orderId],
}

function isAskedFor(one: Indexed, { filters, ranges }: ListQuery): boolean {
  const { creationDate, invoicedDate } = one.order
  const dates = { f_creationDate: creationDate, f_invoicedDate: invoicedDate }

  return (
    Object.entries(filters).every(([name, value]) =>
      FILTERED[name as Filter](one).includes(value)
    ) &&
    Object.entries(ranges).every(([name, { fromMs, toMs }]) => {
      const ms = Date.parse(dates[name as keyof typeof dates] ?? '')

      return ms >= fromMs && ms <= toMs
    })
  )
}

const KEYS: Record<OrderField, (one: Indexed) => number | string> = {
  creationDate: ({ order }) => Date.parse(order.creationDate),
  orderId: ({ order }) => order.orderId,
  items: ({ order }) => piecesOf(order),
  totalValue: ({ order }) => order.value,
  origin: ({ order }) => order.origin,
}

/** Sorts by the asked key. Rows with equal keys keep the order in which they were added, or change it with each call. */
function sorted(
  found: Indexed[],
  { orderBy: { field, isAscending } }: ListQuery,
  orders: OmsCall['orders']
): Indexed[] {
  const key = KEYS[field]
  const keyed = found.map((one) => ({ one, key: key(one) }))
  const sign = isAscending ? 1 : -1

  if (orders.switches.values.listTies === 'changing' && orders.isOddList()) {
    keyed.reverse()
  }

  return keyed
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
    .map(({ one }) => one)
}

function pageOf(found: Indexed[], { page, perPage }: ListQuery) {
  const start = (page - 1) * perPage

  return {
    list: found.slice(start, start + perPage).map(rowOf),
    facets: [],
    paging: {
      total: found.length,
      pages: Math.ceil(found.length / perPage),
      currentPage: page,
      perPage,
    },
    stats: { stats: listStats(found.map(({ order }) => order)) },
  }
}
