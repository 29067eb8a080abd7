import {
  readOrder,
  receivedOrder,
  refusalOf,
  refusedOrder,
  unexplainedOrder,
  unreadOrder,
  unsettledOrder,
} from '../domain/cancellation'
import type { CancelRequest, OrderCancellation } from '../domain/cancellation'
import { isIdOfOrder } from '../domain/order'
import type { Order } from '../domain/order'
import type { CancelReply, OrderRead } from '../domain/omsReply'
import { isOrderId } from '../domain/orderId'
import { ruleOf, showsRequest } from '../domain/orderStatus'
import { refusal } from '../domain/refusal'
import type { Refusal } from '../domain/refusal'
import type { OrderPorts } from './ports'
import { readCheckedOrder } from './readCheckedOrder'

const MAX_REASON_LENGTH = 1000
const REASON_TOO_LONG = `The reason is longer than ${MAX_REASON_LENGTH} characters.`

/** After an unsettled cancel the order is read after each of these waits, within the time below. */
const SETTLE_WAITS_MS = [500, 1_000, 2_000, 4_000]
const SETTLE_WITHIN_MS = 10_000

/**
 * Cancels one order: a fresh read decides whether a send is safe, at most one
 * cancel is sent, and the outcome is what OMS confirmed or a later read shows.
 */
export async function cancelOrder(
  ports: OrderPorts,
  orderId: string,
  request: CancelRequest
): Promise<OrderCancellation> {
  const read = isReasonTooLong(request)
    ? { refused: refusal('INVALID_INPUT', { problem: REASON_TOO_LONG }) }
    : await readCheckedOrder(ports.oms, orderId)

  const outcome =
    'refused' in read
      ? unreadOrder(orderId, read.refused)
      : await cancelReadOrder(ports, read.order, request)

  ports.logger.info({
    operation: 'cancelOrder',
    // Any other text is the caller's, and no log's business.
    orderId: isOrderId(orderId) ? orderId : null,
    state: outcome.state,
    refusal: outcome.refusal?.code ?? null,
  })

  return outcome
}

function isReasonTooLong({ reason }: CancelRequest): boolean {
  return (reason?.length ?? 0) > MAX_REASON_LENGTH
}

async function cancelReadOrder(
  ports: OrderPorts,
  order: Order,
  request: CancelRequest
): Promise<OrderCancellation> {
  const refused = refusalOf(order)

  if (refused) return refusedOrder(order, refused)
  if (ruleOf(order).cancel === 'ALREADY') return readOrder(order)

  const reply = await ports.oms.cancelOrder(order.orderId, request)

  return outcomeOf(ports, { order, request }, reply)
}

async function outcomeOf(
  ports: OrderPorts,
  { order, request }: { order: Order; request: CancelRequest },
  reply: CancelReply
): Promise<OrderCancellation> {
  const { orderId } = order

  switch (reply.kind) {
    case 'received':
      return isIdOfOrder(order, reply.orderId)
        ? receivedOrder(order, request, reply)
        : findOut(ports, order)

    case 'not-found':
      return refusedOrder(order, refusal('ORDER_NOT_FOUND', { orderId }))

    case 'not-permitted':
      return refusedOrder(
        order,
        refusal('NOT_PERMITTED', { orderId, resource: 'CancelAction' })
      )

    case 'rate-limited':
      return refusedOrder(
        order,
        refusal('RATE_LIMITED', { orderId }, reply.retryAfterSeconds)
      )

    case 'rejected':
      return explainRejection(ports, order)

    case 'unsettled':
      return findOut(ports, order)
  }
}

/** OMS said no: its order says why, as it is now and not as it was before the send. */
async function explainRejection(
  { oms }: OrderPorts,
  before: Order
): Promise<OrderCancellation> {
  const read = await oms.getOrder(before.orderId)
  const order = sameOrder(read, before)

  if (!order) return unexplainedOrder(before, notCancellable(before))
  if (ruleOf(order).cancel === 'ALREADY') return readOrder(order)

  return refusedOrder(order, refusalOf(order) ?? rejection(order, before))
}

/** Of an order whose status of now would let a cancel be sent. */
function rejection(order: Order, { orderId, status }: Order): Refusal {
  return order.status === status
    ? notCancellable(order)
    : refusal('ORDER_IN_TRANSITION', { orderId, orderStatus: status })
}

function notCancellable({ orderId, status }: Order): Refusal {
  return refusal('NOT_CANCELLABLE', { orderId, orderStatus: status })
}

/**
 * The reply does not tell what OMS did, so its order must. Nothing is sent
 * again, and a read that fails or shows nothing proves nothing.
 */
async function findOut(
  { oms, now, sleep }: OrderPorts,
  before: Order
): Promise<OrderCancellation> {
  const deadlineMs = now() + SETTLE_WITHIN_MS
  let latest = before

  for (const waitMs of SETTLE_WAITS_MS) {
    if (now() + waitMs >= deadlineMs) break

    // Each wait is meant to pass before the next read.
    // eslint-disable-next-line no-await-in-loop
    await sleep(waitMs)

    // eslint-disable-next-line no-await-in-loop
    const read = await oms.getOrder(before.orderId, {
      withinMs: deadlineMs - now(),
    })

    // More reads would only add to what OMS already has too much of.
    if (read.kind === 'rate-limited') break

    const order = sameOrder(read, before)

    if (order && showsRequest(order, before)) return readOrder(order)

    latest = order ?? latest
  }

  return unsettledOrder(latest)
}

/** The order that a read found, if it is the one that was meant. */
function sameOrder(read: OrderRead, { orderId }: Order): Order | null {
  return read.kind === 'found' && read.order.orderId === orderId
    ? read.order
    : null
}
