/** What stands beside the orders of the virtual OMS: every two make a purchase, and every fifth keeps its payment. */
const PURCHASE_SIZE = 2
const KEEPS_PAYMENT_EVERY = 5

/** Names an order of the virtual OMS. */
export const orderIdOf = (number: number) => `B${number}-01`

const numberOf = (orderId: string) => Number(/^B(\d+)-01$/.exec(orderId)?.[1])

/** What an order of the virtual OMS costs, in cents: up to 9e11, and for every seventh no total that can be added up. */
export const valueOf = (orderId: string) => {
  const number = numberOf(orderId)

  return number % 7 === 6 ? null : 9e11 - number * 1_000_001
}

export const currencyOf = (orderId: string) =>
  numberOf(orderId) % 3 === 2 ? 'USD' : 'BRL'

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
