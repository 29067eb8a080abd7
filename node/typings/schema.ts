// Generated from graphql/ by `npm run codegen`.
import type { GraphQLResolveInfo } from 'graphql'
import type { ShownBatch } from '../services/batch/api/showBatch'
import type { Context } from '../globals'
export type Maybe<T> = T | null
export type InputMaybe<T> = T | null | undefined
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>
export type RequireFields<T, K extends keyof T> = Omit<T, K> & {
  [P in K]-?: NonNullable<T[P]>
}
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string }
  String: { input: string; output: string }
  Boolean: { input: boolean; output: boolean }
  Int: { input: number; output: number }
  Float: { input: number; output: number }
}

export type IoAuthScope = 'PUBLIC' | 'PRIVATE'

export type Query = {
  /** Reads one order's cancellation from OMS at this moment. Sends nothing. */
  orderCancellation: OrderCancellation
  /** Reads everything that an operator decides with about one order, from OMS at this moment. Sends nothing. */
  cancellationCase: CancellationCase
  /** Says who calls, what they may do, and what the store has set. */
  cancellationAccess: CancellationAccess
  /** Reads one batch. If the replica that worked on it has died, the read wakes another one. */
  cancellationBatch: CancellationBatchPayload
  /**
   * Lists the batches of this workspace, the newest first. A batch is kept for 30 days, or for as
   * many as the store has set.
   */
  cancellationBatches: CancellationBatchPage
  /**
   * Lists the open cancellation requests that this account decides, those of the oldest orders first. OMS's list of
   * orders, which they are taken from, is some four minutes late: a new request may be missing, and one that was
   * decided may still be there. Sends nothing.
   */
  cancellationRequests: CancellationRequestPage
}

export type QueryOrderCancellationArgs = {
  orderId: Scalars['ID']['input']
}

export type QueryCancellationCaseArgs = {
  orderId: Scalars['ID']['input']
}

export type QueryCancellationBatchArgs = {
  id: Scalars['ID']['input']
}

export type QueryCancellationBatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>
  after?: InputMaybe<Scalars['String']['input']>
}

export type QueryCancellationRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>
  after?: InputMaybe<Scalars['String']['input']>
}

export type Mutation = {
  /**
   * Asks OMS to cancel one order: reads the order, sends at most one cancel, and says how OMS answered.
   * If the order is already canceled or being canceled, the call succeeds and sends nothing. If the order is
   * being handled, the cancel only makes a request; acceptCancellationRequest takes the second step.
   */
  cancelOrder: OrderCancellation
  /**
   * Accepts the open cancellation request of one order, whoever made it: OMS then cancels the order.
   * It is also the second step when the store itself cancels an order that is being handled.
   */
  acceptCancellationRequest: OrderCancellation
  /**
   * Denies the open cancellation request of one order: the order goes on. A request that this store made itself
   * is never denied, because that would leave the order stuck.
   */
  denyCancellationRequest: OrderCancellation
  /**
   * Returns all of an invoiced order that has not come back: sends one return invoice, for which VTEX refunds by
   * itself, and then tries to cancel the order. Sends one return invoice for an order, and no second one.
   */
  returnInvoicedOrder: OrderReturn
  /**
   * Creates a batch of orders to cancel, or finds the one that was created with the same key and the same input.
   * Nothing is sent before controlCancellationBatch starts it.
   */
  createCancellationBatch: CancellationBatchPayload
  /**
   * Starts, pauses, resumes, aborts or retries a batch. To start, resume or retry it, the caller, its creator and
   * every login that has started, resumed or retried it must hold CancelAction at this moment.
   */
  controlCancellationBatch: CancellationBatchPayload
}

export type MutationCancelOrderArgs = {
  orderId: Scalars['ID']['input']
  reason?: InputMaybe<Scalars['String']['input']>
  requestedByUser?: InputMaybe<Scalars['Boolean']['input']>
}

export type MutationAcceptCancellationRequestArgs = {
  orderId: Scalars['ID']['input']
  reason?: InputMaybe<Scalars['String']['input']>
}

export type MutationDenyCancellationRequestArgs = {
  orderId: Scalars['ID']['input']
  reason: Scalars['String']['input']
}

export type MutationReturnInvoicedOrderArgs = {
  orderId: Scalars['ID']['input']
  invoiceNumber: Scalars['String']['input']
  issuanceDate?: InputMaybe<Scalars['String']['input']>
  reason?: InputMaybe<Scalars['String']['input']>
}

export type MutationCreateCancellationBatchArgs = {
  input: CreateCancellationBatchInput
}

export type MutationControlCancellationBatchArgs = {
  id: Scalars['ID']['input']
  action: BatchAction
  expectedOrders?: InputMaybe<Scalars['Int']['input']>
}

/** What a person should know of a batch. Its sentence is made of code and subject, and for DELETED_SOON of counts.pending. */
export type BatchNotice = {
  /** Which sentence it is. */
  code: BatchNoticeCode
  /** The sentence in English, as it stands in warnings. */
  message: Scalars['String']['output']
  /** The file or the time in ISO 8601 that the sentence names; null where it names none. */
  subject: Maybe<Scalars['String']['output']>
}

/**
 * Which sentence the notice of a batch is. Of a value that you do not know, show the message. docs/integrators.md has
 * the sentence of each.
 */
export type BatchNoticeCode =
  /** The manifest of the batch cannot be read. */
  | 'MANIFEST_LOST'
  /** The control of the batch cannot be read. */
  | 'CONTROL_LOST'
  /** The progress of the batch cannot be read; a read of the batch by its id makes it anew. */
  | 'PROGRESS_LOST'
  /** The batch is FAILED: its file `subject` cannot be read. */
  | 'FILE_UNREADABLE'
  /** The batch is FAILED: its file `subject` names an owner of the lane that is still to come. */
  | 'FILE_AHEAD'
  /** The batch is FAILED: its file `subject` is about other orders than its input. */
  | 'FILE_OF_OTHER_ORDERS'
  /** The batch is FAILED: this app failed on its file `subject`. */
  | 'FILE_FAILED_ON'
  /** OMS refuses the token of this app since `subject`, so the batch waits. */
  | 'TOKEN_REFUSED'
  /** The batch is deleted from `subject` on, with its pending orders. */
  | 'DELETED_SOON'

/**
 * Which sentence the refusal of a batch is. Of a value that you do not know, show the message. docs/integrators.md has
 * the sentence of each.
 */
export type BatchRefusalDetail =
  /** INVALID_INPUT: the idempotency key is empty or too long. */
  | 'KEY_LENGTH'
  /** INVALID_INPUT: the name is too long. */
  | 'NAME_TOO_LONG'
  /** INVALID_INPUT: the reason of the batch is too long. */
  | 'REASON_TOO_LONG'
  /** INVALID_INPUT: maxRefusals is below 0. */
  | 'MAX_REFUSALS_TOO_LOW'
  /** INVALID_INPUT: maxPerMinute is below 1. */
  | 'MAX_PER_MINUTE_TOO_LOW'
  /** INVALID_INPUT: there is no order. */
  | 'NO_ORDERS'
  /** INVALID_INPUT: the key, the name or the reason has half of a character in it (a lone surrogate). */
  | 'HALF_CHARACTER'
  /** INVALID_INPUT: a batch that denies needs a reason, of its own or in every row. */
  | 'DENIAL_WITHOUT_REASON'
  /** INVALID_INPUT: requestedByUser and acceptOwnRequests are for a batch that cancels. */
  | 'OPTION_OF_CANCEL'
  /** INVALID_INPUT: the orders take too many bytes. */
  | 'ORDERS_TOO_LARGE'
  /** INVALID_INPUT: the reason of a row is too long. Subject: the number of the row. */
  | 'ROW_REASON_TOO_LONG'
  /** INVALID_INPUT: the reason of a row has half of a character in it (a lone surrogate). Subject: the number of the row. */
  | 'ROW_REASON_HALF_CHARACTER'
  /** The only sentence of its code. Subject: the most orders that a batch takes here. */
  | 'TOO_MANY_ORDERS'
  /** The only sentence of CONFLICT. */
  | 'KEY_OF_OTHER_INPUT'
  /** CONFLICT: another caller has taken the idempotency key. */
  | 'KEY_TAKEN'
  /** The only sentence of NOT_FOUND. */
  | 'NO_SUCH_BATCH'
  /** WRONG_STATE: the batch cannot be started. Subject: its state. */
  | 'NOT_TO_START'
  /** WRONG_STATE: the batch cannot be paused. Subject: its state. */
  | 'NOT_TO_PAUSE'
  /** WRONG_STATE: the batch cannot be resumed. Subject: its state. */
  | 'NOT_TO_RESUME'
  /** WRONG_STATE: the batch cannot be aborted. Subject: its state. */
  | 'NOT_TO_ABORT'
  /** WRONG_STATE: the batch cannot be retried. Subject: its state. */
  | 'NOT_TO_RETRY'
  /** COUNT_MISMATCH: expectedOrders is missing. */
  | 'COUNT_MISSING'
  /** COUNT_MISMATCH: another number is pending. Subject: that number. */
  | 'COUNT_DIFFERS'
  /** COUNT_MISMATCH: for a RETRY, another number is refused or unknown. Subject: that number. */
  | 'RETRY_COUNT_DIFFERS'
  /** NOT_PERMITTED: VTEX ID or License Manager did not say who may cancel. */
  | 'GRANTS_UNKNOWN'
  /** NOT_PERMITTED: a login may no longer cancel orders. Subject: the login. */
  | 'GRANT_MISSING'
  /** NOT_PERMITTED: VTEX ID or License Manager did not say who may read the rows of a batch. */
  | 'ROWS_GRANTS_UNKNOWN'
  /** NOT_PERMITTED: the caller may not read the rows of a batch, which the call asks for. */
  | 'ROWS_GRANT_MISSING'
  /** BATCH_UNREADABLE: the manifest of the batch cannot be read. */
  | 'MANIFEST_UNREADABLE'
  /** BATCH_UNREADABLE: the control of the batch cannot be read. */
  | 'CONTROL_UNREADABLE'
  /** BATCH_UNREADABLE: the manifest of the batch that was created with this key cannot be read. */
  | 'MANIFEST_OF_KEY_UNREADABLE'
  /** The only sentence of STORAGE_UNAVAILABLE. */
  | 'OUTCOME_UNKNOWN'

/** Who calls, what they may do, and what the store has set. */
export type CancellationAccess = {
  /** Account and workspace. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The caller, as VTEX ID names them. Null if it did not say. */
  caller: Maybe<Scalars['String']['output']>
  /** The account. */
  account: Scalars['String']['output']
  /** The workspace: journals and batches of another one are not seen here. */
  workspace: Scalars['String']['output']
  /** True: the caller holds OMSViewer, or this query is refused. */
  mayView: Scalars['Boolean']['output']
  /** The caller holds ListOrders. Null if License Manager did not say. */
  mayList: Maybe<Scalars['Boolean']['output']>
  /** The caller holds CancelAction. Null if License Manager did not say. */
  mayCancel: Maybe<Scalars['Boolean']['output']>
  /** The caller holds RefundAction. Null if License Manager did not say. */
  mayReturn: Maybe<Scalars['Boolean']['output']>
  /** The reasons that the store offers; may be empty. */
  reasons: Array<Scalars['String']['output']>
  /** The maxRefusals that new batches start with. Null if the store has set none. */
  maxRefusals: Maybe<Scalars['Int']['output']>
  /** The maxPerMinute that new batches start with. Null if the store has set none. */
  maxPerMinute: Maybe<Scalars['Int']['output']>
  /** The store lets this app send return invoices; returnInvoicedOrder refuses otherwise. */
  isReturnOffered: Scalars['Boolean']['output']
  /** The most orders of a batch. */
  maxOrders: Scalars['Int']['output']
  /** How many days a batch is kept. */
  batchDays: Scalars['Int']['output']
  /** What could not be read, and the settings whose value is out of range: for these the default is in force. */
  notices: Array<CancellationNotice>
}

