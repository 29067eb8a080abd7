import { MAX_REASON_LENGTH } from '../limits'
import { MAX_ORDER_ID_LENGTH } from '../order/orderId'
import { CONFLICT_SENTENCES } from './conflict'
import { GOODS_SENTENCES } from './goodsSentences'
import { amount, quoted } from './said'
import type { Counted, Named, OfOrder } from './said'

const badId = (problem: string) =>
  `This is no order id: ${problem} An order id looks like 1380000000001-01.`

const cleanable =
  (what: string) =>
  ({ subject }: Named) =>
    badId(`it has ${what} in it. If ${subject} is meant, give that.`)

const badInput = (problem: string) => () =>
  `${problem} Nothing was sent to OMS.`

const notPermitted =
  (doing: string) =>
  ({ orderId, subject }: Named & OfOrder) =>
    `OMS did not let this caller ${doing} order ${orderId}: the License Manager resource ${subject} of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`

/** A list of orders, of which a refusal names none. */
const orders =
  (doing: string) =>
  ({ subject }: Named) =>
    `OMS did not let this caller ${doing} orders: the License Manager resource ${subject} of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`

const limited = (undone: string) => () =>
  `OMS receives too many requests from this account, so ${undone}. Ask again after retryAfterSeconds.`

const rejected =
  (action: string, known = '') =>
  ({ orderId, subject }: Named & OfOrder) =>
    `OMS ${action} order ${orderId}. Its status was ${quoted(
      subject
    )}. ${known}`.trim()

const OWN_REQUEST = ({ orderId }: OfOrder) =>
  `The open cancellation request of order ${orderId} was made by this store itself. A store that denies its own request leaves the order stuck for good (VTEX known issue 1004978).`

/**
 * Every sentence that a refusal can be, by its code and its detail. A new sentence is one
 * entry here, one value of RefusalDetail in graphql/, and one line in docs/integrators.md,
 * which a test compares with what stands here.
 */
