import type {
  BatchControl,
  BatchFailure,
  BatchPhase,
  BatchProgress,
} from './batch'
import { refusedCount } from './batchActions'
import { batchStateOf, countsOf } from './batchProgress'
import { ACTS_IN, batchRefusal } from './batchRefusal'
import type { BATCH_SENTENCES, BatchRefusal } from './batchRefusal'
import { knownCounts } from './damaged'
import type { BatchAction } from '../vocabulary'

/** The control of a batch that no operator has told anything yet. */
export const NEW_CONTROL: BatchControl = {
  phase: 'created',
  generation: 0,
  startedAtMs: null,
  refusalsForgiven: 0,
  failure: null,
  history: [],
}

/** Stands for a control that cannot be read: nothing is done for the batch, and anything may have been. */
export const LOST_CONTROL: BatchControl = { ...NEW_CONTROL, phase: 'failed' }

interface ActionRule {
  /** The phase after it, for a batch that was started before, and for one that was not. */
  to: BatchPhase
  toUnstarted?: BatchPhase
  /** Orders may be canceled because of it, so grants are checked. */
  isSending: boolean
  /** How it is refused in a state in which it does nothing. */
  elsewhere: keyof (typeof BATCH_SENTENCES)['WRONG_STATE']
}

const CONTROL_RULES: Record<BatchAction, ActionRule> = {
  START: { to: 'running', isSending: true, elsewhere: 'NOT_TO_START' },
  PAUSE: { to: 'paused', isSending: false, elsewhere: 'NOT_TO_PAUSE' },
  RESUME: { to: 'running', isSending: true, elsewhere: 'NOT_TO_RESUME' },
  ABORT: { to: 'aborted', isSending: false, elsewhere: 'NOT_TO_ABORT' },
  RETRY: {
    to: 'running',
    // A retry starts nothing that no operator has started.
    toUnstarted: 'created',
    isSending: true,
    elsewhere: 'NOT_TO_RETRY',
  },
}

/** Tells whether orders may be canceled because of an action. */
export function isSendingAction(action: BatchAction): boolean {
  return CONTROL_RULES[action].isSending
}

/** One command for a batch. */
export interface ControlCommand {
  /** A text that no other call has ever used. */
  id: string
  action: BatchAction
  /** Null where the batch pauses itself. */
  by: string | null
  /** How many orders the caller expects to be pending, for START, which needs it; for RETRY, to be refused or unknown. */
  expectedOrders: number | null
  atMs: number
}

/** What a command came to. */
export type Commanded =
  | { kind: 'changed'; control: BatchControl }
  | { kind: 'refused'; refusal: BatchRefusal }

/** Applies a command to a batch, if its state allows that. */
export function applyCommand(
  control: BatchControl,
  progress: BatchProgress,
  command: ControlCommand
): Commanded {
  const { id, action, by, atMs } = command
  const rule = CONTROL_RULES[action]
  const state = batchStateOf(control, progress, false)

  if (!ACTS_IN[action].includes(state)) {
    return {
      kind: 'refused',
      refusal: batchRefusal('WRONG_STATE', rule.elsewhere, { subject: state }),
    }
  }

  const counts = knownCounts({ control, progress, damage: null })
  const refusal = refusedCount(action, counts, command.expectedOrders)

  if (refusal) return { kind: 'refused', refusal }

  return {
    kind: 'changed',
    control: {
      ...control,
      phase:
        control.startedAtMs === null && action !== 'START'
          ? rule.toUnstarted ?? rule.to
          : rule.to,
      generation: control.generation + (action === 'RETRY' ? 1 : 0),
      startedAtMs: control.startedAtMs ?? (action === 'START' ? atMs : null),
      refusalsForgiven:
        action === 'RESUME' ? counts.REFUSED : control.refusalsForgiven,
      history: [...control.history, { id, action, by, atMs }],
    },
  }
}

/** Sets a batch aside because of a file that cannot be used; null where its phase stays as it is. */
export function failed(
  control: BatchControl,
  failure: Omit<BatchFailure, 'generation'>
): BatchControl | null {
  // What was aborted stays so: the other rows go on to their ends.
  return ['aborted', 'failed'].includes(control.phase)
    ? null
    : {
        ...control,
        phase: 'failed',
        failure: { ...failure, generation: control.generation },
      }
}

/** Tells whether an operator has said to go on since a file could not be used. */
export function isRepairAllowed(
  { failure, generation }: BatchControl,
  file: string
): boolean {
  return (
    failure !== null && failure.file === file && failure.generation < generation
  )
}

/** Tells whether so many rows were refused that a batch stops for an operator to look. */
export function isOverLimit(
  { phase, refusalsForgiven }: BatchControl,
  progress: BatchProgress,
  maxRefusals: number | null
): boolean {
  return (
    maxRefusals !== null &&
    phase === 'running' &&
    countsOf(progress).REFUSED - refusalsForgiven > maxRefusals
  )
}

/** Lists all in whose name a batch sends: each must still hold the grant when it goes on. */
export function responsible(
  createdBy: string,
  { history }: BatchControl
): string[] {
  const senders = history
    .filter(({ action }) => isSendingAction(action))
    .flatMap(({ by }) => by ?? [])

  return [...new Set([createdBy, ...senders])]
}

/** Finds in whose name a row is sent: the operator's who last started, resumed or retried the batch, else its creator's. */
export function senderOf(createdBy: string, { history }: BatchControl): string {
  const senders = history.filter(({ action }) => isSendingAction(action))

  return senders[senders.length - 1]?.by ?? createdBy
}
