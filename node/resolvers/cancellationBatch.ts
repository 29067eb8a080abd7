import { readBatch } from '../services/batch/api/readBatch'
import { showAnswer } from '../services/batch/api/showBatch'
import type { QueryResolvers } from '../typings/schema'
import { batchPorts } from './batchPorts'

/** Query `cancellationBatch`. */
export const cancellationBatch: QueryResolvers['cancellationBatch'] = async (
  _root,
  { id },
  ctx
) => showAnswer(await readBatch(batchPorts(ctx), id))
