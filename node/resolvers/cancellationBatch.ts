import { readBatch } from '../services/batch/api/readBatch'
import type { QueryResolvers } from '../typings/schema'
import { answerOne } from './withRows'

/** Query `cancellationBatch`. */
export const cancellationBatch: QueryResolvers['cancellationBatch'] = (
  ...call
) => {
  const [, { id }, ctx, info] = call

  return answerOne(ctx, info, (ports) => readBatch(ports, id))
}
