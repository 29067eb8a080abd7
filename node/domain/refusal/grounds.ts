import type { Flaw, FlawKind } from '../goods/flaws'
import type { Goods } from '../goods/goods'
import { SETTLE_IN_ADMIN } from './goodsSentences'
import type { Named, Sums } from './said'

type FlawDetail = `FLAW_${FlawKind | 'SUMS_DO_NOT_FIT'}`

/** Names an invoice by its number only where that looks like one: it is a text of OMS. */
const ofInvoice =
  (words: string) =>
  ({ subject }: Named): string =>
    `${subject === '' ? 'an invoice' : `invoice ${subject}`} ${words}`

const ofOrder = (words: string) => (): string => `the order ${words}`

const FLAWS: Record<FlawDetail, (said: Named) => string> = {
  FLAW_NO_TYPE: ofInvoice(
    'says neither that goods were sold nor that they came back'
  ),
  FLAW_NO_NUMBER: ofInvoice('has no number'),
  FLAW_SAME_NUMBER: ofInvoice('stands on the order twice'),
  FLAW_NO_VALUE: ofInvoice('has no readable value above 0'),
  FLAW_NO_ITEMS: ofInvoice('names no items'),
  FLAW_BAD_LINE: ofInvoice(
    'has a line whose item, quantity or price cannot be read'
  ),
  FLAW_NO_SALE: ofOrder('shows no invoice of its sale'),
  FLAW_NO_ORDER_VALUE: ofOrder('shows no value of its own'),
  FLAW_NO_SKU: ofOrder('has an item without an id'),
  FLAW_BAD_ITEM: ofOrder(
    'has an item, or a change of one, that cannot be read'
  ),
  FLAW_RETURNS_ABOVE_SALE: ofOrder(
    'has returns that are worth more than its invoices'
  ),
  FLAW_MIXED_CHANGES: ofOrder(
    'was lowered by some changes and raised by others, so its price does not show what was paid back already'
  ),
  FLAW_SUMS_DO_NOT_FIT: () => 'sums and pieces do not fit together',
}

/** Grounds that stand within the sentence before them. */
export const CLAUSES = {
  ...FLAWS,
  LAST_CHANGE: ({ subject }: Named) => `its last change was at ${subject}`,
}

/** Grounds that are sentences of their own, and no refusal by themselves. */
export const ADDED_SENTENCES = {
  SETTLE_IN_ADMIN: () => SETTLE_IN_ADMIN,
  WORKFLOW_IN_ERROR: () => "OMS says that the order's workflow is in error.",
}

export type ClauseDetail = keyof typeof CLAUSES

interface Flawed {
  detail: ClauseDetail
  subject: string | null
}

/** Tells what is wrong with an order's invoices, each fault once. */
export function flawsOf({ flaws }: Pick<Goods, 'flaws'>): Flawed[] {
  const found = flaws.map(flawedOf)

  return found.length === 0
    ? [{ detail: 'FLAW_SUMS_DO_NOT_FIT', subject: null }]
    : found.filter(
        ({ detail, subject }, index) =>
          found.findIndex(
            (other) => other.detail === detail && other.subject === subject
          ) === index
      )
}

function flawedOf({ kind, number }: Flaw): Flawed {
  const isPlain = number !== null && /^[\w./-]{1,50}$/.test(number)

  return { detail: `FLAW_${kind}`, subject: isPlain ? number : null }
}

/** Takes the sums that a sentence may name from what is known of an order's goods. */
export function sumsOf({
  value,
  changedBy,
  invoicedValue,
  returnedValue,
  rest,
}: Goods): Sums {
  return {
    value,
    changes: changedBy,
    invoiced: invoicedValue,
    returned: returnedValue,
    rest: rest.kind === 'RETURNABLE' ? rest.value : null,
  }
}

/** The same for an order a part of which is invoiced: VTEX may have lowered its value to that part, which then says nothing. */
export function sumsOfPart(goods: Goods): Sums {
  const { value, invoicedValue } = goods

  return {
    ...sumsOf(goods),
    value:
      value !== null && invoicedValue !== null && value <= invoicedValue
        ? null
        : value,
  }
}
