import { isReleased } from '../cancellation/paymentWarnings'
import type { PaymentState } from '../vocabulary'

/** Whether the payment of an order still holds the shopper's money. */
export interface OrderPayment {
  state: PaymentState
  /** In lower case; null where it does not look like a state. */
  transactionStatus: string | null
}

/**
 * The states of a transaction that tell where its money is, letters only, in lower case.
 * VTEX publishes no closed list; these stand on its page Transaction flow in Payments. In
 * each of them that is no end of a cancellation, money is held, or asked for.
 */
const STATES: Record<string, PaymentState> = {
  authorizing: 'HOLDS_MONEY',
  authorized: 'HOLDS_MONEY',
  analyzingrisk: 'HOLDS_MONEY',
  riskapproved: 'HOLDS_MONEY',
  approved: 'HOLDS_MONEY',
  settling: 'HOLDS_MONEY',
  settled: 'HOLDS_MONEY',
  finished: 'HOLDS_MONEY',
  canceling: 'CANCELING',
  cancelling: 'CANCELING',
  cancellationrequested: 'CANCELING',
}

/** Describes a payment by its transaction's status. A status that VTEX does not document says nothing. */
export function paymentOf(transactionStatus: string): OrderPayment {
  const letters = transactionStatus.toLowerCase().replace(/[^a-z]/g, '')

  return {
    state: isReleased(transactionStatus)
      ? 'CANCELED'
      : new Map(Object.entries(STATES)).get(letters) ?? 'UNKNOWN',
    // It is a text of the gateway.
    transactionStatus: /^[\w .-]{1,60}$/.test(transactionStatus)
      ? transactionStatus
      : null,
  }
}
