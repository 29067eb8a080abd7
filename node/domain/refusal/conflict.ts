/** Why a call gave way to something that was sent, or may have been sent, for the same order. */
export type ConflictReason =
  | 'UNDER_WAY'
  | 'TOO_LATE'
  | 'UNSETTLED'
  | 'UNSEEN'
  | 'OTHER_RETURN'
  | 'UNSETTLED_RETURN'
  | 'UNCONFIRMED_RETURN'

/** What the message of a conflict names. */
export interface ConflictSubject {
  orderId: string
  because: ConflictReason
  /** The return invoice's number, for a conflict about one. */
  invoiceNumber?: string
}

const MESSAGES: Record<ConflictReason, (subject: ConflictSubject) => string> = {
  UNDER_WAY: ({ orderId }) =>
    `This call sent nothing: another call is working on order ${orderId}, or was cut off half-way. Call again after retryAfterSeconds.`,
  TOO_LATE: ({ orderId }) =>
    `This call sent nothing: OMS and VBase were so slow about order ${orderId} that no time was left to wait for an outcome. Call again.`,
  UNSETTLED: ({ orderId }) =>
    `This call sent nothing: OMS did not confirm what was sent for order ${orderId} a moment ago, and it may still take effect. Call again after retryAfterSeconds.`,
  UNSEEN: ({ orderId }) =>
    `This call sent nothing: OMS has confirmed another action on order ${orderId} that the order does not show yet. Call again after retryAfterSeconds.`,
  OTHER_RETURN: ({ orderId }) =>
    `All that was invoiced of order ${orderId} is on a return invoice already, so none was sent: a second one would refund twice.`,
  UNSETTLED_RETURN: ({ orderId, invoiceNumber = '' }) =>
    `OMS did not confirm the return invoice ${invoiceNumber} of order ${orderId}, and the order does not show it yet: it may still arrive. Call again with the same number after retryAfterSeconds; it is not sent a second time.`,
  UNCONFIRMED_RETURN: ({ orderId }) =>
    `A return invoice was sent for order ${orderId}, OMS never confirmed it, and the order does not show it. It is not sent again, since that could refund twice: look for the refund in the payments module, and send the invoice in the Admin if there is none.`,
}

/** Says why a call gave way. */
export function conflictMessage(subject: ConflictSubject): string {
  return MESSAGES[subject.because](subject)
}
