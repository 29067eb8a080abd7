import type { Order } from './order'

/** What a read of one order gave. Only `found` proves anything about the order. */
export type OrderRead =
  | { kind: 'found'; order: Order }
  | { kind: 'not-found' }
  | { kind: 'not-permitted' }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'unavailable' }

/**
 * What the one cancel request gave. `unsettled` means that OMS may have
 * processed the request or not: nobody may read it as either.
 */
export type CancelReply =
  | { kind: 'received'; date: string; orderId: string; receipt: string | null }
  | { kind: 'not-found' }
  | { kind: 'not-permitted' }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'rejected' }
  | { kind: 'unsettled' }
