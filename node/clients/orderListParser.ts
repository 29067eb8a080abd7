import type { OrderListRead, OrderRow } from '../domain/order/omsReply'
import { shownIdOrNull } from './orderParser'
import { epochMs, fieldOf, list, textOrNull, wholeOrNull } from './untrusted'

const CURRENCY = /^[A-Z]{3}$/

/** Reads a page of the list of orders; undefined for anything that is none. */
export function parseOrderList(
  body: unknown
): Extract<OrderListRead, { kind: 'found' }> | undefined {
  const rows = fieldOf(body, 'list')

  return Array.isArray(rows)
    ? {
        kind: 'found',
        rows: list(rows).map(parseRow),
        total: wholeOrNull(fieldOf(fieldOf(body, 'paging'), 'total')),
      }
    : undefined
}

/** Keeps what is shown and what the pages go by: the shopper's name and the last message to them stay behind. */
function parseRow(row: unknown): OrderRow {
  const currency = textOrNull(fieldOf(row, 'currencyCode'))

  return {
    orderId: shownIdOrNull(fieldOf(row, 'orderId')),
    createdMs: epochMs(fieldOf(row, 'creationDate')),
    status: textOrNull(fieldOf(row, 'status')),
    value: wholeOrNull(fieldOf(row, 'totalValue')),
    currency: currency !== null && CURRENCY.test(currency) ? currency : null,
  }
}
