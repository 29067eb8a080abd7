import { isConfirmed, onRequest, ownDenial } from '../journal/journal'
import type { Journal, JournalEntry } from '../journal/journal'
import { lastDenial } from '../order/order'
import type { Order } from '../order/order'
import { MAX_ORDER_ID_LENGTH } from '../order/orderId'
import { cancelMakesRequest, isRequested, ruleOf } from '../order/orderStatus'
import { nextStepOf } from '../refusal'
import type { Refusal } from '../refusal'
import { diagnose } from './stuck'
import type { StuckDiagnosis } from './stuck'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'
import { isFreshlyCanceled, warningsOf } from './warnings'
import {
  isOwnDenied,
  shows,
  standingOf,
  VISIBLE_WITHIN_MS,
} from '../journal/pendingSend'

/** One order's cancellation: the same shape for a mutation, a query and a batch row. */
export interface OrderCancellation {
  cacheId: string
  orderId: string
  state: CancellationState
  awaiting: DecisionMaker | null
  orderStatus: string | null
  date: string | null
  receipt: string | null
  reason: string | null
  requestedByUser: boolean | null
  canceledAt: string | null
  denial: Denial | null
  stuck: StuckDiagnosis | null
  nextStep: NextStep
  warnings: string[]
  refusal: Refusal | null
}

export interface Denial {
  reason: string | null
  date: string | null
}

/** What the caller wants recorded with a cancellation. */
export interface CancelRequest {
  reason: string | null
  requestedByUser: boolean
}

/** What is known beside an order. What is null was not looked at, or could not be read. */
export interface Known {
  /** An epoch time. */
  nowMs: number
  journal: Journal
  otherSide?: Order | null
  /** In lower case. */
  transactionStatus?: string | null
  /** All orders of the same purchase. */
  purchase?: Order[] | null
  /** What else the caller should know, as sentences. */
  notes?: string[]
}

/** Of an order that was not read, or whose read proved nothing. */
export function unreadOrder(text: string, why: Refusal): OrderCancellation {
  // An answer may hold this many times over, and a caller may send megabytes.
  const orderId = text.slice(0, MAX_ORDER_ID_LENGTH)

  return {
    cacheId: orderId,
    orderId,
    state: 'UNKNOWN',
    awaiting: null,
    orderStatus: null,
    date: null,
    receipt: null,
    reason: null,
    requestedByUser: null,
    canceledAt: null,
    denial: null,
    stuck: null,
    nextStep: nextStepOf(why.code),
    warnings: [],
    refusal: why,
  }
}

/**
 * The truth about an order's cancellation: what its status says, corrected by what
 * is known to be stuck, and by what this app has sent that the order does not show yet.
 */
export function describeOrder(order: Order, known: Known): OrderCancellation {
  const stage =
    stuckStage(order, known) ??
    sentStage(order, known) ??
    deniedStage(order, known) ??
    readStage(order, known)

  return {
    cacheId: order.orderId,
    orderId: order.orderId,
    awaiting: null,
    orderStatus: order.status,
    ...requestOf(order, known, stage.state),
    canceledAt:
      (stage.state === 'CANCELED' && order.cancellation?.date) || null,
    denial: null,
    stuck: null,
    refusal: null,
    ...stage,
    warnings: warningsOf(order, known, stage.state),
  }
}

/** The order as it is, with the reason why this call did nothing to it. */
export function refusedOrder(
  order: Order,
  known: Known,
  why: Refusal
): OrderCancellation {
  const described = describeOrder(order, known)
  const nextStep = nextStepOf(why.code)

  return {
    ...described,
    // Where the refusal leads nowhere, what the order says still does.
    nextStep: nextStep === 'NONE' ? described.nextStep : nextStep,
    refusal: why,
  }
}

/** After OMS refused, and the order could not be read again to say why. */
export function unexplainedOrder(
  order: Order,
  known: Known,
  why: Refusal
): OrderCancellation {
  return {
    ...describeOrder(order, known),
    state: 'UNKNOWN',
    awaiting: null,
    nextStep: 'CHECK_AGAIN',
    refusal: why,
  }
}

