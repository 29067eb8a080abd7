import { withCompletion } from '../../domain/journal/journal'
import { conflict } from '../../domain/refusal/refusal'
import type { OrderPorts } from '../ports'
import { callFrom, newEntry, unsentResult } from './attempt'
import type { Action, Attempt, Result } from './attempt'
import { complete } from './claim'
import { examine } from './examine'
import type { Examined } from './examine'
import { sendAndRecord } from './sendAndRecord'

/** What a row's send needs beside a single order's. */
export interface RowSend {
  orderId: string
  /** In whose name it is sent. */
  by: string
  /** Tells whether a send may begin now. */
  maySend: () => boolean
}

/** A send that was not made, which says nothing about the order. */
export interface NotDone {
  kind: 'not-done'
}

/**
 * Sends an action for a row of a batch as for a single order, but without its claim: the
 * open shard stands for the first entry in the journal, and the lane keeps other rows out.
 */
export async function sendRow(
  ports: OrderPorts,
  row: RowSend,
  action: Action
): Promise<Result | NotDone> {
  const { orderId } = row
  const attempt: Attempt = { orderId, action, call: callFrom(ports) }
  // A row waits for its journal: only that tells which request is the batch's own.
  const examination = await examine(ports, attempt, { needsJournal: true })

  switch (examination.kind) {
    case 'settled':
      return examination.result

    case 'busy': {
      const { examined, wait } = examination

      return unsentResult(
        ports,
        examined,
        conflict('UNDER_WAY', attempt, wait.untilMs - ports.epochMs())
      )
    }

    case 'sendable':
      return row.maySend()
        ? sendNow(ports, attempt, { ...examination.examined, by: row.by })
        : { kind: 'not-done' }
  }
}

function sendNow(
  ports: OrderPorts,
  attempt: Attempt,
  { order, journal, etag, by }: Examined & Pick<RowSend, 'by'>
): Promise<Result> {
  const { action, orderId } = attempt
  const entry = newEntry(ports, action, { order, by })

  return sendAndRecord(ports, attempt, {
    order,
    journal,
    entry,
    // No caller waits: the row is read again when OMS must have settled.
    deadlineMs: 0,
    record: async (completion, { refusal }) => {
      // OMS did nothing, and the row comes again: that is no entry.
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
