import { cancelOrder, orderCancellation } from '../support/graphql'
import type { OrderAnswer } from '../support/graphql'
import { sorted } from '../support/lists'
import { Simulator } from '../support/simulator'
import { CASES, SIDES } from '../support/statusTable'
import type { Case, Short } from '../support/statusTable'

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