/** Many orders that are canceled, or whose requests are decided, in the background, at the pace that OMS accepts. */
export type CancellationBatch = {
  /** The id of the batch. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The id of the batch. The same idempotency key gives the same id. */
  id: Scalars['ID']['output']
  /** The name that its creator gave it. */
  name: Maybe<Scalars['String']['output']>
  /** What the batch does now. */
  state: BatchState
  /** The reason that is sent for each row that has none of its own. */
  reason: Maybe<Scalars['String']['output']>
  /** What it does to each order. */
  action: BatchOrderAction
  /** True if the shoppers asked for the cancellations. */
  requestedByUser: Scalars['Boolean']['output']
  /** Whether the batch also takes the second step of its own requests, as it was created. */
  acceptOwnRequests: Scalars['Boolean']['output']
  /** More refused rows than this pause the batch; null if it never pauses by itself. */
  maxRefusals: Maybe<Scalars['Int']['output']>
  /** The most cancels that are sent a minute; null if OMS alone sets the pace. */
  maxPerMinute: Maybe<Scalars['Int']['output']>
  /** Who created the batch: the owner of the token, as VTEX ID names them. Null if its manifest cannot be read. */
  createdBy: Maybe<Scalars['String']['output']>
  /** When it was created, in ISO 8601. Null if its manifest cannot be read. */
  createdAt: Maybe<Scalars['String']['output']>
  /** When it was started; null before that. */
  startedAt: Maybe<Scalars['String']['output']>
  /** When nothing was left to do; null before that, and again after a RETRY. */
  finishedAt: Maybe<Scalars['String']['output']>
  /**
   * From when on it may be deleted with all its rows, in ISO 8601: 30 days, or as many as the store has
   * set, after it was created, and 7 days after
   * the last action on it. Null if its manifest cannot be read.
   */
  deletedAfter: Maybe<Scalars['String']['output']>
  /**
   * What a person should know of the batch, in English: why it is FAILED and what to do, and in its last 7 days that
   * it is deleted although rows are pending.
   */
  warnings: Array<Scalars['String']['output']>
  /** The warnings, in the same order, for a page that says them in its own language. */
  notices: Array<BatchNotice>
  /** How many rows are in each state. Up to some seconds old while the batch works. */
  counts: BatchCounts
  /** What the batch can be told now, by its state alone: cancellationAccess says what the caller may do. */
  actions: Array<BatchAction>
  /** How many rows the preview has read: total minus skipped when it is complete. 0 without a preview. */
  checked: Scalars['Int']['output']
  /**
   * When the preview was complete, in ISO 8601. Null before that, without a preview, and where an earlier version
   * of this app made it.
   */
  checkedAt: Maybe<Scalars['String']['output']>
  /** The rows by their outlook, and what their orders are worth. Up to some seconds old while the batch works. */
  groups: Array<BatchGroup>
  /**
   * How many rows a RETRY may help: REFUSED rows whose refusal may pass, and UNKNOWN rows. Of rows that an earlier
   * version of this app finished, only the UNKNOWN ones are counted.
   */
  retryable: Scalars['Int']['output']
  /**
   * The pace now, in sends a minute: its share of what OMS takes, beside the other batches; null when none are
   * being sent.
   */
  pacePerMinute: Maybe<Scalars['Float']['output']>
  /** When sending goes on, if OMS accepts no more for now; null otherwise. */
  throttledUntil: Maybe<Scalars['String']['output']>
  /**
   * How many seconds sending takes at the average pace, with the batches that share it and the caps of all.
   * Confirming takes longer. Null when nothing is being sent, and, unless caps alone decide, until the pace was
   * measured for two and a half minutes.
   */
  estimatedSecondsLeft: Maybe<Scalars['Int']['output']>
  /** The last 100 actions that operators took on the batch, the oldest first. */
  history: Array<BatchControlEntry>
  /** The last of these actions, for a page that polls; null before the first. */
  lastControl: Maybe<BatchControlEntry>
  /**
   * The rows, in the order of the input. In a mutation, the caller needs ListOrders for them, too: without it the
   * mutation does nothing, and its refusal says so.
   */
  orders: BatchOrderPage
}

/** Many orders that are canceled, or whose requests are decided, in the background, at the pace that OMS accepts. */
export type CancellationBatchOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>
  after?: InputMaybe<Scalars['String']['input']>
  states?: InputMaybe<Array<BatchOrderState>>
  withWarnings?: InputMaybe<Scalars['Boolean']['input']>
  outlooks?: InputMaybe<Array<BatchOutlook>>
  orderId?: InputMaybe<Scalars['ID']['input']>
  hasNotices?: InputMaybe<Scalars['Boolean']['input']>
}

/** What a batch is doing. Treat a value that you do not know as RUNNING. */
export type BatchState =
  /** Every order is being read, for a preview. Nothing is sent. */
  | 'CHECKING'
  /** It waits to be started. */
  | 'READY'
  /** Orders are being canceled, or their requests decided. */
  | 'RUNNING'
  /** OMS accepts no more for a while: see throttledUntil. The batch goes on by itself. */
  | 'THROTTLED'
  /**
   * OMS refuses the token of this app, for one order after the other: see warnings. Nothing more begins, and no
   * row counts as refused for that. The batch goes on by itself when OMS takes the token again.
   */
  | 'NO_ACCESS'
  /** An operator paused it, or more rows were refused than maxRefusals allows. It waits to be resumed. */
  | 'PAUSED'
  /** Nothing is left to send. The orders whose cancel OMS received are read until they are canceled. */
  | 'CONFIRMING'
  /** Nothing is left to do. */
  | 'DONE'
  /** An operator stopped it for good. The orders whose cancel OMS had received are still read. */
  | 'ABORTED'
  /**
   * One of its files cannot be used, so nothing more is sent: see warnings. Rows that may have been sent are
   * UNKNOWN, for a person. It takes ABORT and RETRY.
   */
  | 'FAILED'

/** How many rows of a batch are in each state. */
export type BatchCounts = {
  /** All rows. */
  total: Scalars['Int']['output']
  /** PENDING. */
  pending: Scalars['Int']['output']
  /** SKIPPED. */
  skipped: Scalars['Int']['output']
  /** ACCEPTED. */
  accepted: Scalars['Int']['output']
  /** AWAITING_DECISION. */
  awaitingDecision: Scalars['Int']['output']
  /** CANCELED. */
  canceled: Scalars['Int']['output']
  /** DENIED. */
  denied: Scalars['Int']['output']
  /** STUCK. */
  stuck: Scalars['Int']['output']
  /** REFUSED. */
  refused: Scalars['Int']['output']
  /** UNKNOWN. */
  unknown: Scalars['Int']['output']
  /** NOT_ATTEMPTED. */
  notAttempted: Scalars['Int']['output']
  /**
   * Rows in any state whose cancellation has warnings: a person should look at these, also where the order is
   * canceled. A row counts from when the batch last worked on it: one that an earlier version of this app
   * finished is not counted, but orders(withWarnings: true) finds it.
   */
  withWarnings: Scalars['Int']['output']
}

/** Rows that share an outlook, and what they are worth. */
export type BatchGroup = {
  /** The outlook. */
  outlook: BatchOutlook
  /** How many rows have it. */
  count: Scalars['Int']['output']
  /** One sum for each currency. It adds up what OMS says that the orders cost, which is not what is refunded. */
  sums: Array<MoneySum>
  /**
   * How many of the rows are in no sum: their order was not read, or it has no whole value from 0 to
   * 900,000,000,000 cents, or no currency.
   */
  unvalued: Scalars['Int']['output']
}

/** A sum of money in one currency. */
export type MoneySum = {
  /** The currency, in ISO 4217. */
  currency: Scalars['String']['output']
  /** The exact sum in cents. */
  value: Scalars['Float']['output']
}

/**
 * What the last read of a row before a send promises. It stays when the row goes on: counts tell what became of the
 * rows. Treat a value that you do not know as UNREAD.
 */
export type BatchOutlook =
  /** A cancel takes effect. */
  | 'WILL_CANCEL'
  /** A cancel only makes a request, which this account then accepts: see acceptOwnRequests. */
  | 'WILL_REQUEST'
  /** The open request is accepted. */
  | 'WILL_ACCEPT'
  /** The open request is denied. */
  | 'WILL_DENY'
  /** No request is open that could be decided. */
  | 'NO_OPEN_REQUEST'
  /** The open request is the store's own: it is not denied. */
  | 'OWN_REQUEST'
  /** The order is canceled already. */
  | 'ALREADY_CANCELED'
  /** A cancellation is on its way, or another call is at work on the order. */
  | 'UNDER_WAY'
  /** A request is open that has to be accepted or denied. A cancel would accept it. */
  | 'OPEN_REQUEST'
  /** It is invoiced: only a return of all of it cancels it. */
  | 'INVOICED'
  /** A part of it is invoiced. */
  | 'PARTIALLY_INVOICED'
  /** VTEX is moving the order on: a cancel may be possible later. */
  | 'IN_TRANSITION'
  /** OMS does not find the order, or finds another one of this id. */
  | 'NOT_FOUND'
  /** OMS does not let the app read or cancel the order. */
  | 'NOT_PERMITTED'
  /** The order cannot be canceled, for another reason: see cancellation.refusal. */
  | 'NOT_CANCELLABLE'
  /** The cancellation has stopped half-way: see cancellation.stuck. */
  | 'STUCK'
  /** The row is SKIPPED. */
  | 'SKIPPED'
  /** The order was not read yet, or no read was answered, or an earlier version of this app read it. */
  | 'UNREAD'

/** One action that was taken on a batch. */
export type BatchControlEntry = {
  /** The action. */
  action: BatchAction
  /** Who took it, as VTEX ID names them. Null if the batch paused itself because too many rows were refused. */
  by: Maybe<Scalars['String']['output']>
  /** When it was taken, in ISO 8601. */
  at: Scalars['String']['output']
}

/** What an operator can tell a batch to do. */
export type BatchAction =
  /** Cancel the pending orders of a batch that is READY. Needs expectedOrders. */
  | 'START'
  /** Send nothing more for now. */
  | 'PAUSE'
  /** Go on after a pause. */
  | 'RESUME'
  /** Stop for good: what was not sent is never sent. */
  | 'ABORT'
  /**
   * Try the REFUSED and UNKNOWN rows of a batch that is DONE or FAILED again, each after a fresh read. With
   * expectedOrders, only if that is their number. A batch that was never started is not started by this.
   */
  | 'RETRY'

