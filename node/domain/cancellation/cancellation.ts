import { isConfirmed, onRequest, ownDenial } from '../journal/journal'
import type { JournalEntry } from '../journal/journal'
import {
  pendingSend,
  showsEffect,
  VISIBLE_WITHIN_MS,
} from '../journal/pendingSend'
import { factsOf } from '../decision/facts'
import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import type { Order } from '../order/order'
import { MAX_ORDER_ID_LENGTH } from '../order/orderId'
import { cancelMakesRequest, isRequested } from '../order/orderStatus'
import { lastDenial } from '../order/requests'
import { ruleOfStatus } from '../order/statusRules'
import { shown } from '../refusal/refusal'
import type { Refusal, ShownRefusal } from '../refusal/refusal'
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
  refusal: ShownRefusal | null
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
    nextStep: why.nextStep,
    warnings: [],
    refusal: shown(why),
  }
}

/**
 * Describes an order's cancellation: what its status says, corrected by what is known to
 * be stuck, and by what this app has sent that the order does not show yet.
 */
export function describeOrder(order: Order, known: Known): OrderCancellation {
  const facts = factsOf(order, known)
  const stage =
    stuckStage(order, facts, known) ??
    sentStage(order, known) ??
    deniedStage(order, facts, known) ??
    readStage(order, facts)

  const isAsked =
    isRequested(stage.state) && stage.stuck?.kind !== 'TRANSITION_STOPPED'

  return {
    cacheId: order.orderId,
    orderId: order.orderId,
    awaiting: null,
    orderStatus: order.status,
    ...requestOf(order, facts, { known, state: stage.state, isAsked }),
    canceledAt:
      (stage.state === 'CANCELED' && order.cancellation?.date) || null,
    denial: null,
    stuck: null,
    refusal: null,
    ...stage,
    warnings: warningsOf({
      order,
      facts,
      known,
      state: stage.state,
      isRequested: isAsked,
    }),
  }
}

/** Describes the order as it is, with the reason why this call did nothing to it. */
export function refusedOrder(
  order: Order,
  known: Known,
  why: Refusal
): OrderCancellation {
  const described = describeOrder(order, known)

  return {
    ...described,
    // A refusal without a next step leaves the order's own.
    nextStep: why.nextStep === 'NONE' ? described.nextStep : why.nextStep,
    refusal: shown(why),
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
    refusal: shown(why),
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

/** Says what the status means, with the next step that the other facts leave. */
function readStage(order: Order, facts: Facts): Stage {
  const { state, awaiting = null } = ruleOfStatus(order.status)

  return isFreshlyCanceled(order, facts)
    ? { state, nextStep: 'CHECK_AGAIN' }
    : { state, awaiting, nextStep: ownNextStep(order, facts) }
}

/** Finds an order's own next step: what a cancel would be told, where it would be refused. */
function ownNextStep({ status }: Order, facts: Facts): NextStep {
  const ruling = rulingOn('cancel', facts.case)

  return ruling.kind === 'refuse'
    ? ruling.nextStep
    : ruleOfStatus(status).nextStep
}

function stuckStage(order: Order, facts: Facts, known: Known): Stage | null {
  const stuck = diagnose(order, facts, known)

  return (
    stuck && {
      state: 'STUCK',
      nextStep: 'OPEN_TICKET',
      stuck,
      denial:
        ruleOfStatus(order.status).state === 'DENIED'
          ? lastDenial(order)
          : null,
    }
  )
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
function deniedStage(
  order: Order,
  facts: Facts,
  { journal }: Known
): Stage | null {
  const { state } = ruleOfStatus(order.status)

  if (state !== 'NOT_REQUESTED' && state !== 'DENIED') return null

  const own = ownDenial(journal)
  const denial = lastDenial(order) ?? (own && denialOf(own))

  return (
    denial && {
      state: 'DENIED',
      nextStep: ownNextStep(order, facts),
      denial,
    }
  )
}

function denialOf({ reason, completion, startedAtMs }: JournalEntry): Denial {
  const deniedAtMs = completion?.atMs ?? startedAtMs

  return { reason, date: new Date(deniedAtMs).toISOString() }
}

interface Asked {
  known: Known
  state: CancellationState
  /** A cancellation was requested, and not denied. */
  isAsked: boolean
}

/** Says who asked and why. Our own record comes first: OMS's comes late and may be overwritten (known issues 792650, 1249934). */
function requestOf(
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
