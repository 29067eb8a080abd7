/**
 * JSON Schemas for the replies of the Orders API, written from VTEX's OpenAPI file and
 * guides. Other fields are allowed: OMS has many more.
 */

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const flagOrNull = { type: ['boolean', 'null'] }

/** An amount of money, in whole cents. */
const cents = { type: 'integer', minimum: 0 }

/** ISO 8601 as .NET writes it: up to seven fraction digits and an offset. */
const date = {
  type: 'string',
  pattern:
    '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?(Z|[+-]\\d{2}:\\d{2})$',
}

const dateOrNull = { anyOf: [date, { type: 'null' }] }

const object = (
  properties: Record<string, object>,
  optional: Record<string, object> = {}
) => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
})

const listOf = (items: object, more: object = {}) => ({
  type: 'array',
  items,
  ...more,
})

const camelCaseCancellation = object({
  requestedByUser: flagOrNull,
  requestedBySystem: flagOrNull,
  requestedBySellerNotification: flagOrNull,
  requestedByPaymentNotification: flagOrNull,
  reason: textOrNull,
  cancellationDate: dateOrNull,
  cancellationRequestId: textOrNull,
})

const pascalCaseCancellation = object({
  RequestedByUser: flagOrNull,
  RequestedBySystem: flagOrNull,
  RequestedBySellerNotification: flagOrNull,
  RequestedByPaymentNotification: flagOrNull,
  Reason: textOrNull,
  CancellationDate: dateOrNull,
})

const invoicePackage = object({
  type: { enum: ['Output', 'Input'] },
  invoiceNumber: text,
  invoiceValue: cents,
  items: listOf(
    object({
      itemIndex: { type: 'integer', minimum: 0 },
      quantity: { type: 'integer', minimum: 1 },
      price: cents,
    })
  ),
})

const cancellationRequest = object({
  id: text,
  reason: textOrNull,
  cancellationRequestDate: date,
  requestedByUser: flagOrNull,
  deniedBySeller: flagOrNull,
  deniedBySellerReason: textOrNull,
  cancellationRequestDenyDate: dateOrNull,
})

const transactionSummary = object({
  isActive: { type: 'boolean' },
  transactionId: text,
  merchantName: text,
  payments: listOf({ type: 'object' }),
})

/** `GET /api/oms/pvt/orders/{orderId}`. */
export const order = object(
  {
    orderId: { type: 'string', minLength: 1 },
    sequence: text,
    marketplaceOrderId: text,
    sellerOrderId: text,
    origin: { enum: ['Marketplace', 'Fulfillment', 'Chain'] },
    affiliateId: text,
    salesChannel: text,
    // The specification says string, but an incomplete order has null.
    status: textOrNull,
    workflowIsInError: { type: 'boolean' },
    value: cents,
    creationDate: date,
    lastChange: date,
    orderGroup: text,
    isCompleted: { type: 'boolean' },
    allowCancellation: { type: 'boolean' },
    invoicedDate: dateOrNull,
    cancelReason: textOrNull,
    totals: listOf(
      object({ id: text, name: text, value: { type: 'integer' } })
    ),
    sellers: listOf(object({ id: text, name: text }), { minItems: 1 }),
    items: listOf(
      object({
        id: text,
        quantity: { type: 'integer', minimum: 1 },
        price: cents,
        name: text,
      })
    ),
    packageAttachment: object({ packages: listOf(invoicePackage) }),
    paymentData: object({ transactions: listOf(transactionSummary) }),
    cancellationData: {
      anyOf: [camelCaseCancellation, pascalCaseCancellation, { type: 'null' }],
    },
  },
  { cancellationRequests: listOf(cancellationRequest) }
)

/** `GET /api/oms/pvt/orders/order-group/{orderGroup}`, the only endpoint whose documentation shows the requests. */
export const purchase = listOf({
  allOf: [order, object({ cancellationRequests: listOf(cancellationRequest) })],
})

/** The reply to a cancel and to an invoice. */
export const receipt = object({
  date,
  orderId: { type: 'string', minLength: 1 },
  receipt: textOrNull,
})

/** `GET …/{orderId}/payment-transaction`. */
export const transaction = object({
  status: text,
  isActive: { type: 'boolean' },
  transactionId: text,
  merchantName: text,
  payments: listOf(object({ id: text, paymentSystemName: text, value: cents })),
})

/** An error, in the form of the specification. */
export const failure = object({
  error: object({ code: text, message: text, exception: { type: 'null' } }),
})
