import type { Resolvers } from '../typings/schema'
import { acceptCancellationRequest } from './acceptCancellationRequest'
import { batchOrders } from './batchOrders'
import { cancellationAccess } from './cancellationAccess'
import { cancellationBatch } from './cancellationBatch'
import { cancellationBatches } from './cancellationBatches'
import { cancellationCase } from './cancellationCase'
import { cancellationRequests } from './cancellationRequests'
import { cancelOrder } from './cancelOrder'
import { controlCancellationBatch } from './controlCancellationBatch'
import { createCancellationBatch } from './createCancellationBatch'
import { denyCancellationRequest } from './denyCancellationRequest'
import { orderCancellation } from './orderCancellation'
import { returnInvoicedOrder } from './returnInvoicedOrder'

export const resolvers: Resolvers = {
  Query: {
    cancellationAccess,
    cancellationBatch,
    cancellationBatches,
    cancellationCase,
    cancellationRequests,
    orderCancellation,
  },
  Mutation: {
    acceptCancellationRequest,
    cancelOrder,
    controlCancellationBatch,
    createCancellationBatch,
    denyCancellationRequest,
    returnInvoicedOrder,
  },
  CancellationBatch: { orders: batchOrders },
}
