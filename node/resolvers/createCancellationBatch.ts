import { createBatch } from '../services/batch/api/createBatch'
import { showAnswer } from '../services/batch/api/showBatch'
import type { MutationResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'

/** Mutation `createCancellationBatch`. */
export const createCancellationBatch: MutationResolvers['createCancellationBatch'] =
  async (_root, { input }, ctx) =>
    showAnswer(
      await createBatch(batchPorts(ctx), {
        idempotencyKey: input.idempotencyKey,
        name: input.name ?? null,
        reason: input.reason ?? null,
        requestedByUser: input.requestedByUser ?? false,
        checkFirst: input.checkFirst ?? true,
        acceptOwnRequests: input.acceptOwnRequests ?? false,
        maxRefusals: input.maxRefusals ?? null,
        maxPerMinute: input.maxPerMinute ?? null,
        orders: input.orders.map(({ orderId, reason }) => ({
          orderId,
          reason: reason ?? null,
        })),
      })
    )
