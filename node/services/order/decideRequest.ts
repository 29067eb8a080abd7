import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { verdictOf } from '../../domain/cancellation/verdict'
import type { Situation, Verdict } from '../../domain/cancellation/verdict'
import { openRequest } from '../../domain/order/order'
import type { Order } from '../../domain/order/order'
import { refusal } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import type { Action } from '../send/action'
import { checkDenialReason, checkReason } from './checkInput'
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
        requestedByUser: order.cancellation?.requestedByUser ?? false,
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

function denyAction({ oms }: Pick<OrderPorts, 'oms'>, reason: string): Action {
  return {
    kind: 'deny',
    journalFields: { reason, requestedByUser: null, invoiceNumber: null },
    judge: judgeDenial,
    send: async (order) => {
      const requestId = requestIdOf(order)

      // Cannot be: an order without one was not judged fit to be sent.
      return requestId === null
        ? { kind: 'rejected' }
        : oms.denyRequest(order.orderId, { requestId, reason })
    },
  }
}

/** Judges a denial: OMS takes one only with the id of the request. */
function judgeDenial(situation: Situation): Verdict {
  const { order } = situation
  const verdict = verdictOf('deny', situation)

  return verdict.kind === 'send' && requestIdOf(order) === null
    ? {
        kind: 'refuse',
        refusal: refusal('NO_OPEN_REQUEST', {
          orderId: order.orderId,
          orderStatus: order.status,
          isUnnamed: true,
        }),
      }
    : verdict
}

function requestIdOf(order: Order): string | null {
  return openRequest(order)?.id ?? order.cancellation?.requestId ?? null
}
