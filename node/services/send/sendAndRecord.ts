import { withCompletion } from '../../domain/journal/journal'
import type {
  Completion,
  Journal,
  JournalEntry,
} from '../../domain/journal/journal'
import type { Order } from '../../domain/order/order'
import { judge } from './attempt'
import type { Attempt, Result } from './attempt'
import type { OrderPorts } from '../ports'
import { settleReply } from './settleReply'
import type { Settled } from './settleReply'

const COMPLETION_LOST =
  'The outcome could not be written to the journal: later reads will not know date and receipt.'

/** A send that nobody else may make at the same time. */
export interface Claimed {
  order: Order
  /** Without the entry. */
  journal: Journal
  entry: JournalEntry
  /** On the clock of `now`: until then reads may find out what a lost reply has done. */
  deadlineMs: number
  /** Writes the end of the entry to the journal; false when that failed. */
  record: (completion: Completion, settled: Settled) => Promise<boolean>
}

/** Sends, once, finds out what came of it, and writes that to the journal. */
export async function carryOut(
  ports: OrderPorts,
  attempt: Attempt,
  { order, journal, entry, deadlineMs, record }: Claimed
): Promise<Result> {
  const sentAtMs = ports.epochMs()
  const reply = await attempt.action.send(order)
  const settled = await settleReply(
    ports,
    {
      order,
      entry,
      judge: (now) => judge(ports, attempt, { order: now, journal }),
      deadlineMs,
    },
    reply
  )

  const completion = completionOf(ports, settled, sentAtMs)
  const isKept = await record(completion, settled)

  return {
    kind: 'read',
    order: settled.order,
    known: {
      nowMs: ports.epochMs(),
      journal: withCompletion(journal, entry, completion),
      notes: isKept ? [] : [COMPLETION_LOST],
    },
    refusal: settled.refusal,
    isSent: true,
    isUnexplained: settled.isUnexplained,
  }
}

function completionOf(
  { epochMs }: OrderPorts,
  { outcome, receipt }: Settled,
  sentAtMs: number
): Completion {
  return {
    outcome,
    atMs: epochMs(),
    sentAtMs,
    date: receipt?.date ?? null,
    receipt: receipt?.receipt ?? null,
  }
}
