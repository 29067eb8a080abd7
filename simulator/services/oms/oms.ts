import { ACCOUNT, APP_TOKEN, callerByToken } from '../../callers'
import type {
  SimulatedCall,
  SimulatedReply,
  SimulatedService,
} from '../../edge/exchange'
import { OMS_PRODUCT } from '../grants'
import type { Grants } from '../grants'
import {
  cancel,
  denyRequest,
  invoice,
  showPurchase,
  showTransaction,
  withOrder,
} from './answers'
import type { OmsCall } from './answers'
import { orderDocument } from './document'
import { failure, NO_ROUTE, UNAUTHORIZED, UNREADABLE } from './failure'
import { showList } from './list'
import type { OrderStore } from './store'

export interface OmsParts {
  orders: OrderStore
  grants: Grants
}

interface Route {
  method: string
  path: RegExp
  /** The License Manager resources that allow the call; the caller needs one of them. */
  resources: string[]
  answer: (call: OmsCall) => SimulatedReply
}

const ROUTES: Route[] = [
  {
    method: 'GET',
    path: /^\/api\/oms\/pvt\/orders$/,
    resources: ['ListOrders'],
    answer: showList,
  },
  {
    method: 'GET',
    path: /^\/api\/oms\/pvt\/orders\/order-group\/([^/]+)$/,
    resources: ['OMSViewer'],
    answer: showPurchase,
  },
  {
    method: 'GET',
    path: /^\/api\/oms\/pvt\/orders\/([^/]+)$/,
    resources: ['OMSViewer'],
    answer: withOrder((order, { orders }) => ({
      status: 200,
      body: orderDocument(order, orders.switches.values),
    })),
  },
  {
    method: 'GET',
    path: /^\/api\/oms\/pvt\/orders\/([^/]+)\/payment-transaction$/,
    resources: ['OMSViewer'],
    answer: withOrder(showTransaction),
  },
  {
    method: 'POST',
    path: /^\/api\/oms\/pvt\/orders\/([^/]+)\/cancel$/,
    resources: ['CancelAction'],
    answer: withOrder(cancel),
  },
  {
    method: 'POST',
    path: /^\/api\/orders\/pvt\/document\/([^/]+)\/deny-cancellation-request$/,
    resources: ['CancelAction'],
    answer: withOrder(denyRequest),
  },
  {
    method: 'POST',
    path: /^\/api\/oms\/pvt\/orders\/([^/]+)\/invoice$/,
    resources: ['RefundAction', 'ShippingAction'],
    answer: withOrder(invoice),
  },
]

/** Creates the simulated Orders API. Only the token in `VtexIdclientAutCookie` identifies the caller. */
export function oms(parts: OmsParts): SimulatedService {
  return (call) => {
    for (const route of ROUTES) {
      const match = route.path.exec(call.path)

      if (match && route.method === call.method) {
        const [, encoded = ''] = match

        return (
          denied(parts, call, route.resources) ??
          answerOf(route, parts.orders, { ...call, encoded })
        )
      }
    }

    return failure(parts.orders.switches.values, 404, NO_ROUTE)
  }
}

/** Creates the Orders API with the account's rate limit and the latency that a test sets. */
export function limitedOms(parts: OmsParts): SimulatedService {
  const answer = oms(parts)
  const { limiter, switches } = parts.orders

  return (call) => {
    const reply = limiter.refuse(call.method) ?? answer(call)

    return {
      ...reply,
      headers: { ...limiter.headers(call.method), ...reply.headers },
      delayMs: switches.values.omsLatencyMs,
    }
  }
}

function answerOf(
  { answer }: Route,
  orders: OrderStore,
  {
    encoded,
    body: text,
    query,
  }: Pick<SimulatedCall, 'body' | 'query'> & { encoded: string }
): SimulatedReply {
  const name = attempt(() => decodeURIComponent(encoded))
  const body = text === '' ? {} : attempt((): unknown => JSON.parse(text))

  return name === undefined || !isJsonObject(body)
    ? failure(orders.switches.values, 400, UNREADABLE)
    : answer({ orders, name, query, body })
}

/** Parses untrusted text; returns undefined if the parser fails. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

function isJsonObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

function denied(
  { grants, orders }: OmsParts,
  { headers, query }: SimulatedCall,
  resources: string[]
): SimulatedReply | undefined {
  const token = headers.vtexidclientautcookie
  const caller = callerByToken(token)
  const switches = orders.switches.values

  // An app needs policies, which the proxy has checked, and no role.
  if (token === APP_TOKEN && query.an === ACCOUNT) return undefined

  if (!caller || caller.account !== ACCOUNT || query.an !== ACCOUNT) {
    return failure(switches, 401, UNAUTHORIZED)
  }

  return resources.some((one) => grants.has(caller.user, OMS_PRODUCT, one))
    ? undefined
    : failure(switches, 403, UNAUTHORIZED)
}
