import type { Order } from '../domain/order'

/** The order of the unit tests. */
export const ORDER_ID = '1380000000001-01'

/** A paid order of the store itself, with whatever a test says of it. */
export const anOrder = (more: Partial<Order> = {}): Order => ({
  orderId: ORDER_ID,
  sellerOrderId: null,
  marketplaceOrderId: null,
  status: 'payment-approved',
  origin: 'Marketplace',
  sellerIds: ['1'],
  packageTypes: [],
  cancellation: null,
  ...more,
})
