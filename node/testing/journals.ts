import type {
  Completion,
  Journal,
  JournalEntry,
  Outcome,
} from '../domain/journal/journal'
import { ORDER_ID } from './orders'

/** The journal of the unit tests' order with these entries, the oldest first. */
export const journalOf = (...entries: JournalEntry[]): Journal => ({
  orderId: ORDER_ID,
  entries,
})

/** The end, at 2000, of an entry that was sent at 1000; `more` overrides fields. */
export const ended = (
  outcome: Outcome,
  more: Partial<Completion> = {}
): Completion => ({
  outcome,
  atMs: 2_000,
  sentAtMs: 1_000,
  date: null,
  receipt: null,
  ...more,
})
