import { omsDate } from '../../clock'
import { openMoney } from './book'
import { seedFrom } from './documentSeed'
import type { SimulatedOrder } from './order'
import type { Seed } from './seed'
import {
  amountsOf,
  changeFrom,
  discountOf,
  packageFrom,
  sellerFrom,
} from './seedParts'
import { shapeOf } from './stuck'

const FRESH = {
  origin: 'Marketplace' as const,
  affiliateId: '',
  status: 'payment-approved' as string | null,
  invoicedDate: null,
  allowCancellation: null,
  isCompleted: true,
  workflowIsInError: false,
  cancelReason: null,
  subscriptionData: null,
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

interface Moment {
  /** The number of the order in its store. */
  number: number
  nowMs: number
}

/** Builds an order from a seed, with defaults for the fields that the seed leaves out. */
export function orderFrom(given: Seed, moment: Moment): SimulatedOrder {
  const { stuck, document, ...own } = given
  const isDocument = document !== undefined
  const seed: Seed = {
    ...(stuck ? shapeOf(stuck) : {}),
    ...(isDocument ? seedFrom(document) : {}),
    ...own,
  }

  const order = withStatusLog(
    withMoney(withRequest(withDefaults(seed, moment)), seed, moment)
  )

  return isDocument
    ? { ...order, source: { document, asSeeded: structuredClone(order) } }
    : order
}

function withDefaults(
  {
    packages = [],
    changes = [],
    sellers = [{ id: '1', name: 'Acme' }],
    cancellation,
    ageSeconds = 3_600,
    authorised: _,
    ...seed
  }: Seed,
  { number, nowMs }: Moment
): SimulatedOrder {
  const orderId = seed.orderId ?? `${1380000000000 + number}-01`
  const sequence = seed.sequence ?? String(500000 + number)
  const date = omsDate(nowMs - ageSeconds * 1000)
  const made = changes.map((change) => changeFrom(change, { orderId, date }))
  const amounts = amountsOf(seed, made)
  const items = seed.items ?? [{ id: '1', quantity: 1, price: amounts.goods }]

  return {
    ...FRESH,
    orderId,
    // The seller knows the order under another id when it is another account.
    sellerOrderId: `00-${orderId}`,
    marketplaceOrderId: orderId,
    orderGroup: `v${orderId.replace(/-\d+$/, '')}`,
    sequence,
    transactionId: `T-${sequence}`,
    creationDate: date,
    lastChange: date,
    requests: [],
    statusLog: [],
    upcoming: [],
    received: [],
    invoicesToShow: [],
    source: null,
    toInvoice: 0,
    money: { authorised: 0, captured: 0, entries: [] },
    ...seed,
    value: amounts.value,
    interest: amounts.interest,
    items,
    changes: made,
    sellers: sellers.map(sellerFrom),
    packages: packages.map((invoice) =>
      packageFrom(invoice, { items, value: amounts.value - amounts.interest })
    ),
    cancellation: cancellation
      ? { ...CANCELLATION, date, ...cancellation }
      : null,
  }
}

/** Begins the log of statuses, as if the order had always been in the one that it is seeded with. */
function withStatusLog(order: SimulatedOrder): SimulatedOrder {
  const { status, creationDate } = order

  return {
    ...order,
    statusLog: [{ status, atMs: Date.parse(creationDate) }],
  }
}

/** Opens the order's money. What was authorised is the value before its discounts. */
function withMoney(
  order: SimulatedOrder,
  { authorised }: Seed,
  { nowMs }: Moment
): SimulatedOrder {
  const discount = discountOf(order.changes)

  const before = authorised ?? order.value + discount
  const complete = {
    ...order,
    toInvoice: before - discount - order.interest,
  }

  return { ...complete, money: openMoney(complete, before, nowMs) }
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
