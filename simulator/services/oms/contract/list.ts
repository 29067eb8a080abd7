import {
  cents,
  date,
  dateOrNull,
  listOf,
  object,
  text,
  textOrNull,
} from './forms'

const flag = { type: 'boolean' }
const count = { type: 'integer', minimum: 0 }

/** A row has no reason, requester or date of a cancellation request, and no sellers. */
const row = object({
  orderId: { type: 'string', minLength: 1 },
  creationDate: date,
  clientName: text,
  // The specification: null since October 2018.
  items: { type: 'null' },
  totalValue: cents,
  paymentNames: text,
  status: text,
  statusDescription: text,
  marketPlaceOrderId: textOrNull,
  sequence: text,
  salesChannel: text,
  affiliateId: text,
  origin: { enum: ['Marketplace', 'Fulfillment', 'Chain'] },
  workflowInErrorState: flag,
  workflowInRetry: flag,
  lastMessageUnread: textOrNull,
  ShippingEstimatedDate: dateOrNull,
  ShippingEstimatedDateMax: dateOrNull,
  ShippingEstimatedDateMin: dateOrNull,
  orderIsComplete: flag,
  listId: textOrNull,
  listType: textOrNull,
  authorizedDate: dateOrNull,
  callCenterOperatorName: textOrNull,
  totalItems: count,
  currencyCode: text,
})

const amount = { type: 'number', minimum: 0 }

const numbers = {
  Count: count,
  Max: count,
  Mean: amount,
  Min: count,
  Missing: count,
  StdDev: amount,
  Sum: count,
  SumOfSquares: count,
}

const part = object({ ...numbers, Facets: { type: 'null' } })

const statistics = object({
  ...numbers,
  Facets: object({
    origin: object({ Fulfillment: part, Marketplace: part }),
    currencyCode: object({ BRL: part }),
  }),
})

/** `GET /api/oms/pvt/orders`. */
export const orderList = object({
  list: listOf(row, { maxItems: 100 }),
  facets: listOf(text),
  paging: object({
    total: count,
    pages: count,
    currentPage: { type: 'integer', minimum: 1, maximum: 30 },
    perPage: { type: 'integer', minimum: 1, maximum: 100 },
  }),
  stats: object({
    stats: object({ totalValue: statistics, totalItems: statistics }),
  }),
})
