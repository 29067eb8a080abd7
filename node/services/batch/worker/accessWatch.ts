import {
  accessLost,
  afterProbe,
  MAX_UNPROVEN,
  REFUSED_IN_A_ROW,
} from '../../../domain/lane/access'
import type { NoAccess } from '../../../domain/lane/access'
import type { BatchRow } from '../../../domain/batch/batch'

/** What the refusal of an order means: it stands, it must be seen again, or the lane waits and none counts. */
export type Verdict = 'stands' | 'unproven' | 'waiting'

/**
 * Watches whether OMS takes the app's token, for one kind of call. After several refusals in a row
 * the lane waits: one order at a time is tried, until OMS answers. What is refused then is not judged.
 */
export class AccessWatch {
  private inARow = 0
  private isProbeOut = false
  /** When the last call left that OMS has answered. */
  private takenMs = -Infinity

  constructor(
    private noAccess: NoAccess | null,
    /** Called when the lane begins to wait. */
    private readonly lost: () => void
  ) {}

  /** Tells since when the lane waits; null while OMS takes the token. */
  public state(): NoAccess | null {
    return this.noAccess
  }

  /** Tells when the next order may be tried; Infinity while one is. */
  public beginsMs(): number {
    if (!this.noAccess) return 0

    return this.isProbeOut ? Infinity : this.noAccess.probeMs
  }

  /** Notes that an order is tried: while the lane waits, it is the probe. */
  public begin() {
    this.isProbeOut = this.noAccess !== null
  }

  /** OMS has answered a call. One that left before the lane began to wait says nothing. */
  public taken(begunMs: number) {
    if (this.noAccess && begunMs < this.noAccess.sinceMs) return

    this.inARow = 0
    this.noAccess = null
    this.isProbeOut = false
    this.takenMs = Math.max(this.takenMs, begunMs)
  }

  /** OMS has refused an order; tells what that means for its row. */
  public refused(row: BatchRow, nowMs: number): Verdict {
    if (this.noAccess) {
      this.unanswered(nowMs)

      return 'waiting'
    }

    const beforeMs = refusedBeforeMs(row)

    if (this.takenMs > beforeMs) return 'stands'

    // The same order again is not one more.
    this.inARow += beforeMs === Infinity ? 1 : 0

    if (this.inARow >= REFUSED_IN_A_ROW) {
      this.inARow = 0
      this.noAccess = accessLost(nowMs)
      this.lost()

      return 'waiting'
    }

    return row.failedTries + 1 < MAX_UNPROVEN ? 'unproven' : 'stands'
  }

  /** What was tried has ended, and OMS has said nothing of the token. */
  public unanswered(nowMs: number) {
    if (!this.noAccess || !this.isProbeOut) return

    this.isProbeOut = false
    this.noAccess = afterProbe(this.noAccess, nowMs)
  }
}

/** Finds when a row was refused at its last try; Infinity where it was not. */
function refusedBeforeMs({ cancellation, updatedAtMs }: BatchRow): number {
  return cancellation?.refusal?.code === 'NOT_PERMITTED' && updatedAtMs !== null
    ? updatedAtMs
    : Infinity
}
