// Generated from graphql/ by `npm run codegen`.
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../globals'
export type Maybe<T> = T | null
export type InputMaybe<T> = T | null | undefined
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
  /** The truth about one order's cancellation, read from OMS at this moment. */
  orderCancellation: OrderCancellation
}

export type QueryOrderCancellationArgs = {
  orderId: Scalars['ID']['input']
}

export type Mutation = {
  /**
   * Asks OMS to cancel one order: reads it, sends at most one cancel, and says what OMS made of it.
   * An order that is canceled or being canceled already is a success, and nothing is sent. On an order that is
   * being handled the cancel makes a request; acceptCancellationRequest takes the second step.
   */
  cancelOrder: OrderCancellation
  /**
   * Accepts the open cancellation request of one order, whoever made it: the order is then canceled.
   * This is also the second step of a store's own cancellation of an order that is being handled.
   */
  acceptCancellationRequest: OrderCancellation
  /**
   * Denies the open cancellation request of one order: the order lives on. A request that this store made itself
   * is never denied, because that would leave the order stuck.
   */
  denyCancellationRequest: OrderCancellation
  /**
   * Returns a whole invoiced order: sends one return invoice, for which VTEX refunds by itself, and then tries to
   * cancel the order. Never sends a second return invoice for an order.
   */
  returnInvoicedOrder: OrderReturn
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

/**
 * What is known about the cancellation of one order.
 * The state is the truth about the order; the refusal says why this call did nothing.
 */
export type OrderCancellation = {
  /** The order id; VTEX's Apollo clients normalise on this field. */
  cacheId: Scalars['ID']['output']
  /** The order id that was asked for; of a text that is none, the first 100 characters. */
  orderId: Scalars['ID']['output']
  /** How far the cancellation has come. */
  state: CancellationState
  /** Who has to decide, when the state is AWAITING_DECISION; null otherwise. */
  awaiting: Maybe<DecisionMaker>
  /** OMS's own status string, as last read. Null when the order was not read, and for an incomplete order. */
  orderStatus: Maybe<Scalars['String']['output']>
  /**
   * When OMS received the last cancel that this app sent for the order: OMS's own string, untouched.
   * Null when it sent none, or OMS did not confirm it.
   */
  date: Maybe<Scalars['String']['output']>
  /** OMS's protocol code for the cancel request. OMS may give none. */
  receipt: Maybe<Scalars['String']['output']>
  /** The reason recorded with the cancellation. */
  reason: Maybe<Scalars['String']['output']>
  /** Whether the shopper asked for the cancellation, as recorded with it. */
  requestedByUser: Maybe<Scalars['Boolean']['output']>
  /** The date in OMS's cancellation data, once the order is canceled; null before that. */
  canceledAt: Maybe<Scalars['String']['output']>
  /** The denial, when the state is DENIED and anything is known of it. */
  denial: Maybe<CancellationDenial>
  /** Why the cancellation goes no further, when the state is STUCK. */
  stuck: Maybe<StuckDiagnosis>
  /** What to do next. */
  nextStep: NextStep
  /** What else the caller should know, as sentences in English. */
  warnings: Array<Scalars['String']['output']>
  /** Why this call did nothing; in the query, why cancelOrder would do nothing now. Null otherwise. */
  refusal: Maybe<CancellationRefusal>
}

/** How far the cancellation of an order has come. Treat a value you do not know as UNKNOWN. */
export type CancellationState =
  /** No cancellation is under way. */
  | 'NOT_REQUESTED'
  /** OMS received the request. The order is not canceled yet. */
  | 'ACCEPTED'
  /** Someone has to accept or deny the request: see awaiting. */
  | 'AWAITING_DECISION'
  /** OMS says that the order is canceled. */
  | 'CANCELED'
  /** The request was denied. The order lives on. */
  | 'DENIED'
  /** The cancellation has stopped half-way and does not go on by itself: see stuck. */
  | 'STUCK'
  /**
   * It is not known whether a cancellation was requested: the order was not read, its status is a new one, or
   * OMS's reply to what was sent was lost. With a refusal, this call did nothing all the same. Without one, read again
   * before doing anything.
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
  /** Nothing. */
  | 'NONE'
  /** Make the same call again later: see retryAfterSeconds. */
  | 'RETRY_LATER'
  /** Read orderCancellation again in a while to see what became of the request. */
  | 'CHECK_AGAIN'
  /** Send a return invoice for the order. */
  | 'RETURN_INVOICE'
  /** Remove the items that are not invoiced by changing the order. */
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

/** Why a cancellation has stopped half-way. */
export type StuckDiagnosis = {
  /** The kind, for programs. */
  kind: StuckKind
  /** Since when, as far as OMS says. */
  since: Maybe<Scalars['String']['output']>
  /** What to do, for people, in English. */
  advice: Scalars['String']['output']
  /** The number of VTEX's known issue; null where VTEX has published none. */
  knownIssue: Maybe<Scalars['String']['output']>
}

/** How a cancellation is known to stop half-way. Treat a value you do not know as NO_PROGRESS. */
export type StuckKind =
  /** The seller invoiced the order while its cancellation was requested. */
  | 'CANCEL_INVOICE_RACE'
  /** The order could not be created, and stopped on its way to canceled. */
  | 'CREATION_ERROR'
  /** The marketplace's order is canceled, the seller's is not. */
  | 'SELLER_NOT_CANCELED'
  /** A request was denied by the side that had made it. */
  | 'OWN_REQUEST_DENIED'
  /** The payment transaction has stopped on its way to canceled, and the order waits for it. */
  | 'TRANSACTION_NOT_CANCELED'
  /** The cancellation has stopped at an error that VTEX does not retry. */
  | 'WORKFLOW_ERROR'
  /** The order has been on its way to canceled for more than two hours. */
  | 'NO_PROGRESS'

/** Why a call did nothing to an order. */
export type CancellationRefusal = {
  /** The reason, for programs. */
  code: RefusalCode
  /** The reason and the next step, for people, in English. */
  message: Scalars['String']['output']
  /** Whether the same call may succeed later without anything else being done. */
  retryable: Scalars['Boolean']['output']
  /** How many seconds to wait before calling again, when that is known. */
  retryAfterSeconds: Maybe<Scalars['Int']['output']>
}

/** Why a call did nothing to an order. Treat a value you do not know as not retryable. */
export type RefusalCode =
  /** The text is no order id. Nothing was read or sent. */
  | 'INVALID_ORDER_ID'
  /** An argument is out of its bounds. Nothing was read or sent. */
  | 'INVALID_INPUT'
  /** OMS knows no such order in this account. */
  | 'ORDER_NOT_FOUND'
  /** OMS found another order under this text, as it does for a sequence number. */
  | 'ORDER_ID_MISMATCH'
  /** OMS does not let this caller read or cancel the order. */
  | 'NOT_PERMITTED'
  /** OMS receives too many requests from this account. */
  | 'RATE_LIMITED'
  /** The order is invoiced: it takes a return invoice first. */
  | 'ORDER_INVOICED'
  /** A part of the order is invoiced: OMS does not cancel it. */
  | 'ORDER_PARTIALLY_INVOICED'
  /** The platform is moving the order to its next status and takes no cancel meanwhile. */
  | 'ORDER_IN_TRANSITION'
  /** The order is not fully invoiced: before that a return invoice makes no refund. */
  | 'ORDER_NOT_INVOICED'
  /** The order has an open cancellation request: a second cancel would accept it. */
  | 'DECISION_PENDING'
  /** There is no open cancellation request to accept or deny. */
  | 'NO_OPEN_REQUEST'
  /** The open request was made by this store itself: denying it would leave the order stuck. */
  | 'OWN_REQUEST'
  /** OMS does not do this to the order in its status. */
  | 'NOT_CANCELLABLE'
  /** Another account has to do this: the one that ships the order, or the seller. */
  | 'WRONG_ACCOUNT'
  /** Another call is at the order, or something was sent for it that may still take effect. */
  | 'CONFLICT'
  /** OMS could not be asked, and nothing was sent. */
  | 'OMS_UNAVAILABLE'
  /** The journal could not be read or written, and nothing was sent. */
  | 'STORAGE_UNAVAILABLE'

/** What became of the return of one invoiced order. */
export type OrderReturn = {
  /** The order id; VTEX's Apollo clients normalise on this field. */
  cacheId: Scalars['ID']['output']
  /** The order id that was asked for; of a text that is none, the first 100 characters. */
  orderId: Scalars['ID']['output']
  /** The number of the return invoice, as it was given. */
  invoiceNumber: Scalars['String']['output']
  /** What the return invoice is worth, in cents. Null when none was sent. */
  invoiceValue: Maybe<Scalars['Float']['output']>
  /** When OMS received the return invoice: OMS's own string, untouched. */
  date: Maybe<Scalars['String']['output']>
  /** OMS's protocol code for the return invoice. OMS may give none. */
  receipt: Maybe<Scalars['String']['output']>
  /**
   * Why the order was not returned, or, for a CONFLICT, why that is not known yet. Null when OMS has received the
   * return invoice, or it is on the order.
   */
  refusal: Maybe<CancellationRefusal>
  /** What became of the cancel after the return invoice. Its refusal undoes nothing: the refund stands. */
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>
  OrderCancellation: ResolverTypeWrapper<OrderCancellation>
  CancellationState: CancellationState
  DecisionMaker: DecisionMaker
  NextStep: NextStep
  CancellationDenial: ResolverTypeWrapper<CancellationDenial>
  StuckDiagnosis: ResolverTypeWrapper<StuckDiagnosis>
  StuckKind: StuckKind
  CancellationRefusal: ResolverTypeWrapper<CancellationRefusal>
  Int: ResolverTypeWrapper<Scalars['Int']['output']>
  RefusalCode: RefusalCode
  OrderReturn: ResolverTypeWrapper<OrderReturn>
  Float: ResolverTypeWrapper<Scalars['Float']['output']>
  String: ResolverTypeWrapper<Scalars['String']['output']>
}

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>
  ID: Scalars['ID']['output']
  Mutation: Record<PropertyKey, never>
  Boolean: Scalars['Boolean']['output']
  OrderCancellation: OrderCancellation
  CancellationDenial: CancellationDenial
  StuckDiagnosis: StuckDiagnosis
  CancellationRefusal: CancellationRefusal
  Int: Scalars['Int']['output']
  OrderReturn: OrderReturn
  Float: Scalars['Float']['output']
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
