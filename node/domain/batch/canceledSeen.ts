import type { BatchRow } from './batch'
import { MAX_TRIES } from './row'

/**
 * How much a try has read. `ORDER`: the order alone. `ALL`: also what stands beside it: the
 * payment, the rest of the purchase and the other side of the sale. `ALL_BUT_LOST`: the same,
 * but OMS gave no answer to one of these reads.
 */
export type ReadDepth = 'ORDER' | 'ALL' | 'ALL_BUT_LOST'

/** `canceled` may flip back for a moment (known issue 1242813): two reads this far apart make it certain. */
export const CERTAIN_AFTER_MS = 30_000

/** How long a row waits before it asks again for what OMS gave no answer to. */
const LOST_READ_AGAIN_MS = 10_000

/** Tells whether a row was seen as canceled so long ago that the next sight makes it certain: that read looks at the money, too. */
export function isNextSightCertain(
  { canceledSeenMs }: Pick<BatchRow, 'canceledSeenMs'>,
  nowMs: number
): boolean {
  return canceledSeenMs !== null && nowMs - canceledSeenMs >= CERTAIN_AFTER_MS
}

/** One read of an order that is canceled, at an epoch time. */
export interface Sight {
  depth: ReadDepth
  atMs: number
}

/**
 * Moves a row on whose order reads as canceled. It counts by the second sight alone, and only
 * where that one has looked at what stands beside the order: a canceled payment may come back
 * (known issue 1417330), so the later look is the one that tells.
 */
export function canceledSeen(row: BatchRow, { atMs, depth }: Sight): BatchRow {
  const canceledSeenMs = row.canceledSeenMs ?? atMs
  const acceptedAtMs = row.acceptedAtMs ?? atMs
  const seen = { ...row, canceledSeenMs, acceptedAtMs }
  const certain = { ...seen, state: 'CANCELED', dueMs: null } as const

  if (!isNextSightCertain(seen, atMs)) {
    return {
      ...seen,
      failedTries: 0,
      state: 'ACCEPTED',
      dueMs: canceledSeenMs + CERTAIN_AFTER_MS,
    }
  }

  switch (depth) {
    case 'ALL':
      return { ...certain, failedTries: 0 }

    case 'ORDER':
      return { ...seen, failedTries: 0, state: 'ACCEPTED', dueMs: atMs }

    case 'ALL_BUT_LOST': {
      const failedTries = row.failedTries + 1

      // In the end the warnings say what could not be read.
      return failedTries < MAX_TRIES
        ? {
            ...seen,
            failedTries,
            state: 'ACCEPTED',
            dueMs: atMs + LOST_READ_AGAIN_MS,
          }
        : { ...certain, failedTries }
    }
  }
}