/** One page of a batch's rows. */
export type BatchOrderPage = {
  /** The rows. With a filter there may be fewer than first, or none, although more come: see nextCursor. */
  items: Array<BatchOrder>
  /** The cursor of the next page; null on the last page, and only there. */
  nextCursor: Maybe<Scalars['String']['output']>
}

/** One row of a batch. */
export type BatchOrder = {
  /** The id of the batch and the number of the row. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The number of the row in the input, counted from 1. */
  row: Scalars['Int']['output']
  /** The order id as it was given. If the text is no order id: its first 100 characters. */
  orderId: Scalars['ID']['output']
  /** What became of the row. */
  state: BatchOrderState
  /**
   * What the order costs, in cents, by the read that gave the outlook: a whole number from 0 to 900,000,000,000.
   * Null where that read gave none.
   */
  value: Maybe<Scalars['Float']['output']>
  /** The currency of the value, in ISO 4217; null where OMS names none. */
  currency: Maybe<Scalars['String']['output']>
  /** What the last read before a send promises. */
  outlook: BatchOutlook
  /**
   * How often this batch sent a cancel, an accept or a denial for it, also where OMS did not confirm that. A send
   * whose replica died before it could be saved is not counted.
   */
  attempts: Scalars['Int']['output']
  /**
   * The order's cancellation as it was read last, as cancelOrder would describe it. A batch does not store text
   * that others wrote, such as the reason of a denial: orderCancellation shows it. Null before the first read. Its
   * cacheId is that of the row with "-cancellation" after it: no cache merges it with the order's fresh cancellation.
   */
  cancellation: Maybe<OrderCancellation>
  /** When the order was read last; null before the first read. */
  updatedAt: Maybe<Scalars['String']['output']>
}

/** What became of one row. Treat a value that you do not know as UNKNOWN. */
export type BatchOrderState =
  /** Nothing was sent for it yet, or it is not known yet what the send did. */
  | 'PENDING'
  /** It has no valid order id, or the same order as an earlier row: see cancellation.refusal. */
  | 'SKIPPED'
  /** OMS received the cancel. The order is read until it is canceled. */
  | 'ACCEPTED'
  /** The request has to be accepted or denied: cancellation.awaiting says by whom. */
  | 'AWAITING_DECISION'
  /**
   * The order is canceled: two reads, at least 30 seconds apart, showed it. The second also looked at the
   * payment, the rest of the purchase and the other side of the sale: cancellation.warnings says what is not
   * settled there.
   */
  | 'CANCELED'
  /** The request was denied. The order goes on. */
  | 'DENIED'
  /** The cancellation has stopped half-way: see cancellation.stuck. */
  | 'STUCK'
  /** The batch did nothing to the order, or its request ended without a cancellation: see cancellation.refusal. */
  | 'REFUSED'
  /** The batch could not find out what became of it. An operator should look; RETRY begins with a fresh read. */
  | 'UNKNOWN'
  /** The batch was aborted before it did anything to the order. */
  | 'NOT_ATTEMPTED'

/** A batch, or why nothing was done. With some refusals, both. */
export type CancellationBatchPayload = {
  /** The batch as it is now. */
  batch: Maybe<CancellationBatch>
  /** Why nothing was done; null otherwise. */
  refusal: Maybe<BatchRefusal>
}

/** Why a call did nothing to a batch. */
export type BatchRefusal = {
  /** The reason, for programs. */
  code: BatchRefusalCode
  /** The reason and what to do, for operators, in English. */
  message: Scalars['String']['output']
  /** Which sentence of its code the message is. */
  detail: BatchRefusalDetail
  /** The one thing that the sentence names: a number, a state or a login. Null if it names none. */
  subject: Maybe<Scalars['String']['output']>
  /** The id of the batch that the refusal is about; null if there is none. */
  batchId: Maybe<Scalars['ID']['output']>
}

/** Why a call did nothing to a batch. Treat a value that you do not know as WRONG_STATE. */
export type BatchRefusalCode =
  /** An argument is outside its limits: the message names it. */
  | 'INVALID_INPUT'
  /** More orders were given than a batch takes: 10,000, or fewer if the store has set so. */
  | 'TOO_MANY_ORDERS'
  /** The idempotency key belongs to a batch that was created with another input. Only its creator gets its id. */
  | 'CONFLICT'
  /** There is no such batch in this workspace. */
  | 'NOT_FOUND'
  /** The action is not possible in the state of the batch. */
  | 'WRONG_STATE'
  /** expectedOrders is not the number of pending orders, or for RETRY that of refused and unknown ones. */
  | 'COUNT_MISMATCH'
  /**
   * The caller, or a login in whose name the batch sends, may not cancel orders; or the caller asks for rows and may
   * not list orders; or VTEX ID or License Manager did not say.
   */
  | 'NOT_PERMITTED'
  /** A file of the batch cannot be read, so it takes no action but ABORT: the message names the file. */
  | 'BATCH_UNREADABLE'
  /**
   * VBase did not answer, so this may or may not have been done. Call again with the same arguments: nothing is
   * done twice.
   */
  | 'STORAGE_UNAVAILABLE'

/** One page of batches, the newest first. */
export type CancellationBatchPage = {
  /** The batches. */
  items: Array<CancellationBatch>
  /** The cursor of the next page; null on the last page. */
  nextCursor: Maybe<Scalars['String']['output']>
}

/** The orders of a new batch, and what is to be done to them. */
export type CreateCancellationBatchInput = {
  /** A text that the caller chooses, 1 to 255 characters: the same key with the same input is the same batch. */
  idempotencyKey: Scalars['ID']['input']
  /** A name to find it by, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>
  /**
   * Why the orders are canceled, or their requests accepted or denied, at most 1000 characters. OMS may show it to the
   * shoppers.
   */
  reason?: InputMaybe<Scalars['String']['input']>
  /** True if the shoppers asked for the cancellations. */
  requestedByUser?: InputMaybe<Scalars['Boolean']['input']>
  /**
   * What to do to each order. ACCEPT and DENY decide open requests; DENY needs a reason, of the batch or of every row.
   * requestedByUser and acceptOwnRequests are for CANCEL only.
   */
  action?: InputMaybe<BatchOrderAction>
  /** The orders, at most 10,000, and at most 3,000,000 bytes as JSON in UTF-8. */
  orders: Array<BatchOrderInput>
  /** Reads every order before the start, for a preview. Each order is read again before its cancel. */
  checkFirst?: InputMaybe<Scalars['Boolean']['input']>
  /**
   * Takes the second step, too, where a cancel only makes a request: the batch accepts the requests that
   * this app has made.
   */
  acceptOwnRequests?: InputMaybe<Scalars['Boolean']['input']>
  /**
   * The batch pauses when more rows than this are refused. By default it is what the store has set,
   * and without that the batch never pauses by itself.
   */
  maxRefusals?: InputMaybe<Scalars['Int']['input']>
  /**
   * The most orders for which something is sent a minute, from 1. By default it is what the store has set, and without
   * that OMS alone sets the pace.
   */
  maxPerMinute?: InputMaybe<Scalars['Int']['input']>
}

/** What a batch does to each order. */
export type BatchOrderAction =
  /** As cancelOrder. A row has ended well as CANCELED. */
  | 'CANCEL'
  /** As acceptCancellationRequest: accepts the open request. A row has ended well as CANCELED. */
  | 'ACCEPT'
  /**
   * As denyCancellationRequest: denies the open request, and never one of the store itself. A row has ended well as
   * DENIED.
   */
  | 'DENY'

/** One order of a new batch. */
export type BatchOrderInput = {
  /** The order id, for example 1380000000001-01. */
  orderId: Scalars['ID']['input']
  /** Why this is done to this order, at most 200 characters. The default is the reason of the batch. */
  reason?: InputMaybe<Scalars['String']['input']>
}

/** One order, with everything that an operator decides with. */
export type CancellationCase = {
  /** The order id. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The order id that the caller gave. If the text is no order id: its first 100 characters. */
  orderId: Scalars['ID']['output']
  /** The same as orderCancellation answers. */
  cancellation: OrderCancellation
  /** When OMS was read, in ISO 8601. */
  readAt: Scalars['String']['output']
  /**
   * What this caller may do now: what a call would send if nothing changes meanwhile. It takes the order, what
   * this app has sent for it, the caller's License Manager resources and the store's settings together.
   */
  actions: Array<OrderAction>
  /** True if a cancel now only makes a request, which this account then accepts. Null if the order was not read. */
  makesRequest: Maybe<Scalars['Boolean']['output']>
  /**
   * True if OMS does not give the items' stock back when the order is canceled. Null if the order was not read, and
   * where a cancellation was requested elsewhere: then the order does not show in which status.
   */
  keepsStock: Maybe<Scalars['Boolean']['output']>
  /** What the order costs, in cents. Null if the order was not read, or OMS gives no readable amount. */
  value: Maybe<Scalars['Float']['output']>
  /** The order's currency, in ISO 4217. */
  currency: Maybe<Scalars['String']['output']>
  /** When the order was placed, in ISO 8601. */
  createdAt: Maybe<Scalars['String']['output']>
  /** The open cancellation request; null if none is open. */
  request: Maybe<CancellationRequest>
  /**
   * Whether the payment still holds money. Null if another account holds the payment, if OMS knows no transaction of
   * the order, or if it could not be read: then a notice of the cancellation says so.
   */
  payment: Maybe<OrderPayment>
  /**
   * The other orders of the same purchase, 50 at most. Null if they could not be read. A notice of the
   * cancellation says so, and how many are left out.
   */
  siblings: Maybe<Array<SiblingOrder>>
  /**
   * What this app has done to the order, the newest 50 first. Null if the journal could not be read. A
   * notice of the cancellation says so, and how many are left out.
   */
  history: Maybe<Array<CancellationEvent>>
}

/** What can be done to an order. Leave out a value you do not know. */
export type OrderAction =
  /** cancelOrder. */
  | 'CANCEL'
  /** acceptCancellationRequest. */
  | 'ACCEPT'
  /** denyCancellationRequest. */
  | 'DENY'
  /** returnInvoicedOrder. */
  | 'RETURN'

/** The payment of an order. */
export type OrderPayment = {
  /** Whether it still holds the shopper's money. */
  state: PaymentState
  /** The transaction's own status in OMS, in lower case. Null if it does not look like one. */
  transactionStatus: Maybe<Scalars['String']['output']>
}

/** Whether a payment still holds the shopper's money. Treat a value you do not know as UNKNOWN. */
export type PaymentState =
  /** It holds money, or is about to take it. */
  | 'HOLDS_MONEY'
  /** VTEX is giving it back. */
  | 'CANCELING'
  /** It holds none. */
  | 'CANCELED'
  /** The transaction is in a status that VTEX does not document. */
  | 'UNKNOWN'

/** Another order of the same purchase. */
export type SiblingOrder = {
  /** The order id. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The order id. */
  orderId: Scalars['ID']['output']
  /** By its status alone, as the read of the purchase shows it. UNKNOWN if it could not be read. */
  state: CancellationState
  /** OMS's own status string. */
  orderStatus: Maybe<Scalars['String']['output']>
  /** What it costs, in cents. */
  value: Maybe<Scalars['Float']['output']>
  /** Its currency, in ISO 4217. */
  currency: Maybe<Scalars['String']['output']>
}

