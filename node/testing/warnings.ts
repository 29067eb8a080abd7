import { describeOrder } from '../domain/cancellation/cancellation'
import { journalOnly } from '../domain/cancellation/known'
import type { Known } from '../domain/cancellation/known'
import { emptyJournal } from '../domain/journal/journal'
import { aDocument, NOW_MS, orderIn } from './documents'
import type { Document } from './documents'
import { ORDER_ID } from './orders'

/** The warnings about a document, with what is known beside it. */
export const warningsIn = (
  document: Document,
  known: Partial<Known> = {}
): string[] =>
  describeOrder(orderIn(aDocument(document)), {
    ...journalOnly(emptyJournal(ORDER_ID), NOW_MS),
    ...known,
  }).warnings
