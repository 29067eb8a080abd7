import type { StatusRefusalCode } from '../refusal/refusalRules'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'
import type { Side } from './order'

/** What one OMS status says about the cancellation of an order in it. */
export interface StatusRule {
  state: CancellationState
  nextStep: NextStep
  /** Who decides about the open request, in a status that has one. */
  awaiting?: DecisionMaker
  /**
   * `SEND`: OMS decides. `ALREADY`: the order is canceled or on its way, so nothing is sent.
   * A refusal code: a send could do harm, or VTEX documents that OMS refuses it.
   */
  cancel: 'SEND' | 'ALREADY' | StatusRefusalCode
  /** The sides on which the first cancel only makes a request, which this account then decides about. */
  makesRequestOn?: Side[]
  /** Goods may have left the shelf, so OMS does not give their stock back. */
  keepsStock?: true
  /** A return invoice: OMS takes one now, or the order is about to become one that takes it. */
  return?: 'TAKEN' | 'SOON'
  /** OMS cancels the payment's transaction in this status, so the transaction tells how far it is. */
  cancelsPayment?: true
  warnings?: string[]
}

const OPEN: StatusRule = {
  state: 'NOT_REQUESTED',
  nextStep: 'NONE',
  cancel: 'SEND',
}

/** After the cancellation window the side that ships must agree, so even the store's own first cancel is a request. */
const OPEN_TWO_STEPS: StatusRule = {
  ...OPEN,
  makesRequestOn: ['OWN_STORE', 'SELLER'],
}

const BEING_HANDLED: StatusRule = { ...OPEN_TWO_STEPS, keepsStock: true }

export const INCOMPLETE_WARNING =
  'The order is incomplete. The platform cancels such orders by itself; OMS may not take a cancel for it.'

const INCOMPLETE: StatusRule = { ...OPEN, warnings: [INCOMPLETE_WARNING] }

const IN_TRANSITION: StatusRule = {
  state: 'NOT_REQUESTED',
  nextStep: 'RETRY_LATER',
  cancel: 'ORDER_IN_TRANSITION',
}

const UNDER_WAY: StatusRule = {
  state: 'ACCEPTED',
  nextStep: 'CHECK_AGAIN',
  cancel: 'ALREADY',
}

const DENIED: StatusRule = { state: 'DENIED', nextStep: 'NONE', cancel: 'SEND' }

/**
 * Every status that VTEX documents for orders, by the string OMS uses
 * (docs/decisions/0002-order-status-table.md). OMS adds statuses without notice: one that
 * is not here is UNLISTED.
 */
const STATUS_RULES = {
  'order-created': IN_TRANSITION,
  'order-completed': OPEN,
  'on-order-completed': OPEN,
  'on-order-completed-ffm': OPEN,
  'order-create-error': INCOMPLETE,
  'order-creation-error': INCOMPLETE,
  'detail.state.null': INCOMPLETE,
  'waiting-for-authorization': OPEN,
  'waiting-for-sellers-confirmation': OPEN,
  'order-accepted': OPEN,
  'payment-pending': OPEN,
  'approve-payment': OPEN,
  'payment-approved': OPEN,
  'window-to-change-payment': OPEN,
  'window-to-change-seller': OPEN,
  'waiting-ffmt-authorization': OPEN,
  'waiting-for-manual-authorization': OPEN,
  'waiting-for-order-authorization': OPEN,
  'waiting-for-mkt-authorization': OPEN,
  'waiting-seller-handling': OPEN,
  'waiting-for-fulfillment': OPEN,
  'authorize-fulfillment': OPEN,
  'window-to-cancel': OPEN,
  'ready-for-handling': OPEN_TWO_STEPS,
  'start-handling': IN_TRANSITION,
  handling: BEING_HANDLED,
  'ready-for-invoicing': BEING_HANDLED,
  invoice: { ...IN_TRANSITION, return: 'SOON' },
  invoiced: {
    state: 'NOT_REQUESTED',
    nextStep: 'RETURN_INVOICE',
    cancel: 'ORDER_INVOICED',
    return: 'TAKEN',
  },
  'cancellation-requested': {
    state: 'AWAITING_DECISION',
    awaiting: 'SELF',
    nextStep: 'DECIDE_REQUEST',
    cancel: 'DECISION_PENDING',
  },
  'waiting-for-seller-decision': {
    state: 'AWAITING_DECISION',
    awaiting: 'OTHER',
    nextStep: 'WAIT_FOR_DECISION',
    cancel: 'ALREADY',
  },
  'request-cancel': UNDER_WAY,
  cancel: { ...UNDER_WAY, cancelsPayment: true },
  'cancellation-request-denied': DENIED,
  'cancellation-request-denied-ffm': DENIED,
  'invoice-after-cancellation-deny': {
    state: 'DENIED',
    nextStep: 'RETURN_INVOICE',
    cancel: 'ORDER_INVOICED',
    return: 'SOON',
  },
  canceled: {
    state: 'CANCELED',
    nextStep: 'NONE',
    cancel: 'ALREADY',
    cancelsPayment: true,
  },
  replaced: {
    state: 'NOT_REQUESTED',
    nextStep: 'NONE',
    cancel: 'NOT_CANCELLABLE',
  },
} satisfies Record<string, StatusRule>

/** A status that this app knows; OMS has others. */
export type KnownStatus = keyof typeof STATUS_RULES

/** OMS is asked, and nothing is claimed about what went before. */
const UNLISTED: StatusRule = {
  state: 'UNKNOWN',
  nextStep: 'CHECK_AGAIN',
  cancel: 'SEND',
}

/** Finds what a status says by itself; null is the status of an incomplete order. */
export function ruleOfStatus(status: string | null): StatusRule {
  if (status === null) return INCOMPLETE

  return isKnown(status) ? STATUS_RULES[status] : UNLISTED
}

function isKnown(status: string): status is KnownStatus {
  return Object.hasOwn(STATUS_RULES, status)
}
