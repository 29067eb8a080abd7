import { controlBatch } from '../services/batch/api/controlBatch'
import { showAnswer } from '../services/batch/api/showBatch'
import type { MutationResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'

/** Mutation `controlCancellationBatch`. */
export const controlCancellationBatch: MutationResolvers['controlCancellationBatch'] =
  async (_root, { id, action, expectedOrders }, ctx) =>
    showAnswer(
      await controlBatch(batchPorts(ctx), {
        id,
        action,
        expectedOrders: expectedOrders ?? null,
      })
    )
