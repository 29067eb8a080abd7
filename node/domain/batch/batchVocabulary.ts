/** The words of the batch API; each is described in graphql/types/CancellationBatch.graphql. */

export type BatchState =
  | 'CHECKING'
  | 'READY'
  | 'RUNNING'
  | 'THROTTLED'
  | 'PAUSED'
  | 'CONFIRMING'
  | 'DONE'
  | 'ABORTED'

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

export type BatchRefusalCode =
  | 'INVALID_INPUT'
  | 'TOO_MANY_ORDERS'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'COUNT_MISMATCH'
  | 'NOT_PERMITTED'
  | 'STORAGE_UNAVAILABLE'
