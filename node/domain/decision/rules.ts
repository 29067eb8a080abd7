import type { NextStep } from '../vocabulary'
import type { Action, Case } from './facts'

/** The refusals that follow from the facts of an order. */
export type RulingCode =
  | 'ORDER_INVOICED'
  | 'ORDER_PARTIALLY_INVOICED'
  | 'ORDER_NOT_INVOICED'
  | 'ORDER_IN_TRANSITION'
  | 'ORDER_STOPPED'
  | 'RETURN_INCOMPLETE'
  | 'RETURN_NOT_TAKEN'
  | 'OTHER_RETURN'
  | 'RETURN_SENT'
  | 'INVOICES_UNREADABLE'
  | 'INVOICES_ABOVE_ORDER'
  | 'DECISION_PENDING'
  | 'NO_OPEN_REQUEST'
  | 'OWN_REQUEST'
  | 'NOT_CANCELLABLE'
  | 'WRONG_ACCOUNT'

/**
 * What a rule says. `SEND`: OMS decides. `ALREADY`: what the caller wants is done, or on its
 * way, so nothing is sent. `NO_BAR`: the invoices forbid nothing. A refusal names the next
 * step, or another action whose own ruling is the next step.
 */
export type Then =
  | 'SEND'
  | 'ALREADY'
  | 'NO_BAR'
  | { code: RulingCode; nextStep: NextStep | { as: Action } }

/** One rule: the words that each fact may have, and what follows. A fact that is not named may have any. */
export interface Rule {
  when: { readonly [Axis in keyof Case]?: ReadonlyArray<Case[Axis]> }
  then: Then
}

const refuse = (
  code: RulingCode,
  nextStep: NextStep | { as: Action }
): Then => ({ code, nextStep })

const ON_ITS_WAY_TO_INVOICED = ['INVOICING', 'INVOICING_AFTER_DENIAL'] as const
const REQUEST_OPEN = ['DECIDED_HERE', 'DECIDED_THERE'] as const
const NOTHING_INVOICED = { invoiced: ['NONE'], returned: ['NONE'] } as const

/** VTEX makes no change to an order that the platform is moving; one that has stopped needs VTEX. */
const PLATFORM_MOVES: Rule[] = [
  {
    when: { phase: ['MOVING', ...ON_ITS_WAY_TO_INVOICED], stopped: ['YES'] },
    then: refuse('ORDER_STOPPED', 'OPEN_TICKET'),
  },
  {
    when: { phase: ['MOVING', ...ON_ITS_WAY_TO_INVOICED] },
    then: refuse('ORDER_IN_TRANSITION', 'RETRY_LATER'),
  },
]

/**
 * How the invoices of an order forbid its cancellation, by a cancel or by an accept. OMS
 * answers 400 to the cancel of a partly invoiced order, and goods that are out must come
 * back whole first. A seller's invoice is also its no to a request (help page Canceling
 * orders; known issue 1400005).
 */
const INVOICES: Rule[] = [
  {
    when: { phase: ['INVOICED'], returned: ['NONE'] },
    then: refuse('ORDER_INVOICED', { as: 'return' }),
  },
  { when: { phase: ['INVOICED'], returned: ['WHOLE'] }, then: 'NO_BAR' },
  {
    when: { phase: ['INVOICED'] },
    then: refuse('RETURN_INCOMPLETE', { as: 'return' }),
  },
  { when: NOTHING_INVOICED, then: 'NO_BAR' },
  {
    when: { invoiced: ['PART'] },
    then: refuse('ORDER_PARTIALLY_INVOICED', 'MODIFY_ORDER'),
  },
  {
    when: { invoiced: ['NONE', 'UNKNOWN'] },
    then: refuse('INVOICES_UNREADABLE', 'NONE'),
  },
  { when: { returned: ['WHOLE'] }, then: 'NO_BAR' },
  {
    when: { phase: REQUEST_OPEN, stopped: ['YES'] },
    then: refuse('ORDER_STOPPED', 'OPEN_TICKET'),
  },
  {
    when: { phase: REQUEST_OPEN },
    then: refuse('ORDER_INVOICED', 'CHECK_AGAIN'),
  },
  {
    when: { returned: ['NONE'] },
    then: refuse('ORDER_INVOICED', { as: 'return' }),
  },
  { when: {}, then: refuse('RETURN_INCOMPLETE', { as: 'return' }) },
]

const OTHER_SIDE_DECIDES: Rule = {
  when: { phase: ['DECIDED_THERE'] },
  then: refuse('WRONG_ACCOUNT', 'WAIT_FOR_DECISION'),
}

const NO_DECISION_HERE = [
  'OPEN',
  'MOVING',
  ...ON_ITS_WAY_TO_INVOICED,
  'INVOICED',
  'CANCELING',
  'CANCELED',
  'DENIED',
  'REPLACED',
] as const

