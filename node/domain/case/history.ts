import type {
  ActionKind,
  Journal,
  JournalEntry,
  Outcome,
} from '../journal/journal'
import { pendingSend } from '../journal/pendingSend'
import type { Order } from '../order/order'
import type { CancellationEventOutcome, OrderAction } from '../vocabulary'

/** One entry of an order's journal, for operators. */
export interface CancellationEvent {
  cacheId: string
  action: OrderAction
  outcome: CancellationEventOutcome
  by: string
  at: string
  reason: string | null
  requestedByUser: boolean | null
  invoiceNumber: string | null
  date: string | null
  receipt: string | null
  batchId: string | null
}

/** The most entries that an answer shows. */
export const MAX_EVENTS = 50

const ACTIONS: Record<ActionKind, OrderAction> = {
  cancel: 'CANCEL',
  accept: 'ACCEPT',
  deny: 'DENY',
  return: 'RETURN',
}

const OUTCOMES: Record<Outcome, CancellationEventOutcome> = {
  received: 'RECEIVED',
  found: 'FOUND',
  refused: 'REFUSED',
  withdrawn: 'NOT_SENT',
  unsettled: 'UNSETTLED',
}

/** Lists what this app did to an order, the newest first. `nowMs` is an epoch time. */
export function historyOf(
  order: Order,
  journal: Journal,
  nowMs: number
): CancellationEvent[] {
  const pending = pendingSend(journal, order, nowMs)
  const atWork = pending.kind === 'under-way' ? pending.entry.id : null

  return journal.entries
    .slice(-MAX_EVENTS)
    .reverse()
    .map((entry) => eventOf(entry, { order, atWork }))
}

function eventOf(
  entry: JournalEntry,
  { order, atWork }: { order: Order; atWork: string | null }
): CancellationEvent {
  const { completion } = entry

  return {
    cacheId: `${order.orderId} ${entry.id}`,
    action: ACTIONS[entry.kind],
    outcome: completion
      ? OUTCOMES[completion.outcome]
      : entry.id === atWork
      ? 'UNDER_WAY'
      : // The call that wrote it was cut off, and may have sent.
        'UNSETTLED',
    by: entry.by,
    at: new Date(entry.startedAtMs).toISOString(),
    reason: entry.reason,
    requestedByUser: entry.requestedByUser,
    invoiceNumber: entry.invoiceNumber,
    date: completion?.date ?? null,
    receipt: completion?.receipt ?? null,
    batchId: entry.batchId ?? null,
  }
}
