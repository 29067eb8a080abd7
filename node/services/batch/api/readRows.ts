import { SHARD_SIZE } from '../../../domain/batch/batch'
import type {
  BatchInputRow,
  BatchManifest,
  BatchRow,
  ShardSummary,
} from '../../../domain/batch/batch'
import { hasWarnings, retried } from '../../../domain/batch/row'
import type { BatchOrderState } from '../../../domain/vocabulary'
import { loadStatus } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { readExisting } from '../updateFile'

/** One row of a batch. */
export interface RowView {
  /** Counted from 1. */
  number: number
  input: BatchInputRow
  row: BatchRow
}

export interface RowPage {
  items: RowView[]
  /** The number of the page's last row; null when no row comes after it. */
  nextCursor: string | null
}

export interface RowQuery {
  first: number
  /** A row's number. */
  after: number
  /** None given: all. */
  states: BatchOrderState[]
  /** Only rows with warnings. */
  withWarnings: boolean
}

/**
 * Reads one page of the rows of a batch, which are some seconds old; null when they cannot
 * be read now. A shard is passed over when the progress says that none of its rows is asked
 * for.
 */
export async function readRows(
  ports: BatchPorts,
  manifest: BatchManifest,
  query: RowQuery
): Promise<RowPage | null> {
  const status = await loadStatus(ports, manifest)

  if (!status) return null

  const { shards } = status.progress
  const { generation } = status.control
  const items: RowView[] = []
  let number = Math.floor(query.after / SHARD_SIZE)

  for (; number < shards.length && items.length <= query.first; number += 1) {
    if (mayHaveAsked(shards[number], query)) {
      // A page needs few shards, and each only if those before did not fill it.
      // eslint-disable-next-line no-await-in-loop
      const rows = await readShard(ports, manifest, { number, generation })

      if (!rows) return null

      items.push(
        ...rows.filter(
          (one) => one.number > query.after && isAsked(one.row, query)
        )
      )
    }
  }

  const page = items.slice(0, query.first)
  const hasMore = items.length > query.first

  return {
    items: page,
    nextCursor: hasMore ? String(page[page.length - 1].number) : null,
  }
}

function isAsked(row: BatchRow, { states, withWarnings }: RowQuery): boolean {
  return (
    (states.length === 0 || states.includes(row.state)) &&
    (!withWarnings || hasWarnings(row))
  )
}

/** Tells whether a shard may have a row that is asked for. */
function mayHaveAsked(
  { counts, ...summary }: ShardSummary,
  { states, withWarnings }: RowQuery
): boolean {
  return (
    (states.length === 0 || states.some((state) => (counts[state] ?? 0) > 0)) &&
    (!withWarnings || summary.withWarnings !== 0)
  )
}

async function readShard(
  ports: BatchPorts,
  { folder }: BatchManifest,
  { number, generation }: { number: number; generation: number }
): Promise<RowView[] | null> {
  const [input, shard] = await Promise.all([
    readExisting(ports, ports.store.input(folder, number)),
    readExisting(ports, ports.store.shard(folder, number)),
  ])

  if (!input || !shard) return null

  const isRetried = shard.content.generation < generation

  return shard.content.rows.map((row, index) => ({
    number: number * SHARD_SIZE + index + 1,
    input: input.content.rows[index],
    row: isRetried ? retried(row) : row,
  }))
}
