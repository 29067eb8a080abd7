import { isOrderId } from '../../domain/order/orderId'
import type { ShownRefusal } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'

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
