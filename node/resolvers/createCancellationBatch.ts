import { createBatch } from '../services/batch/api/createBatch'
import type { MutationResolvers } from '../typings/schema'
import { answerOne } from './withRows'

/** Mutation `createCancellationBatch`. */
export const createCancellationBatch: MutationResolvers['createCancellationBatch'] =
  (...call) => {
    const [, { input }, ctx, info] = call

    return answerOne(ctx, info, (ports) => createBatch(ports, input))
  }
