import type { BatchNotice } from '../../../domain/batch/batchNotices'
import type { BatchManifest, ControlEntry } from '../../../domain/batch/batch'
import type {
  BatchAction,
  BatchOrderAction,
  BatchOrderState,
  BatchOutlook,
  BatchState,
} from '../../../domain/vocabulary'
import { knownProspect } from '../../../domain/batch/worth'
import type { BatchGroup } from '../../../domain/batch/worth'
import type { BatchRefusal } from '../../../domain/batch/batchRefusal'
import type { OrderCancellation } from '../../../domain/cancellation/cancellation'
import type { StoredBatch } from '../loadBatch'
import type { BatchAnswer, BatchView } from './batchAnswer'
import type { RowPage, RowView } from './readRows'

/** A batch in the form of the API. */
export interface ShownBatch {
  /** For its rows, which are read where they are asked for. */
  stored: StoredBatch
  /** The pages of its rows that the request asks for, by the keys of their queries. */
  pages?: Map<string, RowPage>
  cacheId: string
  id: string
  name: string | null
  state: BatchState
  reason: string | null
  action: BatchOrderAction
  requestedByUser: boolean
  acceptOwnRequests: boolean
  maxRefusals: number | null
  maxPerMinute: number | null
  createdBy: string | null
  createdAt: string | null
  startedAt: string | null
  finishedAt: string | null
  deletedAfter: string | null
  notices: BatchNotice[]
  warnings: string[]
  counts: Record<CountName, number>
  groups: BatchGroup[]
  checked: number
  checkedAt: string | null
  retryable: number
  actions: BatchAction[]
  pacePerMinute: number | null
  throttledUntil: string | null
  estimatedSecondsLeft: number | null
  history: ShownAction[]
  lastControl: ShownAction | null
}

/** An action that was taken on a batch. */
type ShownAction = Pick<ControlEntry, 'action' | 'by'> & { at: string }

/** How many actions an answer shows: the last ones. The file keeps all. */
const MAX_SHOWN_ACTIONS = 100

type CountName =
  | 'total'
  | 'pending'
  | 'skipped'
  | 'accepted'
  | 'awaitingDecision'
  | 'canceled'
  | 'denied'
  | 'stuck'
  | 'refused'
  | 'unknown'
  | 'notAttempted'
  | 'withWarnings'

/** What a mutation or a query of one batch answers. */
export interface ShownAnswer {
  batch: ShownBatch | null
  refusal: BatchRefusal | null
}

export function showAnswer({ batch, refusal }: BatchAnswer): ShownAnswer {
  return { batch: batch && showBatch(batch), refusal }
}

export function showBatch(view: BatchView): ShownBatch {
  const { manifest, control, progress, damage, counts } = view
  const { id, name, reason, requestedByUser, createdBy } = manifest
  const { acceptOwnRequests, maxRefusals, maxPerMinute } = manifest
  const { groups, retryable, actions, preview } = view
  const history = control.history.slice(-MAX_SHOWN_ACTIONS).map(shownAction)

  return {
    stored: { manifest, control, progress, damage },
    cacheId: id,
    id,
    name,
    state: view.state,
    reason,
    action: manifest.action,
    requestedByUser,
    acceptOwnRequests,
    maxRefusals,
    maxPerMinute,
    // Both are unknown where the manifest cannot be read.
    createdBy: createdBy === '' ? null : createdBy,
    createdAt: manifest.createdAtMs === 0 ? null : iso(manifest.createdAtMs),
    startedAt: isoOrNull(control.startedAtMs),
    finishedAt: isoOrNull(view.finishedAtMs),
    deletedAfter: isoOrNull(view.deletedAfterMs),
    notices: view.notices,
    warnings: view.warnings,
    counts: {
      total: total(view),
      pending: counts.PENDING,
      skipped: counts.SKIPPED,
      accepted: counts.ACCEPTED,
      awaitingDecision: counts.AWAITING_DECISION,
      canceled: counts.CANCELED,
      denied: counts.DENIED,
      stuck: counts.STUCK,
      refused: counts.REFUSED,
      unknown: counts.UNKNOWN,
      notAttempted: counts.NOT_ATTEMPTED,
      withWarnings: view.withWarnings,
    },
    groups,
    checked: preview.checked,
    checkedAt: isoOrNull(preview.checkedAtMs),
    retryable,
    actions,
    pacePerMinute: view.pacePerMinute,
    throttledUntil: isoOrNull(view.throttledUntilMs),
    estimatedSecondsLeft: view.estimatedSecondsLeft,
    history,
    lastControl: history[history.length - 1] ?? null,
  }
}

function shownAction({ action, by, atMs }: ControlEntry): ShownAction {
  return { action, by, at: iso(atMs) }
}

/** One row in the form of the API. */
export interface ShownRow {
  cacheId: string
  row: number
  orderId: string
  state: BatchOrderState
  attempts: number
  value: number | null
  currency: string | null
  outlook: BatchOutlook
  cancellation: OrderCancellation | null
  updatedAt: string | null
}

export function showRows(
  { id }: Pick<BatchManifest, 'id'>,
  { items, nextCursor }: RowPage
): { items: ShownRow[]; nextCursor: string | null } {
  return {
    items: items.map((view) => showRow(`${id}-${view.number}`, view)),
    nextCursor,
  }
}

function showRow(cacheId: string, { number, input, row }: RowView): ShownRow {
  const { cancellation } = row

  return {
    cacheId,
    row: number,
    orderId: input.orderId,
    state: row.state,
    attempts: row.attempts,
    ...knownProspect(row),
    // Under the order's own id, a cache would merge a row's old words over fresh ones.
    cancellation: cancellation && {
      ...cancellation,
      cacheId: `${cacheId}-cancellation`,
    },
    updatedAt: isoOrNull(row.updatedAtMs),
  }
}

/** Where the manifest does not say how many rows there are, those that are known count. */
function total({ manifest, counts }: BatchView): number {
  return manifest.total === 0
    ? Object.values(counts).reduce((sum, count) => sum + count, 0)
    : manifest.total
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString()
}

function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : iso(epochMs)
}
