import { cancelOrder, orderCancellation } from '../support/graphql'
import type { OrderAnswer } from '../support/graphql'
import type { SimulatedOrder } from '../../simulator/services/oms/order'
import { useSimulator } from '../support/simulator'

const OUTPUT = { type: 'Output', invoiceNumber: '1001' } as const
const RETURN = { type: 'Input', invoiceNumber: '2001' } as const
const SELLER = { sellers: [{ id: 'globex', name: 'Globex' }] }

interface Row {
  situation: string
  order: Partial<SimulatedOrder>
  /** What `orderCancellation` says before anything is done. */
  read: Short
  /** What `cancelOrder` says. */
  cancel: Short
  /** How many cancels reach OMS. */
  sent: 0 | 1
}

/** `STATE next step`, then `awaiting WHO` and `refused CODE` where there is one. */
type Short = string

const NOT_CANCELED = 'NOT_REQUESTED NONE'
const SENT = 'ACCEPTED CHECK_AGAIN'
const TWO_STEPS = 'AWAITING_DECISION DECIDE_REQUEST awaiting SELF'

const OPEN_STATUSES = [
  'payment-pending',
  'payment-approved',
  'approve-payment',
  'window-to-cancel',
  'waiting-for-authorization',
  'waiting-for-fulfillment',
  'authorize-fulfillment',
]

const ROWS: Row[] = [
  ...OPEN_STATUSES.map((status) => ({
    situation: `own store, ${status}`,
    order: { status },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1 as const,
  })),
  ...['ready-for-handling', 'handling', 'ready-for-invoicing'].map(
    (status) => ({
      situation: `own store, ${status}: the cancel makes a request`,
      order: { status },
      read: NOT_CANCELED,
      cancel: TWO_STEPS,
      sent: 1 as const,
    })
  ),
  {
    situation: 'marketplace order of another seller',
    order: { status: 'payment-approved', ...SELLER },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1,
  },
  {
    situation: 'marketplace order that its seller is handling',
    order: { status: 'handling', sellerDecides: true, ...SELLER },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1,
  },
  {
    situation: "seller's order before handling",
    order: { status: 'waiting-for-fulfillment', origin: 'Fulfillment' },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1,
  },
  {
    situation: "seller's order in handling: the cancel makes a request",
    order: { status: 'handling', origin: 'Fulfillment' },
    read: NOT_CANCELED,
    cancel: TWO_STEPS,
    sent: 1,
  },
  {
    situation: 'the middle order of a chain',
    order: { status: 'waiting-for-fulfillment', origin: 'Chain', ...SELLER },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1,
  },
  {
    situation: 'a new status, partly invoiced',
    order: { status: 'brand-new-status', packages: [OUTPUT] },
    read: 'UNKNOWN MODIFY_ORDER refused ORDER_PARTIALLY_INVOICED',
    cancel: 'UNKNOWN MODIFY_ORDER refused ORDER_PARTIALLY_INVOICED',
    sent: 0,
  },
  {
    situation: 'a request that was denied by an invoice',
    order: {
      status: 'invoice-after-cancellation-deny',
      packages: [OUTPUT],
    },
    read: 'DENIED RETURN_INVOICE refused ORDER_INVOICED',
    cancel: 'DENIED RETURN_INVOICE refused ORDER_INVOICED',
    sent: 0,
  },
  {
    situation: 'a status nobody has documented',
    order: { status: 'brand-new-status' },
    read: 'UNKNOWN CHECK_AGAIN',
    cancel: SENT,
    sent: 1,
  },
  {
    situation: 'incomplete order',
    order: { status: null },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1,
  },
  {
    situation: 'invoiced, with a return invoice',
    order: { status: 'invoiced', packages: [OUTPUT, RETURN] },
    read: NOT_CANCELED,
    cancel: SENT,
    sent: 1,
  },
  {
    situation: 'invoiced',
    order: { status: 'invoiced', packages: [OUTPUT] },
    read: 'NOT_REQUESTED RETURN_INVOICE refused ORDER_INVOICED',
    cancel: 'NOT_REQUESTED RETURN_INVOICE refused ORDER_INVOICED',
    sent: 0,
  },
  {
    situation: 'partly invoiced',
    order: { status: 'handling', packages: [OUTPUT] },
    read: 'NOT_REQUESTED MODIFY_ORDER refused ORDER_PARTIALLY_INVOICED',
    cancel: 'NOT_REQUESTED MODIFY_ORDER refused ORDER_PARTIALLY_INVOICED',
    sent: 0,
  },
  ...['start-handling', 'invoice', 'order-created'].map((status) => ({
    situation: `${status}: the platform is moving the order`,
    order: { status },
    read: 'NOT_REQUESTED RETRY_LATER refused ORDER_IN_TRANSITION',
    cancel: 'NOT_REQUESTED RETRY_LATER refused ORDER_IN_TRANSITION',
    sent: 0 as const,
  })),
  {
    situation: "seller's order with an open request",
    order: { status: 'cancellation-requested', origin: 'Fulfillment' },
    read: `${TWO_STEPS} refused DECISION_PENDING`,
    cancel: `${TWO_STEPS} refused DECISION_PENDING`,
    sent: 0,
  },
  {
    situation: 'marketplace order waiting for its seller',
    order: { status: 'waiting-for-seller-decision', ...SELLER },
    read: 'AWAITING_DECISION WAIT_FOR_DECISION awaiting OTHER',
    cancel: 'AWAITING_DECISION WAIT_FOR_DECISION awaiting OTHER',
    sent: 0,
  },
  ...['cancel', 'request-cancel'].map((status) => ({
    situation: `${status}: under way already`,
    order: { status },
    read: SENT,
    cancel: SENT,
    sent: 0 as const,
  })),
  {
    situation: 'canceled already',
    order: { status: 'canceled' },
    read: 'CANCELED NONE',
    cancel: 'CANCELED NONE',
    sent: 0,
  },
  {
    situation: 'replaced by another order',
    order: { status: 'replaced' },
    read: 'NOT_REQUESTED NONE refused NOT_CANCELLABLE',
    cancel: 'NOT_REQUESTED NONE refused NOT_CANCELLABLE',
    sent: 0,
  },
  {
    situation: 'a request that was denied',
    order: { status: 'cancellation-request-denied-ffm' },
    read: 'DENIED NONE',
    cancel: SENT,
    sent: 1,
  },
]

