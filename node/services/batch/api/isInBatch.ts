import type { BatchStore } from '../../../clients/batchStore'
import { isHeld } from '../../../domain/lane/lane'
import type { OpenPlace } from '../../../domain/lane/lane'

interface Ports {
  store: BatchStore
  epochMs: () => number
}

/**
 * Tells whether a batch may send something for an order now; null when it cannot be told.
 * A single call asks after it has claimed the order, and the lane names its open shards
 * before it reads a journal: so at least one of the two sees the other, and gives way.
 */
export async function isInBatch(
  { store, epochMs }: Ports,
  orderId: string
): Promise<boolean | null> {
  const lane = await store.lane().read()

  if (lane.kind === 'missing') return false
  if (lane.kind === 'unavailable') return null
  if (!isHeld(lane.content, epochMs())) return false

  const answers = await Promise.all(
    lane.content.open.map((place) => isAtWork(store, place, orderId))
  )

  if (answers.includes(true)) return true

  return answers.includes(null) ? null : false
}

/** Tells whether a shard has the order, with something left to do. */
async function isAtWork(
  store: BatchStore,
  { folder, shard }: OpenPlace,
  orderId: string
): Promise<boolean | null> {
  const input = await store.input(folder, shard).read()

  if (input.kind !== 'found') return null

  const place = input.content.rows.findIndex(
    (row) => row.orderId === orderId && row.problem === null
  )

  if (place === -1) return false

  const stored = await store.shard(folder, shard).read()

  return stored.kind === 'found'
    ? stored.content.rows[place]?.dueMs !== null
    : null
}
