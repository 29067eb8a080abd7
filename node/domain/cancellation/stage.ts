import type { Facts } from '../decision/facts'
import { rulingOn } from '../decision/ruling'
import { ownDenial } from '../journal/journal'
import type { JournalEntry } from '../journal/journal'
import { pendingSend, showsEffect } from '../journal/pendingSend'
import type { Order } from '../order/order'
import { cancelMakesRequest, isRequested } from '../order/orderStatus'
import { lastDenial } from '../order/requests'
import { ruleOfStatus } from '../order/statusRules'
import type { CancellationState, DecisionMaker, NextStep } from '../vocabulary'
import type { Known } from './known'
import { diagnose } from './stuck'
import type { StuckDiagnosis } from './stuck'
import { isFreshlyCanceled } from './warnings'

/** How far an order's cancellation has come, and the caller's next step. */
export interface Stage {
  state: CancellationState
  nextStep: NextStep
  awaiting?: DecisionMaker | null
  denial?: Denial | null
  stuck?: StuckDiagnosis | null
}

export interface Denial {
  reason: string | null
  date: string | null
}

/**
 * Finds the stage of an order's cancellation: what its status says, corrected by what is
 * known to be stuck, and by what this app has sent that the order does not show yet.
 */
export function stageOf(order: Order, facts: Facts, known: Known): Stage {
  return (
    stuckStage(order, facts, known) ??
    sentStage(order, known) ??
    deniedStage(order, facts, known) ??
    readStage(order, facts)
  )
}

/** Tells whether a cancellation was requested, and not denied. An order that has stopped on another way is stuck without one. */
export function isCancellationAsked({
  state,
  stuck,
}: Pick<Stage, 'state' | 'stuck'>): boolean {
  return isRequested(state) && stuck?.kind !== 'TRANSITION_STOPPED'
}

/** Says what the status means, with the next step that the other facts leave. */
function readStage(order: Order, facts: Facts): Stage {
  const { state, awaiting = null } = ruleOfStatus(order.status)

  return isFreshlyCanceled(order, facts)
    ? { state, nextStep: 'CHECK_AGAIN' }
    : { state, awaiting, nextStep: ownNextStep(order, facts) }
}

/** Finds an order's own next step: what a cancel would be told, where it would be refused. */
function ownNextStep({ status }: Order, facts: Facts): NextStep {
  const ruling = rulingOn('cancel', facts.case)

  return ruling.kind === 'refuse'
    ? ruling.nextStep
    : ruleOfStatus(status).nextStep
}

function stuckStage(order: Order, facts: Facts, known: Known): Stage | null {
  const stuck = diagnose(order, facts, known)

  return (
    stuck && {
      state: 'STUCK',
      nextStep: 'OPEN_TICKET',
      stuck,
      denial:
        ruleOfStatus(order.status).state === 'DENIED'
          ? lastDenial(order)
          : null,
    }
  )
}

/** Says what this app has sent, where the order does not show it. */
function sentStage(order: Order, { journal, nowMs }: Known): Stage | null {
  const pending = pendingSend(journal, order, nowMs)

  if (pending.kind === 'none' || pending.entry.kind === 'return') return null
  if (pending.kind === 'unseen') return confirmedStage(order, pending.entry)

  return showsEffect(order, pending.entry)
    ? null
    : { state: 'UNKNOWN', nextStep: 'CHECK_AGAIN' }
}

function confirmedStage(order: Order, entry: JournalEntry): Stage {
  if (entry.kind === 'deny') {
    return { state: 'DENIED', nextStep: 'NONE', denial: denialOf(entry) }
  }

  return entry.kind === 'cancel' && cancelMakesRequest(order)
    ? {
        state: 'AWAITING_DECISION',
        awaiting: 'SELF',
        nextStep: 'DECIDE_REQUEST',
      }
    : { state: 'ACCEPTED', nextStep: 'CHECK_AGAIN' }
}

/** Finds a denial where the status does not show it: a denied order goes back to the status it had. */
function deniedStage(
  order: Order,
  facts: Facts,
  { journal }: Known
): Stage | null {
  const { state } = ruleOfStatus(order.status)

  if (state !== 'NOT_REQUESTED' && state !== 'DENIED') return null

  const own = ownDenial(journal)
  const denial = lastDenial(order) ?? (own && denialOf(own))

  return (
    denial && {
      state: 'DENIED',
      nextStep: ownNextStep(order, facts),
      denial,
    }
  )
}

function denialOf({ reason, completion, startedAtMs }: JournalEntry): Denial {
  const deniedAtMs = completion?.atMs ?? startedAtMs

  return { reason, date: new Date(deniedAtMs).toISOString() }
}
