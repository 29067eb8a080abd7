/** The longest order id that is accepted. */
export const MAX_ORDER_ID_LENGTH = 100

const PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/

/**
 * Tells whether a text may stand as an order id in a path of OMS. Encoding alone is
 * not enough: `..` survives it, and the empty id addresses another endpoint.
 */
export function isOrderId(text: string): boolean {
  return (
    text.length <= MAX_ORDER_ID_LENGTH &&
    PATTERN.test(text) &&
    !text.includes('..')
  )
}
