import { MAX_ORDER_ID_LENGTH } from './orderId'
import { cancelMakesRequest, ruleOf } from './orderStatus'
import type { Order } from './order'
import { nextStepOf, refusal } from './refusal'
import type { Refusal } from './refusal'
import type { CancellationState, DecisionMaker, NextStep } from './vocabulary'

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
  nextStep: NextStep
  warnings: string[]
  refusal: Refusal | null
}

/** What the caller wants recorded with a cancellation. */
export interface CancelRequest {
  reason: string | null
  requestedByUser: boolean
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
    nextStep: nextStepOf(why.code),
    warnings: [],
    refusal: why,
  }
}

/** What a read of the order says, without any claim about a call. */
export function readOrder(order: Order): OrderCancellation {
  const { state, awaiting = null, nextStep, warning } = ruleOf(order)
  const requested = state !== 'NOT_REQUESTED' && state !== 'UNKNOWN'
  const recorded = requested ? order.cancellation : null

  return {
    cacheId: order.orderId,
    orderId: order.orderId,
    state,
    awaiting,
    orderStatus: order.status,
    date: null,
    receipt: null,
    reason: recorded?.reason ?? null,
    requestedByUser: recorded?.requestedByUser ?? null,
    canceledAt: (state === 'CANCELED' && recorded?.date) || null,
    nextStep,
    warnings: warning ? [warning] : [],
    refusal: null,
  }
}

/** Why a cancel of this order would do nothing; null when it would be sent or has no need to. */
export function refusalOf(order: Order): Refusal | null {
  const { cancel } = ruleOf(order)

  return cancel === 'SEND' || cancel === 'ALREADY'
    ? null
    : refusal(cancel, { orderId: order.orderId, orderStatus: order.status })
}

/** The order as read, with the reason why this call did nothing to it. */
export function refusedOrder(order: Order, why: Refusal): OrderCancellation {
  return { ...readOrder(order), nextStep: nextStepOf(why.code), refusal: why }
}

/** After OMS confirmed in words we can read that it received the cancel. */
export function receivedOrder(
  order: Order,
  request: CancelRequest,
  reply: { date: string; receipt: string | null }
): OrderCancellation {
  const outcome = cancelMakesRequest(order)
    ? ({
        state: 'AWAITING_DECISION',
        awaiting: 'SELF',
        nextStep: 'DECIDE_REQUEST',
      } as const)
    : ({
        state: 'ACCEPTED',
        awaiting: null,
        nextStep: 'CHECK_AGAIN',
      } as const)

  return {
    ...readOrder(order),
    ...request,
    ...outcome,
    date: reply.date,
    receipt: reply.receipt,
  }
}

/**
 * After a cancel that OMS neither confirmed nor refused, and no read shows.
 * There is no refusal: it must not be read as "did not happen".
 */
export function unsettledOrder(order: Order): OrderCancellation {
  const read = readOrder(order)

  return {
    ...read,
    state: 'UNKNOWN',
    awaiting: null,
    nextStep: 'CHECK_AGAIN',
    warnings: [
      ...read.warnings,
      'OMS did not confirm the cancel, and the order does not show it yet. Read orderCancellation before you call again.',
    ],
  }
}

/** After OMS refused a cancel, and the order could not be read again to say why. */
export function unexplainedOrder(
  order: Order,
  why: Refusal
): OrderCancellation {
  return {
    ...readOrder(order),
    state: 'UNKNOWN',
    nextStep: 'CHECK_AGAIN',
    refusal: why,
  }
}
