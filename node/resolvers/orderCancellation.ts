import { readCancellation } from '../services/order/readCancellation'
import type { QueryResolvers } from '../typings/schema'
import { orderPorts } from './orderPorts'

/** Query `orderCancellation`. */
export const orderCancellation: QueryResolvers['orderCancellation'] = (
  _root,
  { orderId },
  ctx
) => readCancellation(orderPorts(ctx), orderId)
