/**
 * JSON Schemas for the replies of the Orders API, written from VTEX's OpenAPI file and
 * guides. Other fields are allowed: OMS has many more.
 */

import {
  cents,
  date,
  dateOrNull,
  flagOrNull,
  listOf,
  object,
  orNull,
  text,
  textOrNull,
} from './forms'
import { changesAttachment, invoicePackage } from './money'

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

const cancellationRequest = object({
  id: text,
  reason: textOrNull,
  cancellationRequestDate: date,
  requestedByUser: flagOrNull,
  deniedBySeller: flagOrNull,
  deniedBySellerReason: textOrNull,
  cancellationRequestDenyDate: dateOrNull,
})

/** The reference value is the one without interest. */
const payment = object({
  id: text,
  paymentSystemName: text,
  value: cents,
  referenceValue: cents,
})

const transactionSummary = object({
  isActive: { type: 'boolean' },
  transactionId: text,
  merchantName: text,
  payments: listOf(payment),
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
    // The specification says string, but an order may have no purchase.
    orderGroup: textOrNull,
    isCompleted: { type: 'boolean' },
    allowCancellation: { type: 'boolean' },
    invoicedDate: dateOrNull,
    cancelReason: textOrNull,
    totals: listOf(
      object({ id: text, name: text, value: { type: 'integer' } })
    ),
    sellers: listOf(
      object({ id: text, name: text, fulfillmentEndpoint: textOrNull }),
      { minItems: 1 }
    ),
    items: listOf(
      object({
        id: text,
        quantity: { type: 'integer', minimum: 1 },
        price: cents,
        sellingPrice: cents,
        unitMultiplier: { type: 'number' },
        isGift: { type: 'boolean' },
        seller: text,
        name: text,
      })
    ),
    packageAttachment: object({ packages: listOf(invoicePackage) }),
    changesAttachment: orNull(changesAttachment),
    subscriptionData: { type: ['object', 'null'] },
    storePreferencesData: object({ countryCode: text, currencyCode: text }),
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
  payments: listOf(payment),
})

/** An error, in the form of the specification. */
export const failure = object({
  error: object({ code: text, message: text, exception: { type: 'null' } }),
})

export { orderList } from './list'
