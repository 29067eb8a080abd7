import type { BatchOrderState } from '../../node/domain/vocabulary'
import type { RowView } from '../../node/services/batch/api/readRows'
import { displayed, ofCancellation } from './oracleOfAnswers'
import { truthsOf } from './operations'
import type { Sent } from './records'
import type { Truth } from './truth'
import type { MoneyWorld } from './world'

/** What is known of the order of a row when the batch is over. */
interface Facts {
  now: Truth | null
  /** What the batch's reads have shown. */
  seen: Truth[]
  /** What the batch has sent, and had an effect. */
  effects: Sent[]
  /** This app has canceled the order, in the batch or by a single call. */
  isCanceledByApp: boolean
}

const REQUESTED = ['cancellation-requested', 'waiting-for-seller-decision']

/** The statuses in which a cancel or a request counts. */
const IN_EFFECT = [...REQUESTED, 'request-cancel', 'cancel', 'canceled']

/** What must be true of the order of a row in each state. The states that end no row are false. */
const ENDS: Record<BatchOrderState, (facts: Facts) => boolean> = {
  CANCELED: ({ now }) => now?.status === 'canceled',
  AWAITING_DECISION: ({ seen, isCanceledByApp }) =>
    isCanceledByApp ||
    seen.some(({ status }) => REQUESTED.includes(status ?? '')),
  // OMS's own word that it took the denial counts as well as a look at the order.
  DENIED: ({ seen, effects }) =>
    effects.some(({ kind }) => kind === 'deny') ||
    seen.some(
      ({ isDenied, status }) =>
        isDenied || /denied|cancellation-deny/.test(status ?? '')
    ),
  // A request that the row made may have been denied since.
  REFUSED: ({ now, effects }) =>
    effects.length === 0 || !IN_EFFECT.includes(now?.status ?? ''),
  NOT_ATTEMPTED: ({ effects }) => effects.length === 0,
  STUCK: ({ seen }) => seen.length > 0,
  // After faults in a row an operator decides.
  UNKNOWN: () => true,
  SKIPPED: () => false,
  PENDING: () => false,
  ACCEPTED: () => false,
}

/** Lists what is untrue of a row when its batch is over. */
export function judgeRow(world: MoneyWorld, { input, row }: RowView): string[] {
  const { orderId } = input
  const batchCallers = world.callers.filter(({ isBatch }) => isBatch)
  const sends = batchCallers
    .flatMap((caller) => caller.sends)
    .filter((sent) => sent.orderId === orderId)

  const truths = truthsOf(batchCallers, orderId)
  const facts = {
    now: world.truthOf(orderId),
    seen: truths,
    effects: sends.filter(({ tookEffect }) => tookEffect),
    isCanceledByApp: world
      .sendsFor(orderId)
      .some(({ kind, tookEffect }) => kind === 'cancel' && tookEffect),
  }

  return [
    ...(ENDS[row.state](facts)
      ? []
      : [
          `row ${row.state} of an order that is ${facts.now?.status}, after ${
            facts.effects.length
          } effects; ${row.cancellation?.refusal?.code ?? ''}`,
        ]),
    ...(row.cancellation
      ? ofCancellation(row.cancellation, {
          world,
          orderId,
          truths,
          ...displayed(world, orderId),
        })
      : []),
  ].map((what) => `${orderId}: ${what}`)
}
