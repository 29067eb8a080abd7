import type {
  FailedRead,
  OrderListRead,
  OrderRead,
  PurchaseRead,
  SendReply,
  TransactionRead,
} from '../domain/order/omsReply'
import { isRecord, isText, textOrNull } from './untrusted'
import { parseOrderList } from './orderListParser'
import { parseListed, parseOrder } from './orderParser'
import { quotaOf, retryAfterSeconds, statedWaitSeconds } from './retryAfter'
import type { UpstreamReply } from './upstreamReply'

/** Reads the reply to `GET /api/oms/pvt/orders/{orderId}`. `nowMs` is an epoch time. */
export function parseOrderRead(reply: UpstreamReply, nowMs: number): OrderRead {
  return parseRead(reply, nowMs, (body, headers) => {
    const order = parseOrder(body)

    return order && { kind: 'found', order, quota: quotaOf(headers, nowMs) }
  })
}

/** Reads the reply to `GET /api/oms/pvt/orders/order-group/{orderGroup}`. */
export function parsePurchaseRead(
  reply: UpstreamReply,
  nowMs: number
): PurchaseRead {
  return parseRead(reply, nowMs, (body) =>
    Array.isArray(body)
      ? { kind: 'found', orders: body.map(parseListed) }
      : undefined
  )
}

/** Reads the reply to `GET /api/oms/pvt/orders/{orderId}/payment-transaction`. */
export function parseTransactionRead(
  reply: UpstreamReply,
  nowMs: number
): TransactionRead {
  return parseRead(reply, nowMs, (body) =>
    isRecord(body) && isText(body.status)
      ? { kind: 'found', status: body.status.toLowerCase() }
      : undefined
  )
}

/** Reads the reply to `GET /api/oms/pvt/orders`, of which no row is dropped. */
export function parseOrderListRead(
  reply: UpstreamReply,
  nowMs: number
): OrderListRead {
  // VTEX documents no status for a filter that the list does not take.
  if (reply.kind === 'answered' && reply.status === 400)
    return { kind: 'rejected' }

  return parseRead(reply, nowMs, parseOrderList)
}

/** Reads the reply to a cancel or an invoice, which OMS confirms with a date and an id of the order. */
export function parseReceiptReply(
  reply: UpstreamReply,
  nowMs: number
): SendReply {
  return parseSend(reply, nowMs, (body, headers) => {
    if (!isRecord(body) || !isText(body.date) || !isText(body.orderId)) {
      return undefined
    }

    const { date, orderId, receipt } = body

    return {
      kind: 'received',
      date,
      orderId,
      receipt: textOrNull(receipt),
      quota: quotaOf(headers, nowMs),
    }
  })
}

/** Reads the reply to a denial, which OMS confirms with an empty 200. */
export function parseDenialReply(
  reply: UpstreamReply,
  nowMs: number
): SendReply {
  return parseSend(reply, nowMs, (body) =>
    body === '' || body === null || body === undefined
      ? { kind: 'received', date: null, orderId: null, receipt: null }
      : undefined
  )
}

type Headers = Record<string, unknown>

function parseRead<Found>(
  reply: UpstreamReply,
  nowMs: number,
  parse: (body: unknown, headers: Headers) => Found | undefined
): Found | FailedRead {
  if (reply.kind === 'lost') return { kind: 'unavailable' }
  if (reply.kind === 'too-large') return reply

  const { status, headers, body } = reply

  if (!isSuccess(status)) {
    return failureOf(status, headers, nowMs) ?? { kind: 'unavailable' }
  }

  // A missing permission may come as a login page with status 200.
  return (
    parse(body, headers) ?? {
      kind: isHtml(headers, body) ? 'not-permitted' : 'unavailable',
    }
  )
}

function parseSend(
  reply: UpstreamReply,
  nowMs: number,
  parse: (body: unknown, headers: Headers) => SendReply | undefined
): SendReply {
  if (reply.kind !== 'answered') return { kind: 'unsettled' }

  const { status, headers, body } = reply

  if (isSuccess(status)) return parse(body, headers) ?? { kind: 'unsettled' }

  return (
    failureOf(status, headers, nowMs) ?? {
      kind: isRejection(status) ? 'rejected' : 'unsettled',
    }
  )
}

/** Reads a failure that says for certain that OMS did not carry out the request; undefined for any other status. */
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
        isStated: statedWaitSeconds(headers, nowMs) !== undefined,
      } as const

    default:
      return undefined
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** Tells whether OMS says that the order does not allow the request: 409 by its specification, 400 in the field. */
function isRejection(status: number): boolean {
  return status === 400 || status === 409
}

function isHtml(headers: Record<string, unknown>, body: unknown): boolean {
  return (
    String(headers['content-type']).includes('text/html') ||
    (typeof body === 'string' && body.trimStart().startsWith('<'))
  )
}
