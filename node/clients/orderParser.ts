import { isOrderId } from '../domain/order/orderId'
import type {
  CancellationRequest,
  Order,
  Origin,
  RecordedCancellation,
} from '../domain/order/order'
import type { ListedOrder } from '../domain/order/omsReply'
import { parseChanges, parseInvoices, parseItems } from './invoiceParser'
import { isMarketplaceOutside, isOutsideVtex } from './sellerEndpoint'
import {
  beginningOrNull,
  booleanOrNull,
  epochMs,
  fieldOf,
  integerOrNull,
  isRecord,
  isText,
  list,
  textOrNull,
  wholeOrNull,
} from './untrusted'

type Given = Record<string, unknown>

const ORIGINS: Origin[] = ['Marketplace', 'Fulfillment', 'Chain']

/** An id that may be shown: OMS's own lists name some that no path of OMS takes. */
const SHOWN_ID = /^[^\p{C}]{1,100}$/u

/** Takes an order id that may be shown; null for anything else. */
export function shownIdOrNull(id: unknown): string | null {
  return isText(id) && SHOWN_ID.test(id) ? id : null
}

/**
 * Cuts an order document of OMS down to what this app decides from; undefined for
 * anything that is none. What is missing or of a wrong type becomes null or empty.
 */
export function parseOrder(body: unknown): Order | undefined {
  if (!isRecord(body)) return undefined
  if (!isText(body.orderId) || !isOrderId(body.orderId)) return undefined

  return parseWithId(body, body.orderId)
}

/** Parses one order of a list. None is dropped: of one that is no order, what can be read is kept. */
export function parseListed(body: unknown): ListedOrder {
  const given = isRecord(body) ? body : {}
  const orderId = shownIdOrNull(given.orderId)
  const order = orderId === null ? undefined : parseWithId(given, orderId)

  return order
    ? { kind: 'order', order }
    : { kind: 'unreadable', orderId, requests: parseRequests(given) }
}

function parseWithId(body: Given, orderId: string): Order | undefined {
  const status = body.status === '' ? null : body.status

  // Null is the status of an incomplete order, and OMS writes it as "", too; one that is missing proves nothing.
  if (!isText(status) && status !== null) return undefined

  const items = parseItems(body.items)

  return {
    orderId,
    sellerOrderId: textOrNull(body.sellerOrderId),
    marketplaceOrderId: textOrNull(body.marketplaceOrderId),
    orderGroup: textOrNull(body.orderGroup),
    status,
    origin: ORIGINS.find((known) => known === body.origin) ?? null,
    ...parseSellers(body.sellers),
    createdMs: epochMs(body.creationDate),
    lastChangeMs: epochMs(body.lastChange),
    isMarketplaceOutside: isMarketplaceOutside(body),
    value: wholeOrNull(body.value),
    currency: currencyOf(fieldOf(body.storePreferencesData, 'currencyCode')),
    totalsValue: sumOfTotals(body.totals),
    roundingError: Math.abs(integerOrNull(body.roundingError) ?? 0),
    invoices: parseInvoices(body.packageAttachment, items),
    items,
    ...parseChanges(body.changesAttachment),
    ...parsePayment(body.paymentData),
    isOfSubscription: isRecord(body.subscriptionData),
    allowCancellation: booleanOrNull(body.allowCancellation),
    isCompleted: booleanOrNull(body.isCompleted),
    workflowIsInError: booleanOrNull(body.workflowIsInError),
    isInvoiceDated: isText(body.invoicedDate),
    cancellation: parseCancellation(body),
    requests: parseRequests(body),
  }
}

function currencyOf(code: unknown): string | null {
  return isText(code) && /^[A-Z]{3}$/.test(code) ? code : null
}

function parseSellers(
  given: unknown
): Pick<Order, 'sellerIds' | 'isSellerOutside'> {
  const sellers = list(given).map((one) => (isRecord(one) ? one : {}))

  return {
    // A seller without a readable id still counts: the store is then not the only one.
    sellerIds: sellers.map(({ id }) => (isText(id) ? id : '')),
    isSellerOutside:
      sellers.length > 0 &&
      sellers.every(({ fulfillmentEndpoint }) =>
        isOutsideVtex(fulfillmentEndpoint)
      ),
  }
}

function parsePayment(
  paymentData: unknown
): Pick<Order, 'transactionIds' | 'paymentGroups'> {
  const transactions = list(fieldOf(paymentData, 'transactions'))
  const payments = transactions.flatMap((one) => list(fieldOf(one, 'payments')))

  return {
    transactionIds: texts(transactions, 'transactionId'),
    paymentGroups: texts(payments, 'group'),
  }
}

function texts(records: unknown[], name: string): string[] {
  return records.flatMap((one) => textOrNull(fieldOf(one, name)) ?? [])
}

function sumOfTotals(given: unknown): number | null {
  const values = list(given).map((total) =>
    integerOrNull(fieldOf(total, 'value'))
  )

  return values.length === 0
    ? null
    : values.reduce<number | null>(
        (sum, value) => (sum === null || value === null ? null : sum + value),
        0
      )
}

function parseRequests({ cancellationRequests }: Given): CancellationRequest[] {
  return list(cancellationRequests).map((one) =>
    parseRequest(isRecord(one) ? one : {})
  )
}

/** Parses what OMS recorded with a cancellation. VTEX's guide and live orders spell the fields in camelCase, its OpenAPI file in PascalCase. */
function parseCancellation({
  cancellationData: data,
  cancelReason,
}: Given): RecordedCancellation | null {
  if (!isRecord(data)) return parseLateReason(cancelReason)

  const field = (name: string) =>
    data[name] ?? data[name[0].toUpperCase() + name.slice(1)]

  return {
    reason: beginningOrNull(field('reason')) ?? beginningOrNull(cancelReason),
    requestedByUser: booleanOrNull(field('requestedByUser')),
    requestedBySeller: booleanOrNull(field('requestedBySellerNotification')),
    date: textOrNull(field('cancellationDate')),
    requestId: textOrNull(field('cancellationRequestId')),
  }
}

/** Takes the reason alone, which is all that old orders have. */
function parseLateReason(cancelReason: unknown): RecordedCancellation | null {
  const reason = beginningOrNull(cancelReason)

  return reason !== null
    ? {
        reason,
        requestedByUser: null,
        requestedBySeller: null,
        date: null,
        requestId: null,
      }
    : null
}

function parseRequest(request: Given): CancellationRequest {
  const isDenied =
    request.deniedBySeller === true ||
    isText(request.cancellationRequestDenyDate)

  return {
    id: textOrNull(request.id),
    reason: beginningOrNull(request.reason),
    requestedByUser: booleanOrNull(request.requestedByUser),
    date: textOrNull(request.cancellationRequestDate),
    denied: isDenied
      ? {
          reason: beginningOrNull(request.deniedBySellerReason),
          date: textOrNull(request.cancellationRequestDenyDate),
        }
      : null,
  }
}
