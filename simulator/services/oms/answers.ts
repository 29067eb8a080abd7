import { randomBytes } from 'crypto'

import { omsDate } from '../../clock'
import type { SimulatedReply } from '../../edge/exchange'
import { applyCancel } from './cancelling'
import { reactionTo } from './cancelRules'
import { deny, openRequest } from './denial'
import { purchaseDocument } from './document'
import { failure, INVALID_INVOICE, NOT_FOUND, WRONG_STATUS } from './failure'
import { isOpenFor, takeInvoice } from './invoices'
import type { SimulatedOrder } from './order'
import { isInvoiceable, parseInvoice } from './sentInvoice'
import type { OrderStore } from './store'
import { transactionDocument } from './transaction'

/** A call to OMS by a caller who has permission for it. */
export interface OmsCall {
  orders: OrderStore
  /** The part of the path that names an order or a purchase. */
  name: string
  query: Record<string, string>
  body: Record<string, unknown>
}

/** Wraps an answer about one order: a missing order is answered with 404. */
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

/** Answers with the orders of a purchase. */
export function showPurchase({ orders, name }: OmsCall): SimulatedReply {
  const { values: switches } = orders.switches
  const purchase = orders.purchase(name)

  return purchase.length === 0 && switches.unknownPurchase === 'missing'
    ? failure(switches, 404, NOT_FOUND)
    : {
        status: 200,
        body: purchase.map((order) => purchaseDocument(order, switches)),
      }
}

/** Answers with the payment transaction. Only the side that was paid has one. */
export function showTransaction(
  order: SimulatedOrder,
  { orders }: OmsCall
): SimulatedReply {
  return order.origin === 'Fulfillment'
    ? failure(orders.switches.values, 404, NOT_FOUND)
    : {
        status: 200,
        body: transactionDocument(order, orders.sharingPayment(order)),
      }
}

/** Accepts or refuses a cancel. */
export function cancel(order: SimulatedOrder, call: OmsCall): SimulatedReply {
  const surroundings = call.orders.surroundings()
  const reaction = reactionTo(order, surroundings.switches)

  if (typeof reaction === 'object') {
    return failure(surroundings.switches, reaction.refused, WRONG_STATUS)
  }

  const { reason, requestedByUser } = call.body
  const received = {
    reason: typeof reason === 'string' ? reason : null,
    requestedByUser: requestedByUser === true,
    atMs:
      surroundings.nowMs + surroundings.switches.cancelShownAfterSeconds * 1000,
  }

  if (received.atMs > surroundings.nowMs) order.received.push(received)
  else applyCancel(order, received, surroundings)

  return order.withoutReceipt
    ? receipt(order, call, null)
    : receipt(order, call)
}

/** Builds a receipt with a new code, or without one. */
function receipt(
  order: SimulatedOrder,
  { orders }: OmsCall,
  code: string | null = randomBytes(16).toString('hex')
): SimulatedReply {
  const { receiptNames } = orders.switches.values

  return {
    status: 200,
    body: {
      date: omsDate(orders.surroundings().nowMs),
      orderId: receiptNames === 'seller' ? order.sellerOrderId : order.orderId,
      receipt: code,
    },
  }
}

/** Accepts or refuses the denial of a request. */
export function denyRequest(
  order: SimulatedOrder,
  { orders, body }: OmsCall
): SimulatedReply {
  const { cancellationRequestId, denyReason } = body

  if (
    openRequest(order)?.id !== cancellationRequestId ||
    typeof denyReason !== 'string' ||
    order.status !== 'cancellation-requested'
  ) {
    return failure(orders.switches.values, 400, WRONG_STATUS)
  }

  deny(order, denyReason, orders.surroundings())

  return { status: 200 }
}

/** Accepts or refuses an invoice, and records the refund that it causes. */
export function invoice(order: SimulatedOrder, call: OmsCall): SimulatedReply {
  const surroundings = call.orders.surroundings()
  const sent = parseInvoice(call.body)

  if (!sent || !isInvoiceable(order, sent, surroundings.switches)) {
    return failure(surroundings.switches, 400, INVALID_INVOICE)
  }

  if (!isOpenFor(order, sent)) {
    return failure(
      surroundings.switches,
      surroundings.switches.statusRefusal,
      WRONG_STATUS
    )
  }

  const refund = takeInvoice(order, sent, surroundings)

  if (refund) call.orders.refunds.push(refund)

  return receipt(order, call)
}
