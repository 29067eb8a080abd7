import type { NextStep } from '../vocabulary'
import { conflictMessage } from './conflict'
import {
  AFTER_INVOICED,
  cameBack,
  changesOf,
  END_OF_A_PART,
  NOT_INVOICED_YET,
} from './goodsWords'
import type { OmsResource, RefusalCode, Subjects } from './subjects'
import { amount, quoted, SETTLE_IN_ADMIN, shareOf, whatIsWrong } from './words'

const WITHOUT_RESOURCE: Record<OmsResource, string> = {
  OMSViewer: 'view',
  CancelAction: 'cancel',
  RefundAction: 'send a return invoice for',
}

/** What a refusal of one code means for the caller, for a batch and for the text. */
export interface RefusalRule<Subject> {
  nextStep: NextStep
  /**
   * How long to wait before another try when OMS does not say; null when waiting does not
   * help. `as-told`: the refusal passes only where it names a wait of its own.
   */
  passesAfterMs: number | 'as-told' | null
  /** The order gets this refusal, or loses it, once something that was sent takes effect. */
  changesWithSends: boolean
  message: (subject: Subject) => string
}

/** Every refusal. A new code is one entry here: the compiler names the fields it needs. */
export const REFUSAL_RULES: {
  [Code in RefusalCode]: RefusalRule<Subjects[Code]>
} = {
  INVALID_ORDER_ID: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ problem }) =>
      `This is no order id: ${problem} An order id looks like 1380000000001-01.`,
  },
  INVALID_INPUT: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ problem }) => `${problem} Nothing was sent to OMS.`,
  },
  ORDER_NOT_FOUND: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS does not find order ${orderId} in this account, or hides it from this caller. Check the id, and that the order belongs to this account and not to its marketplace or seller.`,
  },
  ORDER_ID_MISMATCH: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, foundOrderId }) =>
      `OMS found order ${foundOrderId} under ${orderId}, which is not its full id. Call again with the full id of the order you mean.`,
  },
  NOT_PERMITTED: {
    nextStep: 'ASK_FOR_ACCESS',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, resource, doing = WITHOUT_RESOURCE[resource] }) =>
      `OMS did not let this caller ${doing} order ${orderId}: the License Manager resource ${resource} of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`,
  },
  RATE_LIMITED: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 60_000,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS receives too many requests from this account, so nothing was done to order ${orderId}. Call again after retryAfterSeconds.`,
  },
  ORDER_INVOICED: {
    nextStep: 'RETURN_INVOICE',
    passesAfterMs: null,
    changesWithSends: true,
    message: ({ orderId, nextStep, because }) =>
      `Order ${orderId} is invoiced, and can be canceled only after all of it came back on a return invoice. ${
        because ?? AFTER_INVOICED[nextStep] ?? ''
      }`.trim(),
  },
  RETURN_INCOMPLETE: {
    nextStep: 'RETURN_INVOICE',
    passesAfterMs: null,
    changesWithSends: true,
    message: (subject) =>
      `${cameBack(subject)} ${
        subject.because ?? 'Return the rest first, with returnInvoicedOrder.'
      }`,
  },
  INVOICES_UNREADABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, goods }) =>
      `The invoices of order ${orderId} do not tell how much of it was sold and returned: ${whatIsWrong(
        goods
      )} ${SETTLE_IN_ADMIN}`,
  },
  INVOICES_ABOVE_ORDER: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, goods }) =>
      `The invoices of order ${orderId} add up to ${amount(
        goods.invoicedValue
      )}, and the order costs ${amount(goods.value)}${changesOf(
        goods
      )}: a return of all would pay back too much. A change of the order, a second invoice of the same goods, or another total on the other side of the sale may be why. Find out which amount is right, and return the order in the Admin.`,
  },
  ORDER_PARTIALLY_INVOICED: {
    nextStep: 'MODIFY_ORDER',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, goods }) =>
      `A part of order ${orderId} is invoiced${shareOf(
        goods
      )}, and OMS does not cancel such an order. ${
        goods.returned === 'WHOLE'
          ? 'What was invoiced has come back, so only the rest is open. '
          : ''
      }${END_OF_A_PART}`,
  },
  ORDER_IN_TRANSITION: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 30_000,
    changesWithSends: false,
    message: ({ orderId, orderStatus }) =>
      `The platform is moving order ${orderId} on from ${quoted(
        orderStatus
      )} and takes nothing meanwhile. Call again when its status has changed.`,
  },
  ORDER_STOPPED: {
    nextStep: 'OPEN_TICKET',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, orderStatus, since }) =>
      `Order ${orderId} has stopped in the status ${quoted(orderStatus)}${
        since === null ? '' : `: its last change was at ${since}`
      }. Only the platform can move it on: open a ticket with VTEX.`,
  },
  DECISION_PENDING: {
    nextStep: 'DECIDE_REQUEST',
    passesAfterMs: null,
    changesWithSends: true,
    message: ({ orderId }) =>
      `Order ${orderId} has an open cancellation request, which a cancel would accept: accept or deny the request instead.`,
  },
  NOT_CANCELLABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({
      orderId,
      orderStatus,
      action = 'does not cancel',
      known = '',
    }) =>
      `OMS ${action} order ${orderId}. Its status was ${quoted(
        orderStatus
      )}. ${known}`.trim(),
  },
  ORDER_NOT_INVOICED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, orderStatus, nextStep }) =>
      `Order ${orderId} is not fully invoiced, and a return invoice makes no refund before it is. Its status was ${quoted(
        orderStatus
      )}. ${NOT_INVOICED_YET[nextStep] ?? 'Cancel it instead.'}`,
  },
  PAYMENT_CANCELED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `The payment of order ${orderId} is canceled, so a return invoice has nothing to pay back, or would pay back what went back already. Look for the refund in the payments module, and record the return in the Admin.`,
  },
  RETURN_NOT_OFFERED: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `This store does not let the app send return invoices (the setting isReturnOffered), so nothing was sent for order ${orderId}. Record the return in the Admin, or change the setting.`,
  },
  RETURN_NOT_TAKEN: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, orderStatus }) =>
      `Order ${orderId} takes no return invoice: it is canceled, on its way there, or replaced. Its status was ${quoted(
        orderStatus
      )}. If its goods were sent, look in the payments module whether the payment was given back already, and settle there what is missing.`,
  },
  NO_OPEN_REQUEST: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: true,
    message: ({ orderId, orderStatus, isUnnamed = false }) =>
      isUnnamed
        ? `OMS names no id for the cancellation request of order ${orderId}, and takes a denial only with one: deny it in the Admin.`
        : `Order ${orderId} has no open cancellation request to decide about. Its status was ${quoted(
            orderStatus
          )}.`,
  },
  OWN_REQUEST: {
    nextStep: 'DECIDE_REQUEST',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, because }) =>
      `The open cancellation request of order ${orderId} was made by this store itself. A store that denies its own request leaves the order stuck for good (VTEX known issue 1004978). ${
        because ?? 'Accept it instead, or invoice the order to go on with it.'
      }`,
  },
  WRONG_ACCOUNT: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId, doing, rightAccount }) =>
      `This account cannot ${doing} order ${orderId}: do it on ${rightAccount}.`,
  },
  CONFLICT: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 'as-told',
    changesWithSends: false,
    message: conflictMessage,
  },
  ORDER_UNREADABLE: {
    nextStep: 'NONE',
    passesAfterMs: null,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS's document of order ${orderId} is larger than 5 MB, which this app does not read. Settle this order in the Admin.`,
  },
  OMS_UNAVAILABLE: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 5_000,
    changesWithSends: false,
    message: ({ orderId }) =>
      `OMS gave no readable answer about order ${orderId}, so nothing was sent. Call again later.`,
  },
  STORAGE_UNAVAILABLE: {
    nextStep: 'RETRY_LATER',
    passesAfterMs: 5_000,
    changesWithSends: false,
    message: ({ orderId, isSetting = false }) =>
      isSetting
        ? `It could not be read whether this store lets the app send return invoices, so nothing was sent for order ${orderId}. Call again later.`
        : `The journal of order ${orderId} could not be kept, so nothing was sent: without it a second cancel could not be ruled out, and there would be no record of who sent it. Call again later.`,
  },
}

/** Every code that a refusal can have. */
export const REFUSAL_CODES = Object.keys(REFUSAL_RULES) as RefusalCode[]
