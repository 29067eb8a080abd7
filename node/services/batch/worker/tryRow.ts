import { senderOf } from '../../../domain/batch/batchControl'
import type { RowOutcome } from '../../../domain/batch/rowOutcome'
import type { NotDone } from '../../send/sendRow'
import type { LanePorts } from '../ports'
import type { HeldLane } from './heldLane'
import type { RowWork } from './openShard'
import { pacedOms, Stopped } from './pacedOms'
import type { Permit, RateGate } from './rateGate'
import { workOnRow } from './rowTasks'
import type { RowAnswer } from './rowTasks'
import { withoutOthersText } from './withoutOthersText'

/** An order that has not become canceled after this time is read with everything that may tell why it is stuck. */
const LATE_MS = 10 * 60_000

/** Where a row is tried: in the lane, and with its reads at their own pace. */
export interface RowPlace {
  ports: LanePorts
  lane: HeldLane
  reads: RateGate
}

/** What one try came to. `not-done` says nothing about the row: it stays as it is. */
export type Tried = { kind: 'done'; outcome: RowOutcome } | NotDone

/** Tries the task of a row once. A try that OMS's rate limit ends counts as not done, and is repeated. */
export async function tryRow(
  { ports, lane, reads }: RowPlace,
  { shard, row, task, input }: RowWork,
  permits: { read?: Permit; send?: Permit }
): Promise<Tried> {
  const { manifest, control } = shard.batch
  const request = {
    orderId: input.orderId,
    reason: input.reason ?? manifest.reason,
    requestedByUser: manifest.requestedByUser,
    by: senderOf(manifest.createdBy, control),
    isThorough: ports.epochMs() - (row.acceptedAtMs ?? Infinity) > LATE_MS,
    maySend: () => lane.maySend(),
  }

  const answer = await unlessStopped(
    workOnRow(
      {
        ...ports,
        oms: pacedOms(ports.oms, reads, permits),
      },
      task,
      request
    )
  )

  if (answer.kind === 'not-done') return answer

  const { cancellation, isSent } = answer

  return cancellation.refusal?.code === 'RATE_LIMITED'
    ? { kind: 'not-done' }
    : {
        kind: 'done',
        outcome: {
          cancellation: withoutOthersText(cancellation, request),
          isSent,
          atMs: ports.epochMs(),
        },
      }
}

async function unlessStopped(work: Promise<RowAnswer>): Promise<RowAnswer> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'not-done' }

    throw error
  }
}
