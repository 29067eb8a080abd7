import { BATCH_ACTIONS } from '../vocabulary'
import type { BatchAction } from '../vocabulary'
import type { StateCounts } from './batchProgress'
import { ACTS_IN, batchRefusal } from './batchRefusal'
import type { BatchRefusal } from './batchRefusal'
import { stateOf } from './damaged'
import type { KnownOfBatch } from './damaged'

/** The actions that compare a count with the one that the caller expects, and how they are refused. */
const COUNT_REFUSAL: Partial<
  Record<
    BatchAction,
    (counts: StateCounts, expected: number | null) => BatchRefusal | null
  >
> = {
  START: ({ PENDING }, expected) =>
    expected === null
      ? batchRefusal('COUNT_MISMATCH', 'COUNT_MISSING', {})
      : differing('COUNT_DIFFERS', PENDING, expected),
  RETRY: ({ REFUSED, UNKNOWN }, expected) =>
    differing('RETRY_COUNT_DIFFERS', REFUSED + UNKNOWN, expected),
}

/** Refuses an action whose caller expects another count; null where it does not. */
export function refusedCount(
  action: BatchAction,
  counts: StateCounts,
  expected: number | null
): BatchRefusal | null {
  return COUNT_REFUSAL[action]?.(counts, expected) ?? null
}

function differing(
  detail: 'COUNT_DIFFERS' | 'RETRY_COUNT_DIFFERS',
  count: number,
  expected: number | null
): BatchRefusal | null {
  return expected === null || expected === count
    ? null
    : batchRefusal('COUNT_MISMATCH', detail, {
        subject: String(count),
        given: String(expected),
      })
}

/** Lists what a batch can be told now, by its state alone. */
export function actionsOf(known: KnownOfBatch): BatchAction[] {
  const { damage } = known
  // Nothing is told to a batch whose rows cannot be read now.
  const actions: readonly BatchAction[] =
    damage === null
      ? BATCH_ACTIONS
      : damage === 'progress.json'
      ? []
      : ['ABORT']

  return actions.filter((action) =>
    ACTS_IN[action].includes(stateOf(known, false))
  )
}
