/** The words of the GraphQL API; each is described in graphql/types/OrderCancellation.graphql. */

export type CancellationState =
  | 'NOT_REQUESTED'
  | 'ACCEPTED'
  | 'AWAITING_DECISION'
  | 'CANCELED'
  | 'DENIED'
  | 'STUCK'
  | 'UNKNOWN'

export type DecisionMaker = 'SELF' | 'OTHER'

export type NextStep =
  | 'NONE'
  | 'RETRY_LATER'
  | 'CHECK_AGAIN'
  | 'RETURN_INVOICE'
  | 'MODIFY_ORDER'
  | 'DECIDE_REQUEST'
  | 'WAIT_FOR_DECISION'
  | 'ASK_FOR_ACCESS'
  | 'OPEN_TICKET'

export type RefusalCode =
  | 'INVALID_ORDER_ID'
  | 'INVALID_INPUT'
  | 'ORDER_NOT_FOUND'
  | 'ORDER_ID_MISMATCH'
  | 'NOT_PERMITTED'
  | 'RATE_LIMITED'
  | 'ORDER_INVOICED'
  | 'ORDER_PARTIALLY_INVOICED'
  | 'ORDER_IN_TRANSITION'
  | 'ORDER_NOT_INVOICED'
  | 'DECISION_PENDING'
  | 'NO_OPEN_REQUEST'
  | 'OWN_REQUEST'
  | 'NOT_CANCELLABLE'
  | 'WRONG_ACCOUNT'
  | 'CONFLICT'
  | 'OMS_UNAVAILABLE'
  | 'STORAGE_UNAVAILABLE'

/** The ways in which an order's cancellation is known to stop half-way. */
export type StuckKind =
  | 'CANCEL_INVOICE_RACE'
  | 'CREATION_ERROR'
  | 'SELLER_NOT_CANCELED'
  | 'OWN_REQUEST_DENIED'
  | 'TRANSACTION_NOT_CANCELED'
  | 'WORKFLOW_ERROR'
  | 'NO_PROGRESS'
