import type { SimulatedOrder } from './order'

/** Shopper data that no answer, file or log line of the app may contain. */
export const SHOPPER = {
  email: 'shopper@private.example',
  firstName: 'Sofia-Private',
  document: '00011122233',
}

/** The states of a transaction in which no money is held, or soon none. */
const ENDING = ['Canceled', 'Cancelling']

/** Builds the reply of `GET …/payment-transaction`, which all orders of a payment share. */
export function transactionDocument(
  order: SimulatedOrder,
  sharing: SimulatedOrder[]
) {
  return {
    status: statusOf(sharing),
    isActive: true,
    transactionId: order.transactionId,
    merchantName: 'ACME',
    payments: [
      {
        ...paymentOf(order),
        value: sum(sharing.map(({ value }) => value)),
        referenceValue: sum(
          sharing.map(({ value, interest }) => value - interest)
        ),
        cardHolder: SHOPPER.firstName,
      },
    ],
  }
}

/** Shows an order's own part of its payment. The reference value is the one without interest. */
export function paymentOf({
  sequence,
  value,
  interest,
}: Pick<SimulatedOrder, 'sequence' | 'value' | 'interest'>) {
  return {
    id: `P-${sequence}`,
    paymentSystemName: 'Visa',
    value,
    referenceValue: value - interest,
  }
}

/** A shared payment ends only with the last of its orders. */
function statusOf(sharing: SimulatedOrder[]): string {
  const statuses = sharing.map(({ transactionStatus }) => transactionStatus)
  const isEnding = (status: string) => ENDING.includes(status)

  return (
    statuses.find((status) => !isEnding(status)) ??
    statuses.find((status) => status !== 'Canceled') ??
    'Canceled'
  )
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
