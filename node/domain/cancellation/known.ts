import type { Journal } from '../journal/journal'
import type { Notice } from '../notice/notice'
import type { ListedOrder } from '../order/omsReply'
import type { Order } from '../order/order'

/** What is known beside an order. What is null was not looked at, or could not be read. */
export interface Known {
  /** An epoch time. */
  nowMs: number
  journal: Journal
  /** The order on the other side of the sale, where this account holds both sides. */
  otherSide: Order | null
  /** The payment transaction's status, in lower case. */
  transactionStatus: string | null
  /** All orders of the same purchase. */
  purchase: ListedOrder[] | null
  /** What else the caller should know. */
  notices: Notice[]
}

/** Knows an order's journal, and nothing else beside the order. */
export function journalOnly(
  journal: Journal,
  nowMs: number,
  notices: Notice[] = []
): Known {
  return {
    nowMs,
    journal,
    otherSide: null,
    transactionStatus: null,
    purchase: null,
    notices,
  }
}
