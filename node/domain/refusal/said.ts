/**
 * What a sentence of a refusal is made of. Nothing else may go into one: all of it is
 * shown beside the sentence, so a page can say the same in another language.
 */
export interface Said extends OfOrder, Named, Counted {
  /** The clauses among the grounds, as one text. */
  clauses: string
}

export interface OfOrder {
  /** A checked id: a message never repeats unchecked text of a caller. */
  orderId: string
}

export interface Named {
  /** The one thing that the sentence names; empty where that cannot be read. Never a shopper's text. */
  subject: string
}

export interface Counted {
  sums: Sums
}

/** The sums of an order, in cents; null for one that cannot be read, or says nothing here. */
export interface Sums {
  /** What the order costs now. */
  value: number | null
  /** What changes have added to that; negative where they took off. */
  changes: number
  /** What the invoices of its sale are worth. */
  invoiced: number | null
  /** What its return invoices are worth. */
  returned: number | null
  /** What a return of the rest would be worth. */
  rest: number | null
}

/** One sentence, as a function of what it names. */
export type Sentence = (said: Said) => string

/** Names a status only where it looks like one: it is a text of OMS. Null is the status of an incomplete order. */
export function nameOfStatus(orderStatus: string | null): string {
  if (orderStatus === null) return 'incomplete'

  return /^[\w.-]{1,100}$/.test(orderStatus) ? orderStatus : ''
}

export function quoted(subject: string): string {
  return subject === '' ? 'not a readable one' : `"${subject}"`
}

/** Writes cents as an amount with two decimals, in the order's own currency. */
export function amount(cents: number | null): string {
  return cents === null ? 'an unreadable amount' : (cents / 100).toFixed(2)
}
