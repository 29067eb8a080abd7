import type { Resolvers } from '../typings/schema'
import { acceptCancellationRequest } from './acceptCancellationRequest'
import { cancelOrder } from './cancelOrder'
import { denyCancellationRequest } from './denyCancellationRequest'
import { orderCancellation } from './orderCancellation'
import { returnInvoicedOrder } from './returnInvoicedOrder'

export const resolvers: Resolvers = {
  Query: { orderCancellation },
  Mutation: {
    acceptCancellationRequest,
    cancelOrder,
    denyCancellationRequest,
    returnInvoicedOrder,
  },
}
