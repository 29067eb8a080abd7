import type { Flaw, FlawKind } from '../goods/flaws'
import type { Goods } from '../goods/goods'

/** What is left to do where the invoices do not tell enough. */
export const SETTLE_IN_ADMIN =
  'Settle this order in the Admin, where you see its invoices.'

/** Names a status only where it looks like one: it is a text of OMS. */
export function quoted(orderStatus: string | null): string {
  if (orderStatus === null) return '"incomplete"'

  return /^[\w.-]{1,100}$/.test(orderStatus)
    ? `"${orderStatus}"`
    : 'not a readable one'
}

/** Writes cents as an amount with two decimals, in the order's own currency. */
export function amount(cents: number | null): string {
  return cents === null ? 'an unreadable amount' : (cents / 100).toFixed(2)
}

/** Names the invoiced share of an order in brackets: alone where VTEX has lowered the order's value to that share. */
export function shareOf({ invoicedValue, value }: Goods): string {
  if (invoicedValue === null) return ''

  return value === null || value <= invoicedValue
    ? ` (${amount(invoicedValue)})`
    : ` (${amount(invoicedValue)} of ${amount(value)})`
}

/** What an operator needs to know where OMS does not cancel an order that came back whole. */
export const REFUNDED_BY_RETURNS =
  'All that was invoiced is on return invoices, which refund by themselves: only the status stays.'

/** Says what is known about the money of an order, for a return that OMS refused. */
export function sumsOf({
  value,
  changedBy,
  invoicedValue,
  returnedValue,
  rest,
}: Goods): string {
  const sent = rest.kind === 'RETURNABLE' ? amount(rest.value) : 'an amount'

  return `The return was worth ${sent}; its invoices add up to ${amount(
    invoicedValue
  )}, other returns and compensations to ${amount(
    returnedValue
  )}, changes to ${amount(changedBy)}, and it costs ${amount(
    value
  )}. OMS refuses a return of more than is left, and after a change it may count that change twice (VTEX known issue 1409506): compare them in the Admin.`
}

/** What is wrong with an invoice, as the rest of a sentence that begins with the invoice. */
const FLAW_WORDS: Record<FlawKind, string> = {
  NO_TYPE: 'says neither that goods were sold nor that they came back',
  NO_NUMBER: 'has no number',
  SAME_NUMBER: 'stands on the order twice',
  NO_VALUE: 'has no readable value above 0',
  NO_ITEMS: 'names no items',
  BAD_LINE: 'has a line whose item, quantity or price cannot be read',
  NO_SALE: 'shows no invoice of its sale',
  NO_ORDER_VALUE: 'shows no value of its own',
  NO_SKU: 'has an item without an id',
  BAD_ITEM: 'has an item, or a change of one, that cannot be read',
  RETURNS_ABOVE_SALE: 'has returns that are worth more than its invoices',
  MIXED_CHANGES:
    'was lowered by some changes and raised by others, so its price does not show what was paid back already',
}

const OF_ORDER: FlawKind[] = [
  'NO_SALE',
  'NO_ORDER_VALUE',
  'NO_SKU',
  'BAD_ITEM',
  'RETURNS_ABOVE_SALE',
  'MIXED_CHANGES',
]

/** Says what is wrong with an order's invoices, as one sentence. */
export function whatIsWrong({ flaws }: Goods): string {
  return flaws.length === 0
    ? 'sums and pieces do not fit together.'
    : `${[...new Set(flaws.map(flawWords))].join('; ')}.`
}

function flawWords({ kind, number }: Flaw): string {
  const subject = OF_ORDER.includes(kind) ? 'the order' : invoiceName(number)

  return `${subject} ${FLAW_WORDS[kind]}`
}

/** Names an invoice by its number only where that looks like one: it is a text of OMS. */
function invoiceName(number: string | null): string {
  return number !== null && /^[\w./-]{1,50}$/.test(number)
    ? `invoice ${number}`
    : 'an invoice'
}
