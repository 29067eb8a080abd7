/** The words of the GraphQL API; graphql/types/ describes each of them. */

export const CANCELLATION_STATES = [
  'NOT_REQUESTED',
  'ACCEPTED',
  'AWAITING_DECISION',
  'CANCELED',
  'DENIED',
  'STUCK',
  'UNKNOWN',
] as const

export type CancellationState = (typeof CANCELLATION_STATES)[number]

export const DECISION_MAKERS = ['SELF', 'OTHER'] as const

export type DecisionMaker = (typeof DECISION_MAKERS)[number]

export const NEXT_STEPS = [
  'NONE',
  'RETRY_LATER',
  'CHECK_AGAIN',
  'RETURN_INVOICE',
  'MODIFY_ORDER',
  'DECIDE_REQUEST',
  'WAIT_FOR_DECISION',
  'ASK_FOR_ACCESS',
  'OPEN_TICKET',
] as const

export type NextStep = (typeof NEXT_STEPS)[number]

/** What can be done to an order, and what this app did to it. */
export type OrderAction = 'CANCEL' | 'ACCEPT' | 'DENY' | 'RETURN'

/** Whether a payment still holds the shopper's money. */
export type PaymentState = 'HOLDS_MONEY' | 'CANCELING' | 'CANCELED' | 'UNKNOWN'

/** What became of something that was to be sent. */
export type CancellationEventOutcome =
  | 'RECEIVED'
  | 'FOUND'
  | 'REFUSED'
  | 'NOT_SENT'
  | 'UNSETTLED'
  | 'UNDER_WAY'

/** The ways in which an order's cancellation is known to stop half-way. */
export const STUCK_KINDS = [
  'CANCEL_INVOICE_RACE',
  'CREATION_ERROR',
  'SELLER_NOT_CANCELED',
  'OWN_REQUEST_DENIED',
  'TRANSACTION_NOT_CANCELED',
  'WORKFLOW_ERROR',
  'NO_PROGRESS',
  'DENIAL_WITHOUT_PROGRESS',
  'TRANSITION_STOPPED',
] as const

export type StuckKind = (typeof STUCK_KINDS)[number]

/** Who asked for a cancellation. */
export const REQUEST_MAKERS = [
  'SHOPPER',
  'OTHER_SIDE',
  'OWN_STORE',
  'UNKNOWN',
] as const

export type RequestMaker = (typeof REQUEST_MAKERS)[number]

export type BatchState =
  | 'CHECKING'
  | 'READY'
  | 'RUNNING'
  | 'THROTTLED'
  | 'NO_ACCESS'
  | 'PAUSED'
  | 'CONFIRMING'
  | 'DONE'
  | 'ABORTED'
  | 'FAILED'

export const BATCH_ACTIONS = [
  'START',
  'PAUSE',
  'RESUME',
  'ABORT',
  'RETRY',
] as const

/** What an operator can tell a batch to do. */
export type BatchAction = (typeof BATCH_ACTIONS)[number]

export const BATCH_ORDER_ACTIONS = ['CANCEL', 'ACCEPT', 'DENY'] as const

/** What a batch does to each of its orders. */
export type BatchOrderAction = (typeof BATCH_ORDER_ACTIONS)[number]

export const BATCH_ORDER_STATES = [
  'PENDING',
  'SKIPPED',
  'ACCEPTED',
  'AWAITING_DECISION',
  'CANCELED',
  'DENIED',
  'STUCK',
  'REFUSED',
  'UNKNOWN',
  'NOT_ATTEMPTED',
] as const

export type BatchOrderState = (typeof BATCH_ORDER_STATES)[number]

/** What the last read of a row before a send promises, in the order of an answer. */
export const BATCH_OUTLOOKS = [
  'WILL_CANCEL',
  'WILL_REQUEST',
  'WILL_ACCEPT',
  'WILL_DENY',
  'NO_OPEN_REQUEST',
  'OWN_REQUEST',
  'ALREADY_CANCELED',
  'UNDER_WAY',
  'OPEN_REQUEST',
  'INVOICED',
  'PARTIALLY_INVOICED',
  'IN_TRANSITION',
  'NOT_FOUND',
  'NOT_PERMITTED',
  'NOT_CANCELLABLE',
  'STUCK',
  'SKIPPED',
  'UNREAD',
] as const

export type BatchOutlook = (typeof BATCH_OUTLOOKS)[number]

export type BatchRefusalCode =
  | 'INVALID_INPUT'
  | 'TOO_MANY_ORDERS'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'COUNT_MISMATCH'
  | 'NOT_PERMITTED'
  | 'BATCH_UNREADABLE'
  | 'STORAGE_UNAVAILABLE'
