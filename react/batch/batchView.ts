import type { Color } from '../components/StateTag'
import type { BatchHeadFragment, BatchQuery } from '../typings/operations'

export type BatchHead = BatchHeadFragment
export type Group = NonNullable<
  NonNullable<BatchQuery['cancellationBatch']['batch']>['groups']
>[number]

const COLOR: Partial<Record<string, Color>> = {
  CHECKING: 'plain',
  READY: 'waiting',
  RUNNING: 'going',
  THROTTLED: 'waiting',
  NO_ACCESS: 'waiting',
  PAUSED: 'waiting',
  CONFIRMING: 'going',
  DONE: 'plain',
  ABORTED: 'plain',
  FAILED: 'bad',
}

/** Finds the color of a batch's state; one that this version does not know counts as at work. */
export function colorOf(state: string): Color {
  return COLOR[state] ?? 'going'
}

/** What the words for a batch go by. */
type Stated = Pick<BatchHead, 'state' | 'action'> &
  Partial<Pick<BatchHead, 'startedAt'>> & { counts?: { pending: number } }

/** Finds the key of the words for a state: those of a batch that accepts or denies are its own, where they differ. */
export function stateKey(
  group: 'batchState' | 'batchSentence',
  batch: Stated,
  has: (key: string) => boolean
): string {
  const state = phaseOf(batch)
  const own = `${group}.${state}_${batch.action}`

  if (has(own)) return own

  return has(`${group}.${state}`) ? `${group}.${state}` : `${group}.RUNNING`
}

/** A stop has phases of its own: of a batch that never began, and while orders may still be on their way. */
function phaseOf({ state, startedAt, counts }: Stated): string {
  if (state !== 'ABORTED') return state
  if (startedAt === null) return 'DISCARDED'

  return counts && counts.pending > 0 ? 'STOPPING' : state
}

/** The states before the start. */
export function isBeforeStart({
  state,
  startedAt,
}: Pick<BatchHead, 'state' | 'startedAt'>): boolean {
  return ['CHECKING', 'READY'].includes(state) && startedAt === null
}

/** The states in which a batch goes on by itself. */
export function isAtWork({ state }: Pick<BatchHead, 'state'>): boolean {
  return !['READY', 'PAUSED', 'DONE', 'ABORTED', 'FAILED'].includes(state)
}

const SECOND_MS = 1_000

const WAIT_SECONDS: Partial<Record<string, number>> = {
  CHECKING: 5,
  RUNNING: 5,
  CONFIRMING: 15,
  READY: 30,
  PAUSED: 30,
  NO_ACCESS: 30,
}

/** Finds when the page looks at a batch again; null where nothing changes any more. */
export function nextLookMs(
  { state, throttledUntil, counts }: BatchHead,
  nowMs: number
): number | null {
  if (state === 'THROTTLED') {
    const leftMs = throttledUntil ? Date.parse(throttledUntil) - nowMs : 0

    return Math.min(Math.max(leftMs, SECOND_MS), 30 * SECOND_MS)
  }

  // The rows end a little after a stop, and what was sent before it is still watched.
  if (state === 'ABORTED')
    return counts.accepted + counts.pending > 0 ? 15 * SECOND_MS : null
  if (state === 'DONE' || state === 'FAILED') return null

  return (WAIT_SECONDS[state] ?? 5) * SECOND_MS
}

/** How many rows are to be sent, or were. */
export function workOf({ counts }: Pick<BatchHead, 'counts'>): {
  all: number
  settled: number
} {
  const all = counts.total - counts.skipped

  return { all, settled: all - counts.pending - counts.notAttempted }
}

/** How many rows a person has to look at. */
export function needYou({ counts }: Pick<BatchHead, 'counts'>): number {
  return (
    counts.refused + counts.unknown + counts.stuck + counts.awaitingDecision
  )
}

/** What fraction is settled, as the bar shows it: never whole before the batch is. */
export function percentOf(batch: BatchHead): number {
  const { all, settled } = workOf(batch)

  if (batch.state === 'DONE') return 100

  return all === 0 ? 0 : Math.min(99, Math.floor((100 * settled) / all))
}

/** Takes out what groups the digits of a typed number, in any language. */
export function typedNumber(text: string): number | null {
  const digits = text.replace(/[\s.,'’\u00a0\u202f]/g, '')

  return /^\d+$/.test(digits) ? Number(digits) : null
}
