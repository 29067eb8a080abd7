import type {
  CancelRequest,
  OrderCancellation,
} from '../../domain/cancellation/cancellation'
import { verdictOf } from '../../domain/cancellation/verdict'
import { answerOf } from './describeResult'
import type { Action } from '../send/attempt'
import { checkReason } from './checkInput'
import { logOutcome } from './logOutcome'
import type { OrderPorts } from '../ports'
import { sendOnce } from '../send/sendOnce'

/**
 * Cancels one order: a fresh read decides whether a send is safe, at most one
 * cancel is sent, and the outcome is what OMS confirmed or a later read shows.
 */
export async function cancelOrder(
  ports: OrderPorts,
  orderId: string,
  request: CancelRequest
): Promise<OrderCancellation> {
  const result =
    checkReason(request.reason) ??
    (await sendOnce(ports, { orderId }, cancelAction(ports, request)))

  return logOutcome(
    ports,
    'cancelOrder',
    await answerOf(ports, orderId, result)
  )
}

/** A cancel, as one of the actions on an order. */
export function cancelAction(
  { oms }: Pick<OrderPorts, 'oms'>,
  { reason, requestedByUser }: CancelRequest
): Action {
  return {
    kind: 'cancel',
    record: { reason, requestedByUser, invoiceNumber: null },
    judge: (situation) => verdictOf('cancel', situation),
    send: (order) =>
      oms.cancelOrder(order.orderId, { reason, requestedByUser }),
  }
}
