import type { BatchNotice } from '../../../domain/batch/batchNotices'
import type { StateCounts } from '../../../domain/batch/batchProgress'
import { batchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import type { StoredBatch } from '../loadBatch'
import type { BatchAction, BatchState } from '../../../domain/vocabulary'
import type { BatchGroup, Preview } from '../../../domain/batch/worth'

/** A batch as operators see it. All times are epoch milliseconds. */
export interface BatchView extends StoredBatch {
  state: BatchState
  /** Since when it waits because OMS refuses the app's token; null when it does not. */
  noAccessMs: number | null
  counts: StateCounts
  /** How many rows have warnings. */
  withWarnings: number
  /** Its rows by what their reads promised. */
  groups: BatchGroup[]
  preview: Preview
  /** How many rows a retry may help. */
  retryable: number
  /** What it can be told now. */
  actions: BatchAction[]
  finishedAtMs: number | null
  /** From when on it may be deleted; null where its age is not known. */
  deletedAfterMs: number | null
  /** What a person should know of it, in English. */
  notices: BatchNotice[]
  /** The messages of the notices. */
  warnings: string[]
  pacePerMinute: number | null
  throttledUntilMs: number | null
  estimatedSecondsLeft: number | null
}

/** A batch, or why nothing was done; with some refusals both. */
export interface BatchAnswer {
  batch: BatchView | null
  refusal: BatchRefusal | null
}

/** Answers that nothing was done, and why; with the batch as it is, where that helps. */
export function refuse(
  refusal: BatchRefusal,
  batch: BatchView | null = null
): BatchAnswer {
  return { batch, refusal }
}

/** What a batch that could not be loaded is answered with. */
export const NOT_LOADED = {
  missing: refuse(batchRefusal('NOT_FOUND', 'NO_SUCH_BATCH', {})),
  unavailable: refuse(
    batchRefusal('STORAGE_UNAVAILABLE', 'OUTCOME_UNKNOWN', {})
  ),
}

export const STORAGE_UNAVAILABLE = NOT_LOADED.unavailable