/** Something that this app did to an order, or tried. */
export type CancellationEvent = {
  /** Names this one event. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** What was done. */
  action: OrderAction
  /** What came of it. */
  outcome: CancellationEventOutcome
  /** The user, API key or app in whose name it was done, as VTEX ID names it. */
  by: Scalars['String']['output']
  /** When it began, in ISO 8601. */
  at: Scalars['String']['output']
  /** The reason that was given. */
  reason: Maybe<Scalars['String']['output']>
  /** True if the shopper was named as the one who asked. */
  requestedByUser: Maybe<Scalars['Boolean']['output']>
  /** The number of the return invoice, for a RETURN. */
  invoiceNumber: Maybe<Scalars['String']['output']>
  /** When OMS received it: OMS's own string, unchanged. */
  date: Maybe<Scalars['String']['output']>
  /** OMS's protocol code. */
  receipt: Maybe<Scalars['String']['output']>
  /** The batch that did it. Null for a call on one order, and for what an older version has done. */
  batchId: Maybe<Scalars['ID']['output']>
}

/** What came of something that was to be sent. Treat a value you do not know as UNSETTLED. */
export type CancellationEventOutcome =
  /** OMS confirmed it. */
  | 'RECEIVED'
  /** The reply was lost, and a later read showed the effect. */
  | 'FOUND'
  /** OMS said no. */
  | 'REFUSED'
  /** Nothing was sent after all. */
  | 'NOT_SENT'
  /** It may have been sent, and nothing says what came of it. */
  | 'UNSETTLED'
  /** The call is at work at this moment. */
  | 'UNDER_WAY'

/** Something else to know about an order, for programs: a page can say it in its own language. */
export type CancellationNotice = {
  /** Which sentence it is. */
  code: NoticeCode
  /** The sentence in English, as it stands in warnings. */
  message: Scalars['String']['output']
  /** The order, the number or the state that the sentence names; null if it names none. */
  subject: Maybe<Scalars['String']['output']>
}

/**
 * What else to know about an order. Of a value that you do not know, show the message. docs/integrators.md has the
 * sentence of each.
 */
export type NoticeCode =
  /** The order is incomplete: the platform cancels it by itself. */
  | 'ORDER_INCOMPLETE'
  /** OMS marks the order as not completed. */
  | 'ORDER_NOT_COMPLETED'
  /** OMS marks the order as one that may not be canceled. */
  | 'CANCEL_MARKED_NOT_ALLOWED'
  /** The order's workflow is in error. */
  | 'WORKFLOW_IN_ERROR'
  /** The order has stood for two hours in a status that passes within minutes. */
  | 'STATUS_TOO_OLD'
  /** The returns are worth more than the invoices. */
  | 'RETURNS_ABOVE_INVOICES'
  /** The seller has canceled, and the store may name another one. */
  | 'SELLER_CANCELED'
  /** Another call is working on the order at this moment. */
  | 'SEND_UNDER_WAY'
  /** OMS did not confirm what was sent, and the order does not show it. */
  | 'SEND_UNCONFIRMED'
  /** The journal could not be read. */
  | 'JOURNAL_UNREAD'
  /** The outcome could not be written to the journal. */
  | 'OUTCOME_UNWRITTEN'
  /** The order was canceled less than 30 seconds ago. */
  | 'FRESHLY_CANCELED'
  /** OMS does not give the stock back. */
  | 'STOCK_KEPT'
  /** OMS may not give the stock back. */
  | 'STOCK_MAY_BE_KEPT'
  /** A marketplace outside VTEX sold the order: cancel it there, too. */
  | 'SOLD_OUTSIDE_VTEX'
  /** A subscription makes the next order. */
  | 'SUBSCRIPTION_GOES_ON'
  /** Another order of the purchase is not canceled: cancel it, too. Subject: its id. */
  | 'SIBLING_LIVES'
  /** Another order of the purchase is invoiced: return it. Subject: its id. */
  | 'SIBLING_INVOICED'
  /** The platform is moving another order of the purchase on: cancel it later. Subject: its id. */
  | 'SIBLING_MOVING'
  /** A cancel of another order of the purchase would be refused: read it first. Subject: its id. */
  | 'SIBLING_REFUSES_CANCEL'
  /** This app does not take the id of another order of the purchase. Subject: that id. */
  | 'SIBLING_OF_ODD_ID'
  /** Another order of the purchase could not be read. Subject: its id. */
  | 'SIBLING_UNREAD'
  /** Another order of the purchase could not be read, not even its id. */
  | 'UNNAMED_SIBLING_UNREAD'
  /** More orders of the purchase live on, or could not be read. Subject: how many. */
  | 'MORE_SIBLINGS_LIVE'
  /** The other orders of the purchase could not be read. */
  | 'SIBLINGS_UNREAD'
  /** The order names no purchase, so other orders were not looked for. */
  | 'PURCHASE_UNNAMED'
  /** The seller's order is not canceled. Subject: its id. */
  | 'SELLERS_ORDER_LIVES'
  /** The marketplace's order is not canceled. Subject: its id. */
  | 'MARKETPLACES_ORDER_LIVES'
  /** The order on the other side of the sale could not be read. Subject: its id. */
  | 'OTHER_SIDE_UNREAD'
  /** The order is canceled and its payment is not. Subject: the state of the transaction. */
  | 'PAYMENT_HOLDS_MONEY'
  /** The same, and the state of the transaction cannot be read. */
  | 'PAYMENT_STATE_UNREADABLE'
  /** The payment could not be read. */
  | 'PAYMENT_UNREAD'
  /** Other orders of the purchase share the payment. */
  | 'PAYMENT_SHARED'
  /** A change raised the price: a cancellation may not give the difference back. */
  | 'PRICE_RAISED'
  /** A gift card paid a part: its balance may not come back. */
  | 'PAID_BY_GIFT_CARD'
  /** A bank invoice paid a part: VTEX does not refund it. */
  | 'PAID_BY_BANK_INVOICE'
  /** Cash paid a part: it is given back by hand. */
  | 'PAID_IN_CASH'
  /** A marketplace outside VTEX holds the payment: a return refunds nothing there. */
  | 'RETURN_SOLD_OUTSIDE_VTEX'
  /** The payment is with the marketplace: only there it shows whether a return was refunded. */
  | 'RETURN_PAID_AT_MARKETPLACE'
  /** A change raised the price: a return may not give the difference back. */
  | 'RETURN_PRICE_RAISED'
  /** VTEX does not refund a part by itself: pay it back by hand. */
  | 'RETURN_PAID_BY_HAND'
  /** The order was paid in three ways or more: VTEX may divide the refund wrongly. */
  | 'RETURN_PAID_IN_THREE_WAYS'
  /** License Manager did not say all that the caller may do: an action may be missing. */
  | 'GRANTS_UNREAD'
  /** The store's settings could not be read: no return is offered, and the defaults are in force. */
  | 'SETTINGS_UNREAD'
  /** A setting has a value that it does not take: its default is in force. Subject: the setting. */
  | 'SETTING_INVALID'
  /** The purchase has more orders than are shown. Subject: how many. */
  | 'MORE_SIBLINGS'
  /** The journal has older entries than are shown. Subject: how many. */
  | 'MORE_HISTORY'
  /** The journals of some orders of a page could not be read: nothing is offered for these. Subject: how many. */
  | 'JOURNALS_UNREAD'
  /** A warning that a row of a batch kept from before codes were kept. Subject: the whole sentence. */
  | 'EARLIER_WARNING'

/** One page of open cancellation requests. */
export type CancellationRequestPage = {
  /** The requests. There may be fewer than were asked for, or none, on a page that is not the last. */
  items: Array<CancellationRequest>
  /**
   * Leads to the next page; null on the last one. A page begins behind the order that ended the one before, so a
   * request that is decided meanwhile moves no other out of sight. A new request for an older order is on a page
   * before: begin anew to see it.
   */
  nextCursor: Maybe<Scalars['String']['output']>
  /**
   * How many requests OMS's list counts, on the first page only. Null where it does not say, and where OMS does not
   * filter by the status.
   */
  total: Maybe<Scalars['Int']['output']>
  /**
   * How many requests of the list were left out of this page, because their orders, when read, no longer waited for
   * this account's decision. Counted only where reason, requestedBy, requestedAt, decideBy or actions is selected:
   * without them no order is read.
   */
  dropped: Scalars['Int']['output']
  /**
   * How many orders of this page could not be read. Their requests are shown as the list tells them, with requestedBy
   * UNKNOWN; one whose row names no order is not shown.
   */
  unread: Scalars['Int']['output']
  /**
   * When OMS does not filter its list by the status: only orders placed since then were looked at, in ISO 8601. Null
   * when it does, which is the rule.
   */
  since: Maybe<Scalars['String']['output']>
  /** Why the list, or the orders, could not be read to the end. What was read before is still in items. Null otherwise. */
  refusal: Maybe<CancellationRefusal>
  /** Why an action may be missing, where actions are selected. */
  notices: Array<CancellationNotice>
}

/** An open cancellation request, which has to be accepted or denied. */
export type CancellationRequest = {
  /** Names the request for VTEX's Apollo clients, apart from the order. */
  cacheId: Scalars['ID']['output']
  /** The order id. */
  orderId: Scalars['ID']['output']
  /** Who has to decide. In cancellationRequests always this account. */
  awaiting: DecisionMaker
  /** Who made the request. */
  requestedBy: RequestMaker
  /** The reason of the request: this app's own record, else what OMS recorded. */
  reason: Maybe<Scalars['String']['output']>
  /** When the request was made, in ISO 8601; null when OMS does not say. */
  requestedAt: Maybe<Scalars['String']['output']>
  /** When VTEX cancels the order by itself if the request is not decided: 30 days after it was made. */
  decideBy: Maybe<Scalars['String']['output']>
  /** What the order costs, in cents. Null when OMS gives no whole number from 0 to 900000000000. */
  value: Maybe<Scalars['Float']['output']>
  /** The currency of the value, in ISO 4217. */
  currency: Maybe<Scalars['String']['output']>
  /** What this caller may do about it now: ACCEPT, DENY or both. Empty where the order was not read. */
  actions: Array<OrderAction>
}

/** Who asked for a cancellation. Treat a value that you do not know as UNKNOWN. */
export type RequestMaker =
  /** The shopper, as OMS says. */
  | 'SHOPPER'
  /** The other side of the order, such as the marketplace, and not the shopper. */
  | 'OTHER_SIDE'
  /** This store itself, in this app or elsewhere. Such a request is only accepted: denying it leaves the order stuck. */
  | 'OWN_STORE'
  /** Neither OMS nor this app's journal says who, or the order was not read. */
  | 'UNKNOWN'

/**
 * What is known about the cancellation of one order.
 * The state is the truth about the order; the refusal says why this call did nothing.
 */
