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

  const loseReply = (more: Partial<FaultRule> = {}) =>
    simulator.fault({
      name: 'lost reply',
      method: 'POST',
      path: '/cancel',
      kind: 'reset',
      ...more,
    })

  it("records who sent what and when, the order's status before, and OMS's reply", async () => {
    const { date, receipt } = await cancelOrder(simulator, ORDER, {
      reason: 'Out of stock',
    })

    expect(await journalOf(simulator, ORDER)).toEqual({
      entries: [
        {
          version: 1,
          orderId: ORDER,
          seq: 1,
          id: expect.stringMatching(/^g-[0-9a-f-]{36}$/),
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

  it('provides date, receipt and reason to later reads by other callers', async () => {
    const { date, receipt } = await cancelOrder(simulator, ORDER, {
      reason: 'Late',
    })

    expect(
      await orderCancellation(simulator, ORDER, { as: 'viewer' })
    ).toMatchObject({ date, receipt, reason: 'Late' })
  })

  it('has no entry for an order for which nothing is sent', async () => {
    await simulator.seed({ orderId: ORDER, status: 'invoiced' })
    await cancelOrder(simulator, ORDER)
    await cancelOrder(simulator, '1390000000009-01')
    await orderCancellation(simulator, ORDER)

    expect(await simulator.files()).toEqual([])
  })

  it('blocks a second cancel 5 seconds after an unsettled one, and the refusal says how long to wait', async () => {
    await loseReply()
    expect((await cancelOrder(simulator, ORDER)).state).toBe('UNKNOWN')
    // The reads that looked for the effect have already taken about 8 seconds.
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

  it('lets a fresh read decide 60 seconds after an unsettled cancel, and the cancel is sent again', async () => {
    await loseReply()
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

  it('counts an unsettled cancel that took effect late as a success, and it is not sent again', async () => {
    await loseReply()
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

  it("does not claim another caller's cancel as its own after an unsettled one that had no effect", async () => {
    await loseReply()
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
    ['resets the connection', { kind: 'reset' }],
    ['never answers', { kind: 'hang' }],
    ['answers HTML', { status: 200, body: '<html>' }],
    [
      'answers a file of an unknown version',
      { status: 200, body: { version: 7 } },
    ],
  ])('prevents a send when VBase %s', async (_what, fault) => {
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

  it('prevents a send when VBase fails only for writes', async () => {
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

  it('prevents a second send when VBase wrongly answers 404 for an existing journal', async () => {
    await loseReply()
    await cancelOrder(simulator, ORDER)
    await simulator.fault({
      name: 'wrong 404',
      host: VBASE,
      method: 'GET',
      path: '.unsettled.json',
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

  it('that cannot be completed does not hide the outcome from the caller, and blocks another send', async () => {
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

  it('of a single order does not depend on the lane: an unreadable one refuses no cancel', async () => {
    await simulator.putFile('batches', 'lane.json', { version: 99 })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      refusal: null,
    })
    expect(await posts()).toHaveLength(1)
    expect(
      (await simulator.ledger('vbase')).filter(({ path }) =>
        path.includes('/batches/')
      )
    ).toEqual([])
  })

  it("prevents a send when VTEX ID cannot tell the caller's name", async () => {
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
      'between the journal entry and the cancel',
      { method: 'GET', path: `/orders/${ORDER}`, skip: 1 },
      'handling',
    ],
    [
      'while its cancel is on the way and never reaches OMS',
      { method: 'POST', path: '/cancel', processing: 'before' },
      'handling',
    ],
    [
      'after its cancel and before it can write the outcome',
      { method: 'POST', path: '/cancel', processing: 'after' },
      'cancellation-requested',
    ],
  ] as const)('of a replica that dies %s', (_when, point, statusAfter) => {
    beforeEach(async () => {
      await simulator.fault({ name: 'kill', kind: 'kill', ...point })
      await ask(
        simulator,
        `mutation { cancelOrder(orderId: "${ORDER}") { state } }`,
        { replica: 0 }
      )
      await simulator.startReplica(0)
    })

    it('has an open entry, and no other replica sends while that cancel may still take effect', async () => {
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

    it('lets another replica continue a minute later, as a fresh read decides', async () => {
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
