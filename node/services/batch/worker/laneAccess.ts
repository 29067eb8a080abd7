import { saidOf } from '../../../domain/lane/access'
import type { CallKind, LaneAccess } from '../../../domain/lane/access'
import type { BatchRow } from '../../../domain/batch/batch'
import type { RowOutcome } from '../../../domain/batch/rowOutcome'
import type { OrderRead } from '../../../domain/order/omsReply'
import { AccessWatch } from './accessWatch'
import type { Verdict } from './accessWatch'

/** The answers to a read that show that OMS takes the token. */
const TAKEN: Array<OrderRead['kind']> = ['found', 'not-found', 'too-large']

/** One try at a row, and what came of it. */
interface TriedRow {
  row: BatchRow
  orderId: string
  outcome: RowOutcome
  /** When the try began; an epoch time. */
  begunMs: number
}

/** What the lane may do with the app's token: a read comes before each send, so without reads nothing begins. */
export class LaneAccessWatch {
  private readonly watches: Record<CallKind, AccessWatch>
  private knownOrderId: string | null

  constructor(
    { read, send, knownOrderId }: LaneAccess,
    lost: (kind: CallKind) => void
  ) {
    this.watches = {
      read: new AccessWatch(read, () => lost('read')),
      send: new AccessWatch(send, () => lost('send')),
    }
    this.knownOrderId = knownOrderId
  }

  /** Gives what the next owner of the lane must know. */
  public state(): LaneAccess {
    return {
      read: this.watches.read.state(),
      send: this.watches.send.state(),
      knownOrderId: this.knownOrderId,
    }
  }

  /** Tells when a row may begin; Infinity where only an answer can tell. */
  public beginsMs(kind: CallKind): number {
    const { read, send } = this.watches
    // An order that is known to be there tells more than any row.
    const readMs =
      read.state() && this.knownOrderId !== null ? Infinity : read.beginsMs()

    return kind === 'read' ? readMs : Math.max(readMs, send.beginsMs())
  }

  /** Finds the order to read now, to see whether OMS takes the token again; null when none is to be. */
  public orderToProbe(nowMs: number): string | null {
    const { read } = this.watches

    return read.state() && read.beginsMs() <= nowMs ? this.knownOrderId : null
  }

  /** Notes that a row begins, or the read of a known order. */
  public begin(kind: CallKind) {
    for (const watch of this.watchesOf(kind)) watch.begin()
  }

  /** A try has ended, and OMS has said nothing of the token. */
  public unanswered(kind: CallKind, nowMs: number) {
    for (const watch of this.watchesOf(kind)) watch.unanswered(nowMs)
  }

  /** Takes over what the read of a known order says. */
  public probed(
    { kind }: OrderRead,
    { begunMs, nowMs }: { begunMs: number; nowMs: number }
  ) {
    if (TAKEN.includes(kind)) this.watches.read.taken(begunMs)
    else this.watches.read.unanswered(nowMs)
  }

  /** Takes over what a try says, and judges a refusal of the token; null where there is none. */
  public judge(
    kind: CallKind,
    { row, orderId, outcome, begunMs }: TriedRow
  ): Verdict | null {
    const said = saidOf(outcome)
    let verdict: Verdict | null = null

    if (said.read === 'taken') this.knownOrderId = orderId

    for (const call of kindsOf(kind)) {
      const watch = this.watches[call]

      if (said[call] === 'taken') watch.taken(begunMs)
      else if (said[call] === 'refused')
        verdict = watch.refused(row, outcome.atMs)
      else watch.unanswered(outcome.atMs)
    }

    return verdict
  }

  private watchesOf(kind: CallKind): AccessWatch[] {
    return kindsOf(kind).map((call) => this.watches[call])
  }
}

/** The calls of a try: one that may send reads first. */
function kindsOf(kind: CallKind): CallKind[] {
  return kind === 'send' ? ['read', 'send'] : ['read']
}
