/** What a call asks the list of orders for. */
export interface ListQuery {
  orderBy: { field: OrderField; isAscending: boolean }
  page: number
  perPage: number
  /** Exact matches, by the name of the parameter. */
  filters: Partial<Record<Filter, string>>
  /** Inclusive ranges, in epoch milliseconds, by the name of the parameter. */
  ranges: Partial<Record<Range, { fromMs: number; toMs: number }>>
}

const ORDER_FIELDS = [
  'creationDate',
  'orderId',
  'items',
  'totalValue',
  'origin',
] as const

export type OrderField = (typeof ORDER_FIELDS)[number]

const FILTERS = [
  'f_status',
  'f_affiliateId',
  'f_sellerNames',
  'incompleteOrders',
  'q',
] as const

export type Filter = (typeof FILTERS)[number]

const RANGES = ['f_creationDate', 'f_invoicedDate'] as const

export type Range = (typeof RANGES)[number]

/** The documented limits: 30 pages of at most 100 orders. */
const MAX_PAGE = 30
const MAX_PER_PAGE = 100
const DEFAULT_PER_PAGE = 15

/** `an` names the account. */
const KNOWN: string[] = [
  ...['an', 'orderBy', 'page', 'per_page'],
  ...FILTERS,
  ...RANGES,
]

/** Parses the query of a call; undefined if the list does not take it. An unknown parameter counts as a mistake, so that it is noticed. */
export function parseListQuery(
  query: Record<string, string>
): ListQuery | undefined {
  const orderBy = parseOrderBy(query.orderBy ?? 'creationDate,desc')
  const page = numberUpTo(MAX_PAGE, query.page ?? '1')
  const perPage = numberUpTo(
    MAX_PER_PAGE,
    query.per_page ?? String(DEFAULT_PER_PAGE)
  )

  const ranges = parseRanges(query)
  const isKnown = Object.keys(query).every((name) => KNOWN.includes(name))

  return isKnown && orderBy && page && perPage && ranges
    ? { orderBy, page, perPage, filters: parseFilters(query), ranges }
    : undefined
}

function parseOrderBy(text: string): ListQuery['orderBy'] | undefined {
  const [name, type, ...more] = text.split(',')
  const field = ORDER_FIELDS.find((one) => one === name)
  const isType = type === 'asc' || type === 'desc'

  return field && isType && more.length === 0
    ? { field, isAscending: type === 'asc' }
    : undefined
}

function numberUpTo(max: number, text: string): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0

  return number >= 1 && number <= max ? number : undefined
}

function parseFilters(query: Record<string, string>): ListQuery['filters'] {
  return Object.fromEntries(
    FILTERS.filter((name) => query[name] !== undefined).map((name) => [
      name,
      query[name],
    ])
  )
}

function parseRanges(
  query: Record<string, string>
): ListQuery['ranges'] | undefined {
  const ranges: ListQuery['ranges'] = {}

  for (const name of RANGES) {
    if (query[name] !== undefined) {
      const field = name.slice('f_'.length)
      const [, from = '', to = ''] =
        new RegExp(`^${field}:\\[(\\S+) TO (\\S+)\\]$`).exec(query[name]) ?? []

      const range = { fromMs: Date.parse(from), toMs: Date.parse(to) }

      if (Number.isNaN(range.fromMs) || Number.isNaN(range.toMs))
        return undefined

      ranges[name] = range
    }
  }

  return ranges
}
