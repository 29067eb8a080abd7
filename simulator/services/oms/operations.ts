import { createHash } from 'crypto'

import { omsDate } from '../../clock'
import type { Clock } from '../../clock'
import type { SimulatedReply } from '../../edge/exchange'
import type { Grants } from '../grants'
import { reactionTo } from './cancelRules'
import {
  orderDocument,
  purchaseDocument,
  transactionDocument,
} from './document'
import { failure, NOT_FOUND, WRONG_STATUS } from './failure'
import { isReturnable, parseInvoice, takeInvoice } from './invoices'
import { carryOut } from './machine'
import type { SimulatedOrder } from './order'
import { deny } from './denial'
import type { OrderStore } from './store'

export interface OmsParts {
  orders: OrderStore
  grants: Grants
  clock: Clock
}

/** One call that may be answered. */
export interface OmsCall extends OmsParts {
  /** The part of the path that names an order or a purchase. */
  name: string
  body: object
}

/** Answers with the order that the path names. */
export function withOrder(
  answer: (order: SimulatedOrder, call: OmsCall) => SimulatedReply
) {
  return (call: OmsCall): SimulatedReply => {
    const order = call.orders.find(call.name)

    return order
      ? answer(order, call)
      : failure(call.orders.switches.values, 404, NOT_FOUND)
  }
}

/** `GET …/orders/{orderId}`. */
export function showOrder(
  order: SimulatedOrder,
  { orders }: OmsCall
): SimulatedReply {
  return { status: 200, body: orderDocument(order, orders.switches.values) }
}

/** `GET …/orders/order-group/{orderGroup}`. */
export function showPurchase({ orders, name }: OmsCall): SimulatedReply {
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
export function showTransaction(
  order: SimulatedOrder,
  { orders }: OmsCall
): SimulatedReply {
  return order.origin === 'Fulfillment'
    ? failure(orders.switches.values, 404, NOT_FOUND)
    : { status: 200, body: transactionDocument(order) }
}

/** `POST …/{orderId}/cancel`. */
export function cancel(order: SimulatedOrder, call: OmsCall): SimulatedReply {
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

/** `POST …/{orderId}/deny-cancellation-request`. */
export function denyRequest(
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

/** `POST …/{orderId}/invoice`. */
export function sendInvoice(
  order: SimulatedOrder,
  call: OmsCall
): SimulatedReply {
  const around = call.orders.around()
  const sent = parseInvoice(call.body)

  if (!sent || (sent.type === 'Input' && !isReturnable(order, sent))) {
    return failure(around.switches, 400, ['OMS012', 'Invalid invoice'])
  }

  const refund = takeInvoice(order, sent, around)

  if (refund) call.orders.refunds.push(refund)

  return receipt(order, call)
}
