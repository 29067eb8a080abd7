import type { BatchInput } from '../../domain/batch/batchInput'
import { DEFAULT_OPTIONS } from '../../domain/batch/batchOptions'

/** The input of a batch of these orders with the default options; `more` overrides fields. */
export const aBatchInput = (
  orderIds: string[],
  more: Partial<BatchInput> = {}
): BatchInput => ({
  idempotencyKey: 'key',
  ...DEFAULT_OPTIONS,
  orders: orderIds.map((orderId) => ({ orderId, reason: null })),
  ...more,
})
