import type {
  BatchInputRow,
  BatchRow,
  ShardSummary,
} from '../../../domain/batch/batch'
import { isOfOrder } from '../../../domain/batch/batchInput'
import { hasWarnings } from '../../../domain/batch/row'
import { knownProspect } from '../../../domain/batch/worth'
import type { BatchOrderState, BatchOutlook } from '../../../domain/vocabulary'

/** Which rows are asked for. */
export interface RowFilter {
  /** None given: all. */
  states: BatchOrderState[]
  /** None given: all. */
  outlooks: BatchOutlook[]
  /** Only the rows of this order; null for those of all. */
  orderId: string | null
  /** Only rows with warnings. */
  withWarnings: boolean
}

export const ALL_ROWS: RowFilter = {
  states: [],
  outlooks: [],
  orderId: null,
  withWarnings: false,
}

/** Tells whether a row is asked for. */
export function isAsked(
  { row, input }: { row: BatchRow; input: BatchInputRow },
  { states, outlooks, orderId, withWarnings }: RowFilter
): boolean {
  return (
    (states.length === 0 || states.includes(row.state)) &&
    (outlooks.length === 0 || outlooks.includes(knownProspect(row).outlook)) &&
    (orderId === null || isOfOrder(input, orderId)) &&
    (!withWarnings || hasWarnings(row))
  )
}

/** Tells whether a shard may have a row that is asked for. */
export function mayHaveAsked(
  { counts, worth, ...summary }: ShardSummary,
  { states, outlooks, withWarnings }: RowFilter
): boolean {
  return (
    (outlooks.length === 0 ||
      worth === null ||
      worth.lines.some(({ outlook }) => outlooks.includes(outlook))) &&
    (states.length === 0 || states.some((state) => (counts[state] ?? 0) > 0)) &&
    (!withWarnings || summary.withWarnings !== 0)
  )
}
