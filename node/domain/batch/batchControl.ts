import type {
  BatchControl,
  BatchPhase,
  BatchProgress,
  ControlAction,
} from './batch'
import { batchStateOf, countsOf } from './batchProgress'
import { batchRefusal } from './batchRefusal'
import type { BatchRefusal } from './batchRefusal'
import type { BatchState } from './batchVocabulary'

/** A batch that nobody has told anything yet. */
export const NEW_CONTROL: BatchControl = {
  phase: 'created',
  generation: 0,
  startedAtMs: null,
  refusalsForgiven: 0,
  history: [],
}

interface ActionRule {
  /** The states in which the action does something. */
  from: BatchState[]
  to: BatchPhase
  /** Whether orders may be canceled because of it, so that grants are checked. */
  isSending: boolean
}

const RULES: Record<ControlAction, ActionRule> = {
  START: { from: ['READY'], to: 'running', isSending: true },
  PAUSE: {
    from: ['RUNNING', 'THROTTLED', 'CONFIRMING'],
    to: 'paused',
    isSending: false,
  },
  RESUME: { from: ['PAUSED'], to: 'running', isSending: true },
  ABORT: {
    from: ['CHECKING', 'READY', 'RUNNING', 'THROTTLED', 'PAUSED', 'CONFIRMING'],
    to: 'aborted',
    isSending: false,
  },
  RETRY: { from: ['DONE'], to: 'running', isSending: true },
}

/** Whether orders may be canceled because of an action. */
export function isSendingAction(action: ControlAction): boolean {
  return RULES[action].isSending
}

/** Someone's wish for a batch. */
export interface ControlCommand {
  /** A text that no other call has ever used. */
  id: string
  action: ControlAction
  /** Null where the batch pauses itself. */
  by: string | null
  /** How many orders the caller expects to be pending; only START needs it. */
  expectedOrders: number | null
  atMs: number
}

/** The batch after a control action, or why nothing was done. */
export function controlled(
  control: BatchControl,
  progress: BatchProgress,
  command: ControlCommand
): { control: BatchControl } | { refused: BatchRefusal } {
  const { id, action, by, atMs } = command
  const rule = RULES[action]
  const state = batchStateOf(control, progress, false)

  if (!rule.from.includes(state)) {
    return {
      refused: batchRefusal('WRONG_STATE', {
        action,
        state,
        allowed: rule.from,
      }),
    }
  }

  const counts = countsOf(progress)

  if (action === 'START' && command.expectedOrders !== counts.PENDING) {
    return {
      refused: batchRefusal('COUNT_MISMATCH', {
        expected: command.expectedOrders,
        pending: counts.PENDING,
      }),
    }
  }

  return {
    control: {
      phase: rule.to,
      generation: control.generation + (action === 'RETRY' ? 1 : 0),
      startedAtMs: control.startedAtMs ?? (action === 'START' ? atMs : null),
      refusalsForgiven:
        action === 'RESUME' ? counts.REFUSED : control.refusalsForgiven,
      history: [...control.history, { id, action, by, atMs }],
    },
  }
}

/** Whether so many rows were refused that a batch stops to be looked at. */
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

/** Everybody in whose name a batch sends: each must still hold the grant when it goes on. */
export function responsible(
  createdBy: string,
  { history }: BatchControl
): string[] {
  const senders = history
    .filter(({ action }) => isSendingAction(action))
    .flatMap(({ by }) => by ?? [])

  return [...new Set([createdBy, ...senders])]
}

/** In whose name a row is sent: of whoever let the batch go on last. */
export function senderOf(createdBy: string, { history }: BatchControl): string {
  const senders = history.filter(({ action }) => isSendingAction(action))

  return senders[senders.length - 1]?.by ?? createdBy
}
