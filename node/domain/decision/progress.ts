import { isConfirmed, CLOCKS_DIFFER_MS } from '../journal/journal'
import type { Journal } from '../journal/journal'
import type { Order } from '../order/order'

/** A step of an order takes seconds, sometimes minutes. What takes longer than this does not move by itself. */
export const NO_PROGRESS_MS = 2 * 60 * 60_000

/** How far an order has come on its way, and since when. */
export interface Progress {
  /** When the facts were read, as an epoch time. */
  nowMs: number
  /** The last change that OMS shows, as an epoch time; null without a readable date that has come. */
  changedMs: number | null
  /** The last change that OMS shows, or the last send of this app that OMS confirmed, as an epoch time; null when neither is known. */
  lastMovedMs: number | null
  /** It has not moved for more than two hours. */
  isOld: boolean
  /** OMS says that an error has stopped it, which no automatic retry solves (`workflowIsInError`). */
  isInError: boolean
}

/** Finds out since when an order has not moved. */
export function progressOf(
  order: Order,
  { journal, nowMs }: { journal: Journal; nowMs: number }
): Progress {
  const changedMs = pastMs(order.lastChangeMs, nowMs)
  const recordedMs = pastMs(Date.parse(order.cancellation?.date ?? ''), nowMs)
  const times = [changedMs ?? recordedMs, ...confirmedMs(journal)].flatMap(
    (ms) => ms ?? []
  )

  const lastMovedMs = times.length === 0 ? null : Math.max(...times)

  return {
    nowMs,
    changedMs,
    lastMovedMs,
    isOld: lastMovedMs !== null && nowMs - lastMovedMs > NO_PROGRESS_MS,
    isInError: order.workflowIsInError === true,
  }
}

/** Takes a time that has come; null for one of the future, which says nothing. */
function pastMs(ms: number | null, nowMs: number): number | null {
  return ms !== null && ms <= nowMs + CLOCKS_DIFFER_MS ? ms : null
}

function confirmedMs({ entries }: Journal): number[] {
  return entries
    .filter(isConfirmed)
    .map(({ completion, startedAtMs }) => completion?.sentAtMs ?? startedAtMs)
}
