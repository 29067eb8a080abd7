import type { BookEntry, Money } from './order'

/** Adds up what went back to the shopper, in cents. */
export function paidBack({ entries }: Pick<Money, 'entries'>): number {
  return entries.reduce((sum, { value }) => sum + value, 0)
}

/** Captures the value of a sale's invoice, up to what is authorised. */
export function capture(money: Money, value: number) {
  const open = Math.max(0, money.authorised - money.captured)

  money.captured += Math.min(Math.max(0, value), open)
}

/**
 * Applies a change's discount: it lowers what is authorised and not captured, and pays the
 * rest back. The interest is no part of it, because no invoice captures that.
 */
export function takeOff(
  money: Money,
  discount: number,
  { interest, nowMs }: { interest: number; nowMs: number }
) {
  const open = Math.max(0, money.authorised - interest - money.captured)
  const lowered = Math.min(discount, open)

  money.authorised -= lowered
  payBack(money, {
    kind: 'change',
    value: Math.min(discount - lowered, stillHeld(money)),
    atMs: nowMs,
  })
}

/** Releases what was not captured, and pays back what was captured and is not yet paid back. */
export function releaseAndPayBack(money: Money, nowMs: number) {
  money.authorised = money.captured
  payBack(money, { kind: 'cancel', value: stillHeld(money), atMs: nowMs })
}

/** Adds an entry, unless it is worth nothing. */
export function payBack(money: Money, entry: BookEntry) {
  if (entry.value > 0) money.entries.push(entry)
}

function stillHeld(money: Money): number {
  return Math.max(0, money.captured - paidBack(money))
}
