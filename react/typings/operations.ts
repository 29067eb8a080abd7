// Generated from graphql/ and react/graphql/ by `npm run codegen`.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | {
      [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never
    }
export type BatchNoticeCode =
  | 'MANIFEST_LOST'
  | 'CONTROL_LOST'
  | 'PROGRESS_LOST'
  | 'FILE_UNREADABLE'
  | 'FILE_AHEAD'
  | 'FILE_OF_OTHER_ORDERS'
  | 'FILE_FAILED_ON'
  | 'TOKEN_REFUSED'
  | 'DELETED_SOON'

export type BatchRefusalDetail =
  | 'KEY_LENGTH'
  | 'NAME_TOO_LONG'
  | 'REASON_TOO_LONG'
  | 'MAX_REFUSALS_TOO_LOW'
  | 'MAX_PER_MINUTE_TOO_LOW'
  | 'NO_ORDERS'
  | 'HALF_CHARACTER'
  | 'DENIAL_WITHOUT_REASON'
  | 'OPTION_OF_CANCEL'
  | 'ORDERS_TOO_LARGE'
  | 'ROW_REASON_TOO_LONG'
  | 'ROW_REASON_HALF_CHARACTER'
  | 'TOO_MANY_ORDERS'
  | 'KEY_OF_OTHER_INPUT'
  | 'KEY_TAKEN'
  | 'NO_SUCH_BATCH'
  | 'NOT_TO_START'
  | 'NOT_TO_PAUSE'
  | 'NOT_TO_RESUME'
  | 'NOT_TO_ABORT'
  | 'NOT_TO_RETRY'
  | 'COUNT_MISSING'
  | 'COUNT_DIFFERS'
  | 'RETRY_COUNT_DIFFERS'
  | 'GRANTS_UNKNOWN'
  | 'GRANT_MISSING'
  | 'ROWS_GRANTS_UNKNOWN'
  | 'ROWS_GRANT_MISSING'
  | 'MANIFEST_UNREADABLE'
  | 'CONTROL_UNREADABLE'
  | 'MANIFEST_OF_KEY_UNREADABLE'
  | 'OUTCOME_UNKNOWN'

export type BatchState =
  | 'CHECKING'
  | 'READY'
  | 'RUNNING'
  | 'THROTTLED'
  | 'NO_ACCESS'
  | 'PAUSED'
  | 'CONFIRMING'
  | 'DONE'
  | 'ABORTED'
  | 'FAILED'

export type BatchOutlook =
  | 'WILL_CANCEL'
  | 'WILL_REQUEST'
  | 'WILL_ACCEPT'
  | 'WILL_DENY'
  | 'NO_OPEN_REQUEST'
  | 'OWN_REQUEST'
  | 'ALREADY_CANCELED'
  | 'UNDER_WAY'
  | 'OPEN_REQUEST'
  | 'INVOICED'
  | 'PARTIALLY_INVOICED'
  | 'IN_TRANSITION'
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'NOT_CANCELLABLE'
  | 'STUCK'
  | 'SKIPPED'
  | 'UNREAD'

export type BatchAction = 'START' | 'PAUSE' | 'RESUME' | 'ABORT' | 'RETRY'

export type BatchOrderState =
  | 'PENDING'
  | 'SKIPPED'
  | 'ACCEPTED'
  | 'AWAITING_DECISION'
  | 'CANCELED'
  | 'DENIED'
  | 'STUCK'
  | 'REFUSED'
  | 'UNKNOWN'
  | 'NOT_ATTEMPTED'

export type BatchRefusalCode =
  | 'INVALID_INPUT'
  | 'TOO_MANY_ORDERS'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'COUNT_MISMATCH'
  | 'NOT_PERMITTED'
  | 'BATCH_UNREADABLE'
  | 'STORAGE_UNAVAILABLE'

export type CreateCancellationBatchInput = {
  idempotencyKey: string
  name?: string | null | undefined
  reason?: string | null | undefined
  requestedByUser?: boolean | null | undefined
  action?: BatchOrderAction | null | undefined
  orders: Array<BatchOrderInput>
  checkFirst?: boolean | null | undefined
  acceptOwnRequests?: boolean | null | undefined
  maxRefusals?: number | null | undefined
  maxPerMinute?: number | null | undefined
}

export type BatchOrderAction = 'CANCEL' | 'ACCEPT' | 'DENY'

export type BatchOrderInput = {
  orderId: string
  reason?: string | null | undefined
}

