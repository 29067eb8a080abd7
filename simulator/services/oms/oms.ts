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
import { reactionTo } from './cancelRules'
import {
  orderDocument,
  purchaseDocument,
  transactionDocument,
} from './document'
import { failure, NOT_FOUND, UNAUTHORIZED, WRONG_STATUS } from './failure'
import { isReturnable, parseInvoice, takeInvoice } from './invoices'
import { carryOut, deny } from './machine'
import type { SimulatedOrder } from './order'
import type { OrderStore } from './store'

export interface OmsParts {
  orders: OrderStore
  grants: Grants
  clock: Clock
}

interface OmsCall extends OmsParts {
  /** The part of the path that names an order or a purchase. */
  name: string
  body: object
}

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

function withOrder(
  answer: (order: SimulatedOrder, call: OmsCall) => SimulatedReply
) {
  return (call: OmsCall): SimulatedReply => {
    const order = call.orders.find(call.name)

    return order
      ? answer(order, call)
      : failure(call.orders.switches.values, 404, NOT_FOUND)
  }
}

function showPurchase({ orders, name }: OmsCall): SimulatedReply {
  const { values: switches } = orders.switches
  const purchase = orders.list().filter(({ orderGroup }) => orderGroup === name)

  return purchase.length === 0 && switches.unknownPurchase === 'missing'
    ? failure(switches, 404, NOT_FOUND)
    : {
        status: 200,
        body: purchase.map((order) => purchaseDocument(order, switches)),
      }
}

/** Only the side that was paid has a transaction. */
function showTransaction(
  order: SimulatedOrder,
  { orders }: OmsCall
): SimulatedReply {
  return order.origin === 'Fulfillment'
    ? failure(orders.switches.values, 404, NOT_FOUND)
    : { status: 200, body: transactionDocument(order) }
}

function cancel(order: SimulatedOrder, call: OmsCall): SimulatedReply {
  const around = call.orders.around()
  const reaction = reactionTo(order, around.switches)

  if (typeof reaction === 'object') {
    return failure(around.switches, reaction.refused, WRONG_STATUS)
  }

  const { reason, requestedByUser } = call.body as Record<string, unknown>
  const received = {
    reason: typeof reason === 'string' ? reason : null,
    requestedByUser: requestedByUser === true,
    atMs: around.nowMs + around.switches.cancelShownAfterSeconds * 1000,
  }

  if (received.atMs > around.nowMs) order.received.push(received)
  else carryOut(order, received, around)

  return receipt(order, call)
}

function receipt(
  order: SimulatedOrder,
  { orders, clock }: OmsCall
): SimulatedReply {
  const date = omsDate(clock.nowMs())
  const { receiptNames } = orders.switches.values

  return {
    status: 200,
    body: {
      date,
      orderId: receiptNames === 'seller' ? order.sellerOrderId : order.orderId,
      receipt: order.withoutReceipt
        ? null
        : createHash('md5')
            .update(order.orderId + date)
            .digest('hex'),
    },
  }
}

function denyRequest(
  order: SimulatedOrder,
  { orders, body }: OmsCall
): SimulatedReply {
  const { cancellationRequestId, denyReason } = body as Record<string, unknown>
  const open = order.requests.find(
    ({ id, deniedBySeller }) => id === cancellationRequestId && !deniedBySeller
  )

  if (
    !open ||
    typeof denyReason !== 'string' ||
    order.status !== 'cancellation-requested'
  ) {
    return failure(orders.switches.values, 400, WRONG_STATUS)
  }

  deny(order, denyReason, orders.around())

  return { status: 200 }
}

function invoice(order: SimulatedOrder, call: OmsCall): SimulatedReply {
  const around = call.orders.around()
  const sent = parseInvoice(call.body)

  if (!sent || (sent.type === 'Input' && !isReturnable(order, sent))) {
    return failure(around.switches, 400, ['OMS012', 'Invalid invoice'])
  }

  const refund = takeInvoice(order, sent, around)

  if (refund) call.orders.refunds.push(refund)

  return receipt(order, call)
}
