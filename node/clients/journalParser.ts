import { ACTION_KINDS, OUTCOMES } from '../domain/journal/journal'
import type { Completion, JournalEntry } from '../domain/journal/journal'
import type { ListedEntry, Turn } from '../domain/journal/claims'
import { time } from './shape'
import { booleanOrNull, isRecord, isText, textOrNull } from './untrusted'
import type { FileRead } from './vbaseFiles'

/** The form of the file. */
const VERSION = 1

/** Makes the content of an entry's file: of its claim, or of its end. */
export function entryFile(orderId: string, entry: JournalEntry): object {
  return { version: VERSION, orderId, ...entry }
}

/** Reads the file of an entry; null when any part of it is not as this app writes it, or it is another entry's. */
export function parseEntry(
  file: FileRead,
  orderId: string,
  listed: ListedEntry
): JournalEntry | null {
  if (file.kind !== 'found' || !isRecord(file.body)) return null

  const { version, by, startedAtMs, ...entry } = file.body
  const kind = ACTION_KINDS.find((known) => known === entry.kind)
  const completion =
    entry.completion === null ? null : parseCompletion(entry.completion)

  if (version !== VERSION || entry.orderId !== orderId) return null
  if (entry.id !== listed.id || entry.seq !== listed.seq) return null
  if (!isText(by) || !kind || !isEpoch(startedAtMs)) return null
  if (completion === undefined) return null
  if ((completion?.outcome ?? null) !== listed.outcome) return null

  return {
    id: listed.id,
    seq: listed.seq,
    kind,
    by,
    reason: textOrNull(entry.reason),
    requestedByUser: booleanOrNull(entry.requestedByUser),
    invoiceNumber: textOrNull(entry.invoiceNumber),
    statusSeen: textOrNull(entry.statusSeen),
    startedAtMs,
    ...(isText(entry.batchId) ? { batchId: entry.batchId } : {}),
    completion,
  }
}

/** Reads the file of an order's turn; null when it is not as this app writes it. */
export function parseTurn(file: FileRead): Turn | null {
  if (file.kind !== 'found' || !isRecord(file.body)) return null

  const { id, startedAtMs } = file.body

  return isText(id) && isEpoch(startedAtMs) ? { id, startedAtMs } : null
}

function parseCompletion(completion: unknown): Completion | undefined {
  if (!isRecord(completion)) return undefined

  const { atMs, sentAtMs } = completion
  const outcome = OUTCOMES.find((known) => known === completion.outcome)

  if (!outcome || !isEpoch(atMs)) return undefined
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
  return time(value) !== undefined
}
