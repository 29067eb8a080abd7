import { ask, fieldOf } from './graphql'
import type { Simulator } from './simulator'

export const REQUESTED = 'cancellation-requested'
/** How late the list of orders is. */
export const LAG_SECONDS = 240
export const HOUR = 3_600

/** A shopper's request at this seller, for an order placed so many hours ago. */
export const aRequest = (orderId: string, hours: number) => ({
  orderId,
  status: REQUESTED,
  origin: 'Fulfillment' as const,
  requestedAt: 'handling',
  ageSeconds: hours * HOUR,
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
})

/** A page of requests, with every field. */
export interface Page {
  items: Array<{
    cacheId: string
    orderId: string
    awaiting: string
    requestedBy: string
    reason: string | null
    requestedAt: string | null
    decideBy: string | null
    value: number | null
    currency: string | null
    actions: string[]
  }>
  nextCursor: string | null
  total: number | null
  dropped: number
  unread: number
  since: string | null
  refusal: {
    code: string
    message: string
    retryable: boolean
    retryAfterSeconds: number | null
  } | null
  notices: unknown[]
}

export const ALL = `items { cacheId orderId awaiting requestedBy reason requestedAt decideBy value currency }
  nextCursor total dropped unread since refusal { code detail message subject retryable retryAfterSeconds } notices { code message subject }`

/** What the list alone tells. */
export const LISTED = `items { orderId awaiting value currency }
  nextCursor total dropped unread since refusal { code message retryable retryAfterSeconds }`

export const queryOf = (fields: string) =>
  `query($first: Int, $after: String) { cancellationRequests(first: $first, after: $after) { ${fields} } }`

/** Asks one simulator for requests, and looks at the calls that this makes. */
export function requestsOf(simulator: Simulator) {
  const oms = async (isMeant: (path: string) => boolean) =>
    (await simulator.ledger('oms')).filter(({ path }) => isMeant(path))

  const request = (
    variables: { first?: number; after?: string | null } = {},
    { as, fields = ALL }: { as?: string | null; fields?: string } = {}
  ) => ask(simulator, queryOf(fields), { variables, as })

  return {
    request,
    page: async (...call: Parameters<typeof request>) =>
      fieldOf<Page>(await request(...call), 'cancellationRequests'),
    listCalls: () => oms((path) => path === '/api/oms/pvt/orders'),
    orderReads: () => oms((path) => /\/orders\/[^/]+$/.test(path)),
  }
}

export const idsOf = ({ items }: Page) => items.map(({ orderId }) => orderId)

/** Decides the request of the simulator's own orders, long enough ago for the list to show it. */
export async function withoutOwnRequests(simulator: Simulator) {
  const own = (await simulator.orders()).filter(
    ({ status }) => status === REQUESTED
  )

  await Promise.all(
    own.map(({ orderId }) => simulator.seed({ orderId, status: 'canceled' }))
  )
}
