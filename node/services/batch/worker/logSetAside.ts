import type { BatchFailure } from '../../../domain/batch/batch'
import type { BatchPorts } from '../ports'

/** What the log says of a batch that is set aside. */
interface SetAside {
  batchId: string
  /** The file that is the cause; `missing` where there is no such batch. */
  file: string
  /** Only of a file of rows. */
  kind?: BatchFailure['kind']
}

/** Says in the log that a batch is set aside, and which file is the cause. */
export function logSetAside(
  { logger }: Pick<BatchPorts, 'logger'>,
  entry: SetAside
) {
  logger.info({
    operation: 'drainBatches',
    problem: 'batch set aside',
    ...entry,
  })
}
