import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { cancelOrder } from '../../services/order/cancelOrder'
import type { VirtualPlatform } from '../batches/virtualPlatform'

/** The first call for each order comes within this time, and the second within the other after it. */
const FIRST_WITHIN_MS = 80_000
const SECOND_WITHIN_MS = 60_000

/** One call for a single order. */
export interface SingleCall {
  orderId: string
  answer: OrderCancellation
  tookMs: number
  /** What the order was at OMS when the call was answered. */
  statusThen: string
}

/** Cancels orders by calls of their own, each twice: the second call rests on what the first has written. */
export async function callSingles(
  platform: VirtualPlatform,
  orderIds: string[]
): Promise<SingleCall[]> {
  const { random } = platform
  const calls = orderIds.map(async (orderId) => [
    await call(platform, orderId, random() * FIRST_WITHIN_MS),
    await call(platform, orderId, random() * SECOND_WITHIN_MS),
  ])

  return (await Promise.all(calls)).flat()
}

async function call(
  platform: VirtualPlatform,
  orderId: string,
  afterMs: number
): Promise<SingleCall> {
  const { time, oms } = platform

  await time.wait(afterMs)

  const startedMs = time.nowMs
  const answer = await cancelOrder(platform.orderPorts(), orderId, {
    reason: null,
    requestedByUser: false,
  })

  return {
    orderId,
    answer,
    tookMs: time.nowMs - startedMs,
    statusThen: oms.orders.get(orderId)?.status ?? '',
  }
}
