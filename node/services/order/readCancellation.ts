import {
  describeOrder,
  refusedOrder,
  unreadOrder,
} from '../../domain/cancellation/cancellation'
import type { OrderCancellation } from '../../domain/cancellation/cancellation'
import { journalOnly } from '../../domain/cancellation/known'
import type { Known } from '../../domain/cancellation/known'
import { verdictOf } from '../../domain/decision/verdict'
import type { CancellationAction } from '../../domain/decision/verdict'
import { givenOrderId } from '../../domain/order/orderId'
import type { Order } from '../../domain/order/order'
import { conflict } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { readOrderAndJournal } from '../send/examine'
import type { Examined } from '../send/examine'
import { readCancellationRequests } from '../send/readCancellationRequests'
import { readSurroundings } from './readSurroundings'

type ReadPorts = Pick<OrderPorts, 'oms' | 'journals' | 'now' | 'epochMs'>

/** Reads the truth about one order's cancellation, fresh from OMS. Sends nothing. */
export function readCancellation(
  ports: ReadPorts,
  text: string
): Promise<OrderCancellation> {
  return describeNow(ports, givenOrderId(text), {
    isPreview: true,
    isThorough: true,
  })
}

/**
 * Describes one order from a fresh read. Sends nothing.
 *
 * @param options `isPreview`: says why a cancel would do nothing now; `isThorough`:
 *   also reads what stands beside the order, which costs up to three reads more
 */
export async function describeNow(
  ports: ReadPorts,
  orderId: string,
  {
    isPreview = false,
    isThorough = false,
  }: { isPreview?: boolean; isThorough?: boolean }
): Promise<OrderCancellation> {
  const read = await readOrderAndJournal(ports, orderId)

  if (read.kind === 'refused') return unreadOrder(orderId, read.refusal)

  const { order, journal, notices } = read.examined
  const alone = { order, known: journalOnly(journal, ports.epochMs(), notices) }
  const described = isThorough ? await readSurroundings(ports, alone) : alone

  return isPreview
    ? preview(described)
    : describeOrder(described.order, described.known)
}

/** Completes an order with its requests, where a decision about one is looked at: it can be denied only by its id. */
async function orderFor(
  action: CancellationAction,
  { oms }: ReadPorts,
  { order, journal }: Examined
): Promise<Order> {
  return action === 'cancel'
    ? order
    : readCancellationRequests(oms, order, journal)
}

/** Describes an order with the reason why an action would do nothing to it now, and gives the order itself; null where it was not read. */
export async function previewNow(
  ports: ReadPorts,
  orderId: string,
  action: CancellationAction
): Promise<{ cancellation: OrderCancellation; order: Order | null }> {
  const read = await readOrderAndJournal(ports, orderId)

  if (read.kind === 'refused') {
    return { cancellation: unreadOrder(orderId, read.refusal), order: null }
  }

  const { journal, notices } = read.examined
  const order = await orderFor(action, ports, read.examined)
  const known = journalOnly(journal, ports.epochMs(), notices)

  return { cancellation: preview({ order, known }, action), order }
}

/** Describes the order, with the reason why an action would do nothing to it now. */
export function preview(
  { order, known }: { order: Order; known: Known },
  action: CancellationAction = 'cancel'
): OrderCancellation {
  const { journal, nowMs } = known
  const verdict = verdictOf(action, {
    order,
    journal,
    nowMs,
    callStartedMs: nowMs,
  })

  switch (verdict.kind) {
    case 'refuse':
      return refusedOrder(order, known, verdict.refusal)

    case 'wait':
      return refusedOrder(
        order,
        known,
        conflict('UNDER_WAY', order, verdict.untilMs - nowMs)
      )

    default:
      return describeOrder(order, known)
  }
}
