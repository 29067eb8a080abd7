import type { InstanceOptions, IOContext, JanusClient } from '@vtex/api'
import { OMS as PublishedOms } from '@vtex/clients/build/clients/oms'

import type { CancelInput } from '../domain/cancellation/cancellation'
import type {
  OrderListQuery,
  OrderListRead,
  OrderRead,
  PurchaseRead,
  SendReply,
  TransactionRead,
} from '../domain/order/omsReply'
import type { ReturnInvoice } from '../domain/return/returnInvoice'
import {
  parseDenialReply,
  parseOrderListRead,
  parseOrderRead,
  parsePurchaseRead,
  parseReceiptReply,
  parseTransactionRead,
} from './omsParsers'
import {
  READ_TIMEOUT_MS,
  requestConfig,
  routes,
  SEND_TIMEOUT_MS,
} from './omsRequests'
import { untraced } from './untraced'
import { settle } from './upstreamReply'
import type { UpstreamReply } from './upstreamReply'

/** OMS in the name of one caller. No call throws, and each is sent once. */
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

/** The list of orders in the name of one caller. No call throws. It shows orders as they were minutes ago. */
export interface OrderList {
  /** Reads one page, the oldest orders first. */
  listOrders: (query: OrderListQuery) => Promise<OrderListRead>
}

/**
 * The client of `@vtex/clients`, without its methods in the type: ours need the token of
 * the caller, for which theirs have no argument. It is imported from its own file: the
 * root of the package loads all its clients at each cold start.
 */
const OMS: new (context: IOContext, options?: InstanceOptions) => JanusClient =
  PublishedOms

/**
 * OMS, the order management of VTEX. No method of `@vtex/clients` stays callable
 * as it is: see docs/decisions/0001-an-oms-client-that-extends-vtexs.md.
 */
export class OmsClient extends OMS {
  constructor(context: IOContext, options?: InstanceOptions) {
    // A `vtex-commerce-env=beta` cookie of the caller must not choose the host.
    super(
      { ...untraced(context), janusEnv: undefined },
      // Comes after the options that an app sets for all its clients: with retries the
      // library re-sends even a POST that timed out.
      { ...options, retries: 0 }
    )
  }

  /**
   * Cancels an order, or accepts its open cancellation request, in the name of the owner
   * of the token. Replaces the method of `@vtex/clients` 2.21.0, which sends its request
   * configuration, with the app's token in it, as the body, and no token as a header.
   */
  public async cancelOrder(
    orderId: string,
    request: CancelInput,
    token: string
  ): Promise<SendReply> {
    const send = this.sender(token)

    return parseReceiptReply(
      await send('cancel', routes.cancel(orderId), cancelBody(request)),
      Date.now()
    )
  }

  public order(): never {
    throw notInherited('order', 'getOrder')
  }

  public listOrders(): never {
    throw notInherited('listOrders', 'listOrders')
  }

  public userLastOrder(): never {
    throw notInherited('userLastOrder', 'getOrder')
  }

  public orderNotification(): never {
    throw notInherited('orderNotification', 'sendInvoice')
  }

  /** Makes the OMS of one caller: it applies the permissions of the token's owner, and records them. */
  public actingAs(token: string): Oms & OrderList {
    const read = this.reader(token)
    const send = this.sender(token)

    return {
      getOrder: async (orderId, { withinMs = READ_TIMEOUT_MS } = {}) =>
        parseOrderRead(
          await read('order', routes.order(orderId), withinMs),
          Date.now()
        ),
      listOrders: async (query) =>
        parseOrderListRead(await read('list', routes.list(query)), Date.now()),
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
      cancelOrder: (orderId, request) =>
        this.cancelOrder(orderId, request, token),
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

/**
 * Why an inherited method fails: as published it acts with a token of the context,
 * answers a second read from memory, and throws errors that hold tokens and bodies.
 */
function notInherited(
  name: string,
  instead: keyof Oms | keyof OrderList
): Error {
  return new Error(
    `OmsClient does not inherit ${name}() of @vtex/clients: use actingAs(token).${instead}().`
  )
}

function cancelBody({ reason, requestedByUser }: CancelInput) {
  return reason === null ? { requestedByUser } : { reason, requestedByUser }
}
