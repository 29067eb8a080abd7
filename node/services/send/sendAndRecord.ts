import { journalOnly } from '../../domain/cancellation/known'
import { withCompletion } from '../../domain/journal/journal'
import type { Completion, JournalEntry } from '../../domain/journal/journal'
import type { SendPorts } from '../ports'
import type { Attempt, Result } from './action'
import { judge } from './examine'
import type { Examined } from './examine'
import { settleReply } from './settleReply'
import type { Settled } from './settleReply'

const COMPLETION_LOST =
  'The outcome could not be written to the journal: later reads will not know date and receipt.'

/** A send that no other call can make at the same time: the claim, or the lane, has seen to that. */
export interface ExclusiveSend extends Pick<Examined, 'order' | 'journal'> {
  /** Not in `journal` yet. */
  entry: JournalEntry
  /** Until when reads may find out what a lost reply has done, on the clock of `now`. */
  deadlineMs: number
  /** Writes the end of the entry to the journal; false when that failed. */
  saveCompletion: (completion: Completion, settled: Settled) => Promise<boolean>
}

/** Sends once, finds out what came of it, and writes that to the journal. */
export async function sendAndRecord(
  ports: SendPorts,
  attempt: Attempt,
  { order, journal, entry, deadlineMs, saveCompletion }: ExclusiveSend
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
  const isKept = await saveCompletion(completion, settled)

  return {
    kind: 'read',
    order: settled.order,
    known: journalOnly(
      withCompletion(journal, entry, completion),
      ports.epochMs(),
      isKept ? [] : [COMPLETION_LOST]
    ),
    refusal: settled.refusal,
    isSent: true,
    isUnexplained: settled.isUnexplained,
  }
}

function completionOf(
  { epochMs }: SendPorts,
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
