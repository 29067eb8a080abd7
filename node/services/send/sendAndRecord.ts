import { journalOnly } from '../../domain/cancellation/known'
import { withCompletion } from '../../domain/journal/journal'
import type { Completion, JournalEntry } from '../../domain/journal/journal'
import { notice } from '../../domain/notice/notice'
import type { SendPorts } from '../ports'
import type { Attempt, Result } from './action'
import { judge } from './examine'
import type { Examined } from './examine'
import { settleReply } from './settleReply'
import type { Settled } from './settleReply'

/** How often an end is written, and the wait before each further time. */
const END_ATTEMPTS = 3
const END_WAIT_MS = 100

/** A send that no other call can make at the same time: the claim has seen to that. */
export interface ExclusiveSend extends Pick<Examined, 'order' | 'journal'> {
  /** The claim; not in `journal`. */
  entry: JournalEntry
}

/** Sends once, finds out what came of it, and writes that to the journal. The only place that sends. */
export async function sendAndRecord(
  ports: SendPorts,
  attempt: Attempt,
  { order, journal, entry }: ExclusiveSend
): Promise<Result> {
  const { call, lane } = attempt
  const sentAtMs = ports.epochMs()
  const reply = await attempt.action.send(order)
  const settled = await settleReply(
    ports,
    {
      order,
      entry,
      judge: (now) => judge(ports, attempt, { order: now, journal }),
      deadlineMs: lane ? null : call.settleByMs,
    },
    reply
  )

  const completion = completionOf(ports, settled, sentAtMs)
  const isKept = await writeEnd(ports, attempt, { ...entry, completion })

  return {
    kind: 'read',
    order: settled.order,
    known: journalOnly(
      withCompletion(journal, entry, completion),
      ports.epochMs(),
      isKept ? [] : [notice('OUTCOME_UNWRITTEN')]
    ),
    refusal: settled.refusal,
    isSent: true,
    isEndWritten: isKept,
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

/**
 * Writes how an entry ended; false when VBase did not take it: then the entry looks open.
 * It is written again only while the caller's answer is not due.
 */
export async function writeEnd(
  ports: Pick<SendPorts, 'journals' | 'sleep' | 'now'>,
  { orderId, call, lane }: Pick<Attempt, 'orderId' | 'call' | 'lane'>,
  entry: JournalEntry
): Promise<boolean> {
  for (let attempt = 0; attempt < END_ATTEMPTS; attempt += 1) {
    // eslint-disable-next-line no-await-in-loop
    if (attempt > 0) await ports.sleep(END_WAIT_MS)
    if (attempt > 0 && !lane && ports.now() > call.writeByMs) break

    // Each time with the same name and content.
    // eslint-disable-next-line no-await-in-loop
    if (await ports.journals.end(orderId, entry)) return true
  }

  return false
}
