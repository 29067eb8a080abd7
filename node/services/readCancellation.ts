import {
  describeOrder,
  refusedOrder,
  unreadOrder,
} from '../domain/cancellation'
import type { OrderCancellation } from '../domain/cancellation'
import { verdictOf } from '../domain/verdict'
import { underWay } from './attempt'
import { observe } from './observe'
import type { OrderPorts } from './ports'
import { readCheckedOrder } from './readCheckedOrder'
import { JOURNAL_UNREAD } from './sendOnce'

/** The truth about one order's cancellation, from fresh reads. Sends nothing. */
export async function readCancellation(
  ports: Pick<OrderPorts, 'oms' | 'journals' | 'epochMs'>,
  orderId: string
): Promise<OrderCancellation> {
  const read = await readCheckedOrder(ports.oms, orderId)

  if ('refused' in read) return unreadOrder(orderId, read.refused)

  const stored = await ports.journals.read(orderId)
  const nowMs = ports.epochMs()
  const journal =
    stored.kind === 'found' ? stored.journal : { orderId, entries: [] }

  const { order, known } = await observe(ports, read.order, {
    nowMs,
    journal,
    notes: stored.kind === 'found' ? [] : [JOURNAL_UNREAD],
  })

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