/**
 * What may be sent for an order, for each action and all facts. Each action has stages: in a
 * stage the first rule that fits decides, unless it says NO_BAR; then the next stage does.
 * An undocumented status counts as open: OMS adds statuses without notice, and decides
 * about them itself. docs/what-is-sent.md shows the whole product.
 */
export const RULES: Record<Action, Rule[][]> = {
  cancel: [
    [
      {
        when: { phase: ['CANCELED', 'CANCELING', 'DECIDED_THERE'] },
        then: 'ALREADY',
      },
      {
        when: { phase: ['REPLACED'] },
        then: refuse('NOT_CANCELLABLE', 'NONE'),
      },
      ...PLATFORM_MOVES,
    ],
    INVOICES,
    [
      {
        // A second cancel would accept the request.
        when: { phase: ['DECIDED_HERE'] },
        then: refuse('DECISION_PENDING', 'DECIDE_REQUEST'),
      },
      { when: {}, then: 'SEND' },
    ],
  ],
  accept: [
    [
      OTHER_SIDE_DECIDES,
      { when: { phase: ['CANCELED', 'CANCELING'] }, then: 'ALREADY' },
      {
        when: { phase: NO_DECISION_HERE },
        then: refuse('NO_OPEN_REQUEST', 'NONE'),
      },
    ],
    INVOICES,
    [{ when: {}, then: 'SEND' }],
  ],
  deny: [
    [
      OTHER_SIDE_DECIDES,
      {
        when: { phase: ['DENIED', 'INVOICING_AFTER_DENIAL'] },
        then: 'ALREADY',
      },
      {
        // A denied order goes back to the status it had: only the journal knows of the denial.
        when: { phase: NO_DECISION_HERE, request: ['DENIED_HERE'] },
        then: 'ALREADY',
      },
      {
        when: { phase: NO_DECISION_HERE },
        then: refuse('NO_OPEN_REQUEST', 'NONE'),
      },
      {
        when: { request: ['OWN'] },
        then: refuse('OWN_REQUEST', { as: 'accept' }),
      },
      { when: { request: ['OTHERS'] }, then: 'SEND' },
      // OMS takes a denial only with the id of the request.
      { when: {}, then: refuse('NO_OPEN_REQUEST', 'NONE') },
    ],
  ],
  return: [
    [
      { when: { returned: ['WHOLE'] }, then: refuse('OTHER_RETURN', 'NONE') },
      {
        when: { phase: ['CANCELED', 'CANCELING', 'REPLACED'] },
        then: refuse('RETURN_NOT_TAKEN', 'NONE'),
      },
      ...PLATFORM_MOVES,
      {
        when: { phase: ['DECIDED_HERE'], ...NOTHING_INVOICED },
        then: refuse('DECISION_PENDING', 'DECIDE_REQUEST'),
      },
      {
        when: { phase: ['DECIDED_THERE'], ...NOTHING_INVOICED },
        then: refuse('ORDER_NOT_INVOICED', 'WAIT_FOR_DECISION'),
      },
      {
        when: { phase: ['OPEN', 'DENIED'], ...NOTHING_INVOICED },
        then: refuse('ORDER_NOT_INVOICED', 'NONE'),
      },
      {
        // The invoice belongs to the account that ships; elsewhere it refunds nothing.
        when: { side: ['MARKETPLACE', 'CHAIN', 'UNKNOWN'] },
        then: refuse('WRONG_ACCOUNT', 'NONE'),
      },
      {
        // Before all is invoiced, OMS refunds nothing for a return.
        when: { invoiced: ['PART'] },
        then: refuse('ORDER_NOT_INVOICED', 'MODIFY_ORDER'),
      },
      {
        when: { invoiced: ['NONE', 'UNKNOWN'] },
        then: refuse('INVOICES_UNREADABLE', 'NONE'),
      },
      {
        when: { phase: REQUEST_OPEN, stopped: ['YES'] },
        then: refuse('ORDER_STOPPED', 'OPEN_TICKET'),
      },
      {
        // The invoice is the seller's no to the request, and the platform moves the order on.
        when: { phase: REQUEST_OPEN },
        then: refuse('ORDER_IN_TRANSITION', 'RETRY_LATER'),
      },
      {
        when: { returned: ['UNKNOWN'] },
        then: refuse('INVOICES_UNREADABLE', 'NONE'),
      },
      {
        when: { rest: ['SENT'] },
        then: refuse('RETURN_SENT', 'NONE'),
      },
      {
        when: { rest: ['ABOVE_ORDER'] },
        then: refuse('INVOICES_ABOVE_ORDER', 'NONE'),
      },
      {
        when: { rest: ['UNKNOWN'] },
        then: refuse('INVOICES_UNREADABLE', 'NONE'),
      },
      { when: {}, then: 'SEND' },
    ],
  ],
}
