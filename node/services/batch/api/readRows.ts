import { SHARD_SIZE } from '../../../domain/batch/batch'
import type {
  BatchInputRow,
  BatchManifest,
  BatchRow,
  ShardSummary,
} from '../../../domain/batch/batch'
import { rowCountOf } from '../../../domain/batch/batchProgress'
import { knownRows, LOST_HASH } from '../../../domain/batch/damaged'
import type { Damage, KnownOfBatch } from '../../../domain/batch/damaged'
import { hasWarnings } from '../../../domain/batch/row'
import type { BatchOrderState } from '../../../domain/vocabulary'
import type { StoredBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { readStored } from '../updateFile'

/** One row of a batch. */
export interface RowView {
  /** Counted from 1. */
  number: number
  input: BatchInputRow
  row: BatchRow
}

export interface RowPage {
  items: RowView[]
  /** The number of the last row that was looked at; null when no row comes after it. */
  nextCursor: string | null
}

/** How many shards the pages of one answer may still read. Each page reads one at least. */
export interface ShardBudget {
  left: number
}

export interface RowQuery {
  first: number
  /** A row's number. */
  after: number
  /** None given: all. */
  states: BatchOrderState[]
  /** Only rows with warnings. */
  withWarnings: boolean
  /** How much the page may read; without one, all that it takes. */
  budget?: ShardBudget
}

/**
 * Reads one page of the rows of a batch, which are some seconds old; null when they cannot
 * be read now. A shard is passed over when the progress says that none of its rows is asked
 * for. When the budget is spent the page ends early, and its cursor leads on.
 */
export async function readRows(
  ports: BatchPorts,
  { manifest, control, progress, damage }: StoredBatch,
  query: RowQuery
): Promise<RowPage | null> {
  const { budget = { left: Infinity } } = query
  const { shards } = progress
  const known: KnownOfBatch = {
    control,
    progress,
    damage: damageOf(manifest, damage),
  }

  const items: RowView[] = []
  let number = Math.floor(query.after / SHARD_SIZE)
  let isFirst = true

  for (; number < shards.length && items.length <= query.first; number += 1) {
    // What is stored of a shard may be more than what its batch knows of it.
    if (known.damage !== null || mayHaveAsked(shards[number], query)) {
      if (!isFirst && budget.left <= 0) {
        return pageUpTo(items, { first: query.first, end: number * SHARD_SIZE })
      }

      isFirst = false
      budget.left -= 1

      // A page needs few shards, and each only if those before did not fill it.
      // eslint-disable-next-line no-await-in-loop
      const rows = await readShard(ports, manifest, { number, known })

      if (!rows) return null

      items.push(
        ...rows.filter(
          (one) => one.number > query.after && isAsked(one.row, query)
        )
      )
    }
  }

  return pageUpTo(items, { first: query.first, end: null })
}

/**
 * Makes a page of the rows that were found.
 *
 * @param end the number of the last row that was looked at; null where that is the last of all
 */
function pageUpTo(
  items: RowView[],
  { first, end }: { first: number; end: number | null }
): RowPage {
  const page = items.slice(0, first)
  const last = items.length > first ? page[page.length - 1].number : end

  return { items: page, nextCursor: last === null ? null : String(last) }
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

/** The manifest of a caller's batch may be one that cannot be read as a whole. */
function damageOf(
  { inputHash }: BatchManifest,
  damage: Damage | null
): Damage | null {
  return inputHash === LOST_HASH ? 'manifest.json' : damage
}

async function readShard(
  ports: BatchPorts,
  manifest: BatchManifest,
  { number, known }: { number: number; known: KnownOfBatch }
): Promise<RowView[] | null> {
  const { folder } = manifest
  const [input, stored] = await Promise.all([
    readStored(ports, ports.store.input(folder, number)),
    readStored(ports, ports.store.shard(folder, number)),
  ])

  if (input.kind === 'unavailable' || stored.kind === 'unavailable') return null

  const count = rowCountOf(known.progress.shards[number])
  const isInputWhole =
    input.kind === 'found' && input.content.rows.length === count

  const inputs = isInputWhole ? input.content.rows : null
  const shard = stored.kind === 'found' ? stored.content : null
  const rows = knownRows(
    {
      inputs,
      shard,
      number,
      count,
    },
    known,
    ports.epochMs()
  )

  return rows.map((row, index) => ({
    number: number * SHARD_SIZE + index + 1,
    input: inputs?.[index] ?? lostInput(row),
    row,
  }))
}

/** The order of a row whose input is lost, where it was read before. */
function lostInput({ cancellation }: BatchRow): BatchInputRow {
  return {
    orderId: cancellation?.orderId ?? 'unknown',
    reason: null,
    problem: null,
  }
}
