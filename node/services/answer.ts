import {
  describeOrder,
  refusedOrder,
  unexplainedOrder,
  unreadOrder,
} from '../domain/cancellation'
import type { OrderCancellation } from '../domain/cancellation'
import type { Result } from './attempt'
import { observe } from './observe'
import type { OrderPorts } from './ports'

/** The answer to a caller about what an action came to. */
export async function answerOf(
  ports: Pick<OrderPorts, 'oms'>,
  orderId: string,
  result: Result
): Promise<OrderCancellation> {
  if (result.kind === 'unread') return unreadOrder(orderId, result.refusal)

  const { order, known, refusal, isSent, isUnexplained } = result

  if (refusal) {
    return isUnexplained
      ? unexplainedOrder(order, known, refusal)
      : refusedOrder(order, known, refusal)
  }

  // Who has sent something waits for its outcome, and not for what stands beside it.
  if (isSent) return describeOrder(order, known)

  const seen = await observe(ports, order, known)

  return describeOrder(seen.order, seen.known)
}
