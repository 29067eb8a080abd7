import { acceptCancellationRequest as accept } from '../services/order/decideRequest'
import type { MutationResolvers } from '../typings/schema'
import { orderPorts } from './orderPorts'

/** Mutation `acceptCancellationRequest`. */
export const acceptCancellationRequest: MutationResolvers['acceptCancellationRequest'] =
  (_root, { orderId, reason }, ctx) =>
    accept(orderPorts(ctx), orderId, reason ?? null)
