import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { verdictOf } from '../../domain/decision/verdict'
import { checkDenialReason, checkReason } from '../../domain/order/checkInput'
import { openRequest } from '../../domain/order/requests'
import type { OrderPorts } from '../ports'
import type { Action } from '../send/action'
import { runAction } from './runAction'

/**
 * Accepts an order's open cancellation request. OMS has no call of its own for that:
 * a cancel on such an order accepts it. The second step of a store's own
 * cancellation is this one.
 */
export function acceptCancellationRequest(
  ports: OrderPorts,
  orderId: string,
  reason: string | null
): Promise<OrderCancellation> {
  return runAction(ports, orderId, {
    name: 'acceptCancellationRequest',
    refusedInput: checkReason(reason),
    action: acceptAction(ports, reason),
  })
}

/** Makes an accept: one of the actions on an order. */
export function acceptAction(
  { oms }: Pick<OrderPorts, 'oms'>,
  reason: string | null
): Action {
  return {
    kind: 'accept',
    journalFields: { reason, requestedByUser: null, invoiceNumber: null },
    judge: (situation) => verdictOf('accept', situation),
    send: (order) =>
      oms.cancelOrder(order.orderId, {
        reason,
        requestedByUser: openRequest(order)?.requestedByUser ?? false,
      }),
  }
}

/** Denies an order's open cancellation request, unless this store made it itself. */
export function denyCancellationRequest(
  ports: OrderPorts,
  orderId: string,
  reason: string
): Promise<OrderCancellation> {
  return runAction(ports, orderId, {
    name: 'denyCancellationRequest',
    refusedInput: checkDenialReason(reason),
    action: denyAction(ports, reason),
  })
}

/** Makes a denial: one of the actions on an order. */
export function denyAction(
  { oms }: Pick<OrderPorts, 'oms'>,
  reason: string
): Action {
  return {
    kind: 'deny',
    journalFields: { reason, requestedByUser: null, invoiceNumber: null },
    judge: (situation) => verdictOf('deny', situation),
    send: async (order) => {
      const requestId = openRequest(order)?.id ?? null

      // Cannot be: an order without one was not judged fit to be sent.
      return requestId === null
        ? { kind: 'rejected' }
        : oms.denyRequest(order.orderId, { requestId, reason })
    },
  }
}
