import { isOrderId } from '../domain/order/orderId'
import type {
  CancellationRequest,
  Invoice,
  InvoiceLine,
  Order,
  Origin,
  RecordedCancellation,
} from '../domain/order/order'
import {
  booleanOrNull,
  isRecord,
  isText,
  records,
  textOrNull,
} from './untrusted'

const ORIGINS: Origin[] = ['Marketplace', 'Fulfillment', 'Chain']
const INVOICE_TYPES = ['Output', 'Input'] as const

/**
 * Cuts an order document of OMS down to what this app decides from; undefined for
 * anything that is none. What is missing or of a wrong type becomes null or empty.
 */
export function parseOrder(body: unknown): Order | undefined {
  if (!isRecord(body)) return undefined
  if (!isText(body.orderId) || !isOrderId(body.orderId)) return undefined

  // Null is the status of an incomplete order; one that is missing proves nothing.
  if (!isText(body.status) && body.status !== null) return undefined

  return {
    orderId: body.orderId,
    sellerOrderId: textOrNull(body.sellerOrderId),
    marketplaceOrderId: textOrNull(body.marketplaceOrderId),
    orderGroup: textOrNull(body.orderGroup),
    status: body.status,
    origin: ORIGINS.find((known) => known === body.origin) ?? null,
    // A seller without a readable id still counts: the store is then not the only one.
    sellerIds: records(body.sellers).map(({ id }) => (isText(id) ? id : '')),
    lastChangeMs: epochMs(body.lastChange),
    invoices: parseInvoices(body.packageAttachment),
    items: parseItems(body.items),
    allowCancellation: booleanOrNull(body.allowCancellation),
    isCompleted: booleanOrNull(body.isCompleted),
    workflowIsInError: booleanOrNull(body.workflowIsInError),
    isInvoiceDated: isText(body.invoicedDate),
    cancellation: parseCancellation(body),
    requests: records(body.cancellationRequests).map(parseRequest),
  }
}

/** Parses every package, also one that cannot be read: it may be a return. */
function parseInvoices(attachment: unknown): Invoice[] {
  if (!isRecord(attachment)) return []

  return list(attachment.packages).map((given) => {
    const invoice = isRecord(given) ? given : {}

    return {
      type: INVOICE_TYPES.find((known) => known === invoice.type) ?? null,
      number: textOrNull(invoice.invoiceNumber),
      value: wholeOrNull(invoice.invoiceValue),
      lines: list(invoice.items).map(parseLine),
    }
  })
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Parses a line. An unreadable number becomes NaN, which makes the whole invoice unreadable where it is used. */
function parseLine(line: unknown): InvoiceLine {
  const { itemIndex, quantity, price } = isRecord(line)
    ? line
    : ({} as Record<string, unknown>)

  return {
    itemIndex: wholeOrNull(itemIndex) ?? NaN,
    quantity: wholeOrNull(quantity) ?? NaN,
    price: wholeOrNull(price) ?? NaN,
  }
}

/** Parses the items, each in its place: a line of an invoice points to an item by its place. */
function parseItems(items: unknown): Order['items'] {
  return Array.isArray(items)
    ? items.map((item) => ({
        skuId: isRecord(item) ? textOrNull(item.id) : null,
      }))
    : []
}

/** Parses what OMS recorded with a cancellation. VTEX's guide and live orders spell the fields in camelCase, its OpenAPI file in PascalCase. */
function parseCancellation({
  cancellationData: data,
  cancelReason,
}: Record<string, unknown>): RecordedCancellation | null {
  if (!isRecord(data)) return null

  const field = (name: string) =>
    data[name] ?? data[name[0].toUpperCase() + name.slice(1)]

  return {
    reason: textOrNull(field('reason')) ?? textOrNull(cancelReason),
    requestedByUser: booleanOrNull(field('requestedByUser')),
    requestedBySeller: booleanOrNull(field('requestedBySellerNotification')),
    date: textOrNull(field('cancellationDate')),
    requestId: textOrNull(field('cancellationRequestId')),
  }
}

function parseRequest(request: Record<string, unknown>): CancellationRequest {
  const isDenied =
    request.deniedBySeller === true ||
    isText(request.cancellationRequestDenyDate)

  return {
    id: textOrNull(request.id),
    reason: textOrNull(request.reason),
    requestedByUser: booleanOrNull(request.requestedByUser),
    date: textOrNull(request.cancellationRequestDate),
    denied: isDenied
      ? {
          reason: textOrNull(request.deniedBySellerReason),
          date: textOrNull(request.cancellationRequestDenyDate),
        }
      : null,
  }
}

function epochMs(date: unknown): number | null {
  const ms = isText(date) ? Date.parse(date) : NaN

  return Number.isFinite(ms) ? ms : null
}

/** Takes a whole number from 0 on; null for anything else. OMS counts money in cents, in some places as a text. */
function wholeOrNull(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value

  return Number.isSafeInteger(number) && (number as number) >= 0
    ? (number as number)
    : null
}
