import { rowAfter, rowTriedAgain } from '../../../domain/batch/rowOutcome'
import type { BatchRow } from '../../../domain/batch/batch'
import type { RowOutcome } from '../../../domain/batch/rowOutcome'
import type { LanePorts } from '../ports'
import type { HeldLane } from './heldLane'
import type { LaneAccessWatch } from './laneAccess'
import type { RowWork, WorkKind } from './openShard'
import type { Permit, RateGate } from './rateGate'
import { tryRow } from './tryRow'

/** In what the rows of an owner of the lane are tried. */
interface RowPlace {
  ports: LanePorts
  lane: HeldLane
  gates: Record<WorkKind, RateGate>
  access: LaneAccessWatch
  /** Called when the try of a row has ended. */
  ended: () => void
}

/** Tries rows side by side, each once it has its permit. */
export class RowRunner {
  private readonly inFlight = new Set<Promise<void>>()

  constructor(private readonly at: RowPlace) {}

  /** Begins the try of a row; resolves when it has begun, or is no longer to. */
  public async begin(kind: WorkKind, work: RowWork) {
    const { gates, access, ports } = this.at
    const permit = await gates[kind].enter(capOf(kind, work))

    if (permit === null || !work.shard.isWanted(work)) {
      permit?.release()
      access.unanswered(kind, ports.epochMs())
      work.shard.finish(work)

      return
    }

    const done = this.work(kind, work, permit)
      .catch((error: unknown) => this.fail(kind, work, error))
      .finally(() => {
        this.inFlight.delete(done)
        this.at.ended()
      })

    this.inFlight.add(done)
  }

  /** Waits for all tries that have begun. */
  public async whenDone() {
    await Promise.all(this.inFlight)
  }

  private async work(kind: WorkKind, work: RowWork, permit: Permit) {
    const { ports, lane, gates, access } = this.at
    const begunMs = ports.epochMs()
    const tried = await tryRow(
      { ports, lane, reads: gates.read, sends: gates.send },
      work,
      kind === 'send' ? { send: permit } : { read: permit }
    )

    if (tried.kind === 'done') {
      work.shard.finish(work, this.rowOf(kind, work, { ...tried, begunMs }))

      return
    }

    access.unanswered(kind, ports.epochMs())
    if (tried.kind === 'not-done') work.shard.finish(work)
  }

  /** Moves a row on, unless OMS has refused the app's token, and not this order. */
  private rowOf(
    kind: WorkKind,
    { task, row, input, shard }: RowWork,
    { outcome, begunMs }: { outcome: RowOutcome; begunMs: number }
  ): BatchRow {
    const { orderId } = input
    const verdict = this.at.access.judge(kind, {
      row,
      orderId,
      outcome,
      begunMs,
    })

    return verdict === null || verdict === 'stands'
      ? rowAfter({ task, action: shard.batch.manifest.action }, row, outcome)
      : rowTriedAgain(row, outcome, { isCounted: verdict === 'unproven' })
  }

  /** Ends the try of a row after a bug; the lane goes on. Of one shard only the first bug is logged. */
  private fail(kind: WorkKind, work: RowWork, error: unknown) {
    const { access, ports } = this.at

    access.unanswered(kind, ports.epochMs())
    if (work.shard.finishAfterBug(work)) ports.logger.bug('drainBatches', error)
  }
}

function capOf(kind: WorkKind, { shard }: RowWork) {
  const { maxPerMinute } = shard.batch.manifest

  return kind === 'send' && maxPerMinute !== null
    ? { maxPerSecond: maxPerMinute / 60 }
    : {}
}
