import { parseOrderRead } from '../clients/omsParsers'
import type { Action } from '../domain/decision/facts'
import { verdictByFacts } from '../domain/decision/verdict'
import { goodsOf } from '../domain/goods/goods'
import type { JournalEntry } from '../domain/journal/journal'
import type { Order } from '../domain/order/order'
import { returnInvoiceOf } from '../domain/return/returnInvoice'
import { answered } from './answered'
import { ORDER_ID } from './orders'

/** An order document as OMS sends it. */
export type Document = Record<string, unknown>

/** The time at which documents are read in tests. */
export const NOW_MS = Date.parse('2026-11-26T12:00:00Z')

/** A package of an invoice or a return, as OMS shows it. */
export const aPackage = (
  type: unknown,
  invoiceNumber: unknown,
  invoiceValue: unknown,
  items: unknown = [],
  more: Document = {}
): Document => ({ type, invoiceNumber, invoiceValue, items, ...more })

/** A line of a package. */
export const aLine = (itemIndex: number, quantity: number, price: number) => ({
  itemIndex,
  quantity,
  price,
})

/** An item of a document. */
export const anItem = (id: unknown, quantity: unknown, price: unknown) => ({
  id,
  quantity,
  price,
})

/** The items of an order of two SKUs, worth 129.90 together. */
export const TWO_ITEMS = [anItem('7', 1, 5_000), anItem('8', 1, 7_990)]

/** The invoice of the whole document below. */
export const SALE = aPackage('Output', 'N1', 12_990, [aLine(0, 1, 12_990)])

/** An order of the store itself: one piece for 129.90; `packages` are those of its attachment. */
export const aDocument = ({
  packages = [],
  ...more
}: Document = {}): Document => ({
  orderId: ORDER_ID,
  origin: 'Marketplace',
  sellers: [{ id: '1' }],
  status: 'invoiced',
  value: 12_990,
  items: [anItem('7', 1, 12_990)],
  packageAttachment: { packages },
  ...more,
})

/** The order that a document is read as. */
export function orderIn(document: Document): Order {
  const read = parseOrderRead(answered(document), NOW_MS)

  if (read.kind !== 'found') throw new Error(`The document is ${read.kind}.`)

  return read.order
}

/** What the core reads from the invoices of a document. */
export function goodsIn(document: Document) {
  const order = orderIn(document)
  const { invoiced, returned, invoicedValue, returnedValue, rest, flaws } =
    goodsOf(order)

  const invoice = returnInvoiceOf(order, {
    invoiceNumber: 'R77',
    issuanceDate: '2026-11-26T12:00:00Z',
  })

  return {
    invoiced,
    returned,
    sums: [invoicedValue, returnedValue],
    rest: invoice
      ? {
          value: invoice.invoiceValue,
          lines: invoice.items.map(
            ({ id, quantity, price }) => `${quantity} of ${id} at ${price}`
          ),
        }
      : rest.kind,
    flaws: flaws.map(({ kind, number }) => `${kind} ${number}`),
  }
}

/** What an action on a document comes to: `send`, `already`, or the refusal's code and next step. */
export function outcomeOf(
  action: Action,
  document: Document,
  entries: JournalEntry[] = []
): string {
  const verdict = verdictIn(action, document, entries)

  return verdict.kind === 'refuse'
    ? `${verdict.refusal.code} → ${verdict.refusal.nextStep}`
    : verdict.kind
}

/** What a cancel and a return of a document come to. */
export const outcomes = (document: Document): string[] => [
  outcomeOf('cancel', document),
  outcomeOf('return', document),
]

/** The sentence of the refusal of an action on a document; none where it is not refused. */
export function sentenceOf(action: Action, document: Document): string {
  const verdict = verdictIn(action, document)

  return verdict.kind === 'refuse' ? verdict.refusal.message : ''
}

function verdictIn(
  action: Action,
  document: Document,
  entries: JournalEntry[] = []
) {
  return verdictByFacts(action, {
    order: orderIn(document),
    journal: { orderId: ORDER_ID, entries },
    nowMs: NOW_MS,
  })
}
