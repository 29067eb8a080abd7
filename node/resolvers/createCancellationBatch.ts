import { createBatch } from '../services/batch/api/createBatch'
import { showAnswer } from '../services/batch/api/showBatch'
import type { MutationResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'

/** Mutation `createCancellationBatch`. */
export const createCancellationBatch: MutationResolvers['createCancellationBatch'] =
  async (_root, { input }, ctx) =>
    showAnswer(await createBatch(batchPorts(ctx), input))
