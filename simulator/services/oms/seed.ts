import type { SimulatedOrder } from './order'

type Seed = Pick<SimulatedOrder, 'status' | 'about'> & Partial<SimulatedOrder>

const OWN_STORE = { sellers: [{ id: '1', name: 'Acme' }] }
const SELLER = { sellers: [{ id: 'globex', name: 'Globex' }] }
const FULFILLMENT = { origin: 'Fulfillment', ...OWN_STORE } as const
const OUTPUT = { type: 'Output', invoiceNumber: '1001' } as const
const RETURN = { type: 'Input', invoiceNumber: '2001' } as const

/** The order that `npm start` cancels to show a receipt. */
export const SAMPLE_ORDER_ID = '1380000000001-01'

/** The orders of a fresh simulator, in the statuses a newcomer would try. */
const SEEDS: Seed[] = [
  { status: 'payment-approved', about: 'Own store, paid: cancels at once.' },
  { status: 'payment-pending', about: 'Own store, not paid yet.' },
  {
    status: 'window-to-cancel',
    about: 'Own store, in the cancellation window.',
  },
  {
    status: 'ready-for-handling',
    about: 'Own store: the first cancel makes a request, a second accepts it.',
  },
  {
    status: 'handling',
    about: 'Own store, being packed: takes two steps as well.',
  },
  {
    status: 'payment-approved',
    about: 'Marketplace order: the answer has no receipt.',
    withoutReceipt: true,
    ...SELLER,
  },
  {
    status: 'payment-approved',
    about: 'Marketplace order the seller is handling: the seller decides.',
    sellerDecides: true,
    ...SELLER,
  },
  {
    status: 'waiting-for-seller-decision',
    about: 'Marketplace order whose seller has not decided yet.',
    cancellation: {
      reason: 'The shopper changed their mind',
      requestedByUser: true,
      date: '2026-11-20T10:00:00.0000000+00:00',
    },
    ...SELLER,
  },
  {
    status: 'cancellation-requested',
    about:
      "Seller's order with an open request: cancelling again would accept it.",
    cancellation: {
      reason: 'Ordered twice',
      requestedByUser: true,
      date: '2026-11-20T10:00:00.0000000+00:00',
    },
    ...FULFILLMENT,
  },
  {
    status: 'start-handling',
    about: 'On its way to handling: no cancel meanwhile.',
  },
  {
    status: 'invoiced',
    about: 'Invoiced: needs a return invoice.',
    packages: [OUTPUT],
  },
  {
    status: 'invoiced',
    about: 'Invoiced and returned: cancels.',
    packages: [OUTPUT, RETURN],
  },
  { status: 'handling', about: 'Partly invoiced.', packages: [OUTPUT] },
  {
    status: 'canceled',
    about: 'Canceled already.',
    cancellation: {
      reason: 'Out of stock',
      requestedByUser: false,
      date: '2026-11-19T08:30:00.0000000+00:00',
    },
  },
  { status: null, about: 'Incomplete: the shopper never finished paying.' },
]

/** The orders above, as new. */
export function seededOrders(): SimulatedOrder[] {
  return SEEDS.map((seed, index) => orderFrom(seed, index + 1))
}

/** An order with everything that a seed does not say. */
export function orderFrom(seed: Seed, number: number): SimulatedOrder {
  const orderId = seed.orderId ?? `${1380000000000 + number}-01`

  return {
    orderId,
    // The seller knows the order under another id when it is another account.
    sellerOrderId: `00-${orderId}`,
    marketplaceOrderId: orderId,
    sequence: String(500000 + number),
    origin: 'Marketplace',
    value: 12990,
    packages: [],
    cancellation: null,
    sellerDecides: false,
    withoutReceipt: false,
    upcoming: [],
    nextAtMs: 0,
    ...OWN_STORE,
    ...seed,
  }
}
