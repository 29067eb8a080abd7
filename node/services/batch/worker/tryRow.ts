import { senderOf } from '../../../domain/batch/batchControl'
import { isNextSightCertain } from '../../../domain/batch/canceledSeen'
import type { ReadDepth } from '../../../domain/batch/canceledSeen'
import type { RowOutcome } from '../../../domain/batch/rowOutcome'
import type { BatchRow } from '../../../domain/batch/batch'
import type { LanePorts } from '../ports'
import type { HeldLane } from './heldLane'
import type { RowWork } from './openShard'
import { pacedOms, Stopped } from './pacedOms'
import type { Permit, RateGate } from './rateGate'
import { workOnRow } from './rowTasks'
import type { NotDone, RowAnswer, Unrecorded } from './rowTasks'
import { withoutOthersText } from './withoutOthersText'

/** An order that has not become canceled after this time is read with everything that may tell why it is stuck. */
const LATE_MS = 10 * 60_000

/** Where a row is tried: in the lane, and with its reads at their own pace. */
export interface RowPlace {
  ports: LanePorts
  lane: HeldLane
  reads: RateGate
  sends: RateGate
}

/** What one try came to. `not-done` says nothing about the row: it stays as it is. */
export type Tried = { kind: 'done'; outcome: RowOutcome } | NotDone | Unrecorded

/** Tries the task of a row once. A try that OMS's rate limit ends counts as not done, and is repeated. */
export async function tryRow(
  { ports, lane, reads, sends }: RowPlace,
  { shard, row, task, input }: RowWork,
  permits: { read?: Permit; send?: Permit }
): Promise<Tried> {
  const { manifest, control } = shard.batch
  const paced = pacedOms(ports.oms, { reads, sends, permits, now: ports.now })
  const request = {
    orderId: input.orderId,
    action: manifest.action,
    reason: input.reason ?? manifest.reason,
    requestedByUser: manifest.requestedByUser,
    by: senderOf(manifest.createdBy, control),
    batchId: manifest.id,
    // A denied order goes back to the status it had: only its purchase still shows the request.
    isThorough: manifest.action === 'DENY' || isThorough(row, ports.epochMs()),
    passGuard: paced.passGuard,
    maySend: () => lane.maySend() && paced.isOrderFresh(),
  }

  const answer = await unlessStopped(
    workOnRow({ ...ports, oms: paced.oms }, task, request)
  ).finally(paced.release)

  if (answer.kind !== 'answered') return answer

  const { cancellation, prospect, isSent, hasSent } = answer
  const hasReadAll = task === 'confirm' && request.isThorough

  return cancellation.refusal?.code === 'RATE_LIMITED'
    ? { kind: 'not-done' }
    : {
        kind: 'done',
        outcome: {
          cancellation: withoutOthersText(cancellation, request),
          prospect,
          isSent,
          hasSent,
          depth: depthOf(hasReadAll, paced.isReadLost()),
          atMs: ports.epochMs(),
        },
      }
}

/** Decides how much a read to confirm looks at: everything beside the order where that may end the row, or tell why it does not end. */
function isThorough(row: BatchRow, nowMs: number): boolean {
  return (
    isNextSightCertain(row, nowMs) ||
    nowMs - (row.acceptedAtMs ?? Infinity) > LATE_MS
  )
}

function depthOf(hasReadAll: boolean, isReadLost: boolean): ReadDepth {
  if (!hasReadAll) return 'ORDER'

  return isReadLost ? 'ALL_BUT_LOST' : 'ALL'
}

async function unlessStopped(work: Promise<RowAnswer>): Promise<RowAnswer> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'not-done' }

    throw error
  }
}
