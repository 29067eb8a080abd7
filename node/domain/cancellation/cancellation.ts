import { isConfirmed, onRequest, ownDenial } from '../journal/journal'
import type { JournalEntry } from '../journal/journal'
import {
  pendingSend,
  showsEffect,
  VISIBLE_WITHIN_MS,
} from '../journal/pendingSend'
import { lastDenial } from '../order/order'
import type { Order } from '../order/order'
import { MAX_ORDER_ID_LENGTH } from '../order/orderId'
import { cancelMakesRequest, isRequested, ruleOf } from '../order/orderStatus'
import { nextStepOf } from '../refusal/refusal'
import type { Refusal } from '../refusal/refusal'
import type { Known } from './known'
import { diagnose } from './stuck'
import type { StuckDiagnosis } from './stuck'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'
import { isFreshlyCanceled, warningsOf } from './warnings'

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
export interface CancelInput {
  reason: string | null
  requestedByUser: boolean
}

/** Describes an order that was not read, or whose read proved nothing. */
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
 * Describes an order's cancellation: what its status says, corrected by what is known to
 * be stuck, and by what this app has sent that the order does not show yet.
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

/** Describes the order as it is, with the reason why this call did nothing to it. */
export function refusedOrder(
  order: Order,
  known: Known,
  why: Refusal
): OrderCancellation {
  const described = describeOrder(order, known)
  const nextStep = nextStepOf(why.code)

  return {
    ...described,
    // A refusal without a next step leaves the order's own.
    nextStep: nextStep === 'NONE' ? described.nextStep : nextStep,
    refusal: why,
  }
}

/** Describes an order whose cancel OMS refused, and that could not be read again to say why. */
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

/** Tells whether what OMS recorded can come from an entry: another system may have canceled since. */
function isOfRecord({ cancellation }: Order, entry: JournalEntry): boolean {
  const recordedMs = Date.parse(cancellation?.date ?? '')

  return (
    Number.isNaN(recordedMs) ||
    recordedMs < entry.startedAtMs + VISIBLE_WITHIN_MS
  )
}

type Stage = Pick<OrderCancellation, 'state' | 'nextStep'> &
  Partial<Pick<OrderCancellation, 'awaiting' | 'denial' | 'stuck'>>

/** Says what the status alone means. */
function readStage(order: Order, { nowMs }: Known): Stage {
  const { state, awaiting = null, nextStep } = ruleOf(order)

  return isFreshlyCanceled(order, nowMs)
    ? { state, nextStep: 'CHECK_AGAIN' }
    : { state, awaiting, nextStep }
}

function stuckStage(order: Order, known: Known): Stage | null {
  const stuck = diagnose(order, known)

  return stuck && { state: 'STUCK', nextStep: 'OPEN_TICKET', stuck }
}

/** Says what this app has sent, where the order does not show it. */
function sentStage(order: Order, { journal, nowMs }: Known): Stage | null {
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'none' || pending.entry.kind === 'return') return null
  if (pending.kind === 'unseen') return confirmedStage(order, pending.entry)

  return showsEffect(order, pending.entry)
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

/** Finds a denial where the status does not show it: a denied order goes back to the status it had. */
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

/** Says who asked and why. Our own record comes first: OMS's comes late and may be overwritten (known issues 792650, 1249934). */
function requestOf(order: Order, { journal }: Known, state: CancellationState) {
  const isKnown = isRequested(state) || state === 'DENIED'
  const recorded = isKnown ? order.cancellation : null
  const sent = isRequested(state)
    ? onRequest(journal, order).filter((entry) => isOfRecord(order, entry))
    : []

  // An unconfirmed cancel may have had no effect, and the cancellation be another system's.
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