export type OrderAction = 'CANCEL' | 'ACCEPT' | 'DENY' | 'RETURN'

export type PaymentState = 'HOLDS_MONEY' | 'CANCELING' | 'CANCELED' | 'UNKNOWN'

export type CancellationEventOutcome =
  | 'RECEIVED'
  | 'FOUND'
  | 'REFUSED'
  | 'NOT_SENT'
  | 'UNSETTLED'
  | 'UNDER_WAY'

export type NoticeCode =
  | 'ORDER_INCOMPLETE'
  | 'ORDER_NOT_COMPLETED'
  | 'CANCEL_MARKED_NOT_ALLOWED'
  | 'WORKFLOW_IN_ERROR'
  | 'STATUS_TOO_OLD'
  | 'RETURNS_ABOVE_INVOICES'
  | 'SELLER_CANCELED'
  | 'SEND_UNDER_WAY'
  | 'SEND_UNCONFIRMED'
  | 'JOURNAL_UNREAD'
  | 'OUTCOME_UNWRITTEN'
  | 'FRESHLY_CANCELED'
  | 'STOCK_KEPT'
  | 'STOCK_MAY_BE_KEPT'
  | 'SOLD_OUTSIDE_VTEX'
  | 'SUBSCRIPTION_GOES_ON'
  | 'SIBLING_LIVES'
  | 'SIBLING_INVOICED'
  | 'SIBLING_MOVING'
  | 'SIBLING_REFUSES_CANCEL'
  | 'SIBLING_OF_ODD_ID'
  | 'SIBLING_UNREAD'
  | 'UNNAMED_SIBLING_UNREAD'
  | 'MORE_SIBLINGS_LIVE'
  | 'SIBLINGS_UNREAD'
  | 'PURCHASE_UNNAMED'
  | 'SELLERS_ORDER_LIVES'
  | 'MARKETPLACES_ORDER_LIVES'
  | 'OTHER_SIDE_UNREAD'
  | 'PAYMENT_HOLDS_MONEY'
  | 'PAYMENT_STATE_UNREADABLE'
  | 'PAYMENT_UNREAD'
  | 'PAYMENT_SHARED'
  | 'PRICE_RAISED'
  | 'PAID_BY_GIFT_CARD'
  | 'PAID_BY_BANK_INVOICE'
  | 'PAID_IN_CASH'
  | 'RETURN_SOLD_OUTSIDE_VTEX'
  | 'RETURN_PAID_AT_MARKETPLACE'
  | 'RETURN_PRICE_RAISED'
  | 'RETURN_PAID_BY_HAND'
  | 'RETURN_PAID_IN_THREE_WAYS'
  | 'GRANTS_UNREAD'
  | 'SETTINGS_UNREAD'
  | 'SETTING_INVALID'
  | 'MORE_SIBLINGS'
  | 'MORE_HISTORY'
  | 'JOURNALS_UNREAD'
  | 'EARLIER_WARNING'

export type RequestMaker = 'SHOPPER' | 'OTHER_SIDE' | 'OWN_STORE' | 'UNKNOWN'

export type CancellationState =
  | 'NOT_REQUESTED'
  | 'ACCEPTED'
  | 'AWAITING_DECISION'
  | 'CANCELED'
  | 'DENIED'
  | 'STUCK'
  | 'UNKNOWN'

export type DecisionMaker = 'SELF' | 'OTHER'

export type NextStep =
  | 'NONE'
  | 'RETRY_LATER'
  | 'CHECK_AGAIN'
  | 'RETURN_INVOICE'
  | 'MODIFY_ORDER'
  | 'DECIDE_REQUEST'
  | 'WAIT_FOR_DECISION'
  | 'ASK_FOR_ACCESS'
  | 'OPEN_TICKET'

export type StuckKind =
  | 'CANCEL_INVOICE_RACE'
  | 'CREATION_ERROR'
  | 'SELLER_NOT_CANCELED'
  | 'OWN_REQUEST_DENIED'
  | 'TRANSACTION_NOT_CANCELED'
  | 'WORKFLOW_ERROR'
  | 'NO_PROGRESS'
  | 'DENIAL_WITHOUT_PROGRESS'
  | 'TRANSITION_STOPPED'

