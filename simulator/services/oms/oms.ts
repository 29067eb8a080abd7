import { createHash } from 'crypto'

import { ACCOUNT, callerByToken } from '../../callers'
import { omsDate } from '../../clock'
import type { Clock } from '../../clock'
import type {
  SimulatedCall,
  SimulatedReply,
  SimulatedService,
} from '../../edge/exchange'
import { OMS_PRODUCT } from '../grants'
import type { Grants } from '../grants'
import { effectOfCancel } from './cancelRules'
import { orderDocument } from './order'
import type { SimulatedOrder } from './order'
import type { OrderStore } from './store'

export interface OmsParts {
  orders: OrderStore
  grants: Grants
  clock: Clock
}

interface Route {
  method: string
  path: RegExp
  resource: string
  answer: (
    parts: OmsParts,
    order: SimulatedOrder,
    call: SimulatedCall
  ) => SimulatedReply
}

const ROUTES: Route[] = [
  {
    method: 'GET',
    path: /^\/api\/oms\/pvt\/orders\/([^/]+)$/,
    resource: 'OMSViewer',
    answer: (_parts, order) => ({ status: 200, body: orderDocument(order) }),
  },
  {
    method: 'POST',
    path: /^\/api\/oms\/pvt\/orders\/([^/]+)\/cancel$/,
    resource: 'CancelAction',
    answer: cancel,
  },
]

/** The simulated Orders API. It trusts the owner of `VtexIdclientAutCookie` and nobody else. */
export function oms(parts: OmsParts): SimulatedService {
  return (call) => {
    for (const { method, path, resource, answer } of ROUTES) {
      const [, encodedId] = path.exec(call.path) ?? []

      if (encodedId && method === call.method) {
        return (
          denied(parts.grants, call, resource) ??
          withOrder(parts, decodeURIComponent(encodedId), (order) =>
            answer(parts, order, call)
          )
        )
      }
    }

    return failure(404, '1', 'No route matches the request')
  }
}

function denied(
  grants: Grants,
  { headers, query }: SimulatedCall,
  resource: string
): SimulatedReply | undefined {
  const caller = callerByToken(headers.vtexidclientautcookie)

  if (!caller || caller.account !== ACCOUNT || query.an !== ACCOUNT) {
    return failure(401, '1', 'Unauthorized access')
  }

  return grants.has(caller.user, OMS_PRODUCT, resource)
    ? undefined
    : failure(403, '1', 'Unauthorized access')
}

function withOrder(
  { orders }: OmsParts,
  idOrSequence: string,
  answer: (order: SimulatedOrder) => SimulatedReply
): SimulatedReply {
  const order = orders.find(idOrSequence)

  return order ? answer(order) : failure(404, 'OMS007', 'Order Not Found')
}

function cancel(
  { orders, clock }: OmsParts,
  order: SimulatedOrder,
  { body }: SimulatedCall
): SimulatedReply {
  const effect = effectOfCancel(order)

  if ('refused' in effect) {
    return failure(
      effect.refused,
      'OMS003',
      'Order status should be another one to perform this action'
    )
  }

  const date = omsDate(clock.nowMs())
  const { reason, requestedByUser } = parseCancelBody(body)

  order.cancellation ??= { reason, requestedByUser, date }
  orders.advance(order, effect.statuses)

  return {
    status: 200,
    body: {
      date,
      orderId: order.sellerOrderId,
      receipt: order.withoutReceipt
        ? null
        : createHash('md5')
            .update(order.orderId + date)
            .digest('hex'),
    },
  }
}

function parseCancelBody(body: string) {
  const { reason, requestedByUser } = Object(body ? JSON.parse(body) : {})

  return {
    reason: typeof reason === 'string' ? reason : null,
    requestedByUser: requestedByUser === true,
  }
}

function failure(
  status: number,
  code: string,
  message: string
): SimulatedReply {
  return { status, body: { error: { code, message, exception: null } } }
}
