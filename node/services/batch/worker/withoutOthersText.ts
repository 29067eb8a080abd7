import type { OrderCancellation } from '../../../domain/cancellation/cancellation'

/**
 * A row as it may be stored: what shoppers and other sides have written stays at OMS,
 * where orderCancellation reads it.
 */
export function ownWords(
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
