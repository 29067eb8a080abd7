import { isConfirmed, lastEffective } from '../journal/journal'
import type { Journal, JournalEntry } from '../journal/journal'
import type { Order } from '../order/order'
import { refusal } from '../refusal'
import type { Refusal } from '../refusal'
import { hasReturn, returnInvoiceOf } from './returnInvoice'
import type { NoReturn } from './returnInvoice'
import { unsettledRefusal } from '../cancellation/verdict'
import type { Situation, Verdict } from '../cancellation/verdict'
import { SETTLE_MS, settledBy, standingOf } from '../journal/pendingSend'

/** What the caller says about a return invoice. */
export interface ReturnRequest {
  invoiceNumber: string
  /** ISO 8601. */
  issuanceDate: string
}

function otherReturn({ orderId }: Order): Refusal {
  return refusal('CONFLICT', {
    problem: `A return invoice is on order ${orderId} already. Return what is left, if anything, in the Admin: a second invoice of the whole order would refund twice.`,
  })
}

const NO_RETURN: Record<
  NoReturn['problem'],
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
  OTHER_RETURN: otherReturn,
  UNREADABLE: ({ orderId, status }) =>
    refusal('NOT_CANCELLABLE', {
      orderId,
      orderStatus: status,
      action: 'shows no readable amounts and items on the invoices of',
    }),
}

/**
 * Whether a return invoice may be sent for an order. A refund is money: an invoice that
 * nobody confirmed is never sent a second time, however long ago it was.
 */
export function returnVerdictOf(
  { order, journal, nowMs }: Situation,
  request: ReturnRequest
): Verdict {
  const standing = standingOf(journal, order, nowMs)

  if (standing.kind === 'under-way') return { ...standing, kind: 'wait' }
  if (hasReturn(order, request.invoiceNumber)) return { kind: 'already' }

  const sent = unseenReturn(journal, order)

  if (sent) return verdictOnSent(sent, order, { request, nowMs })

  if (standing.kind === 'settling') {
    return refuse(unsettledRefusal(order, standing.untilMs - nowMs))
  }

  const invoice = returnInvoiceOf(order, request)

  return 'problem' in invoice
    ? refuse(NO_RETURN[invoice.problem](order, request))
    : { kind: 'send' }
}

/** After a return invoice that OMS neither confirmed nor refused, and no read shows. */
export function unsettledReturn(
  { orderId }: Order,
  invoiceNumber: string
): Refusal {
  return refusal(
    'CONFLICT',
    {
      problem: `OMS did not confirm the return invoice ${invoiceNumber} of order ${orderId}, and the order does not show it yet: it may still arrive. Call again with the same number after retryAfterSeconds; it is not sent a second time.`,
    },
    SETTLE_MS / 1000
  )
}

/** A return that this app has sent, or may have sent, and that the order does not show. */
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
  const { orderId } = order

  if (isConfirmed(entry)) {
    return entry.invoiceNumber === request.invoiceNumber
      ? { kind: 'already' }
      : refuse(otherReturn(order))
  }

  const remainingMs = settledBy(entry) - nowMs

  return refuse(
    remainingMs > 0
      ? unsettledRefusal(order, remainingMs)
      : refusal('CONFLICT', {
          problem: `A return invoice was sent for order ${orderId} that OMS never confirmed and the order does not show. It is not sent again, since that could refund twice: look for the refund in the payments module, and send the invoice in the Admin if there is none.`,
        })
  )
}

function refuse(why: Refusal): Verdict {
  return { kind: 'refuse', refusal: why }
}
