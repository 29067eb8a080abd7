import type { NextStep } from '../vocabulary'
import { conflictMessage } from './conflict'
import type { ConflictSubject } from './conflict'

interface OrderSubject {
  /** A checked id: a message never repeats unchecked text of a caller. */
  orderId: string
}

interface StatusSubject extends OrderSubject {
  orderStatus: string | null
}

/** What the message of each code names. */
export interface Subjects {
  INVALID_ORDER_ID: object
  INVALID_INPUT: { problem: string }
  ORDER_NOT_FOUND: OrderSubject
  ORDER_ID_MISMATCH: OrderSubject & { foundOrderId: string }
  NOT_PERMITTED: OrderSubject & { resource: OmsResource; doing?: string }
  RATE_LIMITED: OrderSubject
  ORDER_INVOICED: StatusSubject
  ORDER_PARTIALLY_INVOICED: StatusSubject
  ORDER_IN_TRANSITION: StatusSubject
  DECISION_PENDING: StatusSubject
  NOT_CANCELLABLE: StatusSubject & { action?: string }
  ORDER_NOT_INVOICED: StatusSubject
  NO_OPEN_REQUEST: StatusSubject & { isUnnamed?: boolean }
  OWN_REQUEST: OrderSubject
  WRONG_ACCOUNT: OrderSubject & { rightAccount: string }
  CONFLICT: ConflictSubject
  OMS_UNAVAILABLE: OrderSubject
  STORAGE_UNAVAILABLE: OrderSubject
}

export type RefusalCode = keyof Subjects

/** The refusals that follow from an order's status alone. */
export type StatusRefusalCode =
  | 'ORDER_INVOICED'
  | 'ORDER_PARTIALLY_INVOICED'
  | 'ORDER_IN_TRANSITION'
  | 'DECISION_PENDING'
  | 'NOT_CANCELLABLE'

/** The License Manager resources of product OMS (19) that a call may lack. */
export type OmsResource = 'OMSViewer' | 'CancelAction' | 'RefundAction'

const WITHOUT_RESOURCE: Record<OmsResource, string> = {
  OMSViewer: 'view',
  CancelAction: 'cancel',
  RefundAction: 'send a return invoice for',
}

/** What a refusal of one code means for the caller, for a batch and for the text. */
export interface RefusalRule<Subject> {
  nextStep: NextStep
  /**
   * How long to wait before another try when OMS does not say; null when waiting does not
   * help. `as-told`: the refusal passes only where it names a wait of its own.
   */
  passesAfterMs: number | 'as-told' | null
  /** The order gets this refusal, or loses it, once something that was sent takes effect. */
  changesWithSends: boolean
  message: (subject: Subject) => string
}

/** Every refusal. A new code is one entry here: the compiler names the fields it needs. */
export const REFUSAL_RULES: {
  [Code in RefusalCode]: RefusalRule<Subjects[Code]>
} = {
  INVALID_ORDER_ID: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: () =>
      'This is no order id. Give one like 1380000000001-01: at most 100 letters, digits, "-", "_" and ".", the first a letter or digit.',
  },
  INVALID_INPUT: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ problem }) => `${problem} Nothing was sent to OMS.`,
  },
  ORDER_NOT_FOUND: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS does not find order ${orderId} in this account, or hides it from this caller. Check the id, and that the order belongs to this account and not to its marketplace or seller.`,
  },
  ORDER_ID_MISMATCH: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, foundOrderId }) =>
      `OMS found order ${foundOrderId} under ${orderId}, which is not its full id. Call again with the full id of the order you mean.`,
  },
  NOT_PERMITTED: {
    nextStep: 'ASK_FOR_ACCESS',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, resource, doing = WITHOUT_RESOURCE[resource] }) =>
      `OMS did not let this caller ${doing} order ${orderId}: the License Manager resource ${resource} of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`,
  },
  RATE_LIMITED: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 60_000,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS receives too many requests from this account, so nothing was done to order ${orderId}. Call again after retryAfterSeconds.`,
  },
  ORDER_INVOICED: {
    nextStep: 'RETURN_INVOICE',
    passesAfterMs: null,
    changesWithSends: true,
    message: ({ orderId }) =>
      `Order ${orderId} is invoiced. OMS cancels it only after a return invoice for it was sent.`,
  },
  ORDER_PARTIALLY_INVOICED: {
    nextStep: 'MODIFY_ORDER',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `A part of order ${orderId} is invoiced, and OMS does not cancel such an order. Remove the items that are not invoiced by changing the order.`,
  },
  ORDER_IN_TRANSITION: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 30_000,
    changesWithSends: false,
    message: ({ orderId, orderStatus }) =>
      `The platform is moving order ${orderId} on from ${quoted(
        orderStatus
      )} and takes nothing meanwhile. Call again when its status has changed.`,
  },
  DECISION_PENDING: {
    nextStep: 'DECIDE_REQUEST',
    passesAfterMs: null,
    changesWithSends: true,
    message: ({ orderId }) =>
      `Order ${orderId} has an open cancellation request. A second cancel would accept it: accept or deny the request instead.`,
  },
  NOT_CANCELLABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, orderStatus, action = 'does not cancel' }) =>
      `OMS ${action} order ${orderId}. Its status was ${quoted(orderStatus)}.`,
  },
  ORDER_NOT_INVOICED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, orderStatus }) =>
      `Order ${orderId} is not fully invoiced, and before that a return invoice makes no refund. Its status was ${quoted(
        orderStatus
      )}. Cancel it instead.`,
  },
  NO_OPEN_REQUEST: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: true,
    message: ({ orderId, orderStatus, isUnnamed = false }) =>
      isUnnamed
        ? `OMS names no id for the cancellation request of order ${orderId}, and takes a denial only with one: deny it in the Admin.`
        : `Order ${orderId} has no open cancellation request to decide about. Its status was ${quoted(
            orderStatus
          )}.`,
  },
  OWN_REQUEST: {
    nextStep: 'DECIDE_REQUEST',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `The open cancellation request of order ${orderId} was made by this store itself. A store that denies its own request leaves the order stuck for good (VTEX known issue 1004978): accept it instead, or invoice the order to go on with it.`,
  },
  WRONG_ACCOUNT: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, rightAccount }) =>
      `This account cannot do that to order ${orderId}: do it on ${rightAccount}.`,
  },
  CONFLICT: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 'as-told',
    changesWithSends: false,
    message: conflictMessage,
  },
  OMS_UNAVAILABLE: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 5_000,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS gave no readable answer about order ${orderId}, so nothing was sent. Call again later.`,
  },
  STORAGE_UNAVAILABLE: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 5_000,
    changesWithSends: false,
    message: ({ orderId }) =>
      `The journal of order ${orderId} could not be kept, so nothing was sent: without it a second cancel could not be ruled out, and there would be no record of who sent it. Call again later.`,
  },
}

/** Names a status only where it looks like one: it is a text of OMS. */
function quoted(orderStatus: string | null): string {
  if (orderStatus === null) return '"incomplete"'

  return /^[\w.-]{1,100}$/.test(orderStatus)
    ? `"${orderStatus}"`
    : 'not a readable one'
}

/** Every code that a refusal can have. */
export const REFUSAL_CODES = Object.keys(REFUSAL_RULES) as RefusalCode[]
