import type { OrderCancellation } from '../cancellation/cancellation'
import { believedValue } from '../order/order'
import type { Order } from '../order/order'
import { cancelMakesRequest } from '../order/orderStatus'
import { ruleOfStatus } from '../order/statusRules'
import type { RefusalCode } from '../refusal/details'
import type {
  BatchOrderAction,
  BatchOutlook,
  CancellationState,
} from '../vocabulary'
import type { Prospect } from './batch'

/** A read of a row's order, and what it led to. */
export interface RowRead {
  cancellation: Pick<OrderCancellation, 'state' | 'refusal'>
  /** The order before the send, where something was sent; null where it was not read. */
  order: Order | null
  isSent: boolean
}

/** What a send of a batch's action does to an order. */
const WHEN_SENT: Record<BatchOrderAction, (order: Order) => BatchOutlook> = {
  CANCEL: (order) =>
    cancelMakesRequest(order) ? 'WILL_REQUEST' : 'WILL_CANCEL',
  ACCEPT: () => 'WILL_ACCEPT',
  DENY: () => 'WILL_DENY',
}

/** The outlook of an order that was refused. */
const WHEN_REFUSED: Record<RefusalCode, BatchOutlook> = {
  INVALID_ORDER_ID: 'NOT_FOUND',
  ORDER_NOT_FOUND: 'NOT_FOUND',
  ORDER_ID_MISMATCH: 'NOT_FOUND',
  NOT_PERMITTED: 'NOT_PERMITTED',
  ORDER_INVOICED: 'INVOICED',
  RETURN_INCOMPLETE: 'INVOICED',
  ORDER_PARTIALLY_INVOICED: 'PARTIALLY_INVOICED',
  ORDER_IN_TRANSITION: 'IN_TRANSITION',
  ORDER_STOPPED: 'STUCK',
  DECISION_PENDING: 'OPEN_REQUEST',
  WRONG_ACCOUNT: 'OPEN_REQUEST',
  NO_OPEN_REQUEST: 'NO_OPEN_REQUEST',
  OWN_REQUEST: 'OWN_REQUEST',
  CONFLICT: 'UNDER_WAY',
  INVALID_INPUT: 'NOT_CANCELLABLE',
  INVOICES_UNREADABLE: 'NOT_CANCELLABLE',
  INVOICES_ABOVE_ORDER: 'NOT_CANCELLABLE',
  ORDER_NOT_INVOICED: 'NOT_CANCELLABLE',
  NOT_CANCELLABLE: 'NOT_CANCELLABLE',
  RETURN_NOT_OFFERED: 'NOT_CANCELLABLE',
  RETURN_NOT_TAKEN: 'NOT_CANCELLABLE',
  PAYMENT_CANCELED: 'NOT_CANCELLABLE',
  RATE_LIMITED: 'UNREAD',
  ORDER_UNREADABLE: 'UNREAD',
  OMS_UNAVAILABLE: 'UNREAD',
  STORAGE_UNAVAILABLE: 'UNREAD',
}

/** What the state of an order that was refused says before its refusal does. */
const ANYWAY: Partial<Record<CancellationState, BatchOutlook>> = {
  CANCELED: 'ALREADY_CANCELED',
  STUCK: 'STUCK',
}

type WhenLeft = Record<CancellationState, BatchOutlook | null>

const OF_CANCEL: WhenLeft = {
  CANCELED: 'ALREADY_CANCELED',
  STUCK: 'STUCK',
  ACCEPTED: 'UNDER_WAY',
  UNKNOWN: 'UNDER_WAY',
  AWAITING_DECISION: 'OPEN_REQUEST',
  DENIED: null,
  NOT_REQUESTED: null,
}

const OF_DECISION: WhenLeft = {
  ...OF_CANCEL,
  AWAITING_DECISION: null,
  // Its request may still be open.
  STUCK: null,
  DENIED: 'NO_OPEN_REQUEST',
  NOT_REQUESTED: 'NO_OPEN_REQUEST',
}

/** The outlook of an order that was not refused, and for which nothing was sent. Null: the next send has its usual effect. */
const WHEN_LEFT: Record<BatchOrderAction, WhenLeft> = {
  CANCEL: OF_CANCEL,
  ACCEPT: OF_DECISION,
  DENY: OF_DECISION,
}

/** Finds what a read of an order promises a batch. */
export function outlookOf(
  action: BatchOrderAction,
  { cancellation, order, isSent }: RowRead
): BatchOutlook {
  const { state, refusal } = cancellation
  const isOpenToOms = refusal === null && isUndocumented(state, order)
  const unsent =
    isSent || isOpenToOms
      ? null
      : unsentOutlook(action, state, refusal?.code ?? null)

  return unsent ?? (order ? WHEN_SENT[action](order) : 'UNREAD')
}

/** Tells whether nothing but its own status leaves an order's state unknown: VTEX does not document it, and OMS decides about the send. */
function isUndocumented(
  state: CancellationState,
  order: Order | null
): boolean {
  return (
    state === 'UNKNOWN' &&
    order !== null &&
    ruleOfStatus(order.status).state === 'UNKNOWN'
  )
}

function unsentOutlook(
  action: BatchOrderAction,
  state: CancellationState,
  code: RefusalCode | null
): BatchOutlook | null {
  return code === null
    ? WHEN_LEFT[action][state]
    : ANYWAY[state] ?? WHEN_REFUSED[code]
}

/** Finds what a read of an order promises a batch, and what the order is worth. */
export function prospectOf(action: BatchOrderAction, read: RowRead): Prospect {
  const { order } = read

  return {
    outlook: outlookOf(action, read),
    value: believedValue(order?.value ?? null),
    currency: order?.currency ?? null,
  }
}

/** What a row's own earlier send may have made of its order. */
const MAY_BE_OWN_DOING: readonly BatchOutlook[] = [
  'ALREADY_CANCELED',
  'UNDER_WAY',
  'OPEN_REQUEST',
  // What a denial leaves.
  'NO_OPEN_REQUEST',
  'STUCK',
]

/**
 * Finds the prospect of a row after a further read. A read without an answer says nothing, and
 * one after a send may show what that has done.
 */
export function prospectAfter(
  {
    prospect: known,
    maybeSent,
  }: { prospect: Prospect | null; maybeSent: boolean },
  read: Prospect | null
): Prospect | null {
  if (known === null || read === null) return read ?? known

  const saysNothing =
    read.outlook === 'UNREAD' ||
    (maybeSent && MAY_BE_OWN_DOING.includes(read.outlook))

  return saysNothing ? known : read
}
