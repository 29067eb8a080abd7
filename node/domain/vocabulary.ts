/** The words of the GraphQL API; each is described in graphql/types/OrderCancellation.graphql. */

export type CancellationState =
  | 'NOT_REQUESTED'
  | 'ACCEPTED'
  | 'AWAITING_DECISION'
  | 'CANCELED'
  | 'DENIED'
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
  | 'DECISION_PENDING'
  | 'NOT_CANCELLABLE'
  | 'OMS_UNAVAILABLE'
