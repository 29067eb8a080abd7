import { isReleased } from '../cancellation/paymentWarnings'
import { refuse, verdictByFacts } from '../decision/verdict'
import type { Situation, Verdict } from '../decision/verdict'
import { isConfirmed } from '../journal/journal'
import type { JournalEntry } from '../journal/journal'
import {
  pendingSend,
  SETTLE_MS,
  settledBy,
  unseenReturn,
} from '../journal/pendingSend'
import type { Order } from '../order/order'
import { conflict } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import { hasReturn } from './returnInvoice'
import type { ReturnRequest } from './returnInvoice'
import { refusalOfRequest } from './returnRequest'

/**
 * Decides whether a return invoice may be sent for an order. A refund is money: an
 * unconfirmed invoice is never sent a second time, however long ago it was. A return that
 * stands on the order is done, whatever its number is and whatever the order is now.
 */
export function returnVerdictOf(
  situation: Situation,
  request: ReturnRequest
): Verdict {
  const { order, journal, nowMs } = situation
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'under-way') return { ...pending, kind: 'wait' }
  if (hasReturn(order, request.invoiceNumber)) return { kind: 'already' }

  const sent = unseenReturn(journal, order)

  if (sent) return verdictOnSent(sent, order, { request, nowMs })

  if (pending.kind === 'settling') {
    return refuse(conflict('UNSETTLED', order, pending.untilMs - nowMs))
  }

  const verdict = verdictByFacts('return', situation)
  const why =
    verdict.kind === 'send' ? refusalOfRequest(request, order, nowMs) : null

  return why === null ? verdict : refuse(why)
}

/**
 * Tells whether a new return invoice would be sent for an order, whatever its number and
 * date are. Needs the payment where this account holds it: a canceled one refuses the return.
 */
export function isReturnOpen(
  situation: Situation,
  transactionStatus: string | null
): boolean {
  const { order, journal, nowMs } = situation
  const isSent = ['under-way', 'settling'].includes(
    pendingSend(journal, order, nowMs).kind
  )

  return (
    !isSent &&
    unseenReturn(journal, order) === null &&
    verdictByFacts('return', situation).kind === 'send' &&
    !(transactionStatus !== null && isReleased(transactionStatus))
  )
}

/** Refuses to call a return invoice done that OMS neither confirmed nor refused, and no read shows. */
export function unsettledReturn(
  { orderId }: Order,
  invoiceNumber: string
): Refusal {
  return conflict('UNSETTLED_RETURN', { orderId, invoiceNumber }, SETTLE_MS)
}

function verdictOnSent(
  entry: JournalEntry,
  order: Order,
  { request, nowMs }: { request: ReturnRequest; nowMs: number }
): Verdict {
  if (isConfirmed(entry)) {
    return entry.invoiceNumber === request.invoiceNumber
      ? { kind: 'already' }
      : refuse(conflict('OTHER_RETURN', order))
  }

  const remainingMs = settledBy(entry) - nowMs

  return refuse(
    remainingMs > 0
      ? conflict('UNSETTLED', order, remainingMs)
      : conflict('UNCONFIRMED_RETURN', order)
  )
}
