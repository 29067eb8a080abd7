import type { BatchControl, BatchManifest } from './batch'

/** How long before it is deleted a batch with pending rows says so, and how long at least it is kept after an operator's action, or after it was set aside. */
export const NOTICE_MS = 7 * 24 * 3_600_000

/** Finds from when on a batch may be deleted, by how long batches are kept; null when its age is not known. */
export function deletedAfterMs(
  { createdAtMs }: Pick<BatchManifest, 'createdAtMs'>,
  { history, failure }: Pick<BatchControl, 'history' | 'failure'>,
  keptMs: number
): number | null {
  const actedAtMs = Math.max(
    history[history.length - 1]?.atMs ?? 0,
    failure?.atMs ?? 0
  )

  return createdAtMs === 0
    ? null
    : Math.max(createdAtMs + keptMs, actedAtMs + NOTICE_MS)
}
