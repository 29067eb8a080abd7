import { withCompletion } from '../../domain/journal/journal'
import type { SendPorts } from '../ports'
import { newEntry } from './action'
import type { Action, Attempt, Result } from './action'
import { complete } from './claim'
import { callFrom } from './deadline'
import { busyResult, examine } from './examine'
import type { Examined } from './examine'
import { sendAndRecord } from './sendAndRecord'

/** What sending for a row needs. */
export interface RowSend {
  orderId: string
  /** In whose name it is sent. */
  by: string
  /** Tells whether a send may begin now. */
  maySend: () => boolean
}

/** The try ended before anything happened, so it says nothing about the order: the row stays as it is, and is tried again. */
export interface NotDone {
  kind: 'not-done'
}

/**
 * Sends an action for a row of a batch. A row makes no claim, and writes its journal entry
 * after the send: the shard's file says before that it is open, and only the owner of the
 * lane sends rows.
 */
export async function sendRow(
  ports: SendPorts,
  row: RowSend,
  action: Action
): Promise<Result | NotDone> {
  const { orderId } = row
  const attempt: Attempt = { orderId, action, call: callFrom(ports) }
  // Without its journal a row is refused: only that tells which request is the batch's own.
  const examination = await examine(ports, attempt, { needsJournal: true })

  switch (examination.kind) {
    case 'nothing-to-send':
      return examination.result

    case 'busy':
      return busyResult(ports, examination)

    case 'sendable':
      return row.maySend()
        ? sendNow(ports, attempt, { ...examination.examined, by: row.by })
        : { kind: 'not-done' }
  }
}

function sendNow(
  ports: SendPorts,
  attempt: Attempt,
  { order, journal, etag, by }: Examined & Pick<RowSend, 'by'>
): Promise<Result> {
  const { action, orderId } = attempt
  const entry = newEntry(ports, action, { order, by })

  return sendAndRecord(ports, attempt, {
    order,
    journal,
    entry,
    // In the past: no caller waits, so a later try at the row finds out what a lost reply has done.
    deadlineMs: 0,
    saveCompletion: async (completion, { refusal }) => {
      // OMS did nothing, and the row is tried again: that is no entry.
      if (refusal?.code === 'RATE_LIMITED') return true

      const written = await ports.journals.write(
        withCompletion(journal, entry, completion),
        etag
      )

      return (
        written === 'written' || complete(ports, { orderId, entry }, completion)
      )
    },
  })
}
