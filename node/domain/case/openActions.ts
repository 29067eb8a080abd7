import type { Action } from '../decision/facts'
import { verdictOf } from '../decision/verdict'
import type { Situation } from '../decision/verdict'
import { isReturnOpen } from '../return/returnVerdict'
import type { OrderAction } from '../vocabulary'

/** The status of the payment's transaction; null where there is none, or this account does not hold it. */
export interface PaymentRead {
  transactionStatus: string | null
  /** It was asked for, and not read. */
  isUnread: boolean
}

/** What an action needs, and when a call of it would be sent. */
interface Offer {
  action: OrderAction
  resource: 'CancelAction' | 'RefundAction'
  isOpen: (situation: Situation, payment: PaymentRead) => boolean
}

const sendable =
  (action: Exclude<Action, 'return'>): Offer['isOpen'] =>
  (situation) =>
    verdictOf(action, situation).kind === 'send'

/** The four mutations on one order, in the order in which a page shows them. */
const OFFERS: Record<Action, Offer> = {
  cancel: {
    action: 'CANCEL',
    resource: 'CancelAction',
    isOpen: sendable('cancel'),
  },
  accept: {
    action: 'ACCEPT',
    resource: 'CancelAction',
    isOpen: sendable('accept'),
  },
  deny: { action: 'DENY', resource: 'CancelAction', isOpen: sendable('deny') },
  return: {
    action: 'RETURN',
    resource: 'RefundAction',
    isOpen: (situation, payment) =>
      // A return reads the payment itself, and is refused where it cannot.
      !payment.isUnread && isReturnOpen(situation, payment.transactionStatus),
  },
}

/** What is known about the caller and the store. */
export interface Offered {
  /** The resources that the caller holds. One that License Manager did not tell of is not among them. */
  grants: readonly string[]
  /** The store lets this app send return invoices. */
  isReturnOffered: boolean
  payment: PaymentRead
  /** Without a journal nothing is sent, so nothing is offered. */
  isJournalRead: boolean
}

/** Finds what a caller may do to an order now: the actions that a call of theirs would send, if nothing changes meanwhile. */
export function openActions(
  situation: Situation,
  { grants, isReturnOffered, payment, isJournalRead }: Offered
): OrderAction[] {
  if (!isJournalRead) return []

  return Object.values(OFFERS)
    .filter(({ action }) => isReturnOffered || action !== 'RETURN')
    .filter(({ resource }) => grants.includes(resource))
    .filter(({ isOpen }) => isOpen(situation, payment))
    .map(({ action }) => action)
}
