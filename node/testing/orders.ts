import type { JournalEntry } from '../domain/journal/journal'
import type { Invoice, Order } from '../domain/order/order'

/** The id of the order in unit tests. */
export const ORDER_ID = '1380000000001-01'

/** A paid order of the store itself; `more` overrides fields. */
export const anOrder = (more: Partial<Order> = {}): Order => ({
  orderId: ORDER_ID,
  sellerOrderId: null,
  marketplaceOrderId: null,
  orderGroup: null,
  status: 'payment-approved',
  origin: 'Marketplace',
  sellerIds: ['1'],
  isSellerOutside: false,
  isMarketplaceOutside: false,
  createdMs: null,
  lastChangeMs: null,
  value: 12_990,
  currency: 'BRL',
  totalsValue: null,
  roundingError: 0,
  invoices: [],
  items: [{ skuId: '7', quantity: 1 }],
  removed: [],
  added: [],
  changedBy: 0,
  isLoweredAndRaised: false,
  transactionIds: [],
  paymentGroups: [],
  isOfSubscription: false,
  allowCancellation: null,
  isCompleted: null,
  workflowIsInError: null,
  isInvoiceDated: false,
  cancellation: null,
  requests: [],
  ...more,
})

/** An invoice of the whole order of one piece for 129.90. */
export const anInvoice = (
  type: Invoice['type'],
  more: Partial<Invoice> = {}
): Invoice => ({
  type,
  number: type === 'Output' ? '1001' : 'R1',
  value: 12_990,
  lines: [{ itemIndex: 0, quantity: 1, price: 12_990 }],
  isCompensation: false,
  ...more,
})

/** A journal entry of a cancel that started at time 0 and has no end yet. */
export const anEntry = (more: Partial<JournalEntry> = {}): JournalEntry => ({
  id: 'e1',
  seq: 1,
  kind: 'cancel',
  by: 'olga@acme.example',
  reason: 'Late',
  requestedByUser: false,
  invoiceNumber: null,
  statusSeen: 'handling',
  startedAtMs: 0,
  completion: null,
  ...more,
})
