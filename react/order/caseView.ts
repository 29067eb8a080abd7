import type { Color } from '../components/StateTag'
import type { CancellationFragment, CaseQuery } from '../typings/operations'

export type Case = CaseQuery['cancellationCase']

/** How a state is shown: the key of its words, and its color. A state that this version does not know is shown as not known. */
interface StateView {
  /** In messages: `state.{key}` is the tag and `verdict.{key}` the sentence. */
  key: string
  color: Color
}

const VIEWS: Partial<Record<string, StateView>> = {
  NOT_REQUESTED: { key: 'NOT_REQUESTED', color: 'plain' },
  ACCEPTED: { key: 'ACCEPTED', color: 'going' },
  CANCELED: { key: 'CANCELED', color: 'canceled' },
  DENIED: { key: 'DENIED', color: 'plain' },
  STUCK: { key: 'STUCK', color: 'bad' },
}

/** Finds how the state of an order is shown. */
export function stateView({
  state,
  awaiting = null,
}: {
  state: string
  awaiting?: string | null
}): StateView {
  if (state === 'AWAITING_DECISION') {
    return {
      key: `AWAITING_DECISION_${awaiting === 'SELF' ? 'SELF' : 'OTHER'}`,
      color: 'waiting',
    }
  }

  return VIEWS[state] ?? { key: 'UNKNOWN', color: 'unknown' }
}

/** Tells whether OMS has not shown the order at all: a wrong id, no access, or no answer. */
export function isUnread({
  state,
  orderStatus,
}: Pick<CancellationFragment, 'state' | 'orderStatus'>): boolean {
  return stateView({ state }).key === 'UNKNOWN' && orderStatus === null
}

/** Tells whether OMS has shown the order as canceled only a moment ago: it may still go back. */
export function isFresh({ notices }: CancellationFragment): boolean {
  return notices.some(({ code }) => code === 'FRESHLY_CANCELED')
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** The most looks at an order whose cancel VTEX has received. */
const MOST_LOOKS = 10

/**
 * Finds when the page looks at an order again by itself; null for never.
 *
 * @param looks how often the page has seen it in this state
 */
export function nextLookMs(
  { cancellation }: Case,
  looks: number
): number | null {
  const { state, nextStep, refusal } = cancellation

  if (refusal?.retryAfterSeconds) return refusal.retryAfterSeconds * SECOND_MS

  if (state === 'ACCEPTED') {
    if (looks > MOST_LOOKS) return null

    return looks === 1 ? 10 * SECOND_MS : MINUTE_MS
  }

  if (state === 'CANCELED') return isFresh(cancellation) ? 30 * SECOND_MS : null

  // Asking again finds no order under a wrong id.
  if (isUnread(cancellation) && refusal?.retryable === false) return null

  return state === 'UNKNOWN' || nextStep === 'CHECK_AGAIN'
    ? firstOr(looks, 40 * SECOND_MS, MINUTE_MS)
    : null
}

function firstOr(looks: number, firstMs: number, furtherMs: number): number {
  return looks === 1 ? firstMs : furtherMs
}

/** What a dialog has asked about: once this differs, the question is another one. */
export function signatureOf({ cancellation, actions, value }: Case): string {
  const { state, orderStatus, awaiting } = cancellation

  return JSON.stringify([state, orderStatus, awaiting, actions, value])
}
