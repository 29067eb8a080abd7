import type { Named, OfOrder } from './said'

/** Why a call gave way to something that was sent, or may have been sent, for the same order. */
export const CONFLICT_SENTENCES = {
  UNDER_WAY: ({ orderId }: OfOrder) =>
    `This call sent nothing: another call is working on order ${orderId}, or was cut off half-way. Call again after retryAfterSeconds.`,
  TOO_LATE: ({ orderId }: OfOrder) =>
    `This call sent nothing: OMS and VBase were so slow about order ${orderId} that no time was left to wait for an outcome. Call again.`,
  UNSETTLED: ({ orderId }: OfOrder) =>
    `This call sent nothing: OMS did not confirm what was sent for order ${orderId} a moment ago, and it may still take effect. Call again after retryAfterSeconds.`,
  UNSEEN: ({ orderId }: OfOrder) =>
    `This call sent nothing: OMS has confirmed another action on order ${orderId} that the order does not show yet. Call again after retryAfterSeconds.`,
  OTHER_RETURN: ({ orderId }: OfOrder) =>
    `All that was invoiced of order ${orderId} is on a return invoice already, so none was sent: a second one would refund twice.`,
  UNSETTLED_RETURN: ({ orderId, subject }: Named & OfOrder) =>
    `OMS did not confirm the return invoice ${subject} of order ${orderId}, and the order does not show it yet: it may still arrive. Call again with the same number after retryAfterSeconds; it is not sent a second time.`,
  UNCONFIRMED_RETURN: ({ orderId }: OfOrder) =>
    `A return invoice was sent for order ${orderId}, OMS never confirmed it, and the order does not show it. It is not sent again, since that could refund twice: look for the refund in the payments module, and send the invoice in the Admin if there is none.`,
} as const

export type ConflictReason = keyof typeof CONFLICT_SENTENCES
