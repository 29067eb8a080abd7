import type {
  ChangedItem,
  SimulatedLine,
  SimulatedOrder,
  SimulatedPackage,
} from './order'

/** A sale's invoice, or a return's. */
export type InvoiceKind = 'Output' | 'Input'

/** Returns all invoices that OMS has received for an order, including those it does not show yet. */
export function invoicesOf({
  packages,
  invoicesToShow,
}: Pick<SimulatedOrder, 'packages' | 'invoicesToShow'>): SimulatedPackage[] {
  return [...packages, ...invoicesToShow.map(({ invoice }) => invoice)]
}

/** Reads an invoice's type, in any case. One without a known type is a sale: returns were always marked. */
export function kindOf({ type }: Pick<SimulatedPackage, 'type'>): InvoiceKind {
  return type?.toLowerCase() === 'input' ? 'Input' : 'Output'
}

/** Reads an invoice's value in whole cents. Without a readable value, its lines give it. */
export function valueOf({ invoiceValue, items }: SimulatedPackage): number {
  const value = invoiceValue === '' ? NaN : Number(invoiceValue ?? NaN)

  if (Number.isFinite(value)) return Math.round(value)

  return (items ?? []).reduce(
    (sum, line) => sum + Math.round(piecesOf(line) * line.price),
    0
  )
}

/** Reads the number of pieces of a line; a line with 0 or fewer has none. */
export function piecesOf({ quantity }: Pick<SimulatedLine, 'quantity'>) {
  return Number.isFinite(quantity) && quantity > 0 ? quantity : 0
}

/** Finds the SKU of a line. A missing index is 0. */
export function skuOf(
  { items }: Pick<SimulatedOrder, 'items'>,
  { id, itemIndex = 0 }: SimulatedLine
): string | undefined {
  return id ?? items[itemIndex]?.id
}

/** True if OMS has an invoice of this kind for the order. */
export function hasInvoice(order: SimulatedOrder, kind: InvoiceKind): boolean {
  return invoicesOf(order).some((invoice) => kindOf(invoice) === kind)
}

/** Returns the total value of the order's invoices of one kind, in cents. */
export function invoicedValue(
  order: SimulatedOrder,
  kind: InvoiceKind
): number {
  return invoicesOf(order)
    .filter((invoice) => kindOf(invoice) === kind)
    .reduce((sum, invoice) => sum + valueOf(invoice), 0)
}

/** True if the sale's invoices reach what has to be invoiced. */
export function isInvoicedByValue(order: SimulatedOrder): boolean {
  return (
    hasInvoice(order, 'Output') &&
    invoicedValue(order, 'Output') >= order.toInvoice
  )
}

/**
 * True if the whole order was invoiced: by its status, or by its invoices. The value alone
 * does not tell, because OMS lowers it after a partial invoice; so each piece that no
 * change removed has to be on an invoice, unless an invoice has no lines.
 */
export function isFullyInvoiced(order: SimulatedOrder): boolean {
  const sales = invoicesOf(order).filter((one) => kindOf(one) === 'Output')
  const haveLines = sales.every(({ items }) => (items ?? []).length > 0)

  return (
    order.status === 'invoiced' ||
    (isInvoicedByValue(order) &&
      (!haveLines || hasEveryPiece(order, piecesBySku(order, sales))))
  )
}

/** Counts the pieces on some of the order's invoices by SKU. */
export function piecesBySku(
  order: Pick<SimulatedOrder, 'items'>,
  invoices: SimulatedPackage[]
): Map<string, number> {
  const pieces = new Map<string, number>()

  for (const line of invoices.flatMap(({ items }) => items ?? [])) {
    const sku = skuOf(order, line)

    if (sku !== undefined && piecesOf(line) > 0) {
      pieces.set(sku, (pieces.get(sku) ?? 0) + piecesOf(line))
    }
  }

  return pieces
}

function hasEveryPiece(
  { items, changes }: SimulatedOrder,
  invoiced: Map<string, number>
): boolean {
  const owed = new Map<string, number>()

  const count = (list: Array<Pick<ChangedItem, 'id' | 'quantity'>>, by = 1) =>
    list.forEach(({ id, quantity }) =>
      owed.set(id, (owed.get(id) ?? 0) + by * quantity)
    )

  count(items)
  changes.forEach(({ itemsAdded, itemsRemoved }) => {
    count(itemsAdded)
    count(itemsRemoved, -1)
  })

  return [...owed].every(([sku, pieces]) => (invoiced.get(sku) ?? 0) >= pieces)
}
