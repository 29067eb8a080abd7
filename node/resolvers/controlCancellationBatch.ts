import { controlBatch } from '../services/batch/api/controlBatch'
import type { MutationResolvers } from '../typings/schema'
import { answerOne } from './withRows'

/** Mutation `controlCancellationBatch`. */
export const controlCancellationBatch: MutationResolvers['controlCancellationBatch'] =
  (...call) => {
    const [, { id, action, expectedOrders }, ctx, info] = call

    return answerOne(ctx, info, (ports) =>
      controlBatch(ports, {
        id,
        action,
        expectedOrders: expectedOrders ?? null,
      })
    )
  }
