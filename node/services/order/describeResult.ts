import {
  describeOrder,
  refusedOrder,
  unexplainedOrder,
  unreadOrder,
} from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import type { Result } from '../send/attempt'
import { observe } from './readSurroundings'
import type { OrderPorts } from '../ports'

/** The answer to a caller about what an action came to. */
export async function answerOf(
  ports: Pick<OrderPorts, 'oms'>,
  orderId: string,
  result: Result
): Promise<OrderCancellation> {
  // Who has sent something waits for its outcome, and not for what stands beside it.
  if (result.kind === 'unread' || result.refusal || result.isSent) {
    return describeResult(orderId, result)
  }

  const seen = await observe(ports, result.order, result.known)

  return describeOrder(seen.order, seen.known)
}

/** The same without looking at what stands beside the order. */
export function describeResult(
  orderId: string,
  result: Result
): OrderCancellation {
  if (result.kind === 'unread') return unreadOrder(orderId, result.refusal)

  const { order, known, refusal, isUnexplained } = result

  if (!refusal) return describeOrder(order, known)

  return isUnexplained
    ? unexplainedOrder(order, known, refusal)
    : refusedOrder(order, known, refusal)
}
