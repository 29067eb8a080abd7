import type { Goods } from '../goods/goods'
import type { NextStep } from '../vocabulary'
import type { ConflictSubject } from './conflict'

interface OrderSubject {
  /** A checked id: a message never repeats unchecked text of a caller. */
  orderId: string
}

interface StatusSubject extends OrderSubject {
  orderStatus: string | null
}

/** An order whose invoices decide. */
export interface GoodsSubject extends StatusSubject {
  goods: Goods
  nextStep: NextStep
  /** Why the action that would help is not possible either, as a sentence; null where one is. */
  because: string | null
}

/** What the message of each code names. */
export interface Subjects {
  INVALID_ORDER_ID: { problem: string }
  INVALID_INPUT: { problem: string }
  ORDER_NOT_FOUND: OrderSubject
  ORDER_ID_MISMATCH: OrderSubject & { foundOrderId: string }
  NOT_PERMITTED: OrderSubject & { resource: OmsResource; doing?: string }
  RATE_LIMITED: OrderSubject
  ORDER_UNREADABLE: OrderSubject
  ORDER_INVOICED: GoodsSubject
  ORDER_PARTIALLY_INVOICED: GoodsSubject
  RETURN_INCOMPLETE: GoodsSubject
  INVOICES_UNREADABLE: GoodsSubject
  INVOICES_ABOVE_ORDER: GoodsSubject
  ORDER_IN_TRANSITION: StatusSubject
  ORDER_STOPPED: StatusSubject & { since: string | null }
  DECISION_PENDING: StatusSubject
  NOT_CANCELLABLE: StatusSubject & { action?: string; known?: string }
  ORDER_NOT_INVOICED: GoodsSubject
  RETURN_NOT_TAKEN: StatusSubject
  PAYMENT_CANCELED: StatusSubject
  RETURN_NOT_OFFERED: OrderSubject
  NO_OPEN_REQUEST: StatusSubject & { isUnnamed?: boolean }
  OWN_REQUEST: OrderSubject & { because: string | null }
  WRONG_ACCOUNT: OrderSubject & { doing: string; rightAccount: string }
  CONFLICT: ConflictSubject
  OMS_UNAVAILABLE: OrderSubject
  STORAGE_UNAVAILABLE: OrderSubject & { isSetting?: boolean }
}

export type RefusalCode = keyof Subjects

/** The License Manager resources of product OMS (19) that a call may lack. */
export type OmsResource = 'OMSViewer' | 'CancelAction' | 'RefundAction'
