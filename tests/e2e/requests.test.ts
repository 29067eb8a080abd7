import {
  cancelOrder,
  decideRequest,
  orderCancellation,
} from '../support/graphql'
import { journalOf, outcomesOf } from '../support/journal'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const READ = `GET ${ORDER}`
const CANCEL = `POST ${ORDER}/cancel`
const DENY = `POST ${ORDER}/deny-cancellation-request`

/** An order in handling at this seller that the shopper has asked the marketplace to cancel. */
const SHOPPERS_REQUEST = {
  orderId: ORDER,
  status: 'cancellation-requested',
  origin: 'Fulfillment',
  requestedAt: 'handling',
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
} as const

describe('accepting a cancellation request', () => {
  const simulator = useSimulator(SHOPPERS_REQUEST)

  it('of a shopper sends one cancel, and the order becomes canceled', async () => {
    expect(
      await decideRequest(simulator, ORDER, { accept: 'Fine' })
    ).toMatchObject({
      state: 'ACCEPTED',
      awaiting: null,
      nextStep: 'CHECK_AGAIN',
      date: expect.any(String),
      receipt: expect.stringMatching(/^[0-9a-f]{32}$/),
      // The requester and reason of the request, not of the accept.
      reason: 'Ordered twice',
      requestedByUser: true,
      refusal: null,
    })
    expect(await simulator.omsCalls()).toEqual([READ, READ, CANCEL])

    const [, , cancel] = await simulator.ledger('oms')

    expect(JSON.parse(cancel.body)).toEqual({
      reason: 'Fine',
      requestedByUser: true,
    })

    await simulator.advance(60)
    expect((await orderCancellation(simulator, ORDER)).state).toBe('CANCELED')
  })

  it('is the second step of an own-store cancel, and later reads show its receipt', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })

    const first = await cancelOrder(simulator, ORDER, { reason: 'Damaged' })
    const second = await decideRequest(simulator, ORDER, { accept: null })

    expect(first.state).toBe('AWAITING_DECISION')
    expect(second).toMatchObject({ state: 'ACCEPTED', reason: 'Damaged' })
    expect(second.receipt).not.toBeNull()
    expect(await simulator.omsCalls()).toEqual([
      ...[READ, READ, CANCEL],
      ...[READ, READ, CANCEL],
    ])
    expect(await outcomesOf(simulator, ORDER)).toEqual([
      'cancel received',
      'accept received',
    ])
    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'ACCEPTED',
      receipt: second.receipt,
      warnings: [
        'The order was being handled when it was canceled, and OMS does not give such stock back: correct the inventory.',
      ],
    })
  })

  it('succeeds and sends nothing when the order is already being canceled', async () => {
    const first = await decideRequest(simulator, ORDER, { accept: null })
    const again = await decideRequest(simulator, ORDER, { accept: null })

    expect(again).toMatchObject({
      state: 'ACCEPTED',
      receipt: first.receipt,
      refusal: null,
    })
    expect(
      (await simulator.omsCalls()).filter((call) => call === CANCEL)
    ).toEqual([CANCEL])
  })

  it.each([
    ['payment-approved', 'NO_OPEN_REQUEST'],
    ['handling', 'NO_OPEN_REQUEST'],
    ['invoiced', 'NO_OPEN_REQUEST'],
    ['waiting-for-seller-decision', 'WRONG_ACCOUNT'],
  ])(
    'on an order in %s is refused with %s, and nothing is sent',
    async (status, code) => {
      await simulator.seed({ orderId: ORDER, status })

      expect(
        (await decideRequest(simulator, ORDER, { accept: null })).refusal?.code
      ).toBe(code)
      expect(await simulator.omsCalls()).toEqual([READ])
    }
  )
})

