import { hasInvoice, sideOf } from './order'
import type { Order, Side } from './order'
import type { StatusRefusalCode } from '../refusal'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'

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
  /** The sides on which the first cancel only makes a request, which this account then decides about. */
  makesRequestOn?: Side[]
  /** Whether goods may have left the shelf, so that OMS does not give their stock back. */
  keepsStock?: true
  warnings?: string[]
}

const OPEN: StatusRule = {
  state: 'NOT_REQUESTED',
  nextStep: 'NONE',
  cancel: 'SEND',
}

/** After the cancellation window the side that ships must agree, so the store's own first cancel is a request too. */
const OPEN_TWO_STEPS: StatusRule = {
  ...OPEN,
  makesRequestOn: ['OWN_STORE', 'SELLER'],
}

const BEING_HANDLED: StatusRule = { ...OPEN_TWO_STEPS, keepsStock: true }

const INCOMPLETE_WARNING =
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
  handling: BEING_HANDLED,
  'ready-for-invoicing': BEING_HANDLED,
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

interface Refinement {
  because: string
  applies: (order: Order, rule: StatusRule) => boolean
  refine: (rule: StatusRule) => StatusRule
}

const warn = (text: string) => (rule: StatusRule) => ({
  ...rule,
  warnings: [...(rule.warnings ?? []), text],
})

/** What else on an order weighs in, applied in this order. Only what VTEX documents makes a refusal; a flag is a hint. */
const REFINEMENTS: Refinement[] = [
  {
    because:
      "The endpoint's own page: after a return invoice the cancel works.",
    applies: (order, { cancel }) =>
      cancel === 'ORDER_INVOICED' && hasInvoice(order, 'Input'),
    refine: (rule) => ({ ...rule, nextStep: 'NONE', cancel: 'SEND' }),
  },
  {
    because: 'OMS answers 400 to the cancel of a partly invoiced order.',
    applies: (order) =>
      ruleOfStatus(order.status).cancel === 'SEND' &&
      hasInvoice(order, 'Output'),
    refine: (rule) => ({
      ...rule,
      nextStep: 'MODIFY_ORDER',
      cancel: 'ORDER_PARTIALLY_INVOICED',
    }),
  },
  {
    because:
      'An order that is not completed is an incomplete one, whatever its status.',
    applies: ({ isCompleted }, { cancel, warnings }) =>
      isCompleted === false && cancel === 'SEND' && !warnings,
    refine: warn(INCOMPLETE_WARNING),
  },
  {
    because: 'The strongest hint OMS gives, and no proof: OMS decides.',
    applies: ({ allowCancellation }, { cancel }) =>
      allowCancellation === false && cancel === 'SEND',
    refine: warn(
      'OMS marks the order as one that may not be canceled (allowCancellation). It may refuse the cancel.'
    ),
  },
  {
    because:
      'The flag means an error that no automatic retry solves. A cancel may still work, or stop half-way.',
    applies: ({ workflowIsInError }, { cancel }) =>
      workflowIsInError === true && cancel === 'SEND',
    refine: warn(
      "The order's workflow is in error (workflowIsInError): a cancel may not get through."
    ),
  },
]

/** The one rule that decides about an order: that of its status, refined by what else is on it. */
export function ruleOf(order: Order): StatusRule {
  return REFINEMENTS.reduce(
    (rule, { applies, refine }) => (applies(order, rule) ? refine(rule) : rule),
    ruleOfStatus(order.status)
  )
}

function ruleOfStatus(status: string | null): StatusRule {
  if (status === null) return INCOMPLETE

  return Object.hasOwn(RULES, status) ? RULES[status] : UNLISTED
}

/** Whether OMS keeps the stock of an order that is canceled in a status. */
export function keepsStock(status: string | null): boolean {
  return ruleOfStatus(status).keepsStock === true
}

/** Whether a cancel that OMS received for this order only made a request that this account must accept. */
export function cancelMakesRequest(order: Order): boolean {
  return ruleOf(order).makesRequestOn?.includes(sideOf(order)) ?? false
}

/** Whether a read shows that a cancellation of the order was requested since it was in another status. */
export function showsRequest(
  order: Order,
  before: Pick<Order, 'status'>
): boolean {
  return (
    isRequested(ruleOf(order).state) || (isDenied(order) && !isDenied(before))
  )
}

/** Whether a state says that somebody asked for the cancellation and nobody has denied it. */
export function isRequested(state: CancellationState): boolean {
  return ['ACCEPTED', 'AWAITING_DECISION', 'CANCELED', 'STUCK'].includes(state)
}

function isDenied({ status }: Pick<Order, 'status'>): boolean {
  return ruleOfStatus(status).state === 'DENIED'
}
