import { CacheType, JanusClient } from '@vtex/api'
import type { InstanceOptions, IOContext, RequestConfig } from '@vtex/api'

import type { CancelRequest } from '../domain/cancellation'
import type { CancelReply, OrderRead } from '../domain/omsReply'
import { parseCancelReply, parseOrderRead } from './omsParsers'
import { settle } from './upstreamReply'

/** Longest wait for the reply to a read. */
const READ_TIMEOUT_MS = 4_000

/** Longest wait for the reply to a cancel; what OMS did by then is unknown. */
const CANCEL_TIMEOUT_MS = 12_000

/** A larger body is no order document, and must not fill the memory of a replica. */
const MAX_REPLY_BYTES = 5 * 1024 * 1024

/** What can be asked of OMS in the name of one caller. Neither call throws. */
export interface Oms {
  /** Reads one order, fresh from OMS, which takes an order id or a sequence number. Waits 4 s at most, or `withinMs`. */
  getOrder: (
    orderId: string,
    options?: { withinMs?: number }
  ) => Promise<OrderRead>
  /** Sends one cancel, once. */
  cancelOrder: (orderId: string, request: CancelRequest) => Promise<CancelReply>
}

const routes = {
  order: (orderId: string) =>
    `/api/oms/pvt/orders/${encodeURIComponent(orderId)}`,
  cancel: (orderId: string) => `${routes.order(orderId)}/cancel`,
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
      { ...context, janusEnv: undefined },
      // After the options, whatever an app sets for all its clients: with
      // retries the library re-sends even a POST that timed out.
      { ...options, retries: 0 }
    )
  }

  /** OMS as one caller sees it: it applies and records the owner of the token. */
  public actingAs(token: string): Oms {
    return {
      getOrder: async (orderId, { withinMs = READ_TIMEOUT_MS } = {}) =>
        parseOrderRead(
          await settle(
            this.http.getRaw(
              routes.order(orderId),
              requestConfig(
                'oms-get-order',
                token,
                Math.min(withinMs, READ_TIMEOUT_MS)
              )
            )
          ),
          Date.now()
        ),
      cancelOrder: async (orderId, request) =>
        parseCancelReply(
          await settle(
            this.http.postRaw(
              routes.cancel(orderId),
              cancelBody(request),
              requestConfig('oms-cancel-order', token, CANCEL_TIMEOUT_MS)
            )
          ),
          Date.now()
        ),
    }
  }
}

function cancelBody({ reason, requestedByUser }: CancelRequest) {
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