function short({ state, nextStep, awaiting, refusal }: OrderAnswer): Short {
  return [
    `${state} ${nextStep}`,
    awaiting && `awaiting ${awaiting}`,
    refusal && `refused ${refusal.code}`,
  ]
    .filter(Boolean)
    .join(' ')
}

describe('cancelling an order in each status', () => {
  const simulator = useSimulator()

  /** Without those about what stands beside an order. */
  const callsAbout = async (orderId: string) =>
    (await simulator.omsCalls()).filter(
      (call) => call !== `GET ${orderId}/payment-transaction`
    )

  it.each(ROWS)(
    '$situation: read $read; cancel $cancel',
    async ({ order, read, cancel, sent }) => {
      const { orderId } = await simulator.seed({
        orderId: '1390000000001-01',
        ...order,
      })

      expect(short(await orderCancellation(simulator, orderId))).toBe(read)
      expect(await callsAbout(orderId)).toEqual([`GET ${orderId}`])

      expect(short(await cancelOrder(simulator, orderId))).toBe(cancel)
      expect((await callsAbout(orderId)).slice(1)).toEqual(
        sent
          ? [`GET ${orderId}`, `GET ${orderId}`, `POST ${orderId}/cancel`]
          : [`GET ${orderId}`]
      )
    }
  )

  it('an incomplete order is sent with a warning', async () => {
    const { orderId } = await simulator.seed({ status: null })
    const { warnings } = await cancelOrder(simulator, orderId)

    expect(warnings).toEqual([
      'The order is incomplete. The platform cancels such orders by itself; OMS may not take a cancel for it.',
    ])
  })

  it('a refusal says what is wrong and what to do, for people and for programs', async () => {
    const { orderId } = await simulator.seed({
      orderId: '1390000000002-01',
      status: 'start-handling',
    })

    expect((await cancelOrder(simulator, orderId)).refusal).toEqual({
      code: 'ORDER_IN_TRANSITION',
      message:
        'The platform is moving order 1390000000002-01 on from "start-handling" and takes no cancel meanwhile. Call again when its status has changed.',
      retryable: true,
      retryAfterSeconds: null,
    })
  })
})
