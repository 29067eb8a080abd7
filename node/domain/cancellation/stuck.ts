import { hasInvoice } from '../order/order'
import type { Order } from '../order/order'
import type { StuckKind } from '../vocabulary'

/** Why a cancellation has stopped half-way, and what a person can do about it. */
export interface StuckDiagnosis {
  kind: StuckKind
  /** OMS's own date, or the date of the order's last change. */
  since: string | null
  advice: string
  /** The number under which VTEX knows the issue; null for one it has not published. */
  knownIssue: string | null
}

/** What is known beside the order itself. Each is null when it was not looked at or could not be read. */
export interface Evidence {
  /** An epoch time. */
  nowMs: number
  /** The same sale as its other side shows it, where this account holds both. */
  otherSide: Order | null
  /** The payment transaction's status, in lower case. */
  transactionStatus: string | null
  /** Whether the last request on the order was this account's own. */
  isOwnRequest: boolean
}

/** A transition takes seconds, sometimes minutes. What takes longer than this does not move by itself. */
export const NO_PROGRESS_MS = 2 * 60 * 60_000

interface KnownKind {
  kind: StuckKind
  knownIssue: string | null
  isIt: (order: Order, evidence: Evidence) => boolean
  advice: string
}

const CANCELING = ['request-cancel', 'cancel']
const DENIED_AT_SELLER = 'cancellation-request-denied-ffm'

/** What VTEX writes as the reason when the order could not be created. */
const CREATION_ERROR = 'creation error'

/** How the gateway spells a transaction that it is canceling. */
const TRANSACTION_CANCELING = ['cancelling', 'canceling']

/** Every kind that can be seen from outside; the first that fits is the diagnosis. */
const KINDS: KnownKind[] = [
  {
    kind: 'CANCEL_INVOICE_RACE',
    knownIssue: '1400005',
    isIt: (order, { otherSide }) =>
      order.status === 'request-cancel' &&
      order.workflowIsInError === true &&
      (isInvoiced(order) || (otherSide !== null && isInvoiced(otherSide))),
    advice:
      'The seller invoiced the order while its cancellation was requested, so neither can go on. Settle with the seller whether the goods were sent; if they came back, refund through a return invoice on the fulfilling account. Open a ticket with VTEX to move the order on.',
  },
  {
    kind: 'OWN_REQUEST_DENIED',
    knownIssue: '1004978',
    isIt: (order, { isOwnRequest }) =>
      order.status === DENIED_AT_SELLER && isOwnRequest,
    advice:
      'A cancellation request was denied by the side that had made it, and the order no longer moves. Open a ticket with VTEX. Do not cancel on the marketplace meanwhile: that order would stop, too.',
  },
  {
    kind: 'NO_PROGRESS',
    knownIssue: null,
    isIt: (order, { nowMs }) =>
      order.status === DENIED_AT_SELLER && isOld(order, nowMs),
    advice:
      'The cancellation request was denied more than two hours ago, and the order has not gone on since. If the side that denied it had also made it, this is VTEX known issue 1004978. Open a ticket with VTEX.',
  },
  {
    kind: 'CREATION_ERROR',
    knownIssue: '1089344',
    isIt: (order, { nowMs }) =>
      order.status === 'cancel' &&
      order.cancellation?.reason?.trim().toLowerCase() === CREATION_ERROR &&
      isOld(order, nowMs),
    advice:
      'The order could not be created and stopped on its way to canceled. Check that its payment transaction is canceled and that its items are not reserved, then open a ticket with VTEX.',
  },
  {
    kind: 'SELLER_NOT_CANCELED',
    knownIssue: '1198719',
    isIt: (order, { otherSide, nowMs }) =>
      order.status === 'cancel' &&
      otherSide?.status === 'canceled' &&
      isOld(order, nowMs),
    advice:
      "The marketplace's order is canceled and the seller's is not. Do not send the goods. Open a ticket with VTEX and name both orders.",
  },
  {
    kind: 'TRANSACTION_NOT_CANCELED',
    knownIssue: null,
    isIt: (order, { transactionStatus, nowMs }) =>
      order.status === 'cancel' &&
      transactionStatus !== null &&
      TRANSACTION_CANCELING.includes(transactionStatus) &&
      isOld(order, nowMs),
    advice:
      'The order waits for its payment transaction, which has stopped on its way to canceled. Cancel or refund the transaction in the payments module, or open a ticket with VTEX.',
  },
  {
    kind: 'WORKFLOW_ERROR',
    knownIssue: null,
    isIt: ({ status, workflowIsInError }) =>
      isCanceling(status) && workflowIsInError === true,
    advice:
      'The cancellation has stopped at an error that VTEX does not retry. Open a ticket with VTEX.',
  },
  {
    kind: 'NO_PROGRESS',
    knownIssue: null,
    isIt: (order, { nowMs }) =>
      isCanceling(order.status) && isOld(order, nowMs),
    advice:
      'The cancellation has not moved for more than two hours. Check the payment transaction, then open a ticket with VTEX.',
  },
]

/** Why the cancellation of an order goes no further; null when nothing says that it has stopped. */
export function diagnose(
  order: Order,
  evidence: Evidence
): StuckDiagnosis | null {
  const found = KINDS.find(({ isIt }) => isIt(order, evidence))

  if (!found) return null

  const { kind, advice, knownIssue } = found

  return { kind, since: since(order), advice, knownIssue }
}

function isCanceling(status: string | null): boolean {
  return status !== null && CANCELING.includes(status)
}

/** A seller's invoice reaches the marketplace's order as a package, or as a date alone. */
function isInvoiced(order: Order): boolean {
  return (
    order.status === 'invoiced' ||
    hasInvoice(order, 'Output') ||
    order.isInvoiceDated
  )
}

function isOld({ lastChangeMs, cancellation }: Order, nowMs: number): boolean {
  const sinceMs = lastChangeMs ?? Date.parse(cancellation?.date ?? '')

  return nowMs - sinceMs > NO_PROGRESS_MS
}

function since({ lastChangeMs, cancellation }: Order): string | null {
  return (
    cancellation?.date ??
    (lastChangeMs === null ? null : new Date(lastChangeMs).toISOString())
  )
}
