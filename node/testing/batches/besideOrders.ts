/** What stands beside the orders of the virtual OMS: every two make a purchase, and every fifth keeps its payment. */
const PURCHASE_SIZE = 2
const KEEPS_PAYMENT_EVERY = 5

/** Names an order of the virtual OMS. */
export const orderIdOf = (number: number) => `B${number}-01`

const numberOf = (orderId: string) => Number(/^B(\d+)-01$/.exec(orderId)?.[1])

/** Names the purchase of an order. */
export const groupOf = (orderId: string) =>
  `v${Math.floor(numberOf(orderId) / PURCHASE_SIZE)}`

/** Finds the ids of the orders of a purchase. */
export const orderIdsOf = (group: string) =>
  Array.from({ length: PURCHASE_SIZE }, (_one, index) =>
    orderIdOf(Number(group.slice(1)) * PURCHASE_SIZE + index)
  )

/** Finds the ids of the other orders of the same purchase. */
export const siblingsOf = (orderId: string) =>
  orderIdsOf(groupOf(orderId)).filter((id) => id !== orderId)

/** Tells whether the payment of an order stays as it is when the order is canceled. */
export const keepsPayment = (orderId: string) =>
  numberOf(orderId) % KEEPS_PAYMENT_EVERY === 0
