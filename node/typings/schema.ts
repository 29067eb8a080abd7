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
  /** Reads one batch. If the replica that worked on it has died, the read wakes another one. */
  cancellationBatch: CancellationBatchPayload
  /** Lists the batches of this workspace, the newest first. A batch is kept for 30 days. */
  cancellationBatches: CancellationBatchPage
}

export type QueryOrderCancellationArgs = {
  orderId: Scalars['ID']['input']
}

export type QueryCancellationBatchArgs = {
  id: Scalars['ID']['input']
}

export type QueryCancellationBatchesArgs = {
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

/** Many orders that are canceled in the background, at the pace that OMS accepts. */
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
  /** True if the shoppers asked for the cancellations. */
  requestedByUser: Scalars['Boolean']['output']
  /** Who created the batch: the owner of the token, as VTEX ID names them. Null if its manifest cannot be read. */
  createdBy: Maybe<Scalars['String']['output']>
  /** When it was created, in ISO 8601. Null if its manifest cannot be read. */
  createdAt: Maybe<Scalars['String']['output']>
  /** When it was started; null before that. */
  startedAt: Maybe<Scalars['String']['output']>
  /** When nothing was left to do; null before that, and again after a RETRY. */
  finishedAt: Maybe<Scalars['String']['output']>
  /**
   * From when on it may be deleted with all its rows, in ISO 8601: 30 days after it was created, and 7 days after
   * the last action on it. Null if its manifest cannot be read.
   */
  deletedAfter: Maybe<Scalars['String']['output']>
  /**
   * What a person should know of the batch, in English: why it is FAILED and what to do, and in its last 7 days that
   * it is deleted although rows are pending.
   */
  warnings: Array<Scalars['String']['output']>
  /** How many rows are in each state. Up to some seconds old while the batch works. */
  counts: BatchCounts
  /**
   * The pace now, in cancels a minute: its share of what OMS takes, beside the other batches; null when none are
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
  /**
   * The rows, in the order of the input. In a mutation, the caller needs ListOrders for them, too: without it the
   * mutation does nothing, and its refusal says so.
   */
  orders: BatchOrderPage
}

/** Many orders that are canceled in the background, at the pace that OMS accepts. */
export type CancellationBatchOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>
  after?: InputMaybe<Scalars['String']['input']>
  states?: InputMaybe<Array<BatchOrderState>>
  withWarnings?: InputMaybe<Scalars['Boolean']['input']>
}

/** What a batch is doing. Treat a value that you do not know as RUNNING. */
export type BatchState =
  /** Every order is being read, for a preview. Nothing is sent. */
  | 'CHECKING'
  /** It waits to be started. */
  | 'READY'
  /** Orders are being canceled. */
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
   * Try the REFUSED and UNKNOWN rows of a batch that is DONE or FAILED again, each after a fresh read. A batch that
   * was never started is not started by this.
   */
  | 'RETRY'

/** One page of a batch's rows. */
export type BatchOrderPage = {
  /** The rows. With states or withWarnings there may be fewer than first, or none, although more come: see nextCursor. */
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
   * How often this batch sent a cancel or an accept for it, also where OMS did not confirm that. A send
   * whose replica died before it could be saved is not counted.
   */
  attempts: Scalars['Int']['output']
  /**
   * The order's cancellation as it was read last, as cancelOrder would describe it. A batch does not store text
   * that others wrote, such as the reason of a denial: orderCancellation shows it. Null before the first read.
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
  /** The batch was aborted before it canceled the order. */
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
  /** The id of the batch that the refusal is about; null if there is none. */
  batchId: Maybe<Scalars['ID']['output']>
}

/** Why a call did nothing to a batch. Treat a value that you do not know as WRONG_STATE. */
export type BatchRefusalCode =
  /** An argument is outside its limits: the message names it. */
  | 'INVALID_INPUT'
  /** More than 10,000 orders were given. */
  | 'TOO_MANY_ORDERS'
  /** The idempotency key belongs to a batch that was created with another input. Only its creator gets its id. */
  | 'CONFLICT'
  /** There is no such batch in this workspace. */
  | 'NOT_FOUND'
  /** The action is not possible in the state of the batch. */
  | 'WRONG_STATE'
  /** expectedOrders is not the number of pending orders. */
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

