import { CacheType, JanusClient } from '@vtex/api'
import type { InstanceOptions, IOContext, RequestConfig } from '@vtex/api'

import type { CancelInput } from '../domain/cancellation/cancellation'
import type {
  OrderRead,
  PurchaseRead,
  SendReply,
  TransactionRead,
} from '../domain/order/omsReply'
import type { ReturnInvoice } from '../domain/return/returnInvoice'
import {
  parseDenialReply,
  parseOrderRead,
  parsePurchaseRead,
  parseReceiptReply,
  parseTransactionRead,
} from './omsParsers'
import { untraced } from './untraced'
import { settle } from './upstreamReply'
import type { UpstreamReply } from './upstreamReply'

/** Longest wait for the reply to a read. */
const READ_TIMEOUT_MS = 4_000

/** Longest wait for the reply to a request that changes an order; what OMS did by then is unknown. */
const SEND_TIMEOUT_MS = 12_000

/** A larger body is no order document, and must not fill the memory of a replica. */
const MAX_REPLY_BYTES = 5 * 1024 * 1024

/** What can be asked of OMS in the name of one caller. No call throws, and each is sent once. */
export interface Oms {
  /** Reads one order, fresh from OMS, which takes an order id or a sequence number. Waits 4 s at most, or `withinMs`. */
  getOrder: (
    orderId: string,
    options?: { withinMs?: number }
  ) => Promise<OrderRead>
  /** Reads all orders of one purchase. */
  getPurchase: (orderGroup: string) => Promise<PurchaseRead>
  /** Reads the payment transaction of a marketplace's order. */
  getTransaction: (orderId: string) => Promise<TransactionRead>
  /** Cancels an order, or accepts its open cancellation request: OMS has one call for both. */
  cancelOrder: (orderId: string, request: CancelInput) => Promise<SendReply>
  /** Denies an open cancellation request. */
  denyRequest: (
    orderId: string,
    denial: { requestId: string; reason: string }
  ) => Promise<SendReply>
  /** Sends a return invoice, which refunds by itself. */
  sendInvoice: (orderId: string, invoice: ReturnInvoice) => Promise<SendReply>
}

const ORDERS = '/api/oms/pvt/orders'

const routes = {
  order: (orderId: string) => `${ORDERS}/${encodeURIComponent(orderId)}`,
  purchase: (group: string) =>
    `${ORDERS}/order-group/${encodeURIComponent(group)}`,
  transaction: (orderId: string) =>
    `${routes.order(orderId)}/payment-transaction`,
  cancel: (orderId: string) => `${routes.order(orderId)}/cancel`,
  invoice: (orderId: string) => `${routes.order(orderId)}/invoice`,
  deny: (orderId: string) =>
    `/api/orders/pvt/document/${encodeURIComponent(
      orderId
    )}/deny-cancellation-request`,
}

/**
 * OMS, the order management of VTEX.
 *
 * The cancel call is our own: `OMS.cancelOrder` of the published
 * `@vtex/clients` 2.21.0 passes its request configuration where the body
 * belongs, so it sends the app's token as the body, no `VtexIdclientAutCookie`,
 * and no reason.
 */
export class OmsClient extends JanusClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    // A `vtex-commerce-env=beta` cookie of the caller must not choose the host.
    super(
      { ...untraced(context), janusEnv: undefined },
      // After the options, whatever an app sets for all its clients: with
      // retries the library re-sends even a POST that timed out.
      { ...options, retries: 0 }
    )
  }

  /** OMS as one caller sees it: it applies and records the owner of the token. */
  public actingAs(token: string): Oms {
    const read = this.reader(token)
    const send = this.sender(token)

    return {
      getOrder: async (orderId, { withinMs = READ_TIMEOUT_MS } = {}) =>
        parseOrderRead(
          await read('order', routes.order(orderId), withinMs),
          Date.now()
        ),
      getPurchase: async (group) =>
        parsePurchaseRead(
          await read('purchase', routes.purchase(group)),
          Date.now()
        ),
      getTransaction: async (orderId) =>
        parseTransactionRead(
          await read('transaction', routes.transaction(orderId)),
          Date.now()
        ),
      cancelOrder: async (orderId, request) =>
        parseReceiptReply(
          await send('cancel', routes.cancel(orderId), cancelBody(request)),
          Date.now()
        ),
      denyRequest: async (orderId, { requestId, reason }) =>
        parseDenialReply(
          await send('deny', routes.deny(orderId), {
            cancellationRequestId: requestId,
            denyReason: reason,
          }),
          Date.now()
        ),
      sendInvoice: async (orderId, invoice) =>
        parseReceiptReply(
          await send('invoice', routes.invoice(orderId), invoice),
          Date.now()
        ),
    }
  }

  private reader(token: string) {
    return (
      name: string,
      path: string,
      withinMs = READ_TIMEOUT_MS
    ): Promise<UpstreamReply> =>
      settle(
        this.http.getRaw(
          path,
          requestConfig(
            `oms-read-${name}`,
            token,
            Math.min(withinMs, READ_TIMEOUT_MS)
          )
        )
      )
  }

  private sender(token: string) {
    return (name: string, path: string, body: object): Promise<UpstreamReply> =>
      settle(
        this.http.postRaw(
          path,
          body,
          requestConfig(`oms-${name}`, token, SEND_TIMEOUT_MS)
        )
      )
  }
}

function cancelBody({ reason, requestedByUser }: CancelInput) {
  return reason === null ? { requestedByUser } : { reason, requestedByUser }
}

function requestConfig(
  metric: string,
  token: string,
  limitMs: number
): RequestConfig {
  // 0 would mean no limit at all.
  const timeoutMs = Math.max(1, Math.round(limitMs))

  return {
    metric,
    headers: { VtexIdclientAutCookie: token, Accept: 'application/json' },
    timeout: timeoutMs,
    // `timeout` only counts silence: a body that drips would never end.
    signal: AbortSignal.timeout(timeoutMs),
    // Or the library answers a second read from memory, with the order as it was.
    cacheable: CacheType.None,
    maxContentLength: MAX_REPLY_BYTES,
  }
}