export type RefusalCode =
  | 'INVALID_ORDER_ID'
  | 'INVALID_INPUT'
  | 'ORDER_NOT_FOUND'
  | 'ORDER_ID_MISMATCH'
  | 'NOT_PERMITTED'
  | 'RATE_LIMITED'
  | 'ORDER_INVOICED'
  | 'RETURN_INCOMPLETE'
  | 'INVOICES_UNREADABLE'
  | 'INVOICES_ABOVE_ORDER'
  | 'ORDER_PARTIALLY_INVOICED'
  | 'ORDER_IN_TRANSITION'
  | 'ORDER_STOPPED'
  | 'ORDER_NOT_INVOICED'
  | 'RETURN_NOT_TAKEN'
  | 'PAYMENT_CANCELED'
  | 'RETURN_NOT_OFFERED'
  | 'DECISION_PENDING'
  | 'NO_OPEN_REQUEST'
  | 'OWN_REQUEST'
  | 'NOT_CANCELLABLE'
  | 'WRONG_ACCOUNT'
  | 'CONFLICT'
  | 'OMS_UNAVAILABLE'
  | 'ORDER_UNREADABLE'
  | 'STORAGE_UNAVAILABLE'

export type RefusalDetail =
  | 'ID_EMPTY'
  | 'ID_SHORTENED'
  | 'ID_OF_SEVERAL'
  | 'ID_WITH_OTHER_DASH'
  | 'ID_WITH_INVISIBLE'
  | 'ID_TOO_LONG'
  | 'ID_MALFORMED'
  | 'REASON_TOO_LONG'
  | 'REASON_HALF_CHARACTER'
  | 'DENIAL_WITHOUT_REASON'
  | 'RETURN_WITHOUT_NUMBER'
  | 'RETURN_NUMBER_MALFORMED'
  | 'RETURN_NUMBER_OF_SALE'
  | 'ISSUANCE_DATE_MALFORMED'
  | 'ISSUANCE_DATE_TOO_LATE'
  | 'ISSUANCE_DATE_TOO_EARLY'
  | 'ROW_REPEATED'
  | 'ORDER_NOT_FOUND'
  | 'ORDER_ID_MISMATCH'
  | 'READ_NOT_PERMITTED'
  | 'CANCEL_NOT_PERMITTED'
  | 'ACCEPT_NOT_PERMITTED'
  | 'DENIAL_NOT_PERMITTED'
  | 'RETURN_NOT_PERMITTED'
  | 'LIST_NOT_PERMITTED'
  | 'ORDERS_NOT_PERMITTED'
  | 'RATE_LIMITED'
  | 'LIST_RATE_LIMITED'
  | 'ORDERS_RATE_LIMITED'
  | 'INVOICED_RETURN_IT'
  | 'INVOICED_REQUEST_ANSWERED'
  | 'INVOICED_RETURN_BARRED'
  | 'PART_BACK_RETURN_REST'
  | 'PART_BACK_RETURN_BARRED'
  | 'RETURNED_UNKNOWN'
  | 'INVOICES_UNREADABLE'
  | 'INVOICES_ABOVE_ORDER'
  | 'INVOICES_ABOVE_LOWERED_ORDER'
  | 'INVOICES_ABOVE_RAISED_ORDER'
  | 'PART_INVOICED'
  | 'PART_INVOICED_AND_BACK'
  | 'NOT_INVOICED_CANCEL_IT'
  | 'NOT_INVOICED_IN_FULL'
  | 'NOT_INVOICED_REQUEST_OPEN'
  | 'ORDER_IN_TRANSITION'
  | 'ORDER_STOPPED'
  | 'DECISION_PENDING'
  | 'CANCEL_REFUSED'
  | 'CANCEL_OF_RETURNED_REFUSED'
  | 'ACCEPT_REFUSED'
  | 'DENIAL_REFUSED'
  | 'RETURN_REFUSED'
  | 'ORDER_REPLACED'
  | 'RETURN_NOT_OFFERED'
  | 'RETURN_NOT_TAKEN'
  | 'PAYMENT_CANCELED'
  | 'NO_OPEN_REQUEST'
  | 'REQUEST_WITHOUT_ID'
  | 'OWN_REQUEST_ACCEPT_IT'
  | 'OWN_REQUEST_ACCEPT_BARRED'
  | 'DECISION_ELSEWHERE'
  | 'RETURN_ELSEWHERE'
  | 'UNDER_WAY'
  | 'TOO_LATE'
  | 'UNSETTLED'
  | 'UNSEEN'
  | 'OTHER_RETURN'
  | 'UNSETTLED_RETURN'
  | 'UNCONFIRMED_RETURN'
  | 'ORDER_UNREADABLE'
  | 'OMS_UNAVAILABLE'
  | 'LIST_UNREADABLE'
  | 'STORAGE_UNAVAILABLE'
  | 'RETURN_SETTING_UNREAD'
  | 'FLAW_NO_TYPE'
  | 'FLAW_NO_NUMBER'
  | 'FLAW_SAME_NUMBER'
  | 'FLAW_NO_VALUE'
  | 'FLAW_NO_ITEMS'
  | 'FLAW_BAD_LINE'
  | 'FLAW_NO_SALE'
  | 'FLAW_NO_ORDER_VALUE'
  | 'FLAW_NO_SKU'
  | 'FLAW_BAD_ITEM'
  | 'FLAW_RETURNS_ABOVE_SALE'
  | 'FLAW_MIXED_CHANGES'
  | 'FLAW_SUMS_DO_NOT_FIT'
  | 'LAST_CHANGE'
  | 'SETTLE_IN_ADMIN'
  | 'WORKFLOW_IN_ERROR'

