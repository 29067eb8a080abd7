import { omsDate } from '../../clock'
import type { SimulatedOrder } from './order'
import type { Seed } from './seed'
import { shapeOf } from './stuck'

const OWN_STORE = { sellers: [{ id: '1', name: 'Acme' }] }

const FRESH = {
  origin: 'Marketplace' as const,
  status: 'payment-approved' as string | null,
  invoicedDate: null,
  allowCancellation: null,
  isCompleted: true,
  workflowIsInError: false,
  cancelReason: null,
  transactionStatus: 'Approved',
  about: '',
  linkedTo: null,
  sellerDecides: false,
  withoutReceipt: false,
  stuckAt: null,
  flipsBack: false,
  keepsPayment: false,
  requestedAt: null,
}

const CANCELLATION = {
  reason: null,
  requestedByUser: false,
  requestedBySystem: false,
  requestedBySellerNotification: false,
  requestId: null,
}

/** Builds an order from a seed, with defaults for the fields that the seed leaves out. */
export function orderFrom(
  given: Seed,
  { number, nowMs }: { number: number; nowMs: number }
): SimulatedOrder {
  const { stuck, ...own } = given
  const {
    packages = [],
    cancellation,
    ageSeconds = 3_600,
    ...seed
  }: Seed = {
    ...(stuck ? shapeOf(stuck) : {}),
    ...own,
  }

  const orderId = seed.orderId ?? `${1380000000000 + number}-01`
  const date = omsDate(nowMs - ageSeconds * 1000)
  const value = seed.value ?? 12990

  const order = {
    ...FRESH,
    orderId,
    // The seller knows the order under another id when it is another account.
    sellerOrderId: `00-${orderId}`,
    marketplaceOrderId: orderId,
    orderGroup: `v${orderId.replace(/-\d+$/, '')}`,
    sequence: String(500000 + number),
    creationDate: date,
    lastChange: date,
    value,
    items: [{ id: '1', quantity: 1, price: value }],
    requests: [],
    upcoming: [],
    received: [],
    invoicesToShow: [],
    packages: [],
    ...OWN_STORE,
    ...seed,
    cancellation: cancellation
      ? { ...CANCELLATION, date, ...cancellation }
      : null,
  }

  return {
    ...withRequest(order),
    packages: packages.map((invoice) => ({
      invoiceValue: value,
      items: order.items.map(({ quantity, price }, itemIndex) => ({
        itemIndex,
        quantity,
        price,
      })),
      ...invoice,
    })),
  }
}

/** Adds the request to an order that is seeded in `cancellation-requested`. */
function withRequest(order: SimulatedOrder): SimulatedOrder {
  const isOpen = order.status === 'cancellation-requested'

  if (!isOpen || order.requests.length > 0) return order

  const id = `request-${order.sequence}-1`
  const { reason = null, requestedByUser = false } = order.cancellation ?? {}

  return {
    ...order,
    requestedAt: order.requestedAt ?? 'handling',
    cancellation: {
      ...CANCELLATION,
      date: order.lastChange,
      ...order.cancellation,
      requestId: id,
    },
    requests: [
      {
        id,
        reason,
        cancellationRequestDate: order.cancellation?.date ?? order.lastChange,
        requestedByUser,
        deniedBySeller: false,
        deniedBySellerReason: null,
        cancellationRequestDenyDate: null,
      },
    ],
  }
}
