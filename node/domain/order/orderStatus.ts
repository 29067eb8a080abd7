import type { CancellationState } from '../vocabulary'
import { hasInvoice, sideOf } from './order'
import type { Order } from './order'
import { INCOMPLETE_WARNING, ruleOfStatus } from './statusRules'
import type { StatusRule } from './statusRules'

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

/** Decides about an order: the rule of its status, refined by what else is on it. */
export function ruleOf(order: Order): StatusRule {
  return REFINEMENTS.reduce(
    (rule, { applies, refine }) => (applies(order, rule) ? refine(rule) : rule),
    ruleOfStatus(order.status)
  )
}

/** Tells whether a cancel that OMS received for this order only made a request that this account must accept. */
export function cancelMakesRequest(order: Order): boolean {
  return ruleOf(order).makesRequestOn?.includes(sideOf(order)) ?? false
}

/** Tells whether OMS is carrying out a cancellation of the order, and has not finished. */
export function isCanceling({ status }: Pick<Order, 'status'>): boolean {
  return ruleOfStatus(status).state === 'ACCEPTED'
}

/** Tells whether a read shows that the order's cancellation was requested since it was in another status. */
export function showsRequest(
  order: Order,
  before: Pick<Order, 'status'>
): boolean {
  return (
    isRequested(ruleOf(order).state) || (isDenied(order) && !isDenied(before))
  )
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
