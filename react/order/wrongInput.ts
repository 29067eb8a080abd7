import type { OrderAction } from '../typings/operations'
import type { OrderInput } from './useOrderSend'

type Filled = OrderInput & { typed: string }

/** What must be filled in, by action: the field, and whether it is. The app judges the content. */
const NEEDED: Record<
  OrderAction,
  Array<[string, (filled: Filled) => boolean]>
> = {
  CANCEL: [],
  ACCEPT: [],
  DENY: [['reason', ({ reason }) => reason.trim() !== '']],
  RETURN: [
    ['invoiceNumber', ({ invoiceNumber }) => invoiceNumber.trim() !== ''],
    ['typed', ({ typed, orderId }) => typed.trim() === orderId],
  ],
}

/** Finds the first field that is missing or mistyped; null for none. */
export function wrongInput(action: OrderAction, filled: Filled): string | null {
  const [wrong] = NEEDED[action].find(([, isFilled]) => !isFilled(filled)) ?? []

  return wrong ?? null
}
