import type { OrderCancellation } from '../../../domain/cancellation/cancellation'

/**
 * Makes an outcome that may be stored: what shoppers and other sides have written stays at
 * OMS, where orderCancellation reads it.
 */
export function withoutOthersText(
  cancellation: OrderCancellation,
  { reason }: { reason: string | null }
): OrderCancellation {
  const { denial } = cancellation

  return {
    ...cancellation,
    reason: cancellation.reason === reason ? reason : null,
    denial: denial && { ...denial, reason: null },
  }
}
