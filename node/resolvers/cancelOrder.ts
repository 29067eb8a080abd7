import { cancelOrder as cancel } from '../services/order/cancelOrder'
import type { MutationResolvers } from '../typings/schema'
import { orderPorts } from './orderPorts'

/** Mutation `cancelOrder`. */
export const cancelOrder: MutationResolvers['cancelOrder'] = (
  _root,
  { orderId, reason, requestedByUser },
  ctx
) =>
  cancel(orderPorts(ctx), orderId, {
    reason: reason ?? null,
    requestedByUser: requestedByUser ?? false,
  })
