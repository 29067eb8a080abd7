import type { BatchInput } from '../../domain/batch/batchInput'
import { DEFAULT_OPTIONS } from '../../domain/batch/batchOptions'

/** The input of a batch of some orders, with whatever a test says of it. */
export const aBatchInput = (
  orderIds: string[],
  more: Partial<BatchInput> = {}
): BatchInput => ({
  idempotencyKey: 'key',
  ...DEFAULT_OPTIONS,
  orders: orderIds.map((orderId) => ({ orderId, reason: null })),
  ...more,
})
