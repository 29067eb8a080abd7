import { cancelOrder, orderCancellation } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const SIBLING = '1390000000001-02'
const HOUR = 3_600

describe("VTEX's known issues, as far as they can be seen from outside", () => {
  const simulator = useSimulator()

  /** `cancelOrder` finds an order that is stuck as `orderCancellation` does, and sends nothing. */
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

  const expectNothingSent = async () => {
    const { state } = await cancelOrder(simulator, ORDER)

    expect(state).toBe('STUCK')
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([])
  }

  it('1400005: invoiced by the seller while it was being canceled', async () => {
    await simulator.seed({ orderId: ORDER, stuck: '1400005' })

    await expectStuck('CANCEL_INVOICE_RACE', '1400005')
    await expectNothingSent()
  })

  it('1400005 as it happens: the invoice of the seller overtakes the request', async () => {
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

  it('1089344: an order that could not be created, stuck in cancel', async () => {
    await simulator.seed({ orderId: ORDER, stuck: '1089344' })

    const { reason } = await expectStuck('CREATION_ERROR', '1089344')

    expect(reason).toBe('Creation error')
    await expectNothingSent()
  })

  it('1089344 is no issue before two hours have passed', async () => {
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

  it("1198719: the seller's order is stuck in cancel, the marketplace's is canceled", async () => {
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

  it("1198719 seen where the marketplace is another account's: no progress, and no claim about the other side", async () => {
    await simulator.seed({
      orderId: ORDER,
      stuck: '1198719',
      marketplaceOrderId: 'GLOBEX-1',
    })

    await expectStuck('NO_PROGRESS', null)
  })

  it('1004978: a seller denied its own request', async () => {
    await simulator.seed({ orderId: ORDER, stuck: '1004978' })

    await expectStuck('OWN_REQUEST_DENIED', '1004978')
  })

  it('1242813: canceled turns back to cancel; nothing is sent again, and it is final only after 30 seconds', async () => {
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

  it('1242813: canceled an hour ago is final', async () => {
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

  it('1249934 and 792650: who asked and why are our own record, whatever OMS has made of it', async () => {
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

  it('a transaction that has stopped on its way to canceled holds the order', async () => {
    await simulator.seed({ orderId: ORDER, stuck: 'transaction' })

    await expectStuck('TRANSACTION_NOT_CANCELED', null)
    await expectNothingSent()
  })

  it('request-cancel with a workflow in error and no invoice', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'request-cancel',
      workflowIsInError: true,
    })

    await expectStuck('WORKFLOW_ERROR', null)
  })

  it('canceled, but the payment is not', async () => {
    await simulator.seed({ orderId: ORDER, stuck: 'payment kept' })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      warnings: [
        'The payment is not canceled: its transaction is authorized. Look at it in the payments module before you promise a refund.',
      ],
    })
  })

  it('a sibling of the same purchase lives on', async () => {
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

  it('what could not be looked at is said', async () => {
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

  it('never asks the list of orders, which lags by minutes', async () => {
    await simulator.seed({ orderId: ORDER, status: 'canceled' })
    await orderCancellation(simulator, ORDER)

    const paths = (await simulator.ledger('oms')).map(({ path }) => path)

    expect(paths).toHaveLength(3)
    expect(paths).not.toContain('/api/oms/pvt/orders')
  })
})
