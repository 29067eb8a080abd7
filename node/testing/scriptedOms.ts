import type { CancelReply, OrderRead } from '../domain/omsReply'
import type { Order } from '../domain/order'
import { anOrder, ORDER_ID } from './orders'

/** A read that finds an order in a status. */
export const found = (
  status: string | null,
  more: Partial<Order> = {}
): OrderRead => ({ kind: 'found', order: anOrder({ status, ...more }) })

/** OMS has received the cancel. */
export const RECEIVED = {
  kind: 'received',
  date: 'D',
  orderId: ORDER_ID,
  receipt: 'R',
} satisfies CancelReply

/**
 * OMS by a script: reads are answered in turn, the last one for ever. Time
 * passes only while somebody waits; `readMs` is how long OMS takes for a read.
 */
export function scriptedOms(
  reads: OrderRead[],
  reply: CancelReply,
  readMs = 0
) {
  const script = [...reads]
  const calls: string[] = []
  const log: unknown[] = []
  let [last] = reads
  let nowMs = 0

  return {
    calls,
    log,
    lastRead: () => last,
    ports: {
      oms: {
        getOrder: async (_orderId: string, { withinMs = Infinity } = {}) => {
          calls.push(`GET at ${nowMs}`)
          nowMs += Math.min(readMs, withinMs, 4_000)

          last = script.length > 1 ? (script.shift() as OrderRead) : script[0]

          return last
        },
        cancelOrder: async () => {
          calls.push(`POST at ${nowMs}`)

          return reply
        },
      },
      logger: { info: (entry: unknown) => log.push(entry) },
      now: () => nowMs,
      sleep: async (ms: number) => {
        nowMs += ms
      },
    },
  }
}
