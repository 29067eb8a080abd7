import { ACCOUNT, callerByToken } from '../../callers'
import type {
  SimulatedCall,
  SimulatedReply,
  SimulatedService,
} from '../../edge/exchange'
import { OMS_PRODUCT } from '../grants'
import { failure, UNAUTHORIZED } from './failure'
import {
  cancel,
  denyRequest,
  sendInvoice,
  showOrder,
  showPurchase,
  showTransaction,
  withOrder,
} from './operations'
import type { OmsCall, OmsParts } from './operations'

interface Route {
  method: string
  path: RegExp
  /** What the caller must hold; any of them is enough. */
  resources: string[]
  answer: (call: OmsCall) => SimulatedReply
}

const ROUTES: Route[] = [
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
    answer: withOrder(showOrder),
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
    answer: withOrder(sendInvoice),
  },
]

/** The simulated Orders API. It trusts the owner of `VtexIdclientAutCookie` and nobody else. */
export function oms(parts: OmsParts): SimulatedService {
  return (call) => {
    for (const { method, path, resources, answer } of ROUTES) {
      const [, encoded] = path.exec(call.path) ?? []

      if (encoded && method === call.method) {
        return (
          denied(parts, call, resources) ??
          answerWithBody(parts, call, (body) =>
            answer({ ...parts, name: decodeURIComponent(encoded), body })
          )
        )
      }
    }

    return failure(parts.orders.switches.values, 404, [
      '1',
      'No route matches the request',
    ])
  }
}

function answerWithBody(
  { orders }: OmsParts,
  { body }: SimulatedCall,
  answer: (body: object) => SimulatedReply
): SimulatedReply {
  const parsed = body === '' ? {} : parseJson(body)

  return parsed
    ? answer(parsed)
    : failure(orders.switches.values, 400, ['1', 'The body is no JSON object'])
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)

    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : undefined
  } catch {
    return undefined
  }
}

function denied(
  { grants, orders }: OmsParts,
  { headers, query }: SimulatedCall,
  resources: string[]
): SimulatedReply | undefined {
  const caller = callerByToken(headers.vtexidclientautcookie)
  const switches = orders.switches.values

  if (!caller || caller.account !== ACCOUNT || query.an !== ACCOUNT) {
    return failure(switches, 401, UNAUTHORIZED)
  }

  return resources.some((one) => grants.has(caller.user, OMS_PRODUCT, one))
    ? undefined
    : failure(switches, 403, UNAUTHORIZED)
}
