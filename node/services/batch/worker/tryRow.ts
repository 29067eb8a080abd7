import { senderOf } from '../../../domain/batch/batchControl'
import type { RowOutcome } from '../../../domain/batch/rowOutcome'
import type { Gate, Permit } from './rateGate'
import type { OwnLane } from './heldLane'
import type { RowWork } from './openShard'
import { ownWords } from './withoutOthersText'
import { pacedOms, Stopped } from './pacedOms'
import type { LanePorts } from '../ports'
import { workOnRow } from './rowTasks'

/** After so long without a word of OMS a look takes in all that may tell why an order is stuck. */
const LATE_MS = 10 * 60_000

/** Where a row is tried: in the lane, and with its reads at their own pace. */
export interface RowPlace {
  ports: LanePorts
  lane: OwnLane
  reads: Gate
}

/** Does once what a row waits for; null when nothing was done, or OMS took no more. */
export async function tryRow(
  { ports, lane, reads }: RowPlace,
  { shard, row, task, input }: RowWork,
  permits: { read?: Permit; send?: Permit }
): Promise<RowOutcome | null> {
  const { manifest, control } = shard.batch
  const request = {
    orderId: input.orderId,
    reason: input.reason ?? manifest.reason,
    requestedByUser: manifest.requestedByUser,
    by: senderOf(manifest.createdBy, control),
    isLate: ports.epochMs() - (row.acceptedAtMs ?? Infinity) > LATE_MS,
  }

  try {
    const answer = await workOnRow(
      {
        ...ports,
        oms: pacedOms(ports.oms, reads, permits),
        caller: async () => request.by,
        // This is the batch.
        isInBatch: async () => false,
        maySend: () => lane.maySend(),
      },
      task,
      request
    )

    return answer === null || isLimited(answer)
      ? null
      : {
          ...answer,
          cancellation: ownWords(answer.cancellation, request),
          atMs: ports.epochMs(),
        }
  } catch (error) {
    if (error instanceof Stopped) return null

    throw error
  }
}

function isLimited({ cancellation }: Pick<RowOutcome, 'cancellation'>) {
  return cancellation.refusal?.code === 'RATE_LIMITED'
}
