import { MAX_BATCH_ORDERS } from '../domain/batch/batch'
import type {
  Prospect,
  ShardSummary,
  ShardWorth,
  WorthLine,
} from '../domain/batch/batch'
import { rowCountOf } from '../domain/batch/batchProgress'
import { MAX_VALUE } from '../domain/order/order'
import { BATCH_OUTLOOKS } from '../domain/vocabulary'
import {
  count,
  filledList,
  meeting,
  oneOf,
  orElse,
  orNull,
  record,
  text,
  time,
} from './shape'

const rowCount = count(MAX_BATCH_ORDERS)

const currency = meeting(text, (code) => /^[A-Z]{3}$/.test(code))

/** What the read of a row before a send promised. */
export const prospectShape = record<Prospect>({
  outlook: oneOf(BATCH_OUTLOOKS),
  value: orNull(count(MAX_VALUE)),
  currency: orNull(currency),
})

const worthLine = record<WorthLine>({
  outlook: oneOf(BATCH_OUTLOOKS),
  currency: orNull(currency),
  count: rowCount,
  value: orElse(count(MAX_BATCH_ORDERS * MAX_VALUE), 0),
})

/** What the rows of a shard are worth. */
export const worthShape = record<ShardWorth>({
  lines: filledList(worthLine),
  checked: orElse(rowCount, 0),
  checkedAtMs: orNull(time),
  retryable: orElse(rowCount, 0),
})

/** Tells whether what a shard is worth is about each of its rows once. */
export function isWorthOf({ counts, worth }: ShardSummary): boolean {
  const rows = worth?.lines.reduce((sum, line) => sum + line.count, 0)

  return rows === undefined || rows === rowCountOf({ counts })
}