/** Whether what OMS recorded can be the doing of an entry: somebody else may have canceled since. */
function isOfRecord({ cancellation }: Order, entry: JournalEntry): boolean {
  const recordedMs = Date.parse(cancellation?.date ?? '')

  return (
    Number.isNaN(recordedMs) ||
    recordedMs < entry.startedAtMs + VISIBLE_WITHIN_MS
  )
}

type Stage = Pick<OrderCancellation, 'state' | 'nextStep'> &
  Partial<Pick<OrderCancellation, 'awaiting' | 'denial' | 'stuck'>>

/** What the status alone says. */
function readStage(order: Order, { nowMs }: Known): Stage {
  const { state, awaiting = null, nextStep } = ruleOf(order)

  return isFreshlyCanceled(order, nowMs)
    ? { state, nextStep: 'CHECK_AGAIN' }
    : { state, awaiting, nextStep }
}

function stuckStage(order: Order, known: Known): Stage | null {
  const stuck = diagnose(order, {
    nowMs: known.nowMs,
    otherSide: known.otherSide ?? null,
    transactionStatus: known.transactionStatus ?? null,
    isOwnRequest:
      order.cancellation?.requestedBySeller === true ||
      isOwnDenied(known.journal, order),
  })

  return stuck && { state: 'STUCK', nextStep: 'OPEN_TICKET', stuck }
}

/** What this app has sent, where the order does not show it. */
function sentStage(order: Order, { journal, nowMs }: Known): Stage | null {
  const standing = standingOf(journal, order, nowMs)

  if (standing.kind === 'free' || standing.entry.kind === 'return') return null
  if (standing.kind === 'unseen') return confirmedStage(order, standing.entry)

  return shows(order, standing.entry)
    ? null
    : { state: 'UNKNOWN', nextStep: 'CHECK_AGAIN' }
}

function confirmedStage(order: Order, entry: JournalEntry): Stage {
  if (entry.kind === 'deny') {
    return { state: 'DENIED', nextStep: 'NONE', denial: denialOf(entry) }
  }

  return entry.kind === 'cancel' && cancelMakesRequest(order)
    ? {
        state: 'AWAITING_DECISION',
        awaiting: 'SELF',
        nextStep: 'DECIDE_REQUEST',
      }
    : { state: 'ACCEPTED', nextStep: 'CHECK_AGAIN' }
}

/** A denied order goes back to the status it had; only the request remembers the denial. */
function deniedStage(order: Order, { journal }: Known): Stage | null {
  const { state, nextStep } = ruleOf(order)

  if (state !== 'NOT_REQUESTED' && state !== 'DENIED') return null

  const own = ownDenial(journal)
  const denial = lastDenial(order) ?? (own && denialOf(own))

  return denial && { state: 'DENIED', nextStep, denial }
}

function denialOf({ reason, completion, startedAtMs }: JournalEntry): Denial {
  const deniedAtMs = completion?.atMs ?? startedAtMs

  return { reason, date: new Date(deniedAtMs).toISOString() }
}

/** Who asked and why: our own record first, since OMS's comes late and may be overwritten (known issues 792650, 1249934). */
function requestOf(order: Order, { journal }: Known, state: CancellationState) {
  const isKnown = isRequested(state) || state === 'DENIED'
  const recorded = isKnown ? order.cancellation : null
  const sent = isRequested(state)
    ? onRequest(journal, order).filter((entry) => isOfRecord(order, entry))
    : []

  // What OMS never confirmed may have come to nothing, and somebody else have canceled.
  const confirmed = sent.filter(isConfirmed)
  const [made] = confirmed.filter(({ kind }) => kind === 'cancel').slice(-1)
  const last = confirmed[confirmed.length - 1]

  return {
    date: last?.completion?.date ?? null,
    receipt: last?.completion?.receipt ?? null,
    reason: made?.reason ?? recorded?.reason ?? null,
    requestedByUser: made?.requestedByUser ?? recorded?.requestedByUser ?? null,
  }
}