export type OrderCancellation = {
  /** The order id. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The order id that the caller gave. If the text is no order id: its first 100 characters. */
  orderId: Scalars['ID']['output']
  /** How far the cancellation has come. */
  state: CancellationState
  /** Who has to decide, when the state is AWAITING_DECISION; null otherwise. */
  awaiting: Maybe<DecisionMaker>
  /** OMS's own status string, as last read. Null if the order was not read, and for an incomplete order. */
  orderStatus: Maybe<Scalars['String']['output']>
  /**
   * When OMS received the last cancel or accept that this app sent for the order: OMS's own string, unchanged.
   * If this app sent none, or OMS did not confirm it: the date of the open request, or null if none is open.
   */
  date: Maybe<Scalars['String']['output']>
  /** OMS's protocol code for that send. OMS may give none. */
  receipt: Maybe<Scalars['String']['output']>
  /** The reason of the cancellation: this app's own record, else that of the open request, else what OMS recorded. */
  reason: Maybe<Scalars['String']['output']>
  /** True if the shopper asked for the cancellation, taken from where the reason comes from. */
  requestedByUser: Maybe<Scalars['Boolean']['output']>
  /** The date in OMS's cancellation data, once the order is canceled; null before that. */
  canceledAt: Maybe<Scalars['String']['output']>
  /** How the request was denied, if the state is DENIED and OMS or this app knows it. */
  denial: Maybe<CancellationDenial>
  /** Why the cancellation or the order has stopped, if the state is STUCK. */
  stuck: Maybe<StuckDiagnosis>
  /** What to do next. */
  nextStep: NextStep
  /** What else an operator should know, as sentences in English. */
  warnings: Array<Scalars['String']['output']>
  /** The warnings, for programs: one notice for each, in the same order. */
  notices: Array<CancellationNotice>
  /** Why this call did nothing. In the query: why cancelOrder would do nothing now. Null otherwise. */
  refusal: Maybe<CancellationRefusal>
}

/** How far the cancellation of an order has come. Treat a value that you do not know as UNKNOWN. */
export type CancellationState =
  /** No cancellation is under way. */
  | 'NOT_REQUESTED'
  /** OMS received the request. The order is not canceled yet. */
  | 'ACCEPTED'
  /** The request has to be accepted or denied: awaiting says by whom. */
  | 'AWAITING_DECISION'
  /** OMS says that the order is canceled. */
  | 'CANCELED'
  /** The request was denied. The order goes on. */
  | 'DENIED'
  /**
   * The cancellation has stopped half-way, or the order has, although no cancellation was requested. It does not go
   * on by itself: see stuck.
   */
  | 'STUCK'
  /**
   * It is not known whether a cancellation was requested: the order was not read, its status is new to this app,
   * or OMS's reply to a send was lost. With a refusal, this call still did nothing. Without one, read again before
   * you do anything.
   */
  | 'UNKNOWN'

/** Who decides about a cancellation request. */
export type DecisionMaker =
  /** This account. */
  | 'SELF'
  /** The other side of the order, such as the seller. */
  | 'OTHER'

/** What to do next about an order. */
export type NextStep =
  /** Nothing in this app. With a refusal, its message says what is wrong. */
  | 'NONE'
  /** Make the same call again later: see retryAfterSeconds. */
  | 'RETRY_LATER'
  /** Read orderCancellation again in a minute to see what became of the request. */
  | 'CHECK_AGAIN'
  /** Send a return invoice for the order. */
  | 'RETURN_INVOICE'
  /** Remove the items that are not invoiced by changing the order; where VTEX takes no change, invoice the rest. */
  | 'MODIFY_ORDER'
  /** Accept or deny the open cancellation request; with the refusal OWN_REQUEST, only accept it. */
  | 'DECIDE_REQUEST'
  /** Wait until the other side has decided. */
  | 'WAIT_FOR_DECISION'
  /** Ask an administrator of the store for the missing License Manager resource. */
  | 'ASK_FOR_ACCESS'
  /** Open a ticket with VTEX: see stuck.advice. */
  | 'OPEN_TICKET'

/** How a cancellation request was denied. */
export type CancellationDenial = {
  /** The reason that was given. */
  reason: Maybe<Scalars['String']['output']>
  /** When it was denied. */
  date: Maybe<Scalars['String']['output']>
}

/** Why a cancellation or an order has stopped half-way. */
export type StuckDiagnosis = {
  /** The kind, for programs. */
  kind: StuckKind
  /** Since when: the date of the cancellation, else of the order's last change or of this app's last confirmed send. */
  since: Maybe<Scalars['String']['output']>
  /** What to do, for operators, in English. Kind and known issue together say which advice it is. */
  advice: Scalars['String']['output']
  /** The number of VTEX's known issue; null if VTEX has published none. */
  knownIssue: Maybe<Scalars['String']['output']>
}

/** The known ways in which a cancellation stops half-way. Treat a value that you do not know as NO_PROGRESS. */
export type StuckKind =
  /** The seller invoiced the order while its cancellation was requested. */
  | 'CANCEL_INVOICE_RACE'
  /** The order could not be created, and stopped on its way to canceled. */
  | 'CREATION_ERROR'
  /** The marketplace's order is canceled; the seller's order is not. */
  | 'SELLER_NOT_CANCELED'
  /** The side that made the request also denied it. */
  | 'OWN_REQUEST_DENIED'
  /** The payment transaction has stopped on its way to canceled, and the order waits for it. */
  | 'TRANSACTION_NOT_CANCELED'
  /** The cancellation has stopped at an error that VTEX does not retry. */
  | 'WORKFLOW_ERROR'
  /** The order has been on its way to canceled for more than two hours. */
  | 'NO_PROGRESS'
  /** The request was denied more than two hours ago, and the order has not gone on since. */
  | 'DENIAL_WITHOUT_PROGRESS'
  /** The order has stopped in a status that only the platform changes, although no cancellation was requested. */
  | 'TRANSITION_STOPPED'

/** Why a call did nothing to an order. */
export type CancellationRefusal = {
  /** The reason, for programs. */
  code: RefusalCode
  /** The reason and what to do, for operators, in English. */
  message: Scalars['String']['output']
  /** Which sentence of its code the message begins with. Null in a row of a batch that an earlier version wrote. */
  detail: Maybe<RefusalDetail>
  /**
   * What that sentence names, beside the order and sums: the order that was found, the missing resource, the status.
   * Null if it names nothing else, or that cannot be read.
   */
  subject: Maybe<Scalars['String']['output']>
  /** What else the message says, sentence by sentence. */
  grounds: Array<RefusalGround>
  /** The sums that the message names; null if it names none. */
  sums: Maybe<RefusalSums>
  /** True if the same call may succeed later without anything else being done. */
  retryable: Scalars['Boolean']['output']
  /** How many seconds to wait before calling again; null if that is not known. */
  retryAfterSeconds: Maybe<Scalars['Int']['output']>
}

/** Why a call did nothing to an order. Treat a value that you do not know as not retryable. */
export type RefusalCode =
  /** The text is no order id. Nothing was read or sent. */
  | 'INVALID_ORDER_ID'
  /** An argument is not valid, or a row repeats an order of its batch: the message says which. Nothing was sent. */
  | 'INVALID_INPUT'
  /** OMS does not find the order in this account, or hides it from this caller. */
  | 'ORDER_NOT_FOUND'
  /** OMS found another order under this text, as it does for a sequence number. */
  | 'ORDER_ID_MISMATCH'
  /** OMS does not let this caller read or change the order. */
  | 'NOT_PERMITTED'
  /** OMS receives too many requests from this account. */
  | 'RATE_LIMITED'
  /** The order is invoiced: it can be canceled only after all of it came back on a return invoice. */
  | 'ORDER_INVOICED'
  /**
   * A part of the invoiced order came back, or it cannot be told how much: the message names both sums. A cancel
   * would give up the rest.
   */
  | 'RETURN_INCOMPLETE'
  /**
   * The invoices of the order do not tell how much of it was sold or returned: the message says what is wrong with
   * them. Nothing was sent.
   */
  | 'INVOICES_UNREADABLE'
  /** The invoices of the order add up to more than it costs: a return of all would pay back too much. */
  | 'INVOICES_ABOVE_ORDER'
  /** A part of the order is invoiced: OMS does not cancel it. */
  | 'ORDER_PARTIALLY_INVOICED'
  /** The platform is moving the order to its next status, and OMS takes nothing for it meanwhile. */
  | 'ORDER_IN_TRANSITION'
  /** The order has stopped where only the platform moves it: it is in error, or has not moved for two hours. */
  | 'ORDER_STOPPED'
  /** The order is not fully invoiced: a return invoice would make no refund. */
  | 'ORDER_NOT_INVOICED'
  /** The order takes no return invoice any more: it is canceled, on its way there, or replaced. */
  | 'RETURN_NOT_TAKEN'
  /** The payment of the order is canceled: a return invoice has nothing to pay back, or the money went back already. */
  | 'PAYMENT_CANCELED'
  /** The store does not let this app send return invoices: its setting isReturnOffered is off. */
  | 'RETURN_NOT_OFFERED'
  /** The order has an open cancellation request: a second cancel would accept it. */
  | 'DECISION_PENDING'
  /** There is no open cancellation request to accept or deny, or OMS gives no id to deny it by. */
  | 'NO_OPEN_REQUEST'
  /** The open request was made by this store itself: denying it would leave the order stuck. */
  | 'OWN_REQUEST'
  /** OMS does not do this to the order in its present status. */
  | 'NOT_CANCELLABLE'
  /** Another account has to do this: the one that ships the order, or the seller. */
  | 'WRONG_ACCOUNT'
  /**
   * Another call or a batch is working on the order, or something was sent for it that may still take effect, or
   * all of it is on return invoices already. Only retryable if it names seconds.
   */
  | 'CONFLICT'
  /** OMS could not be asked, and nothing was sent. */
  | 'OMS_UNAVAILABLE'
  /** The document of the order is larger than this app reads. Nothing was sent. */
  | 'ORDER_UNREADABLE'
  /**
   * VBase did not give or take the journal, or did not say whether a batch has the order, or VTEX ID did not say
   * who the caller is. Nothing was sent.
   */
  | 'STORAGE_UNAVAILABLE'

/** What became of the return of one invoiced order. */
export type OrderReturn = {
  /** The order id. VTEX's Apollo clients identify cached objects by this field. */
  cacheId: Scalars['ID']['output']
  /** The order id that the caller gave. If the text is no order id: its first 100 characters. */
  orderId: Scalars['ID']['output']
  /** The number of the return invoice, as it was given, without spaces around it. */
  invoiceNumber: Scalars['String']['output']
  /** The value of the return invoice, in cents. Null if none was sent and the order shows none. */
  invoiceValue: Maybe<Scalars['Float']['output']>
  /** When OMS received the return invoice: OMS's own string, unchanged. */
  date: Maybe<Scalars['String']['output']>
  /** OMS's protocol code for the return invoice. OMS may give none. */
  receipt: Maybe<Scalars['String']['output']>
  /**
   * Why the order was not returned; with a CONFLICT, it may be that this is not known yet. Null if OMS has
   * received the return invoice, or the order shows it.
   */
  refusal: Maybe<CancellationRefusal>
  /** What became of the cancel after the return invoice. If it is refused, the return still stands. */
  cancellation: Maybe<OrderCancellation>
}

/** What a refusal rests on: why the call that would help is refused, too, or what is wrong with an invoice. */
export type RefusalGround = {
  /** Which sentence it is. */
  detail: RefusalDetail
  /** The sentence in English. The message of the refusal says it, too. */
  message: Scalars['String']['output']
  /** The one thing that the sentence names; null if it names none, or that cannot be read. */
  subject: Maybe<Scalars['String']['output']>
}

