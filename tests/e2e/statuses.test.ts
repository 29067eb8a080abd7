import type { Seed } from '../../simulator/services/oms/seed'
import { cancelOrder, orderCancellation } from '../support/graphql'
import type { OrderAnswer } from '../support/graphql'
import { sorted } from '../support/lists'
import { Simulator } from '../support/simulator'

/** The sides of a sale that this account can hold. */
const SIDES: Record<string, Seed> = {
  'own store': {},
  marketplace: { sellers: [{ id: 'globex', name: 'Globex' }] },
  seller: { origin: 'Fulfillment' },
  chain: { origin: 'Chain', sellers: [{ id: 'globex', name: 'Globex' }] },
}

type Side = keyof typeof SIDES

const ALL_SIDES = Object.keys(SIDES)

/** `STATE NEXT_STEP`, followed by `awaiting WHO` and `refused CODE` if present. */
type Short = string

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

const OUTPUT = { type: 'Output', invoiceNumber: '1001' } as const
const RETURN = { type: 'Input', invoiceNumber: 'R1' } as const

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

const CASES = ROWS.flatMap((row) =>
  row.sides.map((side) => ({ ...row, side }))
).map((row, index) => ({
  ...row,
  what: `${row.side}, ${row.status}${row.more ? ` ${keysOf(row.more)}` : ''}`,
  orderId: `1390${String(index).padStart(9, '0')}-01`,
}))

type Case = (typeof CASES)[number]

function keysOf(more: Seed): string {
  const { packages = [], ...flags } = more
  const invoices = packages.map(({ type }) => type)

  return [...Object.keys(flags), ...invoices].join(' + ')
}

/** Lists the reads that an answer needs besides those of the order itself. */
function besides({ orderId, side, status }: Case): string[] {
  const isPaidHere = side === 'own store' || side === 'marketplace'
  const isEnding = ['request-cancel', 'cancel', 'canceled'].includes(
    status ?? ''
  )

  return [
    `GET order-group/v${orderId.replace('-01', '')}`,
    ...(isPaidHere && ['cancel', 'canceled'].includes(status ?? '')
      ? [`GET ${orderId}/payment-transaction`]
      : []),
    ...(side === 'marketplace' && isEnding ? [`GET 00-${orderId}`] : []),
  ]
}

/** Statuses of which the table does not prove that one cancel is all an order takes: a guarded cancel reads it twice. */
const GUARDED: unknown[] = [
  ...['ready-for-handling', 'handling', 'ready-for-invoicing'],
  ...['cancellation-request-denied', 'cancellation-request-denied-ffm'],
  ...['invoiced', 'a-status-of-tomorrow'],
  ...['order-create-error', 'order-creation-error', 'detail.state.null', null],
]

function callsOfCancel(row: Case): string[] {
  const read = `GET ${row.orderId}`
  const reads = GUARDED.includes(row.status) ? [read, read] : [read]

  switch (row.does) {
    case 'sends':
      return [...reads, `POST ${row.orderId}/cancel`]

    case 'nothing to do':
      return [read, ...besides(row)]

    case 'refuses':
      return [read]
  }
}

function short({ state, nextStep, awaiting, refusal }: OrderAnswer): Short {
  return [
    `${state} ${nextStep}`,
    awaiting && `awaiting ${awaiting}`,
    refusal && `refused ${refusal.code}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Calls one operation for all orders, a few at a time; returns the answers and the calls to OMS. */
async function askAll(
  simulator: Simulator,
  ask: (orderId: string) => Promise<OrderAnswer>
) {
  const answers = new Map<string, OrderAnswer>()
  const left = CASES.map(({ orderId }) => orderId)

  const work = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      // eslint-disable-next-line no-await-in-loop
      answers.set(id, await ask(id))
    }
  }

  await simulator.forgetLedger()
  await Promise.all(Array.from({ length: 8 }, work))

  return { answers, calls: await simulator.allOmsCalls() }
}

describe('each status on each side', () => {
  const simulator = new Simulator()
  let read: Awaited<ReturnType<typeof askAll>>
  let cancel: Awaited<ReturnType<typeof askAll>>

  beforeAll(async () => {
    await simulator.start()
    await simulator.reset()

    for (const { orderId, status, side, more } of CASES) {
      const seed = { orderId, status, ...SIDES[side], ...more }

      // eslint-disable-next-line no-await-in-loop
      await simulator.seed(seed)
    }

    read = await askAll(simulator, (id) => orderCancellation(simulator, id))
    cancel = await askAll(simulator, (id) => cancelOrder(simulator, id))
  }, 300_000)
  afterAll(() => simulator.stop())

  const about = ({ calls }: typeof read, { orderId }: Case) =>
    calls.filter((call) => call.includes(orderId.replace('-01', '')))

  it.each(CASES)('$what: orderCancellation says $read', (row) => {
    expect(short(read.answers.get(row.orderId) as OrderAnswer)).toBe(row.read)
    expect(sorted(about(read, row))).toEqual(
      sorted([`GET ${row.orderId}`, ...besides(row)])
    )
  })

  it.each(CASES)('$what: cancelOrder $does, and says $cancel', (row) => {
    const answer = cancel.answers.get(row.orderId) as OrderAnswer

    expect(short(answer)).toBe(row.cancel)
    // An open request has a date, whoever made it.
    expect(answer.date !== null).toBe(
      row.does === 'sends' || row.status === 'cancellation-requested'
    )
    expect(sorted(about(cancel, row))).toEqual(sorted(callsOfCancel(row)))
  })

  it('the cancel of an incomplete order is sent with a warning', () => {
    const { orderId } = CASES.find(({ status }) => status === null) as Case

    expect(cancel.answers.get(orderId)?.warnings).toEqual([
      'The order is incomplete. The platform cancels such orders by itself; OMS may not take a cancel for it.',
    ])
  })

  it('a refusal has a code for programs and a message that says what is wrong and what to do', () => {
    const { orderId } = CASES.find(
      ({ status }) => status === 'start-handling'
    ) as Case

    expect(cancel.answers.get(orderId)?.refusal).toEqual({
      code: 'ORDER_IN_TRANSITION',
      message: `The platform is moving order ${orderId} on from "start-handling" and takes nothing meanwhile. Call again when its status has changed.`,
      detail: 'ORDER_IN_TRANSITION',
      subject: 'start-handling',
      grounds: [],
      sums: null,
      retryable: true,
      retryAfterSeconds: null,
    })
  })
})
