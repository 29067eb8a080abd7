import { CacheType } from '@vtex/api'
import type { RequestConfig } from '@vtex/api'

import type { OrderListQuery } from '../domain/order/omsReply'

/** Longest wait for the reply to a read. */
export const READ_TIMEOUT_MS = 4_000

/** Longest wait for the reply to a request that changes an order; what OMS did by then is unknown. */
export const SEND_TIMEOUT_MS = 12_000

/** The largest reply that is read: a larger one is no order document, and would fill the memory of a replica. */
const MAX_REPLY_BYTES = 5 * 1024 * 1024

const ORDERS = '/api/oms/pvt/orders'

/** The paths of OMS that this app calls. */
export const routes = {
  list: (query: OrderListQuery) => `${ORDERS}?${listParameters(query)}`,
  order: (orderId: string) => `${ORDERS}/${encodeURIComponent(orderId)}`,
  purchase: (group: string) =>
    `${ORDERS}/order-group/${encodeURIComponent(group)}`,
  transaction: (orderId: string) =>
    `${routes.order(orderId)}/payment-transaction`,
  cancel: (orderId: string) => `${routes.order(orderId)}/cancel`,
  invoice: (orderId: string) => `${routes.order(orderId)}/invoice`,
  deny: (orderId: string) =>
    `/api/orders/pvt/document/${encodeURIComponent(
      orderId
    )}/deny-cancellation-request`,
}

const isoDate = (epochMs: number) => new Date(epochMs).toISOString()

/** Writes the query of the list. A space is `%20`: nothing says that OMS takes `+` for one. */
function listParameters({
  status,
  fromMs,
  toMs,
  page,
  perPage,
}: OrderListQuery): string {
  const range =
    fromMs === null
      ? null
      : `creationDate:[${isoDate(fromMs)} TO ${isoDate(toMs)}]`

  return [
    ['orderBy', 'creationDate,asc'],
    ['page', String(page)],
    ['per_page', String(perPage)],
    ['f_status', status],
    ['f_creationDate', range],
  ]
    .flatMap(([name, value]) =>
      value === null ? [] : [`${name}=${encodeURIComponent(value)}`]
    )
    .join('&')
}

/** Configures one call in the name of the token's owner: never answered from memory, and over in time. */
export function requestConfig(
  metric: string,
  token: string,
  limitMs: number
): RequestConfig {
  // 0 would mean no limit at all.
  const timeoutMs = Math.max(1, Math.round(limitMs))

  return {
    metric,
    headers: { VtexIdclientAutCookie: token, Accept: 'application/json' },
    timeout: timeoutMs,
    // `timeout` only counts silence: a body that drips would never end.
    signal: AbortSignal.timeout(timeoutMs),
    // Without this the library answers a second read from memory, with the order as it was.
    cacheable: CacheType.None,
    maxContentLength: MAX_REPLY_BYTES,
  }
}
