import type { Seed } from '../../simulator/services/oms/seed'

/** The sides of a sale that this account can hold. */
export const SIDES: Record<string, Seed> = {
  'own store': {},
  marketplace: { sellers: [{ id: 'globex', name: 'Globex' }] },
  seller: { origin: 'Fulfillment' },
  chain: { origin: 'Chain', sellers: [{ id: 'globex', name: 'Globex' }] },
}

export type Side = keyof typeof SIDES

const ALL_SIDES = Object.keys(SIDES)

/** `STATE NEXT_STEP`, followed by `awaiting WHO` and `refused CODE` if present. */
export type Short = string

interface Row {
  status: string | null
  sides: Side[]
  /** The answer of `orderCancellation`. */
  read: Short
  /** The answer of `cancelOrder`. */
  cancel: Short
  /** What `cancelOrder` does. */
  does: 'sends' | 'nothing to do' | 'refuses'
  more?: Seed
}

const OPEN = 'NOT_REQUESTED NONE'
const UNDER_WAY = 'ACCEPTED CHECK_AGAIN'
const TWO_STEPS = 'AWAITING_DECISION DECIDE_REQUEST awaiting SELF'
const IN_TRANSITION = 'NOT_REQUESTED RETRY_LATER refused ORDER_IN_TRANSITION'

const sends = (status: string | null, read = OPEN): Row => ({
  status,
  sides: ALL_SIDES,
  read,
  cancel: UNDER_WAY,
  does: 'sends',
})

const finds = (status: string, read: Short): Row => ({
  status,
  sides: ALL_SIDES,
  read,
  cancel: read,
  does: 'nothing to do',
})

const refuses = (status: string, read: Short): Row => ({
  ...finds(status, read),
  does: 'refuses',
})

export const OUTPUT = { type: 'Output', invoiceNumber: '1001' } as const
export const RETURN = { type: 'Input', invoiceNumber: 'R1' } as const

/** Every order status that VTEX documents, written from VTEX's pages and not from the app's table. */
const ROWS: Row[] = [
  ...[null, 'detail.state.null'].map((status) => sends(status)),
  ...['order-create-error', 'order-creation-error'].map((status) =>
    sends(status)
  ),
  refuses('order-created', IN_TRANSITION),
  ...[
    'order-completed',
    'on-order-completed',
    'on-order-completed-ffm',
    'waiting-for-authorization',
    'waiting-for-sellers-confirmation',
    'order-accepted',
    'payment-pending',
    'approve-payment',
    'payment-approved',
    'window-to-change-payment',
    'window-to-change-seller',
    'waiting-ffmt-authorization',
    'waiting-for-manual-authorization',
    'waiting-for-order-authorization',
    'waiting-for-mkt-authorization',
    'waiting-seller-handling',
    'waiting-for-fulfillment',
    'authorize-fulfillment',
    'window-to-cancel',
  ].map((status) => sends(status)),
  ...['ready-for-handling', 'handling', 'ready-for-invoicing'].flatMap(
    (status) => [
      {
        ...sends(status),
        sides: ['own store', 'seller'],
        cancel: TWO_STEPS,
      },
      { ...sends(status), sides: ['marketplace', 'chain'] },
      {
        ...sends(status),
        sides: ['marketplace'],
        more: { sellerDecides: true },
      },
      {
        ...refuses(
          status,
          'NOT_REQUESTED MODIFY_ORDER refused ORDER_PARTIALLY_INVOICED'
        ),
        more: { packages: [{ ...OUTPUT, invoiceValue: 4000 }] },
      },
    ]
  ),
  refuses('start-handling', IN_TRANSITION),
  refuses('invoice', IN_TRANSITION),
  {
    ...refuses(
      'invoiced',
      'NOT_REQUESTED RETURN_INVOICE refused ORDER_INVOICED'
    ),
    sides: ['own store', 'seller'],
    more: { packages: [OUTPUT] },
  },
  {
    // The account that ships it sends the return invoice; here a call for one would be refused.
    ...refuses('invoiced', 'NOT_REQUESTED NONE refused ORDER_INVOICED'),
    sides: ['marketplace', 'chain'],
    more: { packages: [OUTPUT] },
  },
  { ...sends('invoiced'), more: { packages: [OUTPUT, RETURN] } },
  refuses('cancellation-requested', `${TWO_STEPS} refused DECISION_PENDING`),
  finds(
    'waiting-for-seller-decision',
    'AWAITING_DECISION WAIT_FOR_DECISION awaiting OTHER'
  ),
  finds('request-cancel', UNDER_WAY),
  finds('cancel', UNDER_WAY),
  sends('cancellation-request-denied', 'DENIED NONE'),
  sends('cancellation-request-denied-ffm', 'DENIED NONE'),
  {
    ...refuses(
      'invoice-after-cancellation-deny',
      'DENIED RETRY_LATER refused ORDER_IN_TRANSITION'
    ),
    more: { packages: [OUTPUT] },
  },
  finds('canceled', 'CANCELED NONE'),
  refuses('replaced', 'NOT_REQUESTED NONE refused NOT_CANCELLABLE'),
  sends('a-status-of-tomorrow', 'UNKNOWN CHECK_AGAIN'),
  {
    ...refuses(
      'a-status-of-tomorrow',
      'UNKNOWN MODIFY_ORDER refused ORDER_PARTIALLY_INVOICED'
    ),
    more: { packages: [{ ...OUTPUT, invoiceValue: 4000 }] },
  },
]

/** Each status on each side that its row is about, with an order id of its own. */
export const CASES = ROWS.flatMap((row) =>
  row.sides.map((side) => ({ ...row, side }))
).map((row, index) => ({
  ...row,
  what: `${row.side}, ${row.status}${row.more ? ` ${keysOf(row.more)}` : ''}`,
  orderId: `1390${String(index).padStart(9, '0')}-01`,
}))

export type Case = (typeof CASES)[number]

function keysOf(more: Seed): string {
  const { packages = [], ...flags } = more
  const invoices = packages.map(({ type }) => type)

  return [...Object.keys(flags), ...invoices].join(' + ')
}
