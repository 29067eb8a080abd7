import type { OrderCancellation } from '../../node/domain/cancellation/cancellation'
import type { ShownRefusal } from '../../node/domain/refusal/refusal'
import type { Sent } from './records'
import { has, isReturnedWhole, sumOf } from './truth'
import type { Truth } from './truth'
import type { MoneyWorld } from './world'

const TWO_HOURS_MS = 2 * 3_600_000

/** What an answer rests on. */
export interface Around {
  world: MoneyWorld
  orderId: string
  /** What was true at each read that the answer rests on. */
  truths: Truth[]
  /** OMS shows the order as it is. */
  isPlain: boolean
  /** OMS shows what is not, in a way that no reader can tell. */
  isDisplayFalse: boolean
}

/** Everything that this app has sent for the order. */
export function allSends({ world, orderId }: Around): Sent[] {
  return world.sendsFor(orderId)
}

const CANCELING = ['cancel', 'request-cancel']
const REQUESTED = ['cancellation-requested', 'waiting-for-seller-decision']

const DENIED = [
  'cancellation-request-denied',
  'cancellation-request-denied-ffm',
  'invoice-after-cancellation-deny',
]

const wasTaken = (around: Around, kind: Sent['kind']) =>
  allSends(around).some((sent) => sent.kind === kind && sent.tookEffect)

/** What must be true of an order in each state that an answer names. */
export const STATES: Record<
  OrderCancellation['state'],
  (truth: Truth, around: Around) => boolean
> = {
  CANCELED: ({ status }) => status === 'canceled',
  ACCEPTED: ({ status }, around) =>
    CANCELING.includes(status ?? '') || wasTaken(around, 'cancel'),
  AWAITING_DECISION: ({ status }, around) =>
    REQUESTED.includes(status ?? '') || wasTaken(around, 'cancel'),
  DENIED: ({ status, isDenied }, around) =>
    isDenied ||
    // The requests may come from a later read, of the purchase.
    around.world.truthOf(around.orderId)?.isDenied === true ||
    wasTaken(around, 'deny') ||
    DENIED.includes(status ?? ''),
  NOT_REQUESTED: ({ status }) =>
    ![...CANCELING, ...REQUESTED, 'canceled'].includes(status ?? ''),
  STUCK: ({ isInError, lastChangeMs, status }, { world }) =>
    isInError ||
    world.epochMs() - lastChangeMs > TWO_HOURS_MS ||
    status === 'cancellation-request-denied-ffm',
  UNKNOWN: () => true,
}

const MOVED = [
  'start-handling',
  'invoice',
  'invoice-after-cancellation-deny',
  'order-created',
]

type Claim = (truth: Truth, message: string, around: Around) => boolean

/** What must be true of an order for each refusal that says something of it. */
export const CLAIMS: Partial<Record<ShownRefusal['code'], Claim>> = {
  ORDER_INVOICED: (truth) =>
    has(truth, 'Output') || truth.status === 'invoiced',
  ORDER_PARTIALLY_INVOICED: (truth) =>
    has(truth, 'Output') && !truth.isFullyInvoiced,
  ORDER_NOT_INVOICED: (truth) => !truth.isFullyInvoiced,
  RETURN_INCOMPLETE: (truth, message) =>
    has(truth, 'Input') &&
    (message.includes('cannot be told') ||
      (!isReturnedWhole(truth) &&
        message.includes(cents(sumOf(truth, 'Input'))) &&
        message.includes(cents(sumOf(truth, 'Output'))))),
  INVOICES_ABOVE_ORDER: (truth) => sumOf(truth, 'Output') > truth.value,
  DECISION_PENDING: ({ status }) => status === 'cancellation-requested',
  RETURN_NOT_TAKEN: (truth, _message, { isPlain }) =>
    [...CANCELING, 'canceled', 'replaced'].includes(truth.status ?? '') &&
    // What came back already is said to have: advice to refund would pay it twice.
    !(
      isPlain &&
      sumOf(truth, 'Input') > 0 &&
      sumOf(truth, 'Input') === sumOf(truth, 'Output')
    ),
  NO_OPEN_REQUEST: ({ status }, message) =>
    status !== 'cancellation-requested' || message.includes('names no id'),
  CONFLICT: (truth, message, around) =>
    !message.includes('is on a return invoice already') ||
    isReturnedWhole(truth) ||
    // OMS has confirmed a return of this app that the order does not show.
    wasTaken(around, 'return'),
  ORDER_STOPPED: ({ status, isInError }) =>
    isInError || [...MOVED, ...REQUESTED].includes(status ?? ''),
}

function cents(value: number): string {
  return (value / 100).toFixed(2)
}
