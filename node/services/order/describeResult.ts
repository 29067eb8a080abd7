import {
  describeOrder,
  refusedOrder,
  unexplainedOrder,
  unreadOrder,
} from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import type { Result } from '../send/action'

/** Describes what an action came to, from what was read for it. */
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
