import { isOwnDenied, pendingSend } from '../journal/pendingSend'
import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { goodsOf } from '../goods/goods'
import type { Goods } from '../goods/goods'
import type { Order } from '../order/order'
import { isMarkedInvoiced, ruleOfStatus } from '../order/statusRules'
import type { KnownStatus, Phase } from '../order/statusRules'
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

interface Diagnosis {
  kind: StuckKind
  knownIssue: string | null
  /** The status or the phase in which it shows. */
  status?: KnownStatus
  phase?: Phase
  isIt: (order: Order, facts: Facts, known: Known) => boolean
  advice: string
}

/** What VTEX writes as the reason when the order could not be created. */
const CREATION_ERROR = 'creation error'

/** How the gateway spells a transaction that it is canceling. */
const TRANSACTION_CANCELING = ['cancelling', 'canceling']

/** Every kind that can be seen from outside. The first that fits is the diagnosis. Kind and known issue together name the advice: a page that speaks another language goes by them. */
export const DIAGNOSES: Diagnosis[] = [
  {
    kind: 'CANCEL_INVOICE_RACE',
    knownIssue: '1400005',
    status: 'request-cancel',
    isIt: (order, { progress, goods }, { otherSide }) =>
      progress.isInError &&
      (isInvoiced(order, goods) ||
        (otherSide !== null && isInvoiced(otherSide, goodsOf(otherSide)))),
    advice:
      'The seller invoiced the order while its cancellation was requested, so neither can go on. Settle with the seller whether the goods were sent; if they came back, refund through a return invoice on the fulfilling account. Open a ticket with VTEX to move the order on.',
  },
  {
    kind: 'OWN_REQUEST_DENIED',
    knownIssue: '1004978',
    status: 'cancellation-request-denied-ffm',
    isIt: (order, _facts, { journal }) =>
      order.cancellation?.requestedBySeller === true ||
      isOwnDenied(journal, order),
    advice:
      'A cancellation request was denied by the side that had made it, and the order no longer moves. Open a ticket with VTEX. Do not cancel on the marketplace meanwhile: that order would stop, too.',
  },
  {
    kind: 'DENIAL_WITHOUT_PROGRESS',
    knownIssue: null,
    status: 'cancellation-request-denied-ffm',
    isIt: isOld,
    advice:
      'The cancellation request was denied more than two hours ago, and the order has not gone on since. If the side that denied it had also made it, this is VTEX known issue 1004978. Open a ticket with VTEX.',
  },
  {
    kind: 'CREATION_ERROR',
    knownIssue: '1089344',
    status: 'cancel',
    isIt: (order, { progress }) =>
      order.cancellation?.reason?.trim().toLowerCase() === CREATION_ERROR &&
      progress.isOld,
    advice:
      'The order could not be created and stopped on its way to canceled. Check that its payment transaction is canceled and that its items are not reserved, then open a ticket with VTEX.',
  },
  {
    kind: 'SELLER_NOT_CANCELED',
    knownIssue: '1198719',
    status: 'cancel',
    isIt: (_order, { progress }, { otherSide }) =>
      otherSide?.status === 'canceled' && progress.isOld,
    advice:
      "The marketplace's order is canceled and the seller's is not. Do not send the goods. Open a ticket with VTEX and name both orders.",
  },
  {
    kind: 'TRANSACTION_NOT_CANCELED',
    knownIssue: '1163213',
    status: 'cancel',
    isIt: (_order, { progress }, { transactionStatus }) =>
      transactionStatus !== null &&
      TRANSACTION_CANCELING.includes(transactionStatus.toLowerCase()) &&
      progress.isOld,
    advice:
      'The order waits for its payment transaction, which has stopped on its way to canceled. Look in the payments module whether a refund was made already: it may have been, although the transaction does not say so. If none was, open a ticket with VTEX.',
  },
  {
    kind: 'WORKFLOW_ERROR',
    knownIssue: null,
    phase: 'CANCELING',
    isIt: (_order, { progress }) => progress.isInError,
    advice:
      'The cancellation has stopped at an error that VTEX does not retry. Open a ticket with VTEX.',
  },
  {
    kind: 'NO_PROGRESS',
    knownIssue: null,
    phase: 'CANCELING',
    isIt: isOld,
    advice:
      'The cancellation has not moved for more than two hours. Check the payment transaction, then open a ticket with VTEX.',
  },
  ...(['INVOICING', 'INVOICING_AFTER_DENIAL'] as const).map(
    (phase): Diagnosis => ({
      kind: 'TRANSITION_STOPPED',
      knownIssue: '1465086',
      phase,
      isIt: isStopped,
      advice:
        'The order has stopped while the platform verified its invoice, mostly because the payment could not be captured. Its goods may be with the shopper, so this app does not cancel it. Open a ticket with VTEX. If VTEX cannot move it on, the store decides between the money and a cancellation in the Admin (VTEX known issues 376646, 500245, 1349027).',
    })
  ),
  {
    kind: 'TRANSITION_STOPPED',
    knownIssue: '1218606',
    status: 'start-handling',
    isIt: isStopped,
    advice:
      'The order has stopped on its way into handling. Open a ticket with VTEX soon: VTEX can move it on only while its items are reserved.',
  },
  {
    kind: 'TRANSITION_STOPPED',
    knownIssue: null,
    phase: 'DECIDED_HERE',
    // Its request can still be denied: what this app has sent may yet move it on.
    isIt: (order, facts, { journal, nowMs }) =>
      isStopped(order, facts) &&
      pendingSend(journal, order, nowMs).kind === 'none',
    advice:
      'The order was invoiced while its cancellation was requested, which answers the request with a no, and the platform has not moved it on. Open a ticket with VTEX.',
  },
  {
    kind: 'TRANSITION_STOPPED',
    knownIssue: '1465447',
    phase: 'MOVING',
    isIt: isStopped,
    advice:
      'The order has stopped in a status that only the platform changes. Open a ticket with VTEX.',
  },
]

/** Finds out why the cancellation of an order goes no further; null when nothing says that it has stopped. */
export function diagnose(
  order: Order,
  facts: Facts,
  known: Known
): StuckDiagnosis | null {
  const found = DIAGNOSES.find(
    ({ status = order.status, phase = facts.case.phase, isIt }) =>
      order.status === status &&
      facts.case.phase === phase &&
      isIt(order, facts, known)
  )

  if (!found) return null

  const { kind, advice, knownIssue } = found

  return { kind, since: since(order, facts), advice, knownIssue }
}

/** A seller's invoice reaches the marketplace's order as a package, or as a date alone. */
function isInvoiced({ status }: Order, { invoiced }: Goods): boolean {
  return isMarkedInvoiced(status) || invoiced !== 'NONE'
}

function isOld(_order: Order, { progress }: Facts): boolean {
  return progress.isOld
}

/** Tells whether a cancel would be told that the order has stopped. */
function isStopped(_order: Order, { case: facts }: Facts): boolean {
  const ruling = rulingOn('cancel', facts)

  return ruling.kind === 'refuse' && ruling.code === 'ORDER_STOPPED'
}

/** Finds since when: OMS's own date of the cancellation, where there is one. */
function since(
  { status, cancellation }: Order,
  { progress: { lastMovedMs } }: Facts
): string | null {
  const isAsked = ruleOfStatus(status).state !== 'NOT_REQUESTED'

  return (
    (isAsked ? cancellation?.date : null) ??
    (lastMovedMs === null ? null : new Date(lastMovedMs).toISOString())
  )
}
