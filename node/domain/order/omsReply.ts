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

/** A row of the list of orders. It is as old as the list, and says nothing about a cancellation request. */
export interface OrderRow {
  /** Null when the row gives none that can be shown. */
  orderId: string | null
  /** When the order was placed, in epoch milliseconds; null when the row gives no readable date. */
  createdMs: number | null
  /** Null for an incomplete order, and when the row gives none. */
  status: string | null
  /** In cents; null when the row gives no readable amount. */
  value: number | null
  /** ISO 4217. */
  currency: string | null
}

/** What a read of the list of orders gave. `rejected`: OMS does not take the query. */
export type OrderListRead =
  | { kind: 'found'; rows: OrderRow[]; total: number | null }
  | { kind: 'rejected' }
  | FailedRead

/** What the list of orders is asked for: the oldest orders first. */
export interface OrderListQuery {
  /** Null asks for orders in any status. */
  status: string | null
  /** Only orders placed then or later; null asks for all. */
  fromMs: number | null
  /** Only orders placed then or earlier; counts only with `fromMs`. */
  toMs: number
  /** From 1 on. */
  page: number
  /** At most 100. */
  perPage: number
}

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
