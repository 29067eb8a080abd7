import type { NextStep } from '../vocabulary'
import { AXIS_NAMES } from './facts'
import type { Action, Case } from './facts'
import { RULES } from './rules'
import type { Rule, RulingCode, Then } from './rules'

/** What the facts of an order mean for one action. */
export type Ruling =
  | { kind: 'send' }
  /** What the caller wants is done, or on its way. Nothing is sent. */
  | { kind: 'already' }
  | RefusedRuling

export interface RefusedRuling {
  kind: 'refuse'
  /** The action that is refused. */
  action: Action
  code: RulingCode
  nextStep: NextStep
  /** Why the action that would help is not possible either; null where one is, or none would help. */
  because: RefusedRuling | null
}

/** The next step that is one of this app's own actions. */
const STEP_OF: Record<Action, NextStep> = {
  return: 'RETURN_INVOICE',
  accept: 'DECIDE_REQUEST',
  deny: 'DECIDE_REQUEST',
  cancel: 'NONE',
}

/** Decides from the facts of an order what an action may do. */
export function rulingOn(action: Action, facts: Case): Ruling {
  const then = thenOf(action, facts)

  if (then === 'SEND') return { kind: 'send' }
  if (then === 'ALREADY') return { kind: 'already' }

  const { code, nextStep } = then

  if (typeof nextStep === 'string')
    return { kind: 'refuse', action, code, nextStep, because: null }

  const other = rulingOn(nextStep.as, facts)

  return other.kind === 'refuse'
    ? { kind: 'refuse', action, code, nextStep: other.nextStep, because: other }
    : {
        kind: 'refuse',
        action,
        code,
        nextStep: STEP_OF[nextStep.as],
        because: null,
      }
}

function thenOf(action: Action, facts: Case): Exclude<Then, 'NO_BAR'> {
  for (const stage of RULES[action]) {
    const found = stage.find((rule) => fits(rule, facts))

    if (found && found.then !== 'NO_BAR') return found.then
  }

  // Cannot be: the last stage of each action has a rule for every case, as a test shows.
  throw new Error(`No rule of ${action} fits an order that is ${facts.phase}.`)
}

function fits({ when }: Rule, facts: Case): boolean {
  return AXIS_NAMES.every((axis) => isAmong(axis, when, facts))
}

function isAmong<Axis extends keyof Case>(
  axis: Axis,
  when: Rule['when'],
  facts: Case
): boolean {
  const words: ReadonlyArray<Case[Axis]> | undefined = when[axis]

  return words?.includes(facts[axis]) ?? true
}
