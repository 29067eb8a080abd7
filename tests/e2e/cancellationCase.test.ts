import { createBatch, controlBatch, untilBatch } from '../support/batches'
import { ask, cancelOrder } from '../support/graphql'
import { cancellationCase } from '../support/orderCase'
import { withoutOwnRequests } from '../support/requestList'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const SIBLING = '1390000000001-02'
const REQUEST = {
  orderId: ORDER,
  status: 'cancellation-requested',
  origin: 'Fulfillment',
  requestedAt: 'handling',
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
} as const

describe('cancellationCase', () => {
  const simulator = useSimulator()

  it('shows an order that can be canceled, with its money, and nothing that is not so', async () => {
    const { orderId, value } = await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
    })

    const answer = await cancellationCase(simulator, ORDER)

    expect(answer).toEqual({
      cacheId: orderId,
      orderId,
      cancellation: {
        state: 'NOT_REQUESTED',
        orderStatus: 'payment-approved',
        warnings: [],
        notices: [],
        refusal: null,
      },
      readAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      actions: ['CANCEL'],
      makesRequest: false,
      keepsStock: false,
      value,
      currency: 'BRL',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      request: null,
      payment: { state: 'HOLDS_MONEY', transactionStatus: expect.any(String) },
      siblings: [],
      history: [],
    })
    expect(
      (await simulator.allOmsCalls()).filter((call) => !call.startsWith('GET'))
    ).toEqual([])
  })

  it('says that a cancel of an own-store order in handling only makes a request, and keeps the stock', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })

    expect(await cancellationCase(simulator, ORDER)).toMatchObject({
      actions: ['CANCEL'],
      makesRequest: true,
      keepsStock: true,
    })
  })

  it("shows a shopper's open request as the list of requests does, and both what may be done about it", async () => {
    await withoutOwnRequests(simulator)
    await simulator.seed({ ...REQUEST, ageSeconds: 3_600 })
    await simulator.advance(300)

    const { request, actions } = await cancellationCase(simulator, ORDER)
    const { data } = await ask(
      simulator,
      `{ cancellationRequests { items {
        cacheId orderId awaiting requestedBy reason requestedAt decideBy value currency actions
      } } }`
    )

    expect(actions).toEqual(['ACCEPT', 'DENY'])
    expect(request).toMatchObject({
      cacheId: `request:${ORDER}`,
      awaiting: 'SELF',
      requestedBy: 'SHOPPER',
      reason: 'Ordered twice',
      actions: ['ACCEPT', 'DENY'],
    })
    expect(data?.cancellationRequests.items).toEqual([request])
  })

  it("never offers to deny the store's own request, here and in the list", async () => {
    await withoutOwnRequests(simulator)
    await simulator.seed({ orderId: ORDER, status: 'handling' })
    await cancelOrder(simulator, ORDER, { reason: 'Damaged' })
    await simulator.advance(300)

    const { request, actions } = await cancellationCase(simulator, ORDER)
    const { data } = await ask(
      simulator,
      '{ cancellationRequests { items { orderId actions } } }'
    )

    expect(actions).toEqual(['ACCEPT'])
    expect(request).toMatchObject({
      requestedBy: 'OWN_STORE',
      actions: ['ACCEPT'],
    })
    expect(data?.cancellationRequests.items).toEqual([
      { orderId: ORDER, actions: ['ACCEPT'] },
    ])
  })

  it('shows the other orders of the purchase by their status, and that they share the payment', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      transactionId: 'T-1',
    })
    const { value } = await simulator.seed({
      orderId: SIBLING,
      status: 'canceled',
      transactionId: 'T-1',
    })

    const { siblings, cancellation } = await cancellationCase(simulator, ORDER)

    expect(siblings).toEqual([
      {
        cacheId: SIBLING,
        orderId: SIBLING,
        state: 'CANCELED',
        orderStatus: 'canceled',
        value,
        currency: 'BRL',
      },
    ])
    expect(cancellation.warnings).toEqual([
      'The payment is shared with other orders of the same purchase: it is given back whole only when all of them are canceled.',
    ])
  })

  it('shows 50 other orders of a purchase at most, and says how many are left out', async () => {
    await simulator.seed({ orderId: ORDER, status: 'payment-approved' })
    for (let number = 2; number <= 54; number += 1) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.seed({
        orderId: `1390000000001-${String(number).padStart(2, '0')}`,
        status: 'payment-approved',
      })
    }

    const { siblings, cancellation } = await cancellationCase(simulator, ORDER)

    expect(siblings).toHaveLength(50)
    expect(cancellation.warnings).toContain(
      'The purchase has more orders than are shown: 3.'
    )
    expect(cancellation.notices).toContainEqual({
      code: 'MORE_SIBLINGS',
      subject: '3',
    })
  })

  it("shows no payment of a seller's order: its marketplace has it", async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      origin: 'Fulfillment',
    })

    const { payment } = await cancellationCase(simulator, ORDER)

    expect(payment).toBeNull()
    expect(
      (await simulator.allOmsCalls()).filter((call) =>
        call.endsWith('payment-transaction')
      )
    ).toEqual([])
  })

  it('shows what this app did, the newest first, with who, what came of it, and by which batch', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })
    const first = await cancelOrder(simulator, ORDER, {
      reason: 'Damaged',
      requestedByUser: true,
    })

    const { batch } = await createBatch(simulator, {
      orders: [ORDER],
      checkFirst: false,
      acceptOwnRequests: true,
    })

    const id = batch?.id ?? ''

    await controlBatch(simulator, { id, action: 'START', expectedOrders: 1 })
    await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

    const { history } = await cancellationCase(simulator, ORDER)

    expect(history?.[history.length - 1]).toEqual({
      cacheId: expect.stringContaining(ORDER),
      action: 'CANCEL',
      outcome: 'RECEIVED',
      by: 'olga@acme.example',
      at: expect.stringMatching(/Z$/),
      reason: 'Damaged',
      requestedByUser: true,
      invoiceNumber: null,
      date: first.date,
      receipt: first.receipt,
      batchId: null,
    })
    expect(
      new Set(history?.slice(0, -1).map(({ batchId }) => batchId))
    ).toEqual(new Set(history && history.length > 1 ? [id] : []))
  })

  it('needs no more than three round trips one after the other behind @auth, for a canceled order with all that stands beside it', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      sellers: [{ id: 'globex', name: 'Globex' }],
    })
    await simulator.seed({ orderId: SIBLING, status: 'payment-approved' })
    await cancelOrder(simulator, ORDER)
    await simulator.advance(600)
    await simulator.forgetLedger()
    // Calls that could run side by side are told from those that wait for one another.
    await simulator.fault({ name: 'slow', times: 100, delayMs: 150 })

    const { cancellation } = await cancellationCase(simulator, ORDER)
    const calls = await simulator.ledger()
    const depths: number[] = []

    for (const { startedMs } of calls) {
      const before = calls.flatMap(({ endedMs }, index) =>
        endedMs !== null && endedMs <= startedMs ? depths[index] ?? 0 : 0
      )

      depths.push(1 + Math.max(0, ...before))
    }

    expect(cancellation.state).toBe('CANCELED')
    // Two of them are @auth's: who calls, and whether they hold OMSViewer.
    expect(calls.slice(0, 2).map(({ service }) => service)).toEqual([
      'vtexId',
      'licenseManager',
    ])
    expect(Math.max(...depths)).toBe(2 + 3)
    expect(
      calls.filter(({ service }) => service === 'oms').map(({ path }) => path)
    ).toHaveLength(4)
  })
})
