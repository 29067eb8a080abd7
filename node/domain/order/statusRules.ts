import type { PlainCode } from '../notice/notice'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'
import type { Side } from './order'

/**
 * Where on its way an order is. The decisions about an order depend on its phase, and on
 * nothing else of its status.
 */
export const PHASES = [
  'OPEN',
  /** A status that only the platform changes. */
  'MOVING',
  /** The platform is about to make it invoiced; after a denial in the second. */
  'INVOICING',
  'INVOICING_AFTER_DENIAL',
  'INVOICED',
  /** A cancellation request is open, and this account or the other side decides. */
  'DECIDED_HERE',
  'DECIDED_THERE',
  'CANCELING',
  'CANCELED',
  'DENIED',
  'REPLACED',
] as const

export type Phase = (typeof PHASES)[number]

/** What one OMS status says about the cancellation of an order in it. */
export interface StatusRule {
  phase: Phase
  state: CancellationState
  /** The caller's next step where nothing else on the order decides. */
  nextStep: NextStep
  /** Who decides about the open request, in a status that has one. */
  awaiting?: DecisionMaker
  /** One cancel is all that an order in this status takes, on every side: OMS refuses a second one. */
  isCanceledInOneStep?: true
  /** The sides on which the first cancel only makes a request, which this account then decides about. */
  makesRequestOn?: Side[]
  /** Goods may have left the shelf, so OMS does not give their stock back. */
  keepsStock?: true
  /** The platform leaves the status within minutes, unless the order has stopped (known issue 1465447). */
  isPassedInMinutes?: true
  /** OMS cancels the payment's transaction in this status, so the transaction tells how far it is. */
  cancelsPayment?: true
  /** What to say where a cancel of an order in this status may be sent. */
  notices?: PlainCode[]
}

const OPEN: StatusRule = {
  phase: 'OPEN',
  state: 'NOT_REQUESTED',
  nextStep: 'NONE',
}

const ONE_STEP: StatusRule = { ...OPEN, isCanceledInOneStep: true }

const PASSED_IN_MINUTES: StatusRule = { ...ONE_STEP, isPassedInMinutes: true }

/** After the cancellation window the side that ships must agree, so even the store's own first cancel is a request. */
const OPEN_TWO_STEPS: StatusRule = {
  ...OPEN,
  makesRequestOn: ['OWN_STORE', 'SELLER'],
}

const BEING_HANDLED: StatusRule = { ...OPEN_TWO_STEPS, keepsStock: true }

const INCOMPLETE: StatusRule = { ...OPEN, notices: ['ORDER_INCOMPLETE'] }

const MOVING: StatusRule = {
  phase: 'MOVING',
  state: 'NOT_REQUESTED',
  nextStep: 'RETRY_LATER',
}

const CANCELING: StatusRule = {
  phase: 'CANCELING',
  state: 'ACCEPTED',
  nextStep: 'CHECK_AGAIN',
}

const DENIED: StatusRule = {
  phase: 'DENIED',
  state: 'DENIED',
  nextStep: 'NONE',
}

/**
 * Every status that VTEX documents for orders, by the string OMS uses
 * (docs/decisions/0002-order-status-table.md). OMS adds statuses without notice: one that
 * is not here is UNLISTED.
 */
const STATUS_RULES = {
  'order-created': MOVING,
  processing: MOVING,
  'order-completed': PASSED_IN_MINUTES,
  'on-order-completed': PASSED_IN_MINUTES,
  'on-order-completed-ffm': PASSED_IN_MINUTES,
  'order-create-error': INCOMPLETE,
  'order-creation-error': INCOMPLETE,
  'detail.state.null': INCOMPLETE,
  'waiting-for-authorization': ONE_STEP,
  'waiting-for-sellers-confirmation': ONE_STEP,
  'order-accepted': ONE_STEP,
  'payment-pending': ONE_STEP,
  'approve-payment': PASSED_IN_MINUTES,
  'payment-approved': ONE_STEP,
  'window-to-change-payment': ONE_STEP,
  'window-to-change-seller': ONE_STEP,
  'waiting-ffmt-authorization': ONE_STEP,
  'waiting-for-manual-authorization': ONE_STEP,
  'waiting-for-order-authorization': ONE_STEP,
  'waiting-for-mkt-authorization': ONE_STEP,
  'waiting-seller-handling': ONE_STEP,
  'waiting-for-fulfillment': ONE_STEP,
  'authorize-fulfillment': PASSED_IN_MINUTES,
  'window-to-cancel': ONE_STEP,
  'ready-for-handling': OPEN_TWO_STEPS,
  'start-handling': MOVING,
  handling: BEING_HANDLED,
  'ready-for-invoicing': BEING_HANDLED,
  invoice: { ...MOVING, phase: 'INVOICING' },
  invoiced: {
    phase: 'INVOICED',
    state: 'NOT_REQUESTED',
    nextStep: 'NONE',
  },
  'cancellation-requested': {
    phase: 'DECIDED_HERE',
    state: 'AWAITING_DECISION',
    awaiting: 'SELF',
    nextStep: 'DECIDE_REQUEST',
  },
  'waiting-for-seller-decision': {
    phase: 'DECIDED_THERE',
    state: 'AWAITING_DECISION',
    awaiting: 'OTHER',
    nextStep: 'WAIT_FOR_DECISION',
  },
  'request-cancel': CANCELING,
  cancel: { ...CANCELING, cancelsPayment: true },
  'cancellation-request-denied': DENIED,
  'cancellation-request-denied-ffm': DENIED,
  'invoice-after-cancellation-deny': {
    phase: 'INVOICING_AFTER_DENIAL',
    state: 'DENIED',
    nextStep: 'RETRY_LATER',
  },
  canceled: {
    phase: 'CANCELED',
    state: 'CANCELED',
    nextStep: 'NONE',
    cancelsPayment: true,
  },
  replaced: { phase: 'REPLACED', state: 'NOT_REQUESTED', nextStep: 'NONE' },
} satisfies Record<string, StatusRule>

/** A status that this app knows; OMS has others. */
export type KnownStatus = keyof typeof STATUS_RULES

/** OMS is asked, and nothing is claimed about what went before. */
const UNLISTED: StatusRule = {
  phase: 'OPEN',
  state: 'UNKNOWN',
  nextStep: 'CHECK_AGAIN',
}

/** Finds what a status says by itself; null is the status of an incomplete order. */
export function ruleOfStatus(status: string | null): StatusRule {
  if (status === null) return INCOMPLETE

  return isKnown(status) ? STATUS_RULES[status] : UNLISTED
}

/** Every status of the table, and null, by phase. */
export function statusesOf(phase: Phase): Array<string | null> {
  return [...Object.keys(STATUS_RULES), null].filter(
    (status) => ruleOfStatus(status).phase === phase
  )
}

/** Tells whether OMS itself says that all of an order is invoiced. */
export function isMarkedInvoiced(status: string | null): boolean {
  return ruleOfStatus(status).phase === 'INVOICED'
}

function isKnown(status: string): status is KnownStatus {
  return Object.hasOwn(STATUS_RULES, status)
}