/** The orders of a new batch, and how they are to be canceled. */
export type CreateCancellationBatchInput = {
  /** A text that the caller chooses, 1 to 255 characters: the same key with the same input is the same batch. */
  idempotencyKey: Scalars['ID']['input']
  /** A name to find it by, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>
  /** Why the orders are canceled, at most 1000 characters. OMS may show it to the shoppers. */
  reason?: InputMaybe<Scalars['String']['input']>
  /** True if the shoppers asked for the cancellations. */
  requestedByUser?: InputMaybe<Scalars['Boolean']['input']>
  /** The orders, at most 10,000, and at most 3,000,000 bytes as JSON in UTF-8. */
  orders: Array<BatchOrderInput>
  /** Reads every order before the start, for a preview. Each order is read again before its cancel. */
  checkFirst?: InputMaybe<Scalars['Boolean']['input']>
  /**
   * Takes the second step, too, where a cancel only makes a request: the batch accepts the requests that
   * this app has made.
   */
  acceptOwnRequests?: InputMaybe<Scalars['Boolean']['input']>
  /** The batch pauses when more rows than this are refused. By default it never pauses by itself. */
  maxRefusals?: InputMaybe<Scalars['Int']['input']>
  /** The most cancels that are sent a minute, from 1. By default OMS alone sets the pace. */
  maxPerMinute?: InputMaybe<Scalars['Int']['input']>
}

/** One order of a new batch. */
export type BatchOrderInput = {
  /** The order id, for example 1380000000001-01. */
  orderId: Scalars['ID']['input']
  /** Why this order is canceled, at most 200 characters. The default is the reason of the batch. */
  reason?: InputMaybe<Scalars['String']['input']>
}

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
  /** What to do, for operators, in English. */
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
  /** The order has stopped in a status that only the platform changes, although no cancellation was requested. */
  | 'TRANSITION_STOPPED'

/** Why a call did nothing to an order. */
export type CancellationRefusal = {
  /** The reason, for programs. */
  code: RefusalCode
  /** The reason and what to do, for operators, in English. */
  message: Scalars['String']['output']
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
  CancellationBatch: ResolverTypeWrapper<ShownBatch>
  Float: ResolverTypeWrapper<Scalars['Float']['output']>
  BatchState: BatchState
  BatchCounts: ResolverTypeWrapper<BatchCounts>
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
  BatchOrderInput: BatchOrderInput
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
  String: ResolverTypeWrapper<Scalars['String']['output']>
}

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>
  ID: Scalars['ID']['output']
  Int: Scalars['Int']['output']
  Mutation: Record<PropertyKey, never>
  Boolean: Scalars['Boolean']['output']
  CancellationBatch: ShownBatch
  Float: Scalars['Float']['output']
  BatchCounts: BatchCounts
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
  OrderCancellation: OrderCancellation
  CancellationDenial: CancellationDenial
  StuckDiagnosis: StuckDiagnosis
  CancellationRefusal: CancellationRefusal
  OrderReturn: OrderReturn
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

export type CancellationBatchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CancellationBatch'] = ResolversParentTypes['CancellationBatch']
> = {
  cacheId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  state?: Resolver<ResolversTypes['BatchState'], ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  requestedByUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
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
  counts?: Resolver<ResolversTypes['BatchCounts'], ParentType, ContextType>
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
  orders?: Resolver<
    ResolversTypes['BatchOrderPage'],
    ParentType,
    ContextType,
    RequireFields<CancellationBatchOrdersArgs, 'first' | 'withWarnings'>
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

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>
  Mutation?: MutationResolvers<ContextType>
  CancellationBatch?: CancellationBatchResolvers<ContextType>
  BatchCounts?: BatchCountsResolvers<ContextType>
  BatchControlEntry?: BatchControlEntryResolvers<ContextType>
  BatchOrderPage?: BatchOrderPageResolvers<ContextType>
  BatchOrder?: BatchOrderResolvers<ContextType>
  CancellationBatchPayload?: CancellationBatchPayloadResolvers<ContextType>
  BatchRefusal?: BatchRefusalResolvers<ContextType>
  CancellationBatchPage?: CancellationBatchPageResolvers<ContextType>
  OrderCancellation?: OrderCancellationResolvers<ContextType>
  CancellationDenial?: CancellationDenialResolvers<ContextType>
  StuckDiagnosis?: StuckDiagnosisResolvers<ContextType>
  CancellationRefusal?: CancellationRefusalResolvers<ContextType>
  OrderReturn?: OrderReturnResolvers<ContextType>
}

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>
  boundary?: BoundaryDirectiveResolver<any, any, ContextType>
}
