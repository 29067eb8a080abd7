/** The words of the GraphQL API; each is described in graphql/types/OrderCancellation.graphql. */

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

export const REFUSAL_CODES = [
  'INVALID_ORDER_ID',
  'INVALID_INPUT',
  'ORDER_NOT_FOUND',
  'ORDER_ID_MISMATCH',
  'NOT_PERMITTED',
  'RATE_LIMITED',
  'ORDER_INVOICED',
  'ORDER_PARTIALLY_INVOICED',
  'ORDER_IN_TRANSITION',
  'ORDER_NOT_INVOICED',
  'DECISION_PENDING',
  'NO_OPEN_REQUEST',
  'OWN_REQUEST',
  'NOT_CANCELLABLE',
  'WRONG_ACCOUNT',
  'CONFLICT',
  'OMS_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** The ways in which an order's cancellation is known to stop half-way. */
export const STUCK_KINDS = [
  'CANCEL_INVOICE_RACE',
  'CREATION_ERROR',
  'SELLER_NOT_CANCELED',
  'OWN_REQUEST_DENIED',
  'TRANSACTION_NOT_CANCELED',
  'WORKFLOW_ERROR',
  'NO_PROGRESS',
] as const

export type StuckKind = (typeof STUCK_KINDS)[number]
