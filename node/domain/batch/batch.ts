import type { OrderCancellation } from '../cancellation/cancellation'
import type { BatchAction, BatchOrderState, BatchOutlook } from '../vocabulary'
import type { BatchOptions } from './batchOptions'

/** The most orders a batch may have: larger ones have not been proven. */
export const MAX_BATCH_ORDERS = 10_000

/** The longest idempotency key, and the longest name. */
export const MAX_KEY_LENGTH = 255
export const MAX_NAME_LENGTH = 200

/** The longest reason of one row. */
export const MAX_ROW_REASON_LENGTH = 200
/**
 * The most bytes of all orders with their reasons, as JSON in UTF-8. The runtime takes
 * requests of 3 MiB, and answers a larger one with a stack: the rest is for all else.
 */
export const MAX_ORDERS_BYTES = 3_000_000

/** Rows in one file. Memory holds a few files, whatever the size of the batch. */
export const SHARD_SIZE = 200

/** The most files of rows that a batch can have. */
export const mostShards = () => Math.ceil(MAX_BATCH_ORDERS / SHARD_SIZE)

/** How long a batch is kept after it was created. */
export const RETENTION_MS = 30 * 24 * 3_600_000

/** What a batch was asked to do. Written once; its file makes the batch exist. */
export interface BatchManifest extends BatchOptions {
  id: string
  /** Stands for the whole input: the same key with another input is another batch. */
  inputHash: string
  /** Where the rows are. Each try to create the batch has a folder of its own, so a late write hits nothing. */
  folder: string
  total: number
  shardCount: number
  createdBy: string
  createdAtMs: number
}

export const BATCH_PHASES = [
  'created',
  'running',
  'paused',
  'aborted',
  'failed',
] as const

/** What the operators want of a batch. `failed`: the lane has set it aside, because a file of its rows cannot be used. */
export type BatchPhase = (typeof BATCH_PHASES)[number]

/** Who told a batch what, and when. `by` is null where the batch paused itself at its limit of refusals. */
export interface ControlEntry {
  /** Names the call that made it, so that one call makes one entry. */
  id: string
  action: BatchAction
  by: string | null
  atMs: number
}

/** `unreadable`: the file is not as this app writes it. `ahead`: it names an owner of the lane that is still to come. `mixed`: its rows are of other orders than its input. `bug`: this app failed on it. */
export const FAILURE_KINDS = ['unreadable', 'ahead', 'mixed', 'bug'] as const

/** Why the lane has set a batch aside. */
export interface BatchFailure {
  kind: (typeof FAILURE_KINDS)[number]
  /** The file of its rows that could not be used, in the folder of the batch. */
  file: string
  /** The generation in which that was found: in a later one, an operator has said to go on. */
  generation: number
  atMs: number
}

/** What the operators want of a batch, and who said so. Control actions, the limit of refusals and a file that cannot be used change it. */
export interface BatchControl {
  phase: BatchPhase
  /** Counts the retries: with each, the refused and unknown rows begin again. */
  generation: number
  startedAtMs: number | null
  /** How many rows were refused when an operator last resumed it: the limit counts from there. */
  refusalsForgiven: number
  /** Null until a file of its rows could not be used; kept after a retry. */
  failure: BatchFailure | null
  history: ControlEntry[]
}

/** One row of the input. */
export interface BatchInputRow {
  orderId: string
  reason: string | null
  /** Why the row is skipped; null for an order that is to be canceled. */
  problem: RowProblem | null
}

export type RowProblem =
  | { kind: 'invalid-id' }
  /** The row, counted from 1, that has the same order. */
  | { kind: 'duplicate'; ofRow: number }

/** What the last read of a row before a send promised. */
export interface Prospect {
  outlook: BatchOutlook
  /** What the order cost then, in whole cents from 0 to 9e11; null for any other value. */
  value: number | null
  /** ISO 4217; null where OMS named none. */
  currency: string | null
}

/** What became of one row. */
export interface BatchRow {
  state: BatchOrderState
  /** How many sends were made for it, or may have been. */
  attempts: number
  /** How many tries in a row came to nothing. */
  failedTries: number
  updatedAtMs: number | null
  /** When the worker looks at it next, an epoch time; null when only an operator can move it. */
  dueMs: number | null
  /** A cancel may have been sent whose outcome is unknown. */
  maybeSent: boolean
  isChecked: boolean
  /** When the preview read it; null where it did not, or an earlier version did. */
  checkedAtMs: number | null
  /** The second step was sent, or may have been. */
  isAccepted: boolean
  acceptedAtMs: number | null
  /** Since when it reads `canceled`: only a second read makes that certain. */
  canceledSeenMs: number | null
  cancellation: OrderCancellation | null
  /** Null until its order was read; also where an earlier version read it. */
  prospect: Prospect | null
}

/** The rows of one shard, with who works on them. */
export interface Shard {
  /** The epoch of the lane's owner that opened it last. */
  epoch: number
  /** Nothing can have been sent since it was saved. */
  isClean: boolean
  generation: number
  rows: BatchRow[]
}

/** How many rows of a shard have an outlook and a currency, and what they are worth together. */
export interface WorthLine {
  outlook: BatchOutlook
  /** Null for rows that are in no sum. */
  currency: string | null
  count: number
  /** The exact sum in cents; 0 for rows that are in no sum. */
  value: number
}

/** What the rows of a shard are worth, and what the preview and a retry find in it. */
export interface ShardWorth {
  lines: WorthLine[]
  /** How many rows the preview has read, and when it read the last one. */
  checked: number
  checkedAtMs: number | null
  /** How many rows a retry may help. */
  retryable: number
}

/** What one shard comes to, for the progress of its batch. */
export interface ShardSummary {
  counts: Partial<Record<BatchOrderState, number>>
  /** How many rows have warnings; null where a version that did not count them wrote it: then the shard may have some. */
  withWarnings: number | null
  /** Null where a version that did not know it wrote it. */
  worth: ShardWorth | null
  /** When the next row is due to be checked, canceled, accepted and confirmed, in a phase that does that; null when none is. */
  checkDueMs: number | null
  sendDueMs: number | null
  acceptDueMs: number | null
  confirmDueMs: number | null
}

/** How far a batch has come: an extract of its shards, some seconds behind them. */
export interface BatchProgress {
  generation: number
  shards: ShardSummary[]
  finishedAtMs: number | null
  /** When the batch's cap lets its next row begin, an epoch time; null or 0 where nothing holds it. */
  nextSlotMs: number | null
}
