import { sideOf } from './order'
import type { Order } from './order'
import { ruleOfStatus } from './statusRules'
import type { CancellationState } from '../vocabulary'

/** Tells whether a cancel that OMS received for this order only made a request that this account must accept. */
export function cancelMakesRequest(order: Order): boolean {
  return (
    ruleOfStatus(order.status).makesRequestOn?.includes(sideOf(order)) ?? false
  )
}

/**
 * Tells whether the table proves that one cancel is all that the order takes: a second one
 * then meets an order that is being canceled, and OMS refuses it. Elsewhere a second one may
 * accept the request that the first has made.
 */
export function isCanceledInOneStep(order: Order): boolean {
  return (
    ruleOfStatus(order.status).isCanceledInOneStep === true &&
    sideOf(order) !== 'UNKNOWN'
  )
}

/** Tells whether OMS is carrying out a cancellation of the order, and has not finished. */
export function isCanceling({ status }: Pick<Order, 'status'>): boolean {
  return ruleOfStatus(status).state === 'ACCEPTED'
}

/** Tells whether a read shows that the order's cancellation was requested since it was in another status. */
export function showsRequest(
  order: Pick<Order, 'status'>,
  before: Pick<Order, 'status'>
): boolean {
  return hasRequest(order) || (isDenied(order) && !isDenied(before))
}

/** Tells whether an order's status says that a cancellation was requested and not denied. */
export function hasRequest({ status }: Pick<Order, 'status'>): boolean {
  return isRequested(ruleOfStatus(status).state)
}

const IS_REQUESTED: Record<CancellationState, boolean> = {
  NOT_REQUESTED: false,
  ACCEPTED: true,
  AWAITING_DECISION: true,
  CANCELED: true,
  DENIED: false,
  STUCK: true,
  UNKNOWN: false,
}

/** Tells whether a state means that a cancellation was requested and not denied. */
export function isRequested(state: CancellationState): boolean {
  return IS_REQUESTED[state]
}

function isDenied({ status }: Pick<Order, 'status'>): boolean {
  return ruleOfStatus(status).state === 'DENIED'
}
