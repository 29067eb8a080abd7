import { goodsOf } from '../../domain/goods/goods'
import type { JournalEntry, Outcome } from '../../domain/journal/journal'
import { isIdOfOrder } from '../../domain/order/order'
import type { Order } from '../../domain/order/order'
import type { OrderRead, Receipt, SendReply } from '../../domain/order/omsReply'
import { refusal } from '../../domain/refusal/refusal'
import type { Refusal } from '../../domain/refusal/refusal'
import { nameOfStatus } from '../../domain/refusal/said'
import { sumsOf } from '../../domain/refusal/grounds'
import type { Verdict } from '../../domain/decision/verdict'
import type { SendPorts } from '../ports'
import { showsEffect } from '../../domain/journal/pendingSend'

/** The waits before the reads that follow an unsettled send; all of them end within the time below. */
const SETTLE_WAITS_MS = [500, 1_000, 2_000, 4_000]
const SETTLE_WITHIN_MS = 10_000

/** What was sent, and how it is judged. */
export interface Sent {
  /** As read before the send. */
  order: Order
  entry: JournalEntry
  judge: (order: Order) => Verdict
  /** Until when reads may find out more, on the clock of `now`; null where no caller waits. */
  deadlineMs: number | null
}

/** What a send came to. */
export interface Settled {
  outcome: Outcome
  /** The order as it was read last. */
  order: Order
  receipt: Receipt | null
  /** Why nothing was done; null on success, and where nothing is known. */
  refusal: Refusal | null
  /** OMS refused, and the order could not be read again to say why. */
  isUnexplained?: true
}

/** What OMS's two ways to say "no" mean for each kind: the caller may not, with the License Manager resource that is missing; the order does not let it. */
const NO = {
  cancel: ['CANCEL_NOT_PERMITTED', 'CancelAction', 'CANCEL_REFUSED'],
  accept: ['ACCEPT_NOT_PERMITTED', 'CancelAction', 'ACCEPT_REFUSED'],
  deny: ['DENIAL_NOT_PERMITTED', 'CancelAction', 'DENIAL_REFUSED'],
  return: ['RETURN_NOT_PERMITTED', 'RefundAction', 'RETURN_REFUSED'],
} as const satisfies Record<JournalEntry['kind'], readonly string[]>

/** Finds out what a send did: from its reply, or by reading the order. Nothing is sent again. */
export async function settleReply(
  ports: SendPorts,
  sent: Sent,
  reply: SendReply
): Promise<Settled> {
  const { order, entry } = sent
  const { orderId } = order
  const [notPermitted, resource] = NO[entry.kind]

  switch (reply.kind) {
    case 'received':
      return reply.orderId === null || isIdOfOrder(order, reply.orderId)
        ? { outcome: 'received', order, receipt: reply, refusal: null }
        : rereadUntilVisible(ports, sent)

    case 'not-found':
      return refused(order, refusal('ORDER_NOT_FOUND', { orderId }))

    case 'not-permitted':
      return refused(
        order,
        refusal(notPermitted, { orderId, subject: resource })
      )

    case 'rate-limited':
      return refused(order, refusal('RATE_LIMITED', { orderId }, reply))

    case 'rejected':
      return explainRejection(ports, sent)

    case 'unsettled':
      return rereadUntilVisible(ports, sent)
  }
}

function refused(order: Order, why: Refusal | null): Settled {
  return { outcome: 'refused', order, receipt: null, refusal: why }
}

/** Explains a rejection from the order as it is now: it may have changed since the send was decided. */
async function explainRejection(
  { oms, now }: SendPorts,
  { order: before, entry, judge, deadlineMs }: Sent
): Promise<Settled> {
  const withinMs = (deadlineMs ?? Infinity) - now()
  const order =
    withinMs > 0
      ? sameOrder(await oms.getOrder(before.orderId, { withinMs }), before)
      : null

  if (!order) {
    return {
      ...refused(before, notPossible(before, entry)),
      isUnexplained: true,
    }
  }

  const verdict = judge(order)

  switch (verdict.kind) {
    case 'already':
      return refused(order, null)

    case 'refuse':
      return refused(order, verdict.refusal)

    default:
      return refused(order, refusalOfRejection(order, before, entry))
  }
}

/** Refuses for an order that OMS rejected although its status now would let it be sent. */
function refusalOfRejection(
  order: Order,
  { orderId, status }: Order,
  entry: JournalEntry
): Refusal {
  return order.status === status
    ? notPossible(order, entry)
    : refusal('ORDER_IN_TRANSITION', { orderId, subject: nameOfStatus(status) })
}

function notPossible(order: Order, { kind }: JournalEntry): Refusal {
  const { orderId, status } = order
  const said = { orderId, subject: nameOfStatus(status) }
  const [, , detail] = NO[kind]
  const goods = goodsOf(order)

  if (detail === 'RETURN_REFUSED')
    return refusal(detail, { ...said, sums: sumsOf(goods) })

  return detail === 'CANCEL_REFUSED' && goods.returned === 'WHOLE'
    ? refusal('CANCEL_OF_RETURNED_REFUSED', said)
    : refusal(detail, said)
}

/**
 * Finds out from the order what OMS did, where the reply does not tell. A read that fails
 * or shows nothing proves nothing.
 */
async function rereadUntilVisible(
  { oms, now, sleep }: SendPorts,
  { order: before, entry, deadlineMs }: Sent
): Promise<Settled> {
  // A later try at a row finds out what a lost reply has done.
  const untilMs = Math.min(deadlineMs ?? 0, now() + SETTLE_WITHIN_MS)
  let latest = before

  for (const waitMs of SETTLE_WAITS_MS) {
    if (now() + waitMs >= untilMs) break

    // Each wait is meant to pass before the next read.
    // eslint-disable-next-line no-await-in-loop
    await sleep(waitMs)

    // eslint-disable-next-line no-await-in-loop
    const read = await oms.getOrder(before.orderId, {
      withinMs: untilMs - now(),
    })

    // More reads would only add to what OMS already has too much of.
    if (read.kind === 'rate-limited') break

    const order = sameOrder(read, before)

    if (order && showsEffect(order, entry)) {
      return { outcome: 'found', order, receipt: null, refusal: null }
    }

    latest = order ?? latest
  }

  return { outcome: 'unsettled', order: latest, receipt: null, refusal: null }
}

/** Takes the order of a read, if it is the one that was meant. */
function sameOrder(read: OrderRead, { orderId }: Order): Order | null {
  return read.kind === 'found' && read.order.orderId === orderId
    ? read.order
    : null
}
