import type { CancellationRequest, Order } from './order'
import type { Quota } from '../lane/pacer'

/** Why a read of OMS gave nothing, in words that prove nothing about the order. */
export type FailedRead =
  | { kind: 'not-found' }
  | { kind: 'not-permitted' }
  | RateLimited
  /** The document is larger than this app reads. */
  | { kind: 'too-large' }
  | { kind: 'unavailable' }

/** OMS takes no more requests for now. */
export interface RateLimited {
  kind: 'rate-limited'
  retryAfterSeconds: number
  /** OMS stated the wait itself; otherwise it is VTEX's general advice. */
  isStated?: boolean
}

/** What a read of one order gave. Only `found` proves anything about the order. */
export type OrderRead =
  | { kind: 'found'; order: Order; quota?: Quota }
  | FailedRead

/** One order of a list that OMS gave. */
export type ListedOrder =
  | { kind: 'order'; order: Order }
  /** What can be read of one that cannot be judged. */
  | {
      kind: 'unreadable'
      orderId: string | null
      requests: CancellationRequest[]
    }

/** What a read of all orders of one purchase gave. */
export type PurchaseRead = { kind: 'found'; orders: ListedOrder[] } | FailedRead

/** What a read of an order's payment transaction gave; its status in lower case. */
export type TransactionRead = { kind: 'found'; status: string } | FailedRead

/**
 * What one request that changes an order gave. `unsettled` means that OMS may
 * have processed the request or not: no code may read it as either.
 */
export type SendReply =
  | ({ kind: 'received'; quota?: Quota } & Receipt)
  | { kind: 'not-found' }
  | { kind: 'not-permitted' }
  | RateLimited
  | { kind: 'rejected' }
  | { kind: 'unsettled' }

/** OMS's words for "received". A denial is confirmed without any: all three are null. */
export interface Receipt {
  date: string | null
  orderId: string | null
  receipt: string | null
}
