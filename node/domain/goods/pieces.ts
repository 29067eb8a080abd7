import type { InvoiceLine, Item } from '../order/order'

/** The pieces of each SKU, and what they are worth together, in cents. */
export type Pieces = Map<string, { quantity: number; value: number }>

/** Adds up the pieces of items; null when the quantity of one cannot be read. */
export function piecesOf(items: Item[]): Pieces | null {
  return added(
    items.map(({ skuId, quantity }, index) => ({
      skuId: skuId ?? placeOf(index),
      quantity,
      price: 0,
    }))
  )
}

/** Adds up the pieces on lines of invoices; null when one cannot be read. A line of no pieces is none. */
export function piecesOn(lines: InvoiceLine[], items: Item[]): Pieces | null {
  return added(
    lines.map(({ itemIndex, quantity, price }) => {
      const item: Item | undefined = items[itemIndex]

      return {
        skuId: item && (item.skuId ?? placeOf(itemIndex)),
        quantity,
        price,
      }
    })
  )
}

/** An item without an id is told by its place: it can be counted, but not be named to OMS. */
function placeOf(index: number): string {
  return `#${index}`
}

/** Tells whether a key of pieces is a SKU's id, by which OMS knows it. */
export function isSkuId(key: string): boolean {
  return !key.startsWith('#')
}

interface Line {
  skuId: string | undefined
  quantity: number
  price: number
}

function added(lines: Line[]): Pieces | null {
  const pieces: Pieces = new Map()

  for (const { skuId, quantity, price } of lines) {
    if (quantity === 0) continue
    if (skuId === undefined || !Number.isSafeInteger(quantity * price))
      return null

    const sum = pieces.get(skuId) ?? { quantity: 0, value: 0 }

    pieces.set(skuId, {
      quantity: sum.quantity + quantity,
      value: sum.value + quantity * price,
    })
  }

  // Beyond this size a sum is no longer exact.
  return Number.isSafeInteger(countOf(pieces) + worthOf(pieces)) ? pieces : null
}

/** Takes pieces away from others. What is worth something keeps the price of one piece, rounded down. */
export function without(pieces: Pieces, taken: Pieces): Pieces {
  const left: Pieces = new Map()

  for (const [skuId, { quantity, value }] of pieces) {
    const leftQuantity = quantity - (taken.get(skuId)?.quantity ?? 0)

    if (leftQuantity > 0) {
      left.set(skuId, {
        quantity: leftQuantity,
        value:
          leftQuantity === quantity
            ? value
            : Math.floor(value / quantity) * leftQuantity,
      })
    }
  }

  return left
}

/** Puts pieces together. */
export function joined(pieces: Pieces, more: Pieces): Pieces {
  const all: Pieces = new Map(pieces)

  for (const [skuId, { quantity, value }] of more) {
    const sum = all.get(skuId) ?? { quantity: 0, value: 0 }

    all.set(skuId, {
      quantity: sum.quantity + quantity,
      value: sum.value + value,
    })
  }

  return all
}

/** Takes no more pieces of each SKU than there are of others: OMS may list an item that was never sold (known issue 1330069). */
export function atMost(pieces: Pieces, most: Pieces): Pieces {
  return without(pieces, without(pieces, most))
}

/** Lowers the prices of pieces in the same proportion, so that together they are worth no more than a value in cents. */
export function worthAtMost(pieces: Pieces, value: number): Pieces {
  const worth = worthOf(pieces)

  return worth <= value
    ? pieces
    : new Map(
        [...pieces].map(([skuId, piece]) => [
          skuId,
          { ...piece, value: share(piece.value, value, worth) },
        ])
      )
}

/** Computes `part * value / whole`, rounded down. The product may be too large for a number to hold. */
function share(part: number, value: number, whole: number): number {
  return Number((BigInt(part) * BigInt(value)) / BigInt(whole))
}

/** Finds the price of the cheapest piece that is worth something; Infinity where none is. */
export function cheapestOf(pieces: Pieces): number {
  return Math.min(
    ...[...pieces.values()]
      .filter(({ value }) => value > 0)
      .map(({ quantity, value }) => value / quantity)
  )
}

/** Counts all pieces. */
export function countOf(pieces: Pieces): number {
  return sumOf(pieces, 'quantity')
}

/** Adds up what pieces are worth, in cents. */
export function worthOf(pieces: Pieces): number {
  return sumOf(pieces, 'value')
}

function sumOf(pieces: Pieces, field: 'quantity' | 'value'): number {
  return [...pieces.values()].reduce((sum, piece) => sum + piece[field], 0)
}
