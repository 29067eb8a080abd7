import type { FaultRule } from '../../simulator/edge/faults'
import { ask, cancelOrder, orderCancellation } from '../support/graphql'
import { ageJournal, journalOf, outcomesOf } from '../support/journal'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const VBASE = 'infra.io.vtex.com'

describe('the journal', () => {
  const simulator = useSimulator(
    { orderId: ORDER, status: 'handling' },
    { replicas: 2 }
  )

  const posts = async () =>
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))

  const lose = (more: Partial<FaultRule> = {}) =>
    simulator.fault({
      name: 'lost reply',
      method: 'POST',
      path: '/cancel',
      kind: 'reset',
      ...more,
    })

  it('keeps who sent what and when, the status seen, and what OMS said', async () => {
    const { date, receipt } = await cancelOrder(simulator, ORDER, {
      reason: 'Out of stock',
    })

    expect(await journalOf(simulator, ORDER)).toEqual({
      version: 1,
      orderId: ORDER,
      entries: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          kind: 'cancel',
          by: 'olga@acme.example',
          reason: 'Out of stock',
          requestedByUser: false,
          invoiceNumber: null,
          statusSeen: 'handling',
          startedAtMs: expect.any(Number),
          completion: {
            outcome: 'received',
            atMs: expect.any(Number),
            sentAtMs: expect.any(Number),
            date,
            receipt,
          },
        },
      ],
    })
  })

  it('gives date, receipt and reason to whoever reads the order later', async () => {
    const { date, receipt } = await cancelOrder(simulator, ORDER, {
      reason: 'Late',
    })

    expect(
      await orderCancellation(simulator, ORDER, { as: 'viewer' })
    ).toMatchObject({ date, receipt, reason: 'Late' })
  })

  it('writes nothing about an order that nothing is sent for', async () => {
    await simulator.seed({ orderId: ORDER, status: 'invoiced' })
    await cancelOrder(simulator, ORDER)
    await cancelOrder(simulator, '1390000000009-01')
    await orderCancellation(simulator, ORDER)

    expect(await simulator.files()).toEqual([])
  })

  it('an unsettled order asked again after 5 seconds: nothing is sent, and the seconds to wait are named', async () => {
    await lose()
    expect((await cancelOrder(simulator, ORDER)).state).toBe('UNKNOWN')
    // Looking for the effect took about 8 seconds already.
    await ageJournal(simulator, ORDER, -3)

    const again = await cancelOrder(simulator, ORDER)
    const read = await orderCancellation(simulator, ORDER)

    for (const { state, nextStep, refusal } of [again, read]) {
      expect({ state, nextStep, code: refusal?.code }).toEqual({
        state: 'UNKNOWN',
        nextStep: 'RETRY_LATER',
        code: 'CONFLICT',
      })
      expect(refusal?.retryable).toBe(true)
      expect(refusal?.retryAfterSeconds).toBeGreaterThan(0)
      expect(refusal?.retryAfterSeconds).toBeLessThanOrEqual(43)
    }

    expect(await posts()).toHaveLength(1)
  })

  it('an unsettled order asked again after 60 seconds: a fresh read decides, and it is sent', async () => {
    await lose()
    await cancelOrder(simulator, ORDER)
    await ageJournal(simulator, ORDER, 60)

    expect((await orderCancellation(simulator, ORDER)).state).toBe(
      'NOT_REQUESTED'
    )
    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      refusal: null,
    })
    expect(await posts()).toHaveLength(2)
    expect(await outcomesOf(simulator, ORDER)).toEqual([
      'cancel unsettled',
      'cancel received',
    ])
  })

  it('an unsettled cancel that took effect late is a success of its own, and not sent again', async () => {
    await lose()
    await cancelOrder(simulator, ORDER)
    await simulator.seed({ orderId: ORDER, status: 'cancel' })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'ACCEPTED',
      date: null,
      receipt: null,
      refusal: null,
    })
    expect(await posts()).toHaveLength(1)
  })

  it('does not call its own what somebody else canceled after a cancel that came to nothing', async () => {
    await lose()
    await cancelOrder(simulator, ORDER, { reason: 'Out of stock' })
    await ageJournal(simulator, ORDER, 3_600)
    await simulator.seed({
      orderId: ORDER,
      status: 'canceled',
      cancellation: { reason: 'Ordered twice', requestedByUser: true },
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      date: null,
      receipt: null,
      reason: 'Ordered twice',
      requestedByUser: true,
    })
  })

  it.each<[string, Partial<FaultRule>]>([
    ['answers 500', { status: 500 }],
    ['resets', { kind: 'reset' }],
    ['never answers', { kind: 'hang' }],
    ['answers HTML', { status: 200, body: '<html>' }],
    ['answers another app’s file', { status: 200, body: { version: 7 } }],
  ])('a VBase that %s: nothing is sent', async (_what, fault) => {
    await simulator.fault({
      name: 'VBase',
      host: VBASE,
      times: 50,
      ...fault,
    })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'NOT_REQUESTED',
      nextStep: 'RETRY_LATER',
      refusal: { code: 'STORAGE_UNAVAILABLE', retryable: true },
    })
    expect(await posts()).toEqual([])
    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([
      'The journal could not be read, so what this app has sent for the order is not known here.',
    ])
  })

  it('a VBase that fails only to write: nothing is sent', async () => {
    await simulator.fault({
      name: 'no writes',
      host: VBASE,
      method: 'PUT',
      times: 50,
      status: 503,
    })

    expect((await cancelOrder(simulator, ORDER)).refusal?.code).toBe(
      'STORAGE_UNAVAILABLE'
    )
    expect(await posts()).toEqual([])
  })

  it('a wrong 404 is not taken for "nothing was sent"', async () => {
    await lose()
    await cancelOrder(simulator, ORDER)
    await simulator.fault({
      name: 'wrong 404',
      host: VBASE,
      method: 'GET',
      path: `${ORDER}.json`,
      times: 50,
      status: 404,
      body: {},
    })

    expect((await cancelOrder(simulator, ORDER)).refusal?.code).toBe(
      'STORAGE_UNAVAILABLE'
    )
    expect(await posts()).toHaveLength(1)
    expect(await outcomesOf(simulator, ORDER)).toEqual(['cancel unsettled'])
  })

  it('an outcome that cannot be written is told all the same, and blocks another send', async () => {
    await simulator.fault({
      name: 'no completion',
      host: VBASE,
      method: 'PUT',
      requestBody: '"received"',
      times: 50,
      status: 500,
    })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      receipt: expect.any(String),
      warnings: [
        'The outcome could not be written to the journal: later reads will not know date and receipt.',
      ],
    })
    expect(await outcomesOf(simulator, ORDER)).toEqual(['cancel open'])
    await ageJournal(simulator, ORDER, 35)
    expect((await cancelOrder(simulator, ORDER)).refusal?.code).toBe(
      'DECISION_PENDING'
    )
    expect(await posts()).toHaveLength(1)
  })

  it('who may not be named sends nothing', async () => {
    await simulator.fault({
      name: 'VTEX ID, asked for the name',
      host: 'vtexid.vtex.com.br',
      skip: 1,
      status: 500,
    })

    expect((await cancelOrder(simulator, ORDER)).refusal?.code).toBe(
      'STORAGE_UNAVAILABLE'
    )
    expect(await posts()).toEqual([])
  })

  describe.each([
    [
      'between journal and cancel',
      { method: 'GET', path: `/orders/${ORDER}`, skip: 1 },
      'handling',
    ],
    [
      'while its cancel is on the way, which OMS never sees',
      { method: 'POST', path: '/cancel', processing: 'before' },
      'handling',
    ],
    [
      'after its cancel, before it could write the outcome',
      { method: 'POST', path: '/cancel', processing: 'after' },
      'cancellation-requested',
    ],
  ] as const)('a replica that dies %s', (_when, point, statusAfter) => {
    beforeEach(async () => {
      await simulator.fault({ name: 'kill', kind: 'kill', ...point })
      await ask(
        simulator,
        `mutation { cancelOrder(orderId: "${ORDER}") { state } }`,
        { replica: 0 }
      )
      await simulator.startReplica(0)
    })

    it('leaves an open entry, and no other replica sends until it can no longer take effect', async () => {
      const before = await posts()

      expect(await outcomesOf(simulator, ORDER)).toEqual(['cancel open'])
      await ageJournal(simulator, ORDER, 35)

      const { state, orderStatus, refusal } = await cancelOrder(
        simulator,
        ORDER,
        { replica: 1 }
      )

      expect({ state, orderStatus, code: refusal?.code }).toEqual(
        statusAfter === 'handling'
          ? { state: 'UNKNOWN', orderStatus: 'handling', code: 'CONFLICT' }
          : {
              state: 'AWAITING_DECISION',
              orderStatus: 'cancellation-requested',
              code: 'DECISION_PENDING',
            }
      )
      expect(await posts()).toEqual(before)
    })

    it('is made good a minute later by what a fresh read shows', async () => {
      const before = await posts()

      await ageJournal(simulator, ORDER, 60)

      const { state } = await cancelOrder(simulator, ORDER, { replica: 1 })

      expect(state).toBe('AWAITING_DECISION')
      expect(await posts()).toEqual(
        statusAfter === 'handling'
          ? [...before, `POST ${ORDER}/cancel`]
          : before
      )
    })
  })
})
