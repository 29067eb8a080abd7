import type { OrderCancellation } from '../cancellation/cancellation'
import type { BatchOrderState } from './batchVocabulary'

/** At most so many orders a batch: more have not been proven. */
export const MAX_BATCH_ORDERS = 10_000

/** The longest reason of one row. */
export const MAX_ROW_REASON_LENGTH = 200

/** Rows in one file. Memory holds a few of these, whatever the size of the batch. */
export const SHARD_SIZE = 200

/** How long a batch is kept after it was created. */
export const RETENTION_MS = 30 * 24 * 3_600_000

/** What a batch was asked to do. Written once; its file makes the batch exist. */
export interface BatchManifest {
  id: string
  /** Of the whole input: the same key with another input is another batch. */
  inputHash: string
  /** Where the rows are: each try to create the batch has a folder of its own, so that a late write hits nothing. */
  folder: string
  name: string | null
  reason: string | null
  requestedByUser: boolean
  checkFirst: boolean
  acceptOwnRequests: boolean
  maxRefusals: number | null
  maxPerMinute: number | null
  total: number
  shardCount: number
  createdBy: string
  createdAtMs: number
}

/** What people want of a batch. */
export type BatchPhase = 'created' | 'running' | 'paused' | 'aborted'

export type ControlAction = 'START' | 'PAUSE' | 'RESUME' | 'ABORT' | 'RETRY'

/** Who told a batch what, and when. `by` is null where the batch paused itself at its limit of refusals. */
export interface ControlEntry {
  /** Names the one call that made it, so that it is made once. */
  id: string
  action: ControlAction
  by: string | null
  atMs: number
}

/** What people want of a batch, and who said so. Changed only by control actions, and by the limit of refusals. */
export interface BatchControl {
  phase: BatchPhase
  /** Counts the retries: rows of an older one that were refused or are unknown begin again. */
  generation: number
  startedAtMs: number | null
  /** So many refused rows were there when somebody last let it go on: the limit counts from there. */
  refusalsForgiven: number
  history: ControlEntry[]
}

/** One row of the input. */
export interface BatchInputRow {
  orderId: string
  reason: string | null
  /** Why it is skipped; null for an order that is to be canceled. */
  problem: RowProblem | null
}

export type RowProblem =
  | { kind: 'invalid-id' }
  /** The row, counted from 1, that has the same order. */
  | { kind: 'duplicate'; ofRow: number }

/** What became of one row. */
export interface BatchRow {
  state: BatchOrderState
  /** How many cancels were, or may have been, sent for it. */
  attempts: number
  /** How many tries in a row came to nothing. */
  tries: number
  updatedAtMs: number | null
  /** Nothing is done before; null when nothing is left to do by itself. */
  dueMs: number | null
  /** Whether a cancel may have been sent whose outcome nobody knows. */
  maybeSent: boolean
  isChecked: boolean
  /** Whether a second step was, or may have been, sent. */
  isAccepted: boolean
  acceptedAtMs: number | null
  /** Since when it reads `canceled`: only a second look makes it certain. */
  canceledSeenMs: number | null
  cancellation: OrderCancellation | null
}

/** The rows of one shard, with who works on them. */
export interface Shard {
  /** Of the lane that opened it last. */
  epoch: number
  /** Whether nothing can have been sent since it was saved. */
  isClean: boolean
  generation: number
  rows: BatchRow[]
}

/** What one shard comes to, for the progress of its batch. */
export interface ShardSummary {
  counts: Partial<Record<BatchOrderState, number>>
  /** When the next row is due to be checked, sent, and looked at, once the batch may; null when none is. */
  checkDueMs: number | null
  sendDueMs: number | null
  lookDueMs: number | null
}

/** How far a batch has come: an extract of its shards, which may lag behind them for some seconds. */
export interface BatchProgress {
  generation: number
  shards: ShardSummary[]
  finishedAtMs: number | null
}
