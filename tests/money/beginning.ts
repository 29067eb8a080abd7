import type { Seed } from '../../simulator/services/oms/seed'
import type { Choices } from './choices'

/** Statuses that only the platform or an error brings about. */
const ODD_STATUSES = [
  null,
  'start-handling',
  'invoice',
  'request-cancel',
  'waiting-for-seller-decision',
  'cancellation-request-denied',
  'cancellation-request-denied-ffm',
  'cancel',
  'canceled',
  'replaced',
  'approve-payment',
  'a-status-of-tomorrow',
]

const OPEN_STATUSES = [
  'payment-approved',
  'window-to-cancel',
  'ready-for-handling',
  'handling',
  'handling',
  'ready-for-invoicing',
]

function itemsOf(choices: Choices): NonNullable<Seed['items']> {
  const items = Array.from({ length: choices.from(1, 3) }, (_, index) => ({
    id: String(index + 1),
    quantity: choices.from(1, 3),
    price: choices.from(700, 6_000),
  }))

  // A discount may split one SKU into two items (known issue 1008459).
  return choices.is(0.1)
    ? [...items, { ...items[0], quantity: 1, price: items[0].price - 100 }]
    : items
}

/** Makes the order that a history begins with, on one side of its sale or on both. */
export function seedsOf(
  choices: Choices,
  orderId: string
): { seeds: Seed[]; named: string } {
  const items = choices.is(0.03)
    ? [{ id: '1', quantity: 1, price: 0 }]
    : itemsOf(choices)

  const goods = items.reduce(
    (sum, { price, quantity }) => sum + price * quantity,
    0
  )

  const interest = choices.is(0.15) ? 310 : 0
  const status = statusOf(choices)
  const seed: Seed = {
    orderId,
    items,
    interest,
    value: goods + interest,
    status,
    keepsPayment: choices.is(0.1),
    withoutReceipt: choices.is(0.1),
    orderGroup: `v${orderId}`,
    ...requestOf(choices, status),
    ...(goods === 0 && {
      packages: [{ type: 'Output', invoiceNumber: 'N1', invoiceValue: 0 }],
      status: 'invoiced',
    }),
  }

  return choices.is(0.75)
    ? { seeds: [seed], named: orderId }
    : soldForAnother(choices, seed, orderId)
}

function statusOf(choices: Choices): string | null {
  if (choices.is(0.25)) return 'cancellation-requested'

  return choices.is(0.15)
    ? choices.pick(ODD_STATUSES)
    : choices.pick(OPEN_STATUSES)
}

/** A request that stood open before the one that counts, and whose end OMS did not write down. */
function requestOf(choices: Choices, status: string | null): Partial<Seed> {
  if (status !== 'cancellation-requested') return {}

  const requestedByUser = choices.is(0.6)
  const request = (id: string, date: string) => ({
    id,
    reason: `Reason of ${id}`,
    cancellationRequestDate: date,
    requestedByUser,
    deniedBySeller: false,
    deniedBySellerReason: null,
    cancellationRequestDenyDate: null,
  })

  return {
    cancellation: { reason: 'Late', requestedByUser, requestId: 'newest' },
    requestedAt: 'handling',
    // A seller may invoice at the moment of the request (known issue 1400005).
    ...(choices.is(0.25) && {
      packages: [{ type: 'Output', invoiceNumber: 'N1' }],
    }),
    ...(choices.is(0.6) && {
      requests: [
        request('oldest', '2026-11-25T12:00:00Z'),
        request('newest', '2026-11-26T11:00:00Z'),
      ],
    }),
  }
}

/** Makes both sides of a sale, or the seller's side alone. */
function soldForAnother(
  choices: Choices,
  seed: Seed,
  orderId: string
): { seeds: Seed[]; named: string } {
  const sellerId = `S${orderId}`
  const seller: Seed = {
    ...seed,
    orderId: sellerId,
    origin: 'Fulfillment',
    marketplaceOrderId: orderId,
    sellerOrderId: sellerId,
    orderGroup: `v${sellerId}`,
  }

  if (choices.is(0.5)) return { seeds: [seller], named: sellerId }

  const marketplace: Seed = {
    ...seed,
    sellers: [{ id: 'globex', name: 'Globex' }],
    sellerOrderId: sellerId,
    linkedTo: sellerId,
    status:
      seed.status === 'cancellation-requested'
        ? 'waiting-for-seller-decision'
        : seed.status,
    sellerDecides: choices.is(0.7),
  }

  return {
    seeds: [marketplace, seller],
    named: choices.is(0.5) ? orderId : sellerId,
  }
}