export type AcceptRequestMutationVariables = Exact<{
  orderId: string
  reason?: string | null | undefined
}>

export type AcceptRequestMutation = {
  acceptCancellationRequest: CancellationFragment
}

export type AccessQueryVariables = Exact<{ [key: string]: never }>

export type AccessQuery = {
  cancellationAccess: {
    cacheId: string
    caller: string | null
    account: string
    workspace: string
    mayView: boolean
    mayList: boolean | null
    mayCancel: boolean | null
    mayReturn: boolean | null
    reasons: Array<string>
    maxRefusals: number | null
    maxPerMinute: number | null
    isReturnOffered: boolean
    maxOrders: number
    batchDays: number
    notices: Array<{
      code: NoticeCode
      message: string
      subject: string | null
    }>
  }
}

export type BatchQueryVariables = Exact<{
  id: string
  withGroups: boolean
}>

export type BatchQuery = {
  cancellationBatch: {
    batch:
      | ({
          groups?: Array<{
            outlook: BatchOutlook
            count: number
            unvalued: number
            sums: Array<{ currency: string; value: number }>
          }>
        } & BatchHeadFragment)
      | null
    refusal: BatchRefusedFragment | null
  }
}

export type BatchCountsFragment = {
  counts: {
    total: number
    pending: number
    skipped: number
    accepted: number
    awaitingDecision: number
    canceled: number
    denied: number
    stuck: number
    refused: number
    unknown: number
    notAttempted: number
    withWarnings: number
  }
}

export type BatchesQueryVariables = Exact<{
  first: number
  after?: string | null | undefined
}>

export type BatchesQuery = {
  cancellationBatches: {
    nextCursor: string | null
    items: Array<
      {
        cacheId: string
        id: string
        name: string | null
        state: BatchState
        action: BatchOrderAction
        createdBy: string | null
        createdAt: string | null
        startedAt: string | null
      } & BatchCountsFragment
    >
  }
}

export type BatchHeadFragment = {
  cacheId: string
  id: string
  name: string | null
  state: BatchState
  action: BatchOrderAction
  reason: string | null
  requestedByUser: boolean
  acceptOwnRequests: boolean
  maxRefusals: number | null
  maxPerMinute: number | null
  createdBy: string | null
  createdAt: string | null
  startedAt: string | null
  finishedAt: string | null
  deletedAfter: string | null
  actions: Array<BatchAction>
  checked: number
  checkedAt: string | null
  retryable: number
  pacePerMinute: number | null
  throttledUntil: string | null
  estimatedSecondsLeft: number | null
  notices: Array<{
    code: BatchNoticeCode
    message: string
    subject: string | null
  }>
  lastControl: { action: BatchAction; by: string | null; at: string } | null
} & BatchCountsFragment

export type BatchRefusedFragment = {
  code: BatchRefusalCode
  detail: BatchRefusalDetail
  message: string
  subject: string | null
  batchId: string | null
}

export type BatchRowsQueryVariables = Exact<{
  id: string
  first: number
  after?: string | null | undefined
  states?: Array<BatchOrderState> | BatchOrderState | null | undefined
  outlooks?: Array<BatchOutlook> | BatchOutlook | null | undefined
  hasNotices?: boolean | null | undefined
  orderId?: string | null | undefined
}>