/** The sums of an order, in cents. Null: the sum cannot be read, or the sentence leaves it out. */
export type RefusalSums = {
  /** What the order costs now. */
  value: Maybe<Scalars['Float']['output']>
  /** What changes have added to that; negative if they took off. */
  changes: Scalars['Float']['output']
  /** What the invoices of its sale are worth. */
  invoiced: Maybe<Scalars['Float']['output']>
  /** What its return invoices are worth. */
  returned: Maybe<Scalars['Float']['output']>
  /** What a return of the rest would be worth. */
  rest: Maybe<Scalars['Float']['output']>
}

/**
 * Which sentence a refusal is, or a ground of one. Each stands under one code. Of a value that you do not know, show the
 * message. docs/integrators.md has the sentence of each.
 */
export type RefusalDetail =
  /** INVALID_ORDER_ID: the text is empty. */
  | 'ID_EMPTY'
  /** INVALID_ORDER_ID: a spreadsheet has shortened the number. */
  | 'ID_SHORTENED'
  /** INVALID_ORDER_ID: the text looks like more than one id. */
  | 'ID_OF_SEVERAL'
  /** INVALID_ORDER_ID: a dash in it is no hyphen. Subject: the id that may be meant. */
  | 'ID_WITH_OTHER_DASH'
  /** INVALID_ORDER_ID: an invisible character is in it. Subject: the id that may be meant. */
  | 'ID_WITH_INVISIBLE'
  /** INVALID_ORDER_ID: the text is longer than 100 characters. */
  | 'ID_TOO_LONG'
  /** INVALID_ORDER_ID: the text breaks the rule of ids. */
  | 'ID_MALFORMED'
  /** INVALID_INPUT: the reason is too long. */
  | 'REASON_TOO_LONG'
  /** INVALID_INPUT: the reason has half of a character in it (a lone surrogate). */
  | 'REASON_HALF_CHARACTER'
  /** INVALID_INPUT: a denial needs a reason. */
  | 'DENIAL_WITHOUT_REASON'
  /** INVALID_INPUT: a return needs the number of its invoice. */
  | 'RETURN_WITHOUT_NUMBER'
  /** INVALID_INPUT: the number of a new return invoice has letters and digits only. */
  | 'RETURN_NUMBER_MALFORMED'
  /** INVALID_INPUT: the number is that of the sale's invoice. Subject: the number. */
  | 'RETURN_NUMBER_OF_SALE'
  /** INVALID_INPUT: the issuance date is no date with a time. */
  | 'ISSUANCE_DATE_MALFORMED'
  /** INVALID_INPUT: the issuance date is more than a year from now. */
  | 'ISSUANCE_DATE_TOO_LATE'
  /** INVALID_INPUT: the issuance date is more than a year before the order. */
  | 'ISSUANCE_DATE_TOO_EARLY'
  /** INVALID_INPUT: another row of the batch has the same order. Subject: the number of that row. */
  | 'ROW_REPEATED'
  /** The only sentence of its code. */
  | 'ORDER_NOT_FOUND'
  /** The only sentence of its code. Subject: the id of the order that OMS found. */
  | 'ORDER_ID_MISMATCH'
  /** NOT_PERMITTED: the caller may not view the order. Subject: the missing resource. */
  | 'READ_NOT_PERMITTED'
  /** NOT_PERMITTED: the caller may not cancel the order. Subject: the missing resource. */
  | 'CANCEL_NOT_PERMITTED'
  /** NOT_PERMITTED: the caller may not accept the request. Subject: the missing resource. */
  | 'ACCEPT_NOT_PERMITTED'
  /** NOT_PERMITTED: the caller may not deny the request. Subject: the missing resource. */
  | 'DENIAL_NOT_PERMITTED'
  /** NOT_PERMITTED: the caller may not send a return invoice. Subject: the missing resource. */
  | 'RETURN_NOT_PERMITTED'
  /** NOT_PERMITTED: to list orders. Subject: the License Manager resource. */
  | 'LIST_NOT_PERMITTED'
  /** NOT_PERMITTED: to view the orders of a list. Subject: the License Manager resource. */
  | 'ORDERS_NOT_PERMITTED'
  /** The only sentence of its code. */
  | 'RATE_LIMITED'
  /** RATE_LIMITED: the list of orders was not read to the end. */
  | 'LIST_RATE_LIMITED'
  /** RATE_LIMITED: not all orders of a list were read. */
  | 'ORDERS_RATE_LIMITED'
  /** ORDER_INVOICED: returnInvoicedOrder helps. */
  | 'INVOICED_RETURN_IT'
  /** ORDER_INVOICED: the invoice answers the open request with a no, and the order moves on. */
  | 'INVOICED_REQUEST_ANSWERED'
  /** ORDER_INVOICED: a return would be refused, too, as the grounds say. */
  | 'INVOICED_RETURN_BARRED'
  /** RETURN_INCOMPLETE: return the rest first. It names sums. */
  | 'PART_BACK_RETURN_REST'
  /** RETURN_INCOMPLETE: a return of the rest would be refused, as the grounds say. It names sums. */
  | 'PART_BACK_RETURN_BARRED'
  /** RETURN_INCOMPLETE: it cannot be told how much came back, as the grounds say. */
  | 'RETURNED_UNKNOWN'
  /** The only sentence of its code. The grounds say what is wrong with the invoices. */
  | 'INVOICES_UNREADABLE'
  /** INVOICES_ABOVE_ORDER: no change says why. It names sums. */
  | 'INVOICES_ABOVE_ORDER'
  /** INVOICES_ABOVE_ORDER: changes lowered the price. It names sums. */
  | 'INVOICES_ABOVE_LOWERED_ORDER'
  /** INVOICES_ABOVE_ORDER: changes raised the price, and not enough. It names sums. */
  | 'INVOICES_ABOVE_RAISED_ORDER'
  /** ORDER_PARTIALLY_INVOICED: a part is invoiced. It names sums. */
  | 'PART_INVOICED'
  /** ORDER_PARTIALLY_INVOICED: a part is invoiced, and all of that came back. It names sums. */
  | 'PART_INVOICED_AND_BACK'
  /** ORDER_NOT_INVOICED: a cancel helps. Subject: the status. */
  | 'NOT_INVOICED_CANCEL_IT'
  /** ORDER_NOT_INVOICED: the rest must be removed or invoiced first. Subject: the status. */
  | 'NOT_INVOICED_IN_FULL'
  /** ORDER_NOT_INVOICED: the other side decides about a request first. Subject: the status. */
  | 'NOT_INVOICED_REQUEST_OPEN'
  /** The only sentence of its code. Subject: the status. */
  | 'ORDER_IN_TRANSITION'
  /** The only sentence of its code. Subject: the status. */
  | 'ORDER_STOPPED'
  /** The only sentence of its code. */
  | 'DECISION_PENDING'
  /** NOT_CANCELLABLE: OMS does not cancel the order. Subject: the status. */
  | 'CANCEL_REFUSED'
  /** NOT_CANCELLABLE: the same, of an order that came back whole. Subject: the status. */
  | 'CANCEL_OF_RETURNED_REFUSED'
  /** NOT_CANCELLABLE: OMS does not accept the request. Subject: the status. */
  | 'ACCEPT_REFUSED'
  /** NOT_CANCELLABLE: OMS does not deny the request. Subject: the status. */
  | 'DENIAL_REFUSED'
  /** NOT_CANCELLABLE: OMS does not take the return invoice. Subject: the status. It names sums. */
  | 'RETURN_REFUSED'
  /** NOT_CANCELLABLE: another order has taken its place. Subject: the status. */
  | 'ORDER_REPLACED'
  /** RETURN_NOT_OFFERED: the store does not let this app send return invoices. */
  | 'RETURN_NOT_OFFERED'
  /** The only sentence of its code. Subject: the status. */
  | 'RETURN_NOT_TAKEN'
  /** The only sentence of its code. */
  | 'PAYMENT_CANCELED'
  /** NO_OPEN_REQUEST: none is open. Subject: the status. */
  | 'NO_OPEN_REQUEST'
  /** NO_OPEN_REQUEST: OMS names no id to deny the request by. */
  | 'REQUEST_WITHOUT_ID'
  /** OWN_REQUEST: accept it instead. */
  | 'OWN_REQUEST_ACCEPT_IT'
  /** OWN_REQUEST: an accept would be refused, too, as the grounds say. */
  | 'OWN_REQUEST_ACCEPT_BARRED'
  /** WRONG_ACCOUNT: decide on the seller's account. */
  | 'DECISION_ELSEWHERE'
  /** WRONG_ACCOUNT: return on the account that ships the order. */
  | 'RETURN_ELSEWHERE'
  /** CONFLICT: another call is working on the order, or was cut off. */
  | 'UNDER_WAY'
  /** CONFLICT: no time was left to wait for an outcome. */
  | 'TOO_LATE'
  /** CONFLICT: what was sent a moment ago may still take effect. */
  | 'UNSETTLED'
  /** CONFLICT: the order does not show yet what OMS has confirmed. */
  | 'UNSEEN'
  /** CONFLICT: all is on a return invoice already. */
  | 'OTHER_RETURN'
  /** CONFLICT: OMS did not confirm this return invoice yet. Subject: its number. */
  | 'UNSETTLED_RETURN'
  /** CONFLICT: OMS never confirmed an earlier return invoice. */
  | 'UNCONFIRMED_RETURN'
  /** The only sentence of its code. */
  | 'ORDER_UNREADABLE'
  /** The only sentence of its code. */
  | 'OMS_UNAVAILABLE'
  /** OMS_UNAVAILABLE: the list of orders cannot be read. */
  | 'LIST_UNREADABLE'
  /** The only sentence of its code. */
  | 'STORAGE_UNAVAILABLE'
  /** STORAGE_UNAVAILABLE: the setting isReturnOffered could not be read. */
  | 'RETURN_SETTING_UNREAD'
  /** A ground: an invoice is neither a sale nor a return. Subject: its number. */
  | 'FLAW_NO_TYPE'
  /** A ground: an invoice has no number. */
  | 'FLAW_NO_NUMBER'
  /** A ground: an invoice stands on the order twice. Subject: its number. */
  | 'FLAW_SAME_NUMBER'
  /** A ground: an invoice has no readable value above 0. Subject: its number. */
  | 'FLAW_NO_VALUE'
  /** A ground: an invoice names no items. Subject: its number. */
  | 'FLAW_NO_ITEMS'
  /** A ground: a line of an invoice cannot be read. Subject: its number. */
  | 'FLAW_BAD_LINE'
  /** A ground: the order shows no invoice of its sale. */
  | 'FLAW_NO_SALE'
  /** A ground: the order shows no value. */
  | 'FLAW_NO_ORDER_VALUE'
  /** A ground: an item of the order has no id. */
  | 'FLAW_NO_SKU'
  /** A ground: an item of the order, or a change of one, cannot be read. */
  | 'FLAW_BAD_ITEM'
  /** A ground: the returns are worth more than the invoices. */
  | 'FLAW_RETURNS_ABOVE_SALE'
  /** A ground: some changes lowered the price, and others raised it. */
  | 'FLAW_MIXED_CHANGES'
  /** A ground: sums and pieces do not fit together. */
  | 'FLAW_SUMS_DO_NOT_FIT'
  /** A ground: when the order changed last. Subject: that time, in ISO 8601. */
  | 'LAST_CHANGE'
  /** A ground: only the Admin shows what is needed. */
  | 'SETTLE_IN_ADMIN'
  /** A ground: OMS says that the order's workflow is in error. */
  | 'WORKFLOW_IN_ERROR'

