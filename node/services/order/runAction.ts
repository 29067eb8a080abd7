import {
  describeOrder,
  unreadOrder,
} from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { givenOrderId, isOrderId } from '../../domain/order/orderId'
import type { Refusal, ShownRefusal } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import type { Action, Result } from '../send/action'
import type { Call } from '../send/deadline'
import { sendForCaller } from '../send/sendForCaller'
import { describeResult } from './describeResult'
import { readSurroundings } from './readSurroundings'

/** One mutation of an order's cancellation. */
export interface Operation {
  /** The name of the mutation, for the log. */
  name: string
  /** Why the caller's input is refused before anything is read; null when it may be tried. */
  refusedInput: Refusal | null
  action: Action
  /** The call that it is a part of; none given: a new one. */
  call?: Call
}

/** Runs a mutation on an order: checks the input, sends at most once, describes the outcome and logs it. */
export async function runAction(
  ports: OrderPorts,
  text: string,
  { name, refusedInput, action, call }: Operation
): Promise<OrderCancellation> {
  const orderId = givenOrderId(text)
  const cancellation = refusedInput
    ? unreadOrder(orderId, refusedInput)
    : await answer(
        ports,
        orderId,
        await sendForCaller(ports, { orderId, call }, action)
      )

  return logOutcome(ports, name, cancellation)
}

/** Describes what an action came to. A caller whose call sent nothing also hears what stands beside the order. */
async function answer(
  ports: OrderPorts,
  orderId: string,
  result: Result
): Promise<OrderCancellation> {
  if (result.kind === 'unread' || result.refusal || result.isSent) {
    return describeResult(orderId, result)
  }

  const { order, known } = await readSurroundings(ports, result)

  return describeOrder(order, known)
}

interface Outcome {
  orderId: string
  state: string
  refusal: ShownRefusal | null
}

/** Logs what became of a mutation on one order, in words of ours, and hands it on. */
export function logOutcome<Logged extends Outcome>(
  { logger }: Pick<OrderPorts, 'logger'>,
  operation: string,
  outcome: Logged
): Logged {
  const { orderId, state, refusal } = outcome

  logger.info({
    operation,
    // Any other text is the caller's, and must not reach the log.
    orderId: isOrderId(orderId) ? encodeURIComponent(orderId) : null,
    state,
    refusal: refusal?.code ?? null,
  })

  return outcome
}
