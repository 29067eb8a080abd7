import { cancelOrder, orderCancellation } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const SIBLING = '1390000000001-02'
const HOUR = 3_600

describe("VTEX's known issues that are visible from outside", () => {
  const simulator = useSimulator()

  /** Asserts that `orderCancellation` reports the order as stuck, and returns its answer. */
  async function expectStuck(kind: string, knownIssue: string | null) {
    const read = await orderCancellation(simulator, ORDER)

    expect(read).toMatchObject({
      state: 'STUCK',
      nextStep: 'OPEN_TICKET',
      refusal: null,
      stuck: {
        kind,
        knownIssue,
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        advice: expect.stringMatching(/ticket/),
      },
    })

    return read
  }

  /** Asserts that `cancelOrder` reports the order as stuck too, and sends nothing. */
  const expectNothingSent = async () => {
    const { state } = await cancelOrder(simulator, ORDER)

    expect(state).toBe('STUCK')
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([])
  }

  it('1400005: an order that the seller invoiced during the cancel is reported as stuck', async () => {
    await simulator.seed({ orderId: ORDER, stuck: '1400005' })

    await expectStuck('CANCEL_INVOICE_RACE', '1400005')
    await expectNothingSent()
  })

  it("1400005: an order is reported as stuck as soon as the seller's invoice overtakes the request", async () => {
    await simulator.choose({ stepSeconds: 60 })
    await simulator.seed({
      orderId: ORDER,
      sellers: [{ id: 'globex', name: 'Globex' }],
      sellerDecides: true,
      linkedTo: 'SELLER-1',
    })
    await simulator.seed({
      orderId: 'SELLER-1',
      origin: 'Fulfillment',
      status: 'handling',
      linkedTo: ORDER,
    })

    expect((await cancelOrder(simulator, ORDER)).state).toBe('ACCEPTED')
    await simulator.sellerDoes('SELLER-1', 'invoice')

    await expectStuck('CANCEL_INVOICE_RACE', '1400005')
  })

  it('1089344: an order whose creation failed is reported as stuck in cancel', async () => {
    await simulator.seed({ orderId: ORDER, stuck: '1089344' })

    const { reason } = await expectStuck('CREATION_ERROR', '1089344')

    expect(reason).toBe('Creation error')
    await expectNothingSent()
  })

  it('1089344: an order in cancel is not reported as stuck before two hours have passed', async () => {
    const date = new Date(Date.now() - HOUR * 1000).toISOString()

    await simulator.seed({
      orderId: ORDER,
      stuck: '1089344',
      lastChange: date,
      cancellation: { reason: 'Creation error', date },
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'ACCEPTED',
      stuck: null,
    })
  })

  it("1198719: a seller's order in cancel is reported as stuck when the marketplace's is canceled", async () => {
    await simulator.seed({ orderId: 'MKT-1', status: 'canceled' })
    await simulator.seed({
      orderId: ORDER,
      stuck: '1198719',
      marketplaceOrderId: 'MKT-1',
    })

    await expectStuck('SELLER_NOT_CANCELED', '1198719')
    expect(await simulator.omsCalls()).toEqual([`GET ${ORDER}`, 'GET MKT-1'])
    await expectNothingSent()
  })

  it("1198719: without access to the marketplace's order, only a lack of progress is reported", async () => {
    await simulator.seed({
      orderId: ORDER,
      stuck: '1198719',
      marketplaceOrderId: 'GLOBEX-1',
    })

    await expectStuck('NO_PROGRESS', null)
  })

  it('1004978: an order whose seller denied its own request is reported as stuck', async () => {
    await simulator.seed({ orderId: ORDER, stuck: '1004978' })

    await expectStuck('OWN_REQUEST_DENIED', '1004978')
  })

  it('1242813: an order that returns from canceled to cancel is not canceled again, and has a warning for 30 seconds', async () => {
    await simulator.seed({ orderId: ORDER, flipsBack: true })
    await cancelOrder(simulator, ORDER)

    const states: string[] = []

    for (const seconds of [2, 2, 2]) {
      // eslint-disable-next-line no-await-in-loop
      await simulator.advance(seconds)

      // eslint-disable-next-line no-await-in-loop
      const { state, nextStep, warnings } = await orderCancellation(
        simulator,
        ORDER
      )

      states.push(`${state} ${nextStep} ${warnings.length}`)
    }

    expect(states).toEqual([
      'CANCELED CHECK_AGAIN 1',
      'ACCEPTED CHECK_AGAIN 0',
      'CANCELED CHECK_AGAIN 1',
    ])

    const again = await cancelOrder(simulator, ORDER)

    expect(again.state).toBe('CANCELED')
    expect(again.warnings).toEqual([
      'The order was canceled less than 30 seconds ago. OMS sometimes takes that back for a moment (VTEX known issue 1242813): read again.',
    ])
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toHaveLength(1)
  })

  it('1242813: an order canceled an hour ago has no warning', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'canceled',
      transactionStatus: 'Canceled',
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      nextStep: 'NONE',
      warnings: [],
    })
  })

  it('1249934 and 792650: requester and reason come from the journal, even if OMS shows others', async () => {
    await simulator.seed({ orderId: ORDER })
    await cancelOrder(simulator, ORDER, {
      reason: 'Out of stock',
      requestedByUser: true,
    })
    await simulator.seed({
      orderId: ORDER,
      status: 'canceled',
      cancelReason: null,
      cancellation: { reason: null, requestedByUser: false },
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      reason: 'Out of stock',
      requestedByUser: true,
    })
  })

  it('an order whose payment transaction stays in Cancelling is reported as stuck', async () => {
    await simulator.seed({ orderId: ORDER, stuck: 'transaction' })

    await expectStuck('TRANSACTION_NOT_CANCELED', '1163213')
    await expectNothingSent()
  })

  it('an order in request-cancel with a workflow error and no invoice is reported as stuck', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'request-cancel',
      workflowIsInError: true,
    })

    await expectStuck('WORKFLOW_ERROR', null)
  })

  it('a canceled order whose payment is not canceled has a warning', async () => {
    await simulator.seed({ orderId: ORDER, stuck: 'payment kept' })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      warnings: [
        'The payment is not canceled: its transaction is authorized. Look at it in the payments module, also for a refund that was made already, before you promise one.',
      ],
    })
  })

  it('a canceled order whose sibling of the same purchase is not canceled has a warning', async () => {
    const orderGroup = 'v1390000000001'

    await simulator.seed({
      orderId: ORDER,
      orderGroup,
      status: 'canceled',
      transactionStatus: 'Canceled',
    })
    await simulator.seed({ orderId: SIBLING, orderGroup, status: 'handling' })
    await simulator.seed({
      orderId: '1390000000001-03',
      orderGroup,
      status: 'canceled',
    })

    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([
      `Order ${SIBLING} of the same purchase is not canceled: cancel it too if the whole purchase is meant.`,
    ])
  })

  it('reads of the purchase and the payment that fail are named in warnings', async () => {
    await simulator.seed({ orderId: ORDER, status: 'canceled' })
    await simulator.fault({
      name: 'no purchase',
      path: 'order-group',
      status: 403,
    })
    await simulator.fault({
      name: 'no payment',
      path: 'payment-transaction',
      status: 500,
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      refusal: null,
      warnings: [
        'The other orders of the same purchase could not be read: some of them may not be canceled.',
        'The payment could not be read: it may not be canceled.',
      ],
    })
  })

  it('the list of orders, which lags by minutes, never decides about an order', async () => {
    await simulator.seed({ orderId: ORDER, status: 'canceled' })
    await orderCancellation(simulator, ORDER)

    const paths = (await simulator.ledger('oms')).map(({ path }) => path)

    expect(paths).toHaveLength(3)
    expect(paths).not.toContain('/api/oms/pvt/orders')
  })
})
