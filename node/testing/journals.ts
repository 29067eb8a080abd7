import type {
  Completion,
  Journal,
  JournalEntry,
  Outcome,
} from '../domain/journal/journal'
import { ORDER_ID } from './orders'

/** A journal of the tests' order with these entries, the oldest first. */
export const journalOf = (...entries: JournalEntry[]): Journal => ({
  orderId: ORDER_ID,
  entries,
})

/** How an entry ended at 2000 that was sent at 1000, with whatever a test says of it. */
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
