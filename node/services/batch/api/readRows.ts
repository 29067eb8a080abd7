import { SHARD_SIZE } from '../../../domain/batch/batch'
import type {
  BatchInputRow,
  BatchManifest,
  BatchRow,
} from '../../../domain/batch/batch'
import { isOfOrder } from '../../../domain/batch/batchInput'
import { rowCountOf } from '../../../domain/batch/batchProgress'
import { knownRows, LOST_HASH } from '../../../domain/batch/damaged'
import type { Damage, KnownOfBatch } from '../../../domain/batch/damaged'
import type { StoredBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { readStored } from '../updateFile'
import { isAsked, mayHaveAsked } from './rowFilter'
import type { RowFilter } from './rowFilter'

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

export interface RowQuery extends RowFilter {
  first: number
  /** A row's number. */
  after: number
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
      const rows = await readAsked(ports, manifest, { number, known, query })

      if (!rows) return null

      items.push(
        ...rows.filter((one) => one.number > query.after && isAsked(one, query))
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

/** The manifest of a caller's batch may be one that cannot be read as a whole. */
function damageOf(
  { inputHash }: BatchManifest,
  damage: Damage | null
): Damage | null {
  return inputHash === LOST_HASH ? 'manifest.json' : damage
}

/** Reads the rows of a shard; none where its input shows that the order that is asked for is not in it. */
async function readAsked(
  ports: BatchPorts,
  manifest: BatchManifest,
  { query: { orderId }, ...place }: ShardPlace & { query: RowQuery }
): Promise<RowView[] | null> {
  if (orderId === null) return readShard(ports, manifest, place)

  const input = await ports.store.input(manifest.folder, place.number).read()
  const isElsewhere =
    input.kind === 'found' &&
    input.content.rows.length === countIn(place) &&
    !input.content.rows.some((row) => isOfOrder(row, orderId))

  return isElsewhere ? [] : readShard(ports, manifest, place)
}

/** One shard of a batch, and what is known of the batch. */
interface ShardPlace {
  number: number
  known: KnownOfBatch
}

function countIn({ known, number }: ShardPlace): number {
  return rowCountOf(known.progress.shards[number])
}

async function readShard(
  ports: BatchPorts,
  manifest: BatchManifest,
  { number, known }: ShardPlace
): Promise<RowView[] | null> {
  const { folder } = manifest
  const [input, stored] = await Promise.all([
    readStored(ports, ports.store.input(folder, number)),
    readStored(ports, ports.store.shard(folder, number)),
  ])

  if (input.kind === 'unavailable' || stored.kind === 'unavailable') return null

  const count = countIn({ number, known })
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
