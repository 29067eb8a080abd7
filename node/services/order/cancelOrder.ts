import type {
  CancelInput,
  OrderCancellation,
} from '../../domain/cancellation/cancellation'
import { verdictOf } from '../../domain/decision/verdict'
import { checkReason } from '../../domain/order/checkInput'
import type { OrderPorts } from '../ports'
import type { Action } from '../send/action'
import { runAction } from './runAction'

/**
 * Cancels one order: a fresh read decides whether a send is safe, at most one
 * cancel is sent, and the outcome is what OMS confirmed or a later read shows.
 */
export function cancelOrder(
  ports: OrderPorts,
  orderId: string,
  input: CancelInput
): Promise<OrderCancellation> {
  return runAction(ports, orderId, {
    name: 'cancelOrder',
    refusedInput: checkReason(input.reason),
    action: cancelAction(ports, input),
  })
}

/** Makes a cancel: one of the actions on an order. */
export function cancelAction(
  { oms }: Pick<OrderPorts, 'oms'>,
  { reason, requestedByUser }: CancelInput
): Action {
  return {
    kind: 'cancel',
    journalFields: { reason, requestedByUser, invoiceNumber: null },
    judge: (situation) => verdictOf('cancel', situation),
    send: (order) =>
      oms.cancelOrder(order.orderId, { reason, requestedByUser }),
  }
}