describe('denying a cancellation request', () => {
  const simulator = useSimulator(SHOPPERS_REQUEST)

  it("of a shopper names the request's id, and the order continues", async () => {
    expect(
      await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    ).toMatchObject({
      state: 'DENIED',
      nextStep: 'NONE',
      denial: { reason: 'Sent already', date: expect.any(String) },
      date: null,
      receipt: null,
      refusal: null,
    })
    expect(await simulator.omsCalls()).toEqual([READ, READ, DENY])

    const [, , denial] = await simulator.ledger('oms')
    const [order] = (await simulator.orders()).filter(
      ({ orderId }) => orderId === ORDER
    )

    expect(denial.path).toBe(
      `/api/orders/pvt/document/${ORDER}/deny-cancellation-request`
    )
    expect(JSON.parse(denial.body)).toEqual({
      cancellationRequestId: order.requests[0].id,
      denyReason: 'Sent already',
    })

    await simulator.advance(60)
    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'DENIED',
      orderStatus: 'handling',
      denial: { reason: 'Sent already', date: expect.any(String) },
      refusal: null,
    })
  })

  it('a second time succeeds without a second denial', async () => {
    await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    await simulator.advance(60)

    expect(
      await decideRequest(simulator, ORDER, { deny: 'Again' })
    ).toMatchObject({
      state: 'DENIED',
      orderStatus: 'handling',
      denial: { reason: 'Sent already' },
      refusal: null,
    })
    expect(
      (await simulator.omsCalls()).filter((call) => call === DENY)
    ).toHaveLength(1)
  })

  it("takes the request's id from the purchase when the order does not show it", async () => {
    await simulator.choose({ cancellationData: 'PascalCase' })

    expect(
      (await decideRequest(simulator, ORDER, { deny: 'Sent already' })).state
    ).toBe('DENIED')
    expect((await simulator.allOmsCalls()).at(-1)).toBe(DENY)
  })

  it('leaves the order cancelable: another cancel makes a new request', async () => {
    await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    await simulator.advance(60)

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      denial: null,
      refusal: null,
    })
  })

  it('of the store itself is refused, because OMS would leave the order stuck', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })
    await cancelOrder(simulator, ORDER, { requestedByUser: true })

    expect(
      await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    ).toMatchObject({
      state: 'AWAITING_DECISION',
      nextStep: 'DECIDE_REQUEST',
      refusal: { code: 'OWN_REQUEST', retryable: false },
    })
    expect(await simulator.omsCalls()).not.toContain(DENY)
  })

  it("that a user made in the store's Admin is refused", async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'cancellation-requested',
      cancellation: { requestedByUser: false },
    })

    expect(
      (await decideRequest(simulator, ORDER, { deny: 'No' })).refusal?.code
    ).toBe('OWN_REQUEST')
    expect(await simulator.omsCalls()).toEqual([READ])
  })

  it.each([
    ['payment-approved', 'NO_OPEN_REQUEST'],
    ['canceled', 'NO_OPEN_REQUEST'],
    ['waiting-for-seller-decision', 'WRONG_ACCOUNT'],
  ])(
    'on an order in %s is refused with %s, and nothing is sent',
    async (status, code) => {
      await simulator.seed({ orderId: ORDER, status })

      expect(
        (await decideRequest(simulator, ORDER, { deny: 'No' })).refusal?.code
      ).toBe(code)
      expect(await simulator.omsCalls()).toEqual([READ])
    }
  )

  it.each(['', '  ', 'x'.repeat(1001)])(
    'with an empty or too long reason is refused before any call to OMS',
    async (deny) => {
      expect(
        (await decideRequest(simulator, ORDER, { deny })).refusal?.code
      ).toBe('INVALID_INPUT')
      expect(await simulator.allOmsCalls()).toEqual([])
    }
  )

  it("explains a 400 of OMS by the order's present state", async () => {
    // The request was accepted between the second read and the denial.
    await simulator.fault({
      name: 'still open',
      method: 'GET',
      path: `/orders/${ORDER}`,
      times: 2,
      status: 200,
      body: {
        orderId: ORDER,
        status: 'cancellation-requested',
        origin: 'Fulfillment',
        cancellationData: {
          requestedByUser: true,
          cancellationRequestId: 'request-1',
        },
      },
    })
    await simulator.seed({ orderId: ORDER, status: 'canceled' })

    expect(
      await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    ).toMatchObject({
      state: 'CANCELED',
      orderStatus: 'canceled',
      refusal: { code: 'NO_OPEN_REQUEST' },
    })
    expect(await simulator.omsCalls()).toEqual([READ, READ, DENY, READ])
  })

  it('whose reply is lost is found by a read of the order', async () => {
    await simulator.fault({
      name: 'lost',
      method: 'POST',
      path: 'deny',
      processing: 'after',
      kind: 'reset',
    })

    expect(
      await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    ).toMatchObject({ state: 'DENIED', refusal: null })
    expect(
      (await simulator.omsCalls()).filter((call) => call === DENY)
    ).toHaveLength(1)
    expect(await outcomesOf(simulator, ORDER)).toEqual(['deny found'])
  })

  it('that OMS answers with a login page is not confirmed', async () => {
    await simulator.fault({
      name: 'login page',
      method: 'POST',
      path: 'deny',
      status: 200,
      body: '<html>Sign in</html>',
    })

    expect(
      await decideRequest(simulator, ORDER, { deny: 'Sent already' })
    ).toMatchObject({ state: 'UNKNOWN', nextStep: 'CHECK_AGAIN' })
    expect(await outcomesOf(simulator, ORDER)).toEqual(['deny unsettled'])
    expect((await journalOf(simulator, ORDER))?.entries).toHaveLength(1)
  })
})

describe("a marketplace's order whose seller has to agree", () => {
  const simulator = useSimulator({
    orderId: ORDER,
    sellers: [{ id: 'globex', name: 'Globex' }],
    sellerDecides: true,
  })

  beforeEach(async () => {
    await cancelOrder(simulator, ORDER, { reason: 'Ordered twice' })
    await simulator.advance(10)
  })

  it('waits for the seller', async () => {
    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      awaiting: 'OTHER',
      nextStep: 'WAIT_FOR_DECISION',
    })
  })

  it.each([
    ['accept', 'CANCELED', 'canceled', undefined],
    ['deny', 'DENIED', 'payment-approved', 'Sent already'],
    ['invoice', 'DENIED', 'invoiced', null],
  ] as const)(
    'when the seller does %s: the state is %s',
    async (does, state, orderStatus, reason) => {
      await simulator.sellerDoes(ORDER, does, 'Sent already')
      await simulator.advance(120)

      const answer = await orderCancellation(simulator, ORDER)

      expect(answer).toMatchObject({ state, orderStatus })
      expect(answer.denial?.reason).toBe(reason)
    }
  )

  it('is canceled when the seller has not answered for 30 days', async () => {
    await simulator.advance(29 * 24 * 3_600)
    expect((await orderCancellation(simulator, ORDER)).awaiting).toBe('OTHER')

    await simulator.advance(2 * 24 * 3_600)
    expect((await orderCancellation(simulator, ORDER)).state).toBe('CANCELED')
  })
})