export const SENTENCES = {
  INVALID_ORDER_ID: {
    ID_EMPTY: () => badId('it is empty.'),
    ID_SHORTENED: () =>
      badId(
        'a spreadsheet has shortened it to a power of ten, and its last digits are lost. Format the column as text and export the ids again.'
      ),
    ID_OF_SEVERAL: () =>
      badId('it looks like more than one id. Give one at a time.'),
    ID_WITH_OTHER_DASH: cleanable('a dash that is no hyphen'),
    ID_WITH_INVISIBLE: cleanable('an invisible character'),
    ID_TOO_LONG: () =>
      badId(`it is longer than ${MAX_ORDER_ID_LENGTH} characters.`),
    ID_MALFORMED: () =>
      badId(
        'an id has letters, digits, "-", "_" and ".", the first a letter or digit; single spaces only behind the three letters of an affiliate.'
      ),
  },
  INVALID_INPUT: {
    REASON_TOO_LONG: badInput(
      `The reason is longer than ${MAX_REASON_LENGTH} characters.`
    ),
    REASON_HALF_CHARACTER: badInput(
      'The reason has half of a character in it (a lone surrogate).'
    ),
    DENIAL_WITHOUT_REASON: badInput('A denial needs a reason.'),
    RETURN_WITHOUT_NUMBER: badInput(
      'A return needs the number of its invoice.'
    ),
    RETURN_NUMBER_MALFORMED: badInput(
      'The number of a new return invoice has 1 to 50 letters and digits, and nothing else.'
    ),
    RETURN_NUMBER_OF_SALE: ({ subject }: Named) =>
      `${subject} is the number of the sale's invoice: a return needs one of its own. Nothing was sent to OMS.`,
    ISSUANCE_DATE_MALFORMED: badInput(
      'The issuance date is no ISO 8601 date with a time, such as 2026-01-31T18:25:43-05:00.'
    ),
    ISSUANCE_DATE_TOO_LATE: badInput(
      'The issuance date is more than a year from now.'
    ),
    ISSUANCE_DATE_TOO_EARLY: badInput(
      'The issuance date is more than a year before the order was placed.'
    ),
    ROW_REPEATED: ({ subject }: Named) =>
      `Row ${subject} of this batch is the same order. Nothing was sent to OMS.`,
  },
  ORDER_NOT_FOUND: {
    ORDER_NOT_FOUND: ({ orderId }: OfOrder) =>
      `OMS does not find order ${orderId} in this account, or hides it from this caller. Check the id, and that the order belongs to this account and not to its marketplace or seller.`,
  },
  ORDER_ID_MISMATCH: {
    ORDER_ID_MISMATCH: ({ orderId, subject }: Named & OfOrder) =>
      `OMS found order ${subject} under ${orderId}, which is not its full id. Call again with the full id of the order you mean.`,
  },
  NOT_PERMITTED: {
    READ_NOT_PERMITTED: notPermitted('view'),
    CANCEL_NOT_PERMITTED: notPermitted('cancel'),
    ACCEPT_NOT_PERMITTED: notPermitted('accept the cancellation request of'),
    DENIAL_NOT_PERMITTED: notPermitted('deny the cancellation request of'),
    RETURN_NOT_PERMITTED: notPermitted('send a return invoice for'),
    LIST_NOT_PERMITTED: orders('list'),
    ORDERS_NOT_PERMITTED: orders('view'),
  },
  RATE_LIMITED: {
    RATE_LIMITED: ({ orderId }: OfOrder) =>
      `OMS receives too many requests from this account, so nothing was done to order ${orderId}. Call again after retryAfterSeconds.`,
    LIST_RATE_LIMITED: limited('its list of orders was not read to the end'),
    ORDERS_RATE_LIMITED: limited('not all of these orders were read'),
  },
  ...GOODS_SENTENCES,
  ORDER_IN_TRANSITION: {
    ORDER_IN_TRANSITION: ({ orderId, subject }: Named & OfOrder) =>
      `The platform is moving order ${orderId} on from ${quoted(
        subject
      )} and takes nothing meanwhile. Call again when its status has changed.`,
  },
  ORDER_STOPPED: {
    ORDER_STOPPED: ({
      orderId,
      subject,
      clauses,
    }: Named & OfOrder & { clauses: string }) =>
      `Order ${orderId} has stopped in the status ${quoted(subject)}${
        clauses && `: ${clauses}`
      }. Only the platform can move it on: open a ticket with VTEX.`,
  },
  DECISION_PENDING: {
    DECISION_PENDING: ({ orderId }: OfOrder) =>
      `Order ${orderId} has an open cancellation request, which a cancel would accept: accept or deny the request instead.`,
  },
  NOT_CANCELLABLE: {
    CANCEL_REFUSED: rejected('does not cancel'),
    CANCEL_OF_RETURNED_REFUSED: rejected(
      'does not cancel',
      'All that was invoiced is on return invoices, which refund by themselves: only the status stays.'
    ),
    ACCEPT_REFUSED: rejected('does not accept the cancellation request of'),
    DENIAL_REFUSED: rejected('does not deny the cancellation request of'),
    // The sums are what an operator compares first.
    RETURN_REFUSED: ({ sums, ...said }: Counted & Named & OfOrder) =>
      rejected(
        'does not take a return invoice for',
        `The return was worth ${
          sums.rest === null ? 'an amount' : amount(sums.rest)
        }; its invoices add up to ${amount(
          sums.invoiced
        )}, other returns and compensations to ${amount(
          sums.returned
        )}, changes to ${amount(sums.changes)}, and it costs ${amount(
          sums.value
        )}. OMS refuses a return of more than is left, and after a change it may count that change twice (VTEX known issue 1409506): compare them in the Admin.`
      )(said),
    ORDER_REPLACED: rejected(
      'does not cancel',
      'Another order has taken its place: cancel that one, if it is meant.'
    ),
  },
  RETURN_NOT_OFFERED: {
    RETURN_NOT_OFFERED: ({ orderId }: OfOrder) =>
      `This store does not let the app send return invoices (the setting isReturnOffered), so nothing was sent for order ${orderId}. Record the return in the Admin, or change the setting.`,
  },
  RETURN_NOT_TAKEN: {
    RETURN_NOT_TAKEN: ({ orderId, subject }: Named & OfOrder) =>
      `Order ${orderId} takes no return invoice: it is canceled, on its way there, or replaced. Its status was ${quoted(
        subject
      )}. If its goods were sent, look in the payments module whether the payment was given back already, and settle there what is missing.`,
  },
  PAYMENT_CANCELED: {
    PAYMENT_CANCELED: ({ orderId }: OfOrder) =>
      `The payment of order ${orderId} is canceled, so a return invoice has nothing to pay back, or would pay back what went back already. Look for the refund in the payments module, and record the return in the Admin.`,
  },
  NO_OPEN_REQUEST: {
    NO_OPEN_REQUEST: ({ orderId, subject }: Named & OfOrder) =>
      `Order ${orderId} has no open cancellation request to decide about. Its status was ${quoted(
        subject
      )}.`,
    REQUEST_WITHOUT_ID: ({ orderId }: OfOrder) =>
      `OMS names no id for the cancellation request of order ${orderId}, and takes a denial only with one: deny it in the Admin.`,
  },
  OWN_REQUEST: {
    OWN_REQUEST_ACCEPT_IT: (said: OfOrder) =>
      `${OWN_REQUEST(
        said
      )} Accept it instead, or invoice the order to go on with it.`,
    OWN_REQUEST_ACCEPT_BARRED: OWN_REQUEST,
  },
  WRONG_ACCOUNT: {
    DECISION_ELSEWHERE: ({ orderId }: OfOrder) =>
      `This account cannot decide about the cancellation request of order ${orderId}: do it on the seller's account.`,
    RETURN_ELSEWHERE: ({ orderId }: OfOrder) =>
      `This account cannot send a return invoice for order ${orderId}: do it on the account that ships it and sent its invoice.`,
  },
  CONFLICT: CONFLICT_SENTENCES,
  ORDER_UNREADABLE: {
    ORDER_UNREADABLE: ({ orderId }: OfOrder) =>
      `OMS's document of order ${orderId} is larger than 5 MB, which this app does not read. Settle this order in the Admin.`,
  },
  OMS_UNAVAILABLE: {
    OMS_UNAVAILABLE: ({ orderId }: OfOrder) =>
      `OMS gave no readable answer about order ${orderId}, so nothing was sent. Call again later.`,
    LIST_UNREADABLE: () =>
      'OMS gave no readable list of orders. Ask again later.',
  },
  STORAGE_UNAVAILABLE: {
    STORAGE_UNAVAILABLE: ({ orderId }: OfOrder) =>
      `The journal of order ${orderId} could not be kept, so nothing was sent: without it a second cancel could not be ruled out, and there would be no record of who sent it. Call again later.`,
    RETURN_SETTING_UNREAD: ({ orderId }: OfOrder) =>
      `It could not be read whether this store lets the app send return invoices, so nothing was sent for order ${orderId}. Call again later.`,
  },
} as const
