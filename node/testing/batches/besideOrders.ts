/** What stands beside the orders of the virtual OMS: every two make a purchase, and every fifth keeps its payment. */
const PURCHASE_SIZE = 2
const KEEPS_PAYMENT_EVERY = 5

/** Names an order of the virtual OMS. */
export const orderIdOf = (number: number) => `B${number}-01`

const numberOf = (orderId: string) => Number(/^B(\d+)-01$/.exec(orderId)?.[1])

const purchaseNumberOf = (orderId: string) =>
  Math.floor(numberOf(orderId) / PURCHASE_SIZE)

/** Names the purchase of an order. */
export const groupOf = (orderId: string) => `v${purchaseNumberOf(orderId)}`

/** Finds the ids of the other orders of the same purchase. */
export const siblingsOf = (orderId: string) =>
  Array.from({ length: PURCHASE_SIZE }, (_one, index) =>
    orderIdOf(purchaseNumberOf(orderId) * PURCHASE_SIZE + index)
  ).filter((id) => id !== orderId)

/** Tells whether the payment of an order stays as it is when the order is canceled. */
export const keepsPayment = (orderId: string) =>
  numberOf(orderId) % KEEPS_PAYMENT_EVERY === 0
