import type { BatchControl, BatchManifest } from '../../../domain/batch/batch'
import type { StateCounts } from '../../../domain/batch/batchProgress'
import { batchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import type { BatchState } from '../../../domain/batch/batchVocabulary'

/** A batch as its people see it. All times are epoch milliseconds. */
export interface BatchView {
  manifest: BatchManifest
  control: BatchControl
  state: BatchState
  counts: StateCounts
  finishedAtMs: number | null
  pacePerMinute: number | null
  throttledUntilMs: number | null
  estimatedSecondsLeft: number | null
}

/** A batch, or why nothing was done; with some refusals both. */
export interface BatchAnswer {
  batch: BatchView | null
  refusal: BatchRefusal | null
}

export function refuse(
  refusal: BatchRefusal,
  batch: BatchView | null = null
): BatchAnswer {
  return { batch, refusal }
}

export const STORAGE_UNAVAILABLE = refuse(
  batchRefusal('STORAGE_UNAVAILABLE', {})
)

export const NOT_FOUND = refuse(batchRefusal('NOT_FOUND', {}))
