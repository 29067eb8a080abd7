import { factsOf } from '../decision/facts'
import type { Order } from '../order/order'
import type { Notice } from '../notice/notice'
import { MAX_ORDER_ID_LENGTH } from '../order/orderId'
import { beginningOf } from '../wholeText'
import { shown } from '../refusal/refusal'
import type { Refusal, ShownRefusal } from '../refusal/refusal'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'
import { askerOf } from './asker'
import type { Known } from './known'
import { isCancellationAsked, stageOf } from './stage'
import type { Denial } from './stage'
import type { StuckDiagnosis } from './stuck'
import { noticesOf } from './warnings'

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
  /** What else to know about the order. */
  notices: Notice[]
  /** The sentences of the notices. */
  warnings: string[]
  refusal: ShownRefusal | null
}

/** What the caller wants recorded with a cancellation. */
export interface CancelInput {
  reason: string | null
  requestedByUser: boolean
}

/** Describes an order that was not read, or whose read proved nothing. */
export function unreadOrder(text: string, why: Refusal): OrderCancellation {
  // An answer may hold this many times over, and a caller may send megabytes.
  const orderId = beginningOf(text, MAX_ORDER_ID_LENGTH)

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
    ...withSentences([]),
    refusal: shown(why),
  }
}

/**
 * Describes an order's cancellation: what its status says, corrected by what is known to
 * be stuck, and by what this app has sent that the order does not show yet.
 */
export function describeOrder(order: Order, known: Known): OrderCancellation {
  const facts = factsOf(order, known)
  const stage = stageOf(order, facts, known)
  const isAsked = isCancellationAsked(stage)

  return {
    cacheId: order.orderId,
    orderId: order.orderId,
    awaiting: null,
    orderStatus: order.status,
    ...askerOf(order, facts, { known, state: stage.state, isAsked }),
    canceledAt:
      (stage.state === 'CANCELED' && order.cancellation?.date) || null,
    denial: null,
    stuck: null,
    refusal: null,
    ...stage,
    ...withSentences(
      noticesOf({
        order,
        facts,
        known,
        state: stage.state,
        isRequested: isAsked,
      })
    ),
  }
}

/** Gives notices their place beside the sentences that they make. */
export function withSentences(
  notices: Notice[]
): Pick<OrderCancellation, 'notices' | 'warnings'> {
  return { notices, warnings: notices.map(({ message }) => message) }
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
