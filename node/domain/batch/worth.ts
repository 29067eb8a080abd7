import { BATCH_OUTLOOKS } from '../vocabulary'
import type { BatchOutlook } from '../vocabulary'
import type {
  BatchProgress,
  BatchRow,
  Prospect,
  ShardSummary,
  ShardWorth,
  WorthLine,
} from './batch'
import type { BatchOptions } from './batchOptions'
import { latest } from './batchProgress'

/** A row that no read of its order says anything about. */
const UNREAD: Prospect = { outlook: 'UNREAD', value: null, currency: null }
const SKIPPED: Prospect = { ...UNREAD, outlook: 'SKIPPED' }

/** Finds what is known of a row's outlook and worth. */
export function knownProspect({
  state,
  prospect,
}: Pick<BatchRow, 'state' | 'prospect'>): Prospect {
  return prospect ?? (state === 'SKIPPED' ? SKIPPED : UNREAD)
}

/** Tells whether a retry may help a row. */
function isRetryable({ state, cancellation }: BatchRow): boolean {
  return (
    state === 'UNKNOWN' ||
    (state === 'REFUSED' && cancellation?.refusal?.retryable === true)
  )
}

/** Sums up what the rows of a shard are worth, in one pass: it is done after each try. */
export function worthOf(rows: BatchRow[]): ShardWorth {
  const worth: ShardWorth = {
    lines: [],
    checked: 0,
    checkedAtMs: null,
    retryable: 0,
  }

  for (const row of rows) {
    const { outlook, value, currency } = knownProspect(row)
    // A value without a currency is in no sum.
    const isValued = value !== null && currency !== null
    const line = lineOf(worth.lines, outlook, isValued ? currency : null)

    line.count += 1
    line.value += isValued ? value : 0

    if (row.isChecked) worth.checked += 1
    if (isRetryable(row)) worth.retryable += 1
    worth.checkedAtMs = latest(worth.checkedAtMs, row.checkedAtMs)
  }

  return worth
}

/** Adds up the lines of one outlook and one currency. */
function added(lines: WorthLine[]): WorthLine[] {
  const sums: WorthLine[] = []

  for (const { outlook, currency, count, value } of lines) {
    const own = lineOf(sums, outlook, currency)

    own.count += count
    own.value += value
  }

  return sums
}

/** Finds the line of an outlook and a currency, or adds an empty one. */
function lineOf(
  lines: WorthLine[],
  outlook: BatchOutlook,
  currency: string | null
): WorthLine {
  const known = lines.find(
    (line) => line.outlook === outlook && line.currency === currency
  )

  if (known) return known

  const line = { outlook, currency, count: 0, value: 0 }

  lines.push(line)

  return line
}

/** Rows that share an outlook, and what they are worth. */
export interface BatchGroup {
  outlook: BatchOutlook
  count: number
  sums: Array<{ currency: string; value: number }>
  /** How many of them are in no sum. */
  unvalued: number
}

/** Groups the rows of all shards by their outlook. */
export function groupsOf({ shards }: Pick<BatchProgress, 'shards'>) {
  const lines = added(shards.flatMap(linesOf))

  return BATCH_OUTLOOKS.flatMap((outlook): BatchGroup[] => {
    const own = lines.filter((line) => line.outlook === outlook)

    return own.length === 0 ? [] : [groupOf(outlook, own)]
  })
}

function groupOf(outlook: BatchOutlook, lines: WorthLine[]): BatchGroup {
  const sums = lines.flatMap(({ currency, value }) =>
    currency === null ? [] : [{ currency, value }]
  )

  return {
    outlook,
    count: sum(lines.map(({ count }) => count)),
    sums: sums.sort((one, other) => (one.currency < other.currency ? -1 : 1)),
    unvalued: sum(
      lines.map(({ currency, count }) => (currency === null ? count : 0))
    ),
  }
}

/** Where an earlier version summed a shard up, all that is known of its rows is which were skipped. */
function linesOf({ counts, worth }: ShardSummary): WorthLine[] {
  if (worth) return worth.lines

  const { SKIPPED: skipped = 0, ...others } = counts
  const unread = sum(Object.values(others))

  return [...unvalued('SKIPPED', skipped), ...unvalued('UNREAD', unread)]
}

function unvalued(outlook: BatchOutlook, count: number): WorthLine[] {
  return count === 0 ? [] : [{ outlook, currency: null, count, value: 0 }]
}

/** How far the preview of a batch has come. */
export interface Preview {
  /** How many rows it has read. */
  checked: number
  /** When it read the last one; null before that, and where that is not known. */
  checkedAtMs: number | null
}

/** Finds how far the preview of a batch has come. */
export function previewOf(
  { shards }: Pick<BatchProgress, 'shards'>,
  { checkFirst }: Pick<BatchOptions, 'checkFirst'>
): Preview {
  if (!checkFirst) return { checked: 0, checkedAtMs: null }

  const toCheck = sum(shards.map(rowsToCheck))
  const checked = sum(
    shards.map((shard) => shard.worth?.checked ?? checkedBefore(shard))
  )

  const times = shards.flatMap((shard) =>
    rowsToCheck(shard) === 0 ? [] : [shard.worth?.checkedAtMs ?? null]
  )

  return {
    checked,
    checkedAtMs: checked === toCheck && toCheck > 0 ? latestKnown(times) : null,
  }
}

/** An earlier version did not count them, but it says whether any row is left to check. */
function checkedBefore(shard: ShardSummary): number {
  return shard.checkDueMs === null ? rowsToCheck(shard) : 0
}

function rowsToCheck({ counts: { SKIPPED: _none, ...others } }: ShardSummary) {
  return sum(Object.values(others))
}

/** Finds the latest of some times; null where one of them is not known. */
function latestKnown(times: Array<number | null>): number | null {
  const known = times.flatMap((time) => time ?? [])

  return known.length < times.length ? null : Math.max(...known)
}

/** Counts the rows that a retry may help, over all shards. Where an earlier version summed a shard up, only its unknown ones. */
export function retryableOf({ shards }: Pick<BatchProgress, 'shards'>): number {
  return sum(
    shards.map(({ worth, counts }) => worth?.retryable ?? counts.UNKNOWN ?? 0)
  )
}

function sum(numbers: number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