export type ResolverTypeWrapper<T> = Promise<T> | T

export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>
> = ResolverFn<TResult, TParent, TContext, TArgs>

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>

export interface SubscriptionSubscriberObject<
  TResult,
  TKey extends string,
  TParent,
  TContext,
  TArgs
> {
  subscribe: SubscriptionSubscribeFn<
    { [key in TKey]: TResult },
    TParent,
    TContext,
    TArgs
  >
  resolve?: SubscriptionResolveFn<
    TResult,
    { [key in TKey]: TResult },
    TContext,
    TArgs
  >
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>
}

export type SubscriptionObject<
  TResult,
  TKey extends string,
  TParent,
  TContext,
  TArgs
> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>
> =
  | ((
      ...args: any[]
    ) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>

export type TypeResolveFn<
  TTypes,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>
> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>

export type IsTypeOfResolverFn<
  T = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>
> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo
) => boolean | Promise<boolean>

export type NextResolverFn<T> = () => Promise<T>

export type DirectiveResolverFn<
  TResult = Record<PropertyKey, never>,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>
> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  IOAuthScope: IoAuthScope
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>
  ID: ResolverTypeWrapper<Scalars['ID']['output']>
  Int: ResolverTypeWrapper<Scalars['Int']['output']>
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>
  BatchNotice: ResolverTypeWrapper<BatchNotice>
  BatchNoticeCode: BatchNoticeCode
  BatchRefusalDetail: BatchRefusalDetail
  CancellationAccess: ResolverTypeWrapper<CancellationAccess>
  CancellationBatch: ResolverTypeWrapper<ShownBatch>
  Float: ResolverTypeWrapper<Scalars['Float']['output']>
  BatchState: BatchState
  BatchCounts: ResolverTypeWrapper<BatchCounts>
  BatchGroup: ResolverTypeWrapper<BatchGroup>
  MoneySum: ResolverTypeWrapper<MoneySum>
  BatchOutlook: BatchOutlook
  BatchControlEntry: ResolverTypeWrapper<BatchControlEntry>
  BatchAction: BatchAction
  BatchOrderPage: ResolverTypeWrapper<BatchOrderPage>
  BatchOrder: ResolverTypeWrapper<BatchOrder>
  BatchOrderState: BatchOrderState
  CancellationBatchPayload: ResolverTypeWrapper<
    Omit<CancellationBatchPayload, 'batch'> & {
      batch?: Maybe<ResolversTypes['CancellationBatch']>
    }
  >
  BatchRefusal: ResolverTypeWrapper<BatchRefusal>
  BatchRefusalCode: BatchRefusalCode
  CancellationBatchPage: ResolverTypeWrapper<
    Omit<CancellationBatchPage, 'items'> & {
      items: Array<ResolversTypes['CancellationBatch']>
    }
  >
  CreateCancellationBatchInput: CreateCancellationBatchInput
  BatchOrderAction: BatchOrderAction
  BatchOrderInput: BatchOrderInput
  CancellationCase: ResolverTypeWrapper<CancellationCase>
  OrderAction: OrderAction
  OrderPayment: ResolverTypeWrapper<OrderPayment>
  PaymentState: PaymentState
  SiblingOrder: ResolverTypeWrapper<SiblingOrder>
  CancellationEvent: ResolverTypeWrapper<CancellationEvent>
  CancellationEventOutcome: CancellationEventOutcome
  CancellationNotice: ResolverTypeWrapper<CancellationNotice>
  NoticeCode: NoticeCode
  CancellationRequestPage: ResolverTypeWrapper<CancellationRequestPage>
  CancellationRequest: ResolverTypeWrapper<CancellationRequest>
  RequestMaker: RequestMaker
  OrderCancellation: ResolverTypeWrapper<OrderCancellation>
  CancellationState: CancellationState
  DecisionMaker: DecisionMaker
  NextStep: NextStep
  CancellationDenial: ResolverTypeWrapper<CancellationDenial>
  StuckDiagnosis: ResolverTypeWrapper<StuckDiagnosis>
  StuckKind: StuckKind
  CancellationRefusal: ResolverTypeWrapper<CancellationRefusal>
  RefusalCode: RefusalCode
  OrderReturn: ResolverTypeWrapper<OrderReturn>
  RefusalGround: ResolverTypeWrapper<RefusalGround>
  RefusalSums: ResolverTypeWrapper<RefusalSums>
  RefusalDetail: RefusalDetail
  String: ResolverTypeWrapper<Scalars['String']['output']>
}

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>
  ID: Scalars['ID']['output']
  Int: Scalars['Int']['output']
  Mutation: Record<PropertyKey, never>
  Boolean: Scalars['Boolean']['output']
  BatchNotice: BatchNotice
  CancellationAccess: CancellationAccess
  CancellationBatch: ShownBatch
  Float: Scalars['Float']['output']
  BatchCounts: BatchCounts
  BatchGroup: BatchGroup
  MoneySum: MoneySum
  BatchControlEntry: BatchControlEntry
  BatchOrderPage: BatchOrderPage
  BatchOrder: BatchOrder
  CancellationBatchPayload: Omit<CancellationBatchPayload, 'batch'> & {
    batch?: Maybe<ResolversParentTypes['CancellationBatch']>
  }
  BatchRefusal: BatchRefusal
  CancellationBatchPage: Omit<CancellationBatchPage, 'items'> & {
    items: Array<ResolversParentTypes['CancellationBatch']>
  }
  CreateCancellationBatchInput: CreateCancellationBatchInput
  BatchOrderInput: BatchOrderInput
  CancellationCase: CancellationCase
  OrderPayment: OrderPayment
  SiblingOrder: SiblingOrder
  CancellationEvent: CancellationEvent
  CancellationNotice: CancellationNotice
  CancellationRequestPage: CancellationRequestPage
  CancellationRequest: CancellationRequest
  OrderCancellation: OrderCancellation
  CancellationDenial: CancellationDenial
  StuckDiagnosis: StuckDiagnosis
  CancellationRefusal: CancellationRefusal
  OrderReturn: OrderReturn
  RefusalGround: RefusalGround
  RefusalSums: RefusalSums
  String: Scalars['String']['output']
}

export type AuthDirectiveArgs = {
  scope?: Maybe<IoAuthScope>
  productCode?: Maybe<Scalars['String']['input']>
  resourceCode?: Maybe<Scalars['String']['input']>
}

export type AuthDirectiveResolver<
  Result,
  Parent,
  ContextType = Context,
  Args = AuthDirectiveArgs
> = DirectiveResolverFn<Result, Parent, ContextType, Args>

export type BoundaryDirectiveArgs = {}

export type BoundaryDirectiveResolver<
  Result,
  Parent,
  ContextType = Context,
  Args = BoundaryDirectiveArgs
> = DirectiveResolverFn<Result, Parent, ContextType, Args>

export type QueryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']
> = {
  orderCancellation?: Resolver<
    ResolversTypes['OrderCancellation'],
    ParentType,
    ContextType,
    RequireFields<QueryOrderCancellationArgs, 'orderId'>
  >
  cancellationCase?: Resolver<
    ResolversTypes['CancellationCase'],
    ParentType,
    ContextType,
    RequireFields<QueryCancellationCaseArgs, 'orderId'>
  >
  cancellationAccess?: Resolver<
    ResolversTypes['CancellationAccess'],
    ParentType,
    ContextType
  >
  cancellationBatch?: Resolver<
    ResolversTypes['CancellationBatchPayload'],
    ParentType,
    ContextType,
    RequireFields<QueryCancellationBatchArgs, 'id'>
  >
  cancellationBatches?: Resolver<
    ResolversTypes['CancellationBatchPage'],
    ParentType,
    ContextType,
    RequireFields<QueryCancellationBatchesArgs, 'first'>
  >
  cancellationRequests?: Resolver<
    ResolversTypes['CancellationRequestPage'],
    ParentType,
    ContextType,
    RequireFields<QueryCancellationRequestsArgs, 'first'>
  >
}

