import type { Seed } from './seed'

const SELLER = { sellers: [{ id: 'globex', name: 'Globex' }] }
const FULFILLMENT = { origin: 'Fulfillment' } as const
const OUTPUT = { type: 'Output', invoiceNumber: '1001' } as const
const RETURN = { type: 'Input', invoiceNumber: 'R2001' } as const

/** The order that `npm start` cancels to show a receipt. */
export const SAMPLE_ORDER_ID = '1380000000001-01'

/** The orders of a new simulator, in the situations that a newcomer would try. */
export const SEEDS: Seed[] = [
  { about: 'Own store, paid: cancels at once.' },
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
    about: 'Own store, being packed: takes two steps, too.',
  },
  {
    about: 'Marketplace order: OMS answers without a receipt.',
    withoutReceipt: true,
    ...SELLER,
  },
  {
    about: 'Marketplace order that the seller is handling: the seller decides.',
    sellerDecides: true,
    ...SELLER,
  },
  {
    status: 'waiting-for-seller-decision',
    about: 'Marketplace order whose seller has not decided yet.',
    cancellation: {
      reason: 'The shopper changed their mind',
      requestedByUser: true,
    },
    ...SELLER,
  },
  {
    status: 'cancellation-requested',
    about:
      "Seller's order with a shopper's open request: accept it, or deny it.",
    cancellation: { reason: 'Ordered twice', requestedByUser: true },
    ...FULFILLMENT,
  },
  {
    status: 'start-handling',
    about: 'On its way to handling: cannot be canceled meanwhile.',
  },
  {
    status: 'invoiced',
    about: 'Invoiced: needs a return invoice first, which refunds the shopper.',
    packages: [OUTPUT],
  },
  {
    status: 'invoiced',
    about: 'Invoiced and returned: can be canceled.',
    packages: [OUTPUT, RETURN],
  },
  {
    status: 'handling',
    about: 'Partly invoiced: cannot be canceled.',
    packages: [{ ...OUTPUT, invoiceValue: 4000 }],
  },
  {
    status: 'canceled',
    about: 'Already canceled.',
    cancellation: { reason: 'Out of stock' },
    transactionStatus: 'Canceled',
  },
  {
    status: null,
    isCompleted: false,
    about: 'Incomplete: the shopper never finished paying.',
  },
  { stuck: '1400005', about: 'Stuck: invoiced while it was being canceled.' },
  { stuck: '1089344', about: 'Stuck: its creation failed.' },
  { stuck: '1004978', about: 'Stuck: the seller denied its own request.' },
  { stuck: 'payment kept', about: 'Canceled, but its payment is not.' },
]