export type BatchRowsQuery = {
  cancellationBatch: {
    batch: {
      cacheId: string
      id: string
      orders: {
        nextCursor: string | null
        items: Array<{
          cacheId: string
          row: number
          orderId: string
          state: BatchOrderState
          outlook: BatchOutlook
          attempts: number
          value: number | null
          currency: string | null
          updatedAt: string | null
          cancellation: CancellationFragment | null
        }>
      }
    } | null
    refusal: BatchRefusedFragment | null
  }
}

export type CancellationFragment = {
  cacheId: string
  orderId: string
  state: CancellationState
  awaiting: DecisionMaker | null
  orderStatus: string | null
  date: string | null
  receipt: string | null
  reason: string | null
  requestedByUser: boolean | null
  canceledAt: string | null
  nextStep: NextStep
  denial: { reason: string | null; date: string | null } | null
  stuck: {
    kind: StuckKind
    since: string | null
    advice: string
    knownIssue: string | null
  } | null
  notices: Array<{ code: NoticeCode; message: string; subject: string | null }>
  refusal: RefusedFragment | null
}

export type CancelOrderMutationVariables = Exact<{
  orderId: string
  reason?: string | null | undefined
  requestedByUser?: boolean | null | undefined
}>

export type CancelOrderMutation = { cancelOrder: CancellationFragment }

export type CaseQueryVariables = Exact<{
  orderId: string
}>

export type CaseQuery = {
  cancellationCase: {
    cacheId: string
    orderId: string
    readAt: string
    actions: Array<OrderAction>
    makesRequest: boolean | null
    keepsStock: boolean | null
    value: number | null
    currency: string | null
    createdAt: string | null
    cancellation: CancellationFragment
    request: {
      cacheId: string
      awaiting: DecisionMaker
      requestedBy: RequestMaker
      reason: string | null
      requestedAt: string | null
      decideBy: string | null
    } | null
    payment: { state: PaymentState; transactionStatus: string | null } | null
    siblings: Array<{
      cacheId: string
      orderId: string
      state: CancellationState
      orderStatus: string | null
      value: number | null
      currency: string | null
    }> | null
    history: Array<{
      cacheId: string
      action: OrderAction
      outcome: CancellationEventOutcome
      by: string
      at: string
      reason: string | null
      requestedByUser: boolean | null
      invoiceNumber: string | null
      date: string | null
      receipt: string | null
      batchId: string | null
    }> | null
  }
}

export type ControlBatchMutationVariables = Exact<{
  id: string
  action: BatchAction
  expectedOrders?: number | null | undefined
}>

export type ControlBatchMutation = {
  controlCancellationBatch: {
    batch: BatchHeadFragment | null
    refusal: BatchRefusedFragment | null
  }
}

export type CreateBatchMutationVariables = Exact<{
  input: CreateCancellationBatchInput
}>

export type CreateBatchMutation = {
  createCancellationBatch: {
    batch: BatchHeadFragment | null
    refusal: BatchRefusedFragment | null
  }
}

export type DenyRequestMutationVariables = Exact<{
  orderId: string
  reason: string
}>

export type DenyRequestMutation = {
  denyCancellationRequest: CancellationFragment
}

export type RefusedFragment = {
  code: RefusalCode
  detail: RefusalDetail | null
  message: string
  subject: string | null
  retryable: boolean
  retryAfterSeconds: number | null
  grounds: Array<{
    detail: RefusalDetail
    message: string
    subject: string | null
  }>
  sums: {
    value: number | null
    changes: number
    invoiced: number | null
    returned: number | null
    rest: number | null
  } | null
}

export type RequestsQueryVariables = Exact<{
  first: number
  after?: string | null | undefined
}>

export type RequestsQuery = {
  cancellationRequests: {
    nextCursor: string | null
    total: number | null
    dropped: number
    unread: number
    since: string | null
    items: Array<{
      cacheId: string
      orderId: string
      requestedBy: RequestMaker
      reason: string | null
      requestedAt: string | null
      decideBy: string | null
      value: number | null
      currency: string | null
      actions: Array<OrderAction>
    }>
    refusal: RefusedFragment | null
    notices: Array<{
      code: NoticeCode
      message: string
      subject: string | null
    }>
  }
}

export type ReturnOrderMutationVariables = Exact<{
  orderId: string
  invoiceNumber: string
  issuanceDate?: string | null | undefined
  reason?: string | null | undefined
}>

export type ReturnOrderMutation = {
  returnInvoicedOrder: {
    cacheId: string
    orderId: string
    invoiceNumber: string
    invoiceValue: number | null
    date: string | null
    receipt: string | null
    refusal: RefusedFragment | null
    cancellation: CancellationFragment | null
  }
}
