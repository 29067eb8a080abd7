import type { Facts } from '../decision/facts'
import { isConfirmed, onRequest } from '../journal/journal'
import type { JournalEntry } from '../journal/journal'
import { VISIBLE_WITHIN_MS } from '../journal/pendingSend'
import type { Order } from '../order/order'
import type { CancellationState } from '../vocabulary'
import type { Known } from './known'

interface Asked {
  known: Known
  state: CancellationState
  /** A cancellation was requested, and not denied. */
  isAsked: boolean
}

/** Says who asked and why. Our own record comes first: OMS's comes late and may be overwritten (known issues 792650, 1249934). */
export function askerOf(
  order: Order,
  { request }: Facts,
  { known: { journal }, state, isAsked }: Asked
) {
  const recorded =
    isAsked || state === 'DENIED' ? request ?? order.cancellation : null

  const sent = isAsked
    ? onRequest(journal, order).filter((entry) => isOfRecord(order, entry))
    : []

  // An unconfirmed cancel may have had no effect, and the cancellation be another system's.
  const confirmed = sent.filter(isConfirmed)
  const [made] = confirmed.filter(({ kind }) => kind === 'cancel').slice(-1)
  const last = confirmed[confirmed.length - 1]

  // Where this app has sent something, only OMS's reply to that is a date of ours.
  const othersDate = isAsked && sent.length === 0 ? request?.date : null

  return {
    date: last?.completion?.date ?? othersDate ?? null,
    receipt: last?.completion?.receipt ?? null,
    reason: made?.reason ?? recorded?.reason ?? null,
    requestedByUser: made?.requestedByUser ?? recorded?.requestedByUser ?? null,
  }
}

/** Tells whether what OMS recorded can come from an entry: another system may have canceled since. */
function isOfRecord({ cancellation }: Order, entry: JournalEntry): boolean {
  const recordedMs = Date.parse(cancellation?.date ?? '')

  return (
    Number.isNaN(recordedMs) ||
    recordedMs < entry.startedAtMs + VISIBLE_WITHIN_MS
  )
}
