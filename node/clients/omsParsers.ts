import { isOrderId } from '../domain/orderId'
import type {
  Order,
  Origin,
  PackageType,
  RecordedCancellation,
} from '../domain/order'
import type { CancelReply, OrderRead } from '../domain/omsReply'
import { retryAfterSeconds } from './retryAfter'
import { isRecord } from './upstreamReply'
import type { UpstreamReply } from './upstreamReply'

/** Reads the reply to `GET /api/oms/pvt/orders/{orderId}`. `nowMs` is an epoch time. */
export function parseOrderRead(reply: UpstreamReply, nowMs: number): OrderRead {
  if (reply.kind === 'lost') return { kind: 'unavailable' }

  const { status, headers, body } = reply

  if (isSuccess(status)) {
    const order = parseOrder(body)

    if (order) return { kind: 'found', order }

    // A missing permission may come as a login page with status 200.
    return { kind: isHtml(headers, body) ? 'not-permitted' : 'unavailable' }
  }

  return failureOf(status, headers, nowMs) ?? { kind: 'unavailable' }
}

/** Reads the reply to `POST /api/oms/pvt/orders/{orderId}/cancel`. `nowMs` is an epoch time. */
export function parseCancelReply(
  reply: UpstreamReply,
  nowMs: number
): CancelReply {
  if (reply.kind === 'lost') return { kind: 'unsettled' }

  const { status, headers, body } = reply

  if (isSuccess(status)) return parseReceipt(body) ?? { kind: 'unsettled' }

  return (
    failureOf(status, headers, nowMs) ?? {
      kind: isRejection(status) ? 'rejected' : 'unsettled',
    }
  )
}

/** Failures that say for certain that the request was not carried out. */
function failureOf(
  status: number,
  headers: Record<string, unknown>,
  nowMs: number
) {
  switch (status) {
    case 401:

    case 403:
      return { kind: 'not-permitted' } as const

    case 404:
      return { kind: 'not-found' } as const

    case 429:
      return {
        kind: 'rate-limited',
        retryAfterSeconds: retryAfterSeconds(headers, nowMs),
      } as const

    default:
      return undefined
  }
}

function parseReceipt(body: unknown): CancelReply | undefined {
  if (!isRecord(body)) return undefined

  const { date, orderId, receipt } = body

  if (!isText(date) || !isText(orderId)) return undefined

  return { kind: 'received', date, orderId, receipt: textOrNull(receipt) }
}

function parseOrder(body: unknown): Order | undefined {
  if (!isRecord(body)) return undefined
  if (!isText(body.orderId) || !isOrderId(body.orderId)) return undefined

  // Null is the status of an incomplete order; one that is missing proves nothing.
  if (!isText(body.status) && body.status !== null) return undefined

  return {
    orderId: body.orderId,
    sellerOrderId: textOrNull(body.sellerOrderId),
    marketplaceOrderId: textOrNull(body.marketplaceOrderId),
    status: body.status,
    origin: parseOrigin(body.origin),
    // A seller without a readable id still counts: the store is then not the only one.
    sellerIds: records(body.sellers).map(({ id }) => (isText(id) ? id : '')),
    packageTypes: parsePackageTypes(body.packageAttachment),
    cancellation: parseCancellation(body.cancellationData),
  }
}

const ORIGINS: Origin[] = ['Marketplace', 'Fulfillment', 'Chain']
const PACKAGE_TYPES: PackageType[] = ['Output', 'Input']

function parseOrigin(origin: unknown): Origin | null {
  return ORIGINS.find((known) => known === origin) ?? null
}

function parsePackageTypes(attachment: unknown): PackageType[] {
  if (!isRecord(attachment)) return []

  return records(attachment.packages).flatMap(
    ({ type }) => PACKAGE_TYPES.find((known) => known === type) ?? []
  )
}

/** VTEX's guide and live orders spell the fields in camelCase, its OpenAPI file in PascalCase. */
function parseCancellation(data: unknown): RecordedCancellation | null {
  if (!isRecord(data)) return null

  const requestedByUser = data.requestedByUser ?? data.RequestedByUser

  return {
    reason: textOrNull(data.reason ?? data.Reason),
    requestedByUser:
      typeof requestedByUser === 'boolean' ? requestedByUser : null,
    date: textOrNull(data.cancellationDate ?? data.CancellationDate),
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** How OMS says that an order's status does not allow a cancel: 409 by its specification, 400 in the field. */
function isRejection(status: number): boolean {
  return status === 400 || status === 409
}

function isHtml(headers: Record<string, unknown>, body: unknown): boolean {
  return (
    String(headers['content-type']).includes('text/html') ||
    (typeof body === 'string' && body.trimStart().startsWith('<'))
  )
}

/** Any text of OMS that this app hands on. A longer one is none of those it documents. */
const MAX_TEXT_LENGTH = 1000

function isText(value: unknown): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= MAX_TEXT_LENGTH
  )
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}

function records(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
