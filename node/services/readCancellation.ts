import {
  readOrder,
  refusalOf,
  refusedOrder,
  unreadOrder,
} from '../domain/cancellation'
import type { OrderCancellation } from '../domain/cancellation'
import type { OrderPorts } from './ports'
import { readCheckedOrder } from './readCheckedOrder'

/** The truth about one order's cancellation, from one fresh read. Sends nothing. */
export async function readCancellation(
  { oms }: Pick<OrderPorts, 'oms'>,
  orderId: string
): Promise<OrderCancellation> {
  const read = await readCheckedOrder(oms, orderId)

  if ('refused' in read) return unreadOrder(orderId, read.refused)

  const refused = refusalOf(read.order)

  return refused ? refusedOrder(read.order, refused) : readOrder(read.order)
}
