import { isOwnDenied } from '../journal/pendingSend'
import { hasInvoice } from '../order/order'
import type { Order } from '../order/order'
import { isCanceling } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'
import type { KnownStatus } from '../order/statusRules'
import type { StuckKind } from '../vocabulary'
import type { Known } from './known'

/** Why a cancellation has stopped half-way, and what a person can do about it. */
export interface StuckDiagnosis {
  kind: StuckKind
  /** OMS's own date, or the date of the order's last change. */
  since: string | null
  advice: string
  /** The number under which VTEX knows the issue; null for one it has not published. */
  knownIssue: string | null
}

/** A transition takes seconds, sometimes minutes. What takes longer than this does not move by itself. */
export const NO_PROGRESS_MS = 2 * 60 * 60_000

interface Diagnosis {
  kind: StuckKind
  knownIssue: string | null
  /** The status in which it shows; none given: every status in which OMS is canceling. */
  status?: KnownStatus
  isIt: (order: Order, known: Known) => boolean
  advice: string
}

/** What VTEX writes as the reason when the order could not be created. */
const CREATION_ERROR = 'creation error'

/** How the gateway spells a transaction that it is canceling. */
const TRANSACTION_CANCELING = ['cancelling', 'canceling']

/** Every kind that can be seen from outside. The first that fits is the diagnosis. */
const DIAGNOSES: Diagnosis[] = [
  {
    kind: 'CANCEL_INVOICE_RACE',
    knownIssue: '1400005',
    status: 'request-cancel',
    isIt: (order, { otherSide }) =>
      order.workflowIsInError === true &&
      (isInvoiced(order) || (otherSide !== null && isInvoiced(otherSide))),
    advice:
      'The seller invoiced the order while its cancellation was requested, so neither can go on. Settle with the seller whether the goods were sent; if they came back, refund through a return invoice on the fulfilling account. Open a ticket with VTEX to move the order on.',
  },
  {
    kind: 'OWN_REQUEST_DENIED',
    knownIssue: '1004978',
    status: 'cancellation-request-denied-ffm',
    isIt: (order, { journal }) =>
      order.cancellation?.requestedBySeller === true ||
      isOwnDenied(journal, order),
    advice:
      'A cancellation request was denied by the side that had made it, and the order no longer moves. Open a ticket with VTEX. Do not cancel on the marketplace meanwhile: that order would stop, too.',
  },
  {
    kind: 'NO_PROGRESS',
    knownIssue: null,
    status: 'cancellation-request-denied-ffm',
    isIt: (order, { nowMs }) => isOld(order, nowMs),
    advice:
      'The cancellation request was denied more than two hours ago, and the order has not gone on since. If the side that denied it had also made it, this is VTEX known issue 1004978. Open a ticket with VTEX.',
  },
  {
    kind: 'CREATION_ERROR',
    knownIssue: '1089344',
    status: 'cancel',
    isIt: (order, { nowMs }) =>
      order.cancellation?.reason?.trim().toLowerCase() === CREATION_ERROR &&
      isOld(order, nowMs),
    advice:
      'The order could not be created and stopped on its way to canceled. Check that its payment transaction is canceled and that its items are not reserved, then open a ticket with VTEX.',
  },
  {
    kind: 'SELLER_NOT_CANCELED',
    knownIssue: '1198719',
    status: 'cancel',
    isIt: (order, { otherSide, nowMs }) =>
      otherSide?.status === 'canceled' && isOld(order, nowMs),
    advice:
      "The marketplace's order is canceled and the seller's is not. Do not send the goods. Open a ticket with VTEX and name both orders.",
  },
  {
    kind: 'TRANSACTION_NOT_CANCELED',
    knownIssue: null,
    status: 'cancel',
    isIt: (order, { transactionStatus, nowMs }) =>
      transactionStatus !== null &&
      TRANSACTION_CANCELING.includes(transactionStatus) &&
      isOld(order, nowMs),
    advice:
      'The order waits for its payment transaction, which has stopped on its way to canceled. Cancel or refund the transaction in the payments module, or open a ticket with VTEX.',
  },
  {
    kind: 'WORKFLOW_ERROR',
    knownIssue: null,
    isIt: ({ workflowIsInError }) => workflowIsInError === true,
    advice:
      'The cancellation has stopped at an error that VTEX does not retry. Open a ticket with VTEX.',
  },
  {
    kind: 'NO_PROGRESS',
    knownIssue: null,
    isIt: (order, { nowMs }) => isOld(order, nowMs),
    advice:
      'The cancellation has not moved for more than two hours. Check the payment transaction, then open a ticket with VTEX.',
  },
]

/** Finds out why the cancellation of an order goes no further; null when nothing says that it has stopped. */
export function diagnose(order: Order, known: Known): StuckDiagnosis | null {
  const found = DIAGNOSES.find(
    ({ status, isIt }) =>
      (status ? order.status === status : isCanceling(order)) &&
      isIt(order, known)
  )

  if (!found) return null

  const { kind, advice, knownIssue } = found

  return { kind, since: since(order), advice, knownIssue }
}

/** A seller's invoice reaches the marketplace's order as a package, or as a date alone. */
function isInvoiced(order: Order): boolean {
  return (
    ruleOfStatus(order.status).return === 'TAKEN' ||
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
