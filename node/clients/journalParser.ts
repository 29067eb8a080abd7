import { ACTION_KINDS, isOutcome } from '../domain/journal/journal'
import type {
  Completion,
  Journal,
  JournalEntry,
} from '../domain/journal/journal'
import { booleanOrNull, isRecord, isText, textOrNull } from './untrusted'

/** The form of the file. */
const VERSION = 1

/** Makes the content of a journal's file. */
export function journalFile(journal: Journal): object {
  return { version: VERSION, ...journal }
}

/** Reads a journal's file; undefined when any part of it is not as this app writes it, or it is another order's. */
export function parseJournal(
  body: unknown,
  orderId: string
): Journal | undefined {
  if (!isRecord(body) || body.version !== VERSION) return undefined
  if (body.orderId !== orderId || !Array.isArray(body.entries)) return undefined

  const entries = body.entries.flatMap(
    (entry: unknown) => parseEntry(entry) ?? []
  )

  return entries.length === body.entries.length
    ? { orderId, entries }
    : undefined
}

function parseEntry(entry: unknown): JournalEntry | undefined {
  if (!isRecord(entry)) return undefined

  const { id, by, startedAtMs } = entry
  const kind = ACTION_KINDS.find((known) => known === entry.kind)
  const completion =
    entry.completion === null ? null : parseCompletion(entry.completion)

  if (!isText(id) || !isText(by) || !kind || completion === undefined) {
    return undefined
  }

  if (!isEpoch(startedAtMs)) return undefined

  return {
    id,
    kind,
    by,
    reason: textOrNull(entry.reason),
    requestedByUser: booleanOrNull(entry.requestedByUser),
    invoiceNumber: textOrNull(entry.invoiceNumber),
    statusSeen: textOrNull(entry.statusSeen),
    startedAtMs,
    completion,
  }
}

function parseCompletion(completion: unknown): Completion | undefined {
  if (!isRecord(completion)) return undefined

  const { atMs, sentAtMs, outcome } = completion

  if (!isOutcome(outcome) || !isEpoch(atMs)) return undefined
  if (sentAtMs !== null && !isEpoch(sentAtMs)) return undefined

  return {
    outcome,
    atMs,
    sentAtMs,
    date: textOrNull(completion.date),
    receipt: textOrNull(completion.receipt),
  }
}

function isEpoch(value: unknown): value is number {
  // No date can be made of a larger number.
  return typeof value === 'number' && Math.abs(value) <= 8.64e15
}
