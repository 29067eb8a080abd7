import { denyCancellationRequest as deny } from '../services/order/decideRequest'
import type { MutationResolvers } from '../typings/schema'
import { orderPorts } from './orderPorts'

/** Mutation `denyCancellationRequest`. */
export const denyCancellationRequest: MutationResolvers['denyCancellationRequest'] =
  (_root, { orderId, reason }, ctx) => deny(orderPorts(ctx), orderId, reason)
