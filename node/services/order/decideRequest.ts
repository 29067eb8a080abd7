import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { openRequest } from '../../domain/order/order'
import type { Order } from '../../domain/order/order'
import { refusal } from '../../domain/refusal'
import { verdictOf } from '../../domain/cancellation/verdict'
import type { Situation, Verdict } from '../../domain/cancellation/verdict'
import { answerOf } from './describeResult'
import type { Action, Result } from '../send/attempt'
import { checkReason, invalidInput } from './checkInput'
import { logOutcome } from './logOutcome'
import type { OrderPorts } from '../ports'
import { sendOnce } from '../send/sendOnce'

/**
 * Accepts an order's open cancellation request. OMS has no call of its own for that:
 * a cancel on such an order accepts it. The second step of a store's own
 * cancellation is this one.
 */
export async function acceptCancellationRequest(
  ports: OrderPorts,
  orderId: string,
  reason: string | null
): Promise<OrderCancellation> {
  const result =
    checkReason(reason) ??
    (await sendOnce(ports, { orderId }, acceptAction(ports, reason)))

  return logOutcome(
    ports,
    'acceptCancellationRequest',
    await answerOf(ports, orderId, result)
  )
}

/** An accept, as one of the actions on an order. */
export function acceptAction(
  { oms }: Pick<OrderPorts, 'oms'>,
  reason: string | null
): Action {
  return {
    kind: 'accept',
    record: { reason, requestedByUser: null, invoiceNumber: null },
    judge: (situation) => verdictOf('accept', situation),
    send: (order) =>
      oms.cancelOrder(order.orderId, {
        reason,
        requestedByUser: order.cancellation?.requestedByUser ?? false,
      }),
  }
}

/** Denies an order's open cancellation request, unless this store made it itself. */
export async function denyCancellationRequest(
  ports: OrderPorts,
  orderId: string,
  reason: string
): Promise<OrderCancellation> {
  const result = checkDenial(reason) ?? (await deny(ports, orderId, reason))

  return logOutcome(
    ports,
    'denyCancellationRequest',
    await answerOf(ports, orderId, result)
  )
}

function checkDenial(reason: string): Result | null {
  return reason.trim() === ''
    ? invalidInput('A denial needs a reason.')
    : checkReason(reason)
}

function deny(
  ports: OrderPorts,
  orderId: string,
  reason: string
): Promise<Result> {
  return sendOnce(
    ports,
    { orderId },
    {
      kind: 'deny',
      record: { reason, requestedByUser: null, invoiceNumber: null },
      judge: judgeDenial,
      send: async (order) => {
        const requestId = requestIdOf(order)

        // Cannot be: an order without one was not judged fit to be sent.
        return requestId === null
          ? { kind: 'rejected' }
          : ports.oms.denyRequest(order.orderId, { requestId, reason })
      },
    }
  )
}

/** OMS takes a denial only with the id of the request. */
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
