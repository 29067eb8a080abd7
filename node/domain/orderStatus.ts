import { isOwnStoreOrder } from './order'
import type { Order } from './order'
import type { StatusRefusalCode } from './refusal'
import type { CancellationState, DecisionMaker, NextStep } from './vocabulary'

/** What one OMS status says about the cancellation of an order in it. */
export interface StatusRule {
  state: CancellationState
  nextStep: NextStep
  awaiting?: DecisionMaker
  /**
   * `SEND`: OMS decides. `ALREADY`: it is canceled or under way, nothing is sent.
   * A refusal code: a send could do harm, or VTEX documents that OMS refuses it.
   */
  cancel: 'SEND' | 'ALREADY' | StatusRefusalCode
  /** On an own-store order the first cancel only makes a request; a second one accepts it. */
  twoSteps?: true
  warning?: string
}

const OPEN: StatusRule = {
  state: 'NOT_REQUESTED',
  nextStep: 'NONE',
  cancel: 'SEND',
}

const OPEN_TWO_STEPS: StatusRule = { ...OPEN, twoSteps: true }

const INCOMPLETE: StatusRule = {
  ...OPEN,
  warning:
    'The order is incomplete. The platform cancels such orders by itself; OMS may not take a cancel for it.',
}

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
 * (docs/decisions/0002-order-status-table.md). OMS adds statuses without notice:
 * one that is not here is UNLISTED.
 */
const RULES: Record<string, StatusRule> = {
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
  handling: OPEN_TWO_STEPS,
  'ready-for-invoicing': OPEN_TWO_STEPS,
  invoice: IN_TRANSITION,
  invoiced: {
    state: 'NOT_REQUESTED',
    nextStep: 'RETURN_INVOICE',
    cancel: 'ORDER_INVOICED',
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
  cancel: UNDER_WAY,
  'cancellation-request-denied': DENIED,
  'cancellation-request-denied-ffm': DENIED,
  'invoice-after-cancellation-deny': {
    state: 'DENIED',
    nextStep: 'RETURN_INVOICE',
    cancel: 'ORDER_INVOICED',
  },
  canceled: { state: 'CANCELED', nextStep: 'NONE', cancel: 'ALREADY' },
  replaced: {
    state: 'NOT_REQUESTED',
    nextStep: 'NONE',
    cancel: 'NOT_CANCELLABLE',
  },
}

/** OMS is asked, and nothing is claimed about what went before. */
const UNLISTED: StatusRule = {
  state: 'UNKNOWN',
  nextStep: 'CHECK_AGAIN',
  cancel: 'SEND',
}

/** The one rule that decides about an order: its status, refined by its invoices. */
export function ruleOf({ status, packageTypes }: Order): StatusRule {
  const rule = ruleOfStatus(status)

  // The endpoint's own description: after a return invoice the cancel works.
  if (rule.cancel === 'ORDER_INVOICED' && packageTypes.includes('Input')) {
    return { ...rule, nextStep: 'NONE', cancel: 'SEND' }
  }

  // Before full invoicing OMS answers 400 to the cancel of a partly invoiced order.
  if (rule.cancel === 'SEND' && packageTypes.includes('Output')) {
    return {
      ...rule,
      nextStep: 'MODIFY_ORDER',
      cancel: 'ORDER_PARTIALLY_INVOICED',
    }
  }

  return rule
}

function ruleOfStatus(status: string | null): StatusRule {
  if (status === null) return INCOMPLETE

  return Object.hasOwn(RULES, status) ? RULES[status] : UNLISTED
}

/** Whether a cancel that OMS received for this order only made a request that this account must accept. */
export function cancelMakesRequest(order: Order): boolean {
  return Boolean(ruleOf(order).twoSteps) && isOwnStoreOrder(order)
}

/** Whether a read shows that a cancellation of the order was requested since an earlier read. */
export function showsRequest(order: Order, before: Order): boolean {
  const { state } = ruleOf(order)

  return (
    ['ACCEPTED', 'AWAITING_DECISION', 'CANCELED'].includes(state) ||
    (state === 'DENIED' && ruleOf(before).state !== 'DENIED')
  )
}