export type MutationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']
> = {
  cancelOrder?: Resolver<
    ResolversTypes['OrderCancellation'],
    ParentType,
    ContextType,
    RequireFields<MutationCancelOrderArgs, 'orderId' | 'requestedByUser'>
  >
  acceptCancellationRequest?: Resolver<
    ResolversTypes['OrderCancellation'],
    ParentType,
    ContextType,
    RequireFields<MutationAcceptCancellationRequestArgs, 'orderId'>
  >
  denyCancellationRequest?: Resolver<
    ResolversTypes['OrderCancellation'],
    ParentType,
    ContextType,
    RequireFields<MutationDenyCancellationRequestArgs, 'orderId' | 'reason'>
  >
  returnInvoicedOrder?: Resolver<
    ResolversTypes['OrderReturn'],
    ParentType,
    ContextType,
    RequireFields<MutationReturnInvoicedOrderArgs, 'orderId' | 'invoiceNumber'>
  >
  createCancellationBatch?: Resolver<
    ResolversTypes['CancellationBatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateCancellationBatchArgs, 'input'>
  >
  controlCancellationBatch?: Resolver<
    ResolversTypes['CancellationBatchPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationControlCancellationBatchArgs, 'id' | 'action'>
  >
}

export type BatchNoticeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchNotice'] = ResolversParentTypes['BatchNotice']
> = {
  code?: Resolver<ResolversTypes['BatchNoticeCode'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type CancellationAccessResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationAccess'] = ResolversParentTypes['CancellationAccess']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  caller?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  account?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  workspace?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  mayView?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  mayList?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>
  mayCancel?: Resolver<
    Maybe<ResolversTypes['Boolean']>,
    ParentType,
    ContextType
  >
  mayReturn?: Resolver<
    Maybe<ResolversTypes['Boolean']>,
    ParentType,
    ContextType
  >
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  maxRefusals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  maxPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  isReturnOffered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  maxOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  batchDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  notices?: Resolver<
    Array<ResolversTypes['CancellationNotice']>,
    ParentType,
    ContextType
  >
}

export type CancellationBatchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationBatch'] = ResolversParentTypes['CancellationBatch']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  state?: Resolver<ResolversTypes['BatchState'], ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  action?: Resolver<ResolversTypes['BatchOrderAction'], ParentType, ContextType>
  requestedByUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  acceptOwnRequests?: Resolver<
    ResolversTypes['Boolean'],
    ParentType,
    ContextType
  >
  maxRefusals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  maxPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  createdAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  startedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  finishedAt?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  deletedAfter?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  warnings?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  notices?: Resolver<
    Array<ResolversTypes['BatchNotice']>,
    ParentType,
    ContextType
  >
  counts?: Resolver<ResolversTypes['BatchCounts'], ParentType, ContextType>
  actions?: Resolver<
    Array<ResolversTypes['BatchAction']>,
    ParentType,
    ContextType
  >
  checked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  checkedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  groups?: Resolver<
    Array<ResolversTypes['BatchGroup']>,
    ParentType,
    ContextType
  >
  retryable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  pacePerMinute?: Resolver<
    Maybe<ResolversTypes['Float']>,
    ParentType,
    ContextType
  >
  throttledUntil?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  estimatedSecondsLeft?: Resolver<
    Maybe<ResolversTypes['Int']>,
    ParentType,
    ContextType
  >
  history?: Resolver<
    Array<ResolversTypes['BatchControlEntry']>,
    ParentType,
    ContextType
  >
  lastControl?: Resolver<
    Maybe<ResolversTypes['BatchControlEntry']>,
    ParentType,
    ContextType
  >
  orders?: Resolver<
    ResolversTypes['BatchOrderPage'],
    ParentType,
    ContextType,
    RequireFields<
      CancellationBatchOrdersArgs,
      'first' | 'withWarnings' | 'hasNotices'
    >
  >
}

export type BatchCountsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchCounts'] = ResolversParentTypes['BatchCounts']
> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  awaitingDecision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  canceled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  denied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  stuck?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  notAttempted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  withWarnings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type BatchGroupResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchGroup'] = ResolversParentTypes['BatchGroup']
> = {
  outlook?: Resolver<ResolversTypes['BatchOutlook'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  sums?: Resolver<Array<ResolversTypes['MoneySum']>, ParentType, ContextType>
  unvalued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type MoneySumResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['MoneySum'] = ResolversParentTypes['MoneySum']
> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type BatchControlEntryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchControlEntry'] = ResolversParentTypes['BatchControlEntry']
> = {
  action?: Resolver<ResolversTypes['BatchAction'], ParentType, ContextType>
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type BatchOrderPageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchOrderPage'] = ResolversParentTypes['BatchOrderPage']
> = {
  items?: Resolver<Array<ResolversTypes['BatchOrder']>, ParentType, ContextType>
  nextCursor?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
}

export type BatchOrderResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchOrder'] = ResolversParentTypes['BatchOrder']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['BatchOrderState'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  outlook?: Resolver<ResolversTypes['BatchOutlook'], ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  cancellation?: Resolver<
    Maybe<ResolversTypes['OrderCancellation']>,
    ParentType,
    ContextType
  >
  updatedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type CancellationBatchPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationBatchPayload'] = ResolversParentTypes['CancellationBatchPayload']
> = {
  batch?: Resolver<
    Maybe<ResolversTypes['CancellationBatch']>,
    ParentType,
    ContextType
  >
  refusal?: Resolver<
    Maybe<ResolversTypes['BatchRefusal']>,
    ParentType,
    ContextType
  >
}

export type BatchRefusalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['BatchRefusal'] = ResolversParentTypes['BatchRefusal']
> = {
  code?: Resolver<ResolversTypes['BatchRefusalCode'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  detail?: Resolver<
    ResolversTypes['BatchRefusalDetail'],
    ParentType,
    ContextType
  >
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  batchId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
}

export type CancellationBatchPageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationBatchPage'] = ResolversParentTypes['CancellationBatchPage']
> = {
  items?: Resolver<
    Array<ResolversTypes['CancellationBatch']>,
    ParentType,
    ContextType
  >
  nextCursor?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
}

export type CancellationCaseResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationCase'] = ResolversParentTypes['CancellationCase']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  cancellation?: Resolver<
    ResolversTypes['OrderCancellation'],
    ParentType,
    ContextType
  >
  readAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  actions?: Resolver<
    Array<ResolversTypes['OrderAction']>,
    ParentType,
    ContextType
  >
  makesRequest?: Resolver<
    Maybe<ResolversTypes['Boolean']>,
    ParentType,
    ContextType
  >
  keepsStock?: Resolver<
    Maybe<ResolversTypes['Boolean']>,
    ParentType,
    ContextType
  >
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  createdAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  request?: Resolver<
    Maybe<ResolversTypes['CancellationRequest']>,
    ParentType,
    ContextType
  >
  payment?: Resolver<
    Maybe<ResolversTypes['OrderPayment']>,
    ParentType,
    ContextType
  >
  siblings?: Resolver<
    Maybe<Array<ResolversTypes['SiblingOrder']>>,
    ParentType,
    ContextType
  >
  history?: Resolver<
    Maybe<Array<ResolversTypes['CancellationEvent']>>,
    ParentType,
    ContextType
  >
}

export type OrderPaymentResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderPayment'] = ResolversParentTypes['OrderPayment']
> = {
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>
  transactionStatus?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
}

export type SiblingOrderResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SiblingOrder'] = ResolversParentTypes['SiblingOrder']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['CancellationState'], ParentType, ContextType>
  orderStatus?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type CancellationEventResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationEvent'] = ResolversParentTypes['CancellationEvent']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  action?: Resolver<ResolversTypes['OrderAction'], ParentType, ContextType>
  outcome?: Resolver<
    ResolversTypes['CancellationEventOutcome'],
    ParentType,
    ContextType
  >
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  requestedByUser?: Resolver<
    Maybe<ResolversTypes['Boolean']>,
    ParentType,
    ContextType
  >
  invoiceNumber?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  batchId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
}

export type CancellationNoticeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationNotice'] = ResolversParentTypes['CancellationNotice']
> = {
  code?: Resolver<ResolversTypes['NoticeCode'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type CancellationRequestPageResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationRequestPage'] = ResolversParentTypes['CancellationRequestPage']
> = {
  items?: Resolver<
    Array<ResolversTypes['CancellationRequest']>,
    ParentType,
    ContextType
  >
  nextCursor?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  dropped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unread?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  since?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  refusal?: Resolver<
    Maybe<ResolversTypes['CancellationRefusal']>,
    ParentType,
    ContextType
  >
  notices?: Resolver<
    Array<ResolversTypes['CancellationNotice']>,
    ParentType,
    ContextType
  >
}

export type CancellationRequestResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationRequest'] = ResolversParentTypes['CancellationRequest']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  awaiting?: Resolver<ResolversTypes['DecisionMaker'], ParentType, ContextType>
  requestedBy?: Resolver<
    ResolversTypes['RequestMaker'],
    ParentType,
    ContextType
  >
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  requestedAt?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  decideBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  actions?: Resolver<
    Array<ResolversTypes['OrderAction']>,
    ParentType,
    ContextType
  >
}

export type OrderCancellationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderCancellation'] = ResolversParentTypes['OrderCancellation']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['CancellationState'], ParentType, ContextType>
  awaiting?: Resolver<
    Maybe<ResolversTypes['DecisionMaker']>,
    ParentType,
    ContextType
  >
  orderStatus?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  requestedByUser?: Resolver<
    Maybe<ResolversTypes['Boolean']>,
    ParentType,
    ContextType
  >
  canceledAt?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
  denial?: Resolver<
    Maybe<ResolversTypes['CancellationDenial']>,
    ParentType,
    ContextType
  >
  stuck?: Resolver<
    Maybe<ResolversTypes['StuckDiagnosis']>,
    ParentType,
    ContextType
  >
  nextStep?: Resolver<ResolversTypes['NextStep'], ParentType, ContextType>
  warnings?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  notices?: Resolver<
    Array<ResolversTypes['CancellationNotice']>,
    ParentType,
    ContextType
  >
  refusal?: Resolver<
    Maybe<ResolversTypes['CancellationRefusal']>,
    ParentType,
    ContextType
  >
}

export type CancellationDenialResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationDenial'] = ResolversParentTypes['CancellationDenial']
> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type StuckDiagnosisResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['StuckDiagnosis'] = ResolversParentTypes['StuckDiagnosis']
> = {
  kind?: Resolver<ResolversTypes['StuckKind'], ParentType, ContextType>
  since?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  knownIssue?: Resolver<
    Maybe<ResolversTypes['String']>,
    ParentType,
    ContextType
  >
}

export type CancellationRefusalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationRefusal'] = ResolversParentTypes['CancellationRefusal']
> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  detail?: Resolver<
    Maybe<ResolversTypes['RefusalDetail']>,
    ParentType,
    ContextType
  >
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  grounds?: Resolver<
    Array<ResolversTypes['RefusalGround']>,
    ParentType,
    ContextType
  >
  sums?: Resolver<Maybe<ResolversTypes['RefusalSums']>, ParentType, ContextType>
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  retryAfterSeconds?: Resolver<
    Maybe<ResolversTypes['Int']>,
    ParentType,
    ContextType
  >
}

export type OrderReturnResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OrderReturn'] = ResolversParentTypes['OrderReturn']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  invoiceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  invoiceValue?: Resolver<
    Maybe<ResolversTypes['Float']>,
    ParentType,
    ContextType
  >
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  refusal?: Resolver<
    Maybe<ResolversTypes['CancellationRefusal']>,
    ParentType,
    ContextType
  >
  cancellation?: Resolver<
    Maybe<ResolversTypes['OrderCancellation']>,
    ParentType,
    ContextType
  >
}

export type RefusalGroundResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RefusalGround'] = ResolversParentTypes['RefusalGround']
> = {
  detail?: Resolver<ResolversTypes['RefusalDetail'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type RefusalSumsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RefusalSums'] = ResolversParentTypes['RefusalSums']
> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  changes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  invoiced?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  returned?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  rest?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>
  Mutation?: MutationResolvers<ContextType>
  BatchNotice?: BatchNoticeResolvers<ContextType>
  CancellationAccess?: CancellationAccessResolvers<ContextType>
  CancellationBatch?: CancellationBatchResolvers<ContextType>
  BatchCounts?: BatchCountsResolvers<ContextType>
  BatchGroup?: BatchGroupResolvers<ContextType>
  MoneySum?: MoneySumResolvers<ContextType>
  BatchControlEntry?: BatchControlEntryResolvers<ContextType>
  BatchOrderPage?: BatchOrderPageResolvers<ContextType>
  BatchOrder?: BatchOrderResolvers<ContextType>
  CancellationBatchPayload?: CancellationBatchPayloadResolvers<ContextType>
  BatchRefusal?: BatchRefusalResolvers<ContextType>
  CancellationBatchPage?: CancellationBatchPageResolvers<ContextType>
  CancellationCase?: CancellationCaseResolvers<ContextType>
  OrderPayment?: OrderPaymentResolvers<ContextType>
  SiblingOrder?: SiblingOrderResolvers<ContextType>
  CancellationEvent?: CancellationEventResolvers<ContextType>
  CancellationNotice?: CancellationNoticeResolvers<ContextType>
  CancellationRequestPage?: CancellationRequestPageResolvers<ContextType>
  CancellationRequest?: CancellationRequestResolvers<ContextType>
  OrderCancellation?: OrderCancellationResolvers<ContextType>
  CancellationDenial?: CancellationDenialResolvers<ContextType>
  StuckDiagnosis?: StuckDiagnosisResolvers<ContextType>
  CancellationRefusal?: CancellationRefusalResolvers<ContextType>
  OrderReturn?: OrderReturnResolvers<ContextType>
  RefusalGround?: RefusalGroundResolvers<ContextType>
  RefusalSums?: RefusalSumsResolvers<ContextType>
}

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>
  boundary?: BoundaryDirectiveResolver<any, any, ContextType>
}
