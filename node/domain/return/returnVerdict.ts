import type { Situation, Verdict } from '../cancellation/verdict'
import { isConfirmed, lastEffective } from '../journal/journal'
import type { Journal, JournalEntry } from '../journal/journal'
import { pendingSend, SETTLE_MS, settledBy } from '../journal/pendingSend'
import type { Order } from '../order/order'
import { conflict, refusal } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import { hasReturn, planReturn } from './returnInvoice'
import type { ReturnProblem } from './returnInvoice'

/** What the caller says about a return invoice. */
export interface ReturnRequest {
  invoiceNumber: string
  /** ISO 8601. */
  issuanceDate: string
}

const REFUSALS: Record<
  ReturnProblem,
  (order: Order, request: ReturnRequest) => Refusal
> = {
  WRONG_ACCOUNT: ({ orderId }) =>
    refusal('WRONG_ACCOUNT', {
      orderId,
      rightAccount: 'the account that ships it and sent its invoice',
    }),
  ORDER_NOT_INVOICED: ({ orderId, status }) =>
    refusal('ORDER_NOT_INVOICED', { orderId, orderStatus: status }),
  IN_TRANSITION: ({ orderId, status }) =>
    refusal('ORDER_IN_TRANSITION', { orderId, orderStatus: status }),
  SALE_NUMBER: (_order, { invoiceNumber }) =>
    refusal('INVALID_INPUT', {
      problem: `${invoiceNumber} is the number of the sale's invoice: a return needs one of its own.`,
    }),
  OTHER_RETURN: (order) => conflict('OTHER_RETURN', order),
  UNREADABLE: ({ orderId, status }) =>
    refusal('NOT_CANCELLABLE', {
      orderId,
      orderStatus: status,
      action: 'shows no readable amounts and items on the invoices of',
    }),
}

/**
 * Decides whether a return invoice may be sent for an order. A refund is money: an
 * unconfirmed invoice is never sent a second time, however long ago it was.
 */
export function returnVerdictOf(
  { order, journal, nowMs }: Situation,
  request: ReturnRequest
): Verdict {
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'under-way') return { ...pending, kind: 'wait' }
  if (hasReturn(order, request.invoiceNumber)) return { kind: 'already' }

  const sent = unseenReturn(journal, order)

  if (sent) return verdictOnSent(sent, order, { request, nowMs })

  if (pending.kind === 'settling') {
    return refuse(conflict('UNSETTLED', order, pending.untilMs - nowMs))
  }

  const plan = planReturn(order, request)

  return plan.kind === 'none'
    ? refuse(REFUSALS[plan.problem](order, request))
    : { kind: 'send' }
}

/** Refuses to call a return invoice done that OMS neither confirmed nor refused, and no read shows. */
export function unsettledReturn(
  { orderId }: Order,
  invoiceNumber: string
): Refusal {
  return conflict('UNSETTLED_RETURN', { orderId, invoiceNumber }, SETTLE_MS)
}

/** Finds a return that this app has sent, or may have sent, and that the order does not show. */
function unseenReturn(journal: Journal, order: Order): JournalEntry | null {
  const entry = lastEffective({
    ...journal,
    entries: journal.entries.filter(({ kind }) => kind === 'return'),
  })

  return entry && !hasReturn(order, entry.invoiceNumber ?? '') ? entry : null
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

function refuse(why: Refusal): Verdict {
  return { kind: 'refuse', refusal: why }
}
