import type { Invoice, InvoiceLine, Item, Order } from '../domain/order/order'
import { fieldOf, isRecord, list, textOrNull, wholeOrNull } from './untrusted'

type Given = Record<string, unknown>

const TYPES = ['Output', 'Input'] as const

/** Parses every package, also one that cannot be read: it may be a return. */
export function parseInvoices(attachment: unknown, items: Item[]): Invoice[] {
  return list(fieldOf(attachment, 'packages')).map((given) => {
    const invoice = isRecord(given) ? given : {}

    return {
      type:
        TYPES.find((known) => known.toLowerCase() === wordOf(invoice.type)) ??
        null,
      number: numberOf(invoice.invoiceNumber),
      value: wholeOrNull(invoice.invoiceValue),
      lines: list(invoice.items).map((line) => parseLine(line, items)),
      isCompensation: isCompensation(invoice),
    }
  })
}

/** Takes the number of an invoice. Spaces around it are no part of it. */
function numberOf(given: unknown): string | null {
  return typeof given === 'string' ? textOrNull(given.trim()) : null
}

function wordOf(type: unknown): string | null {
  return typeof type === 'string' ? type.toLowerCase() : null
}

/** Parses a line. An unreadable number becomes NaN, which makes the line unreadable where it is used. */
function parseLine(line: unknown, items: Item[]): InvoiceLine {
  const given = isRecord(line) ? line : {}

  return {
    itemIndex: isRecord(line) ? indexOf(given, items) : NaN,
    quantity: wholeOrNull(given.quantity) ?? NaN,
    price: wholeOrNull(given.price) ?? NaN,
  }
}

/** Finds the item of a line: old documents leave its place out where that is 0, and some name the SKU. */
function indexOf({ itemIndex, id }: Given, items: Item[]): number {
  if (itemIndex !== undefined && itemIndex !== null)
    return wholeOrNull(itemIndex) ?? NaN

  if (id === undefined || id === null) return 0

  const place = items.findIndex(({ skuId }) => skuId === id)

  return place === -1 ? NaN : place
}

/** Tells whether a return document only compensates: VTEX marks the items of its refund, and integrators those of the invoice. */
function isCompensation({ restitutions, items }: Given): boolean {
  const refund = fieldOf(restitutions, 'Refund')

  return [...list(fieldOf(refund, 'items')), ...list(items)].some(
    (item) => fieldOf(item, 'isCompensation') === true
  )
}

/** Parses the items, each in its place: a line of an invoice points to an item by its place. */
export function parseItems(items: unknown): Item[] {
  return list(items).map((item) => ({
    skuId: textOrNull(fieldOf(item, 'id')),
    quantity: wholeOrNull(fieldOf(item, 'quantity')) ?? NaN,
  }))
}

/** Parses what changes have made of an order (`changesAttachment`). */
export function parseChanges(
  attachment: unknown
): Pick<Order, 'removed' | 'added' | 'changedBy' | 'isLoweredAndRaised'> {
  const changes = list(fieldOf(attachment, 'changesData'))
  const byEach = changes.map(changedByOne)

  return {
    removed: changes.flatMap((change) =>
      isRecord(change)
        ? parseItems(change.itemsRemoved)
        : [{ skuId: null, quantity: NaN }]
    ),
    added: changes.flatMap((change) =>
      parseItems(fieldOf(change, 'itemsAdded'))
    ),
    changedBy: byEach.reduce((sum, by) => sum + by, 0),
    isLoweredAndRaised:
      byEach.some((by) => by < 0) && byEach.some((by) => by > 0),
  }
}

/** Reads by how many cents one change has altered the price. */
function changedByOne(change: unknown): number {
  return (
    (wholeOrNull(fieldOf(change, 'incrementValue')) ?? 0) -
    (wholeOrNull(fieldOf(change, 'discountValue')) ?? 0)
  )
}
