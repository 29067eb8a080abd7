import {
  describeOrder,
  refusedOrder,
  unreadOrder,
} from '../../domain/cancellation/cancellation'
import type {
  Known,
  OrderCancellation,
} from '../../domain/cancellation/cancellation'
import type { Order } from '../../domain/order/order'
import { verdictOf } from '../../domain/cancellation/verdict'
import { underWay } from '../send/attempt'
import { observe } from './readSurroundings'
import type { OrderPorts } from '../ports'
import { readCheckedOrder } from '../send/readCheckedOrder'
import { JOURNAL_UNREAD } from '../send/sendOnce'

type ReadPorts = Pick<OrderPorts, 'oms' | 'journals' | 'epochMs'>

/** The truth about one order's cancellation, from fresh reads. Sends nothing. */
export function readCancellation(
  ports: ReadPorts,
  orderId: string
): Promise<OrderCancellation> {
  return lookAt(ports, orderId, { isPreview: true, isThorough: true })
}

/**
 * Looks at one order. Sends nothing.
 *
 * @param options `isPreview`: says why a cancel would do nothing now; `isThorough`:
 *   looks at what stands beside the order, too, which costs up to three reads more
 */
export async function lookAt(
  ports: ReadPorts,
  orderId: string,
  {
    isPreview = false,
    isThorough = false,
  }: { isPreview?: boolean; isThorough?: boolean }
): Promise<OrderCancellation> {
  const read = await readCheckedOrder(ports.oms, orderId)

  if ('refused' in read) return unreadOrder(orderId, read.refused)

  const stored = await ports.journals.read(orderId)
  const isKnown = stored.kind === 'found'
  const journal = isKnown ? stored.journal : { orderId, entries: [] }
  const seen: Seen = {
    order: read.order,
    known: {
      nowMs: ports.epochMs(),
      journal,
      notes: isKnown ? [] : [JOURNAL_UNREAD],
    },
  }

  const whole = isThorough ? await observe(ports, seen.order, seen.known) : seen

  return isPreview ? preview(whole) : describeOrder(whole.order, whole.known)
}

interface Seen {
  order: Order
  known: Known
}

/** The order, with the reason why a cancel would do nothing to it now. */
function preview({ order, known }: Seen): OrderCancellation {
  const { journal, nowMs } = known
  const verdict = verdictOf('cancel', {
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
        underWay(order, verdict.untilMs - nowMs)
      )

    default:
      return describeOrder(order, known)
  }
}
