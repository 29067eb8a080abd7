/** Makes a sentence of the one thing that it names: an order, a number or a state. */
type Naming = (subject: string) => string

/** Says what neither a cancellation nor a return gives back after a change raised the price. */
const otherTransaction = (what: string) =>
  `A change raised the price of the order, and the difference may have been paid by another transaction, which ${what} does not give back: look for it in the payments module.`

/** Names an order of the same purchase that lives on, and what could end it. */
const living =
  (end: string): Naming =>
  (orderId) =>
    `Order ${orderId} of the same purchase is not canceled: ${end} if the whole purchase is meant.`

/**
 * Every notice, by its code: one sentence, made of its subject alone, so that a page can say
 * it in another language. docs/integrators.md lists them, and a test keeps the list true.
 */
export const NOTICE_SENTENCES = {
  // About a cancel that may be sent.
  ORDER_INCOMPLETE:
    'The order is incomplete. The platform cancels such orders by itself; OMS may not take a cancel for it.',
  ORDER_NOT_COMPLETED:
    'OMS marks the order as not completed (isCompleted): it was not created in full, or its payment is not settled. OMS may not take a cancel for it.',
  CANCEL_MARKED_NOT_ALLOWED:
    'OMS marks the order as one that may not be canceled (allowCancellation). It may refuse the cancel.',
  WORKFLOW_IN_ERROR:
    "The order's workflow is in error (workflowIsInError): a cancel may not get through.",
  STATUS_TOO_OLD:
    'The order has stood for more than two hours in a status that the platform leaves within minutes: a cancel may not get through (VTEX known issue 1465447).',
  RETURNS_ABOVE_INVOICES:
    'The returns on the order are worth more than its invoices: look in the payments module whether too much was paid back.',
  SELLER_CANCELED:
    'The seller of the order has canceled, and the store may name another one: a cancel ends that, too.',

  // About what this app has sent.
  SEND_UNDER_WAY:
    'Another call is working on this order at this moment. Read orderCancellation again before you do anything.',
  SEND_UNCONFIRMED:
    'OMS did not confirm what was sent, and the order does not show it yet. Read orderCancellation before you call again.',
  JOURNAL_UNREAD:
    'The journal could not be read, so what this app has sent for the order is not known here.',
  OUTCOME_UNWRITTEN:
    'The outcome could not be written to the journal: later reads will not know date and receipt.',

  // About a cancellation that is on its way or done.
  FRESHLY_CANCELED:
    'The order was canceled less than 30 seconds ago. OMS sometimes takes that back for a moment (VTEX known issue 1242813): read again.',
  STOCK_KEPT:
    'The order was being handled when it was canceled, and OMS does not give such stock back: correct the inventory.',
  STOCK_MAY_BE_KEPT:
    'OMS does not give back the stock of an order that was being handled when it was canceled: check the inventory.',
  SOLD_OUTSIDE_VTEX:
    'The order was sold on a marketplace outside VTEX, which holds the payment: cancel it there, too, unless its integration does (VTEX known issue 588456).',
  SUBSCRIPTION_GOES_ON:
    'The order comes from a subscription, which makes the next one: cancel the subscription, too, if no more are wanted.',

  // About the rest of the purchase, and the other side of the sale.
  SIBLING_LIVES: living('cancel it too'),
  SIBLING_INVOICED: living('it is invoiced, so return it'),
  SIBLING_MOVING: living(
    'the platform is moving it on, so cancel it when its status has changed'
  ),
  SIBLING_REFUSES_CANCEL: living(
    'a cancel of it would be refused, so read it first'
  ),
  SIBLING_OF_ODD_ID: living(
    'this app does not take its id, so cancel it in the Admin'
  ),
  SIBLING_UNREAD: (orderId) =>
    `Order ${orderId} of the same purchase could not be read: it may not be canceled.`,
  UNNAMED_SIBLING_UNREAD:
    'An order of the same purchase could not be read: it may not be canceled.',
  MORE_SIBLINGS_LIVE: (count) =>
    `${count} more ${count === '1' ? 'order' : 'orders'} of the same purchase ${
      count === '1' ? 'is' : 'are'
    } not canceled, or could not be read.`,
  SIBLINGS_UNREAD:
    'The other orders of the same purchase could not be read: some of them may not be canceled.',
  PURCHASE_UNNAMED:
    'The order names no purchase, so other orders of the same one were not looked for.',
  SELLERS_ORDER_LIVES: (orderId) =>
    `The seller's order ${orderId} is not canceled, and its goods may still be sent: cancel it, too.`,
  MARKETPLACES_ORDER_LIVES: (orderId) =>
    `The marketplace's order ${orderId} is not canceled: the purchase may go on with another seller.`,
  OTHER_SIDE_UNREAD: (orderId) =>
    `The other side of the sale, order ${orderId}, could not be read: it may not be canceled.`,

  // About the payment of a canceled order.
  PAYMENT_HOLDS_MONEY: (state) =>
    `The payment is not canceled: its transaction is ${state}. Look at it in the payments module, also for a refund that was made already, before you promise one.`,
  PAYMENT_STATE_UNREADABLE:
    'The payment is not canceled: its transaction is in a state that cannot be read. Look at it in the payments module, also for a refund that was made already, before you promise one.',
  PAYMENT_UNREAD: 'The payment could not be read: it may not be canceled.',
  PAYMENT_SHARED:
    'The payment is shared with other orders of the same purchase: it is given back whole only when all of them are canceled.',
  PRICE_RAISED: otherTransaction('a cancellation'),
  PAID_BY_GIFT_CARD:
    'A part was paid by gift card, whose balance OMS may not give back (VTEX known issue 491195): look at the balance.',
  PAID_BY_BANK_INVOICE:
    'A part was paid by bank invoice, which VTEX does not refund by itself, and the slip may still be paid (VTEX known issue 374288): look at the payment.',
  PAID_IN_CASH: 'A part was paid in cash, which is given back by hand.',

  // About a return invoice.
  RETURN_SOLD_OUTSIDE_VTEX:
    'The order was sold on a marketplace outside VTEX, which holds the payment: a return invoice here refunds nothing there.',
  RETURN_PAID_AT_MARKETPLACE:
    'The payment of the order is with its marketplace, and only there it shows whether a return was refunded. If the order there never became invoiced, nothing was captured, and nothing is refunded (VTEX known issue 376646).',
  RETURN_PRICE_RAISED: otherTransaction('a return invoice'),
  RETURN_PAID_BY_HAND:
    'A part was paid by bank invoice, in cash or by promissory note, which VTEX does not refund by itself: pay it back by hand.',
  RETURN_PAID_IN_THREE_WAYS:
    'The order was paid in three ways or more, one of them a gift card: VTEX may divide the refund of a return wrongly (VTEX known issue 464837).',

  // About what this caller may do, what the store has set, and what an answer shows in part.
  GRANTS_UNREAD:
    'License Manager did not say all that you may do, so an action that you may take may be missing. Ask again later.',
  SETTINGS_UNREAD:
    "The store's settings could not be read, so no return is offered, and the defaults are in force for all else. Ask again later.",
  SETTING_INVALID: (setting) =>
    `The setting ${setting} has a value that it does not take, so its default is in force. Correct it in the settings of this app.`,
  MORE_SIBLINGS: (count) =>
    `The purchase has more orders than are shown: ${count}.`,
  MORE_HISTORY: (count) =>
    `The journal has older entries than are shown: ${count}.`,
  JOURNALS_UNREAD: (count) =>
    `The journal could not be read for so many orders of this page, so nothing is offered for them: ${count}. Ask again later.`,

  /** A row of a batch kept it in a form of files that knew no codes: the subject is the whole sentence. */
  EARLIER_WARNING: (sentence) => sentence,
} satisfies Record<string, string | Naming>
