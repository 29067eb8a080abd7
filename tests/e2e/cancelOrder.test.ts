import {
  ask,
  cancelOrder,
  orderCancellation,
  tokenOf,
} from '../support/graphql'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const CANCEL_PATH = `/api/oms/pvt/orders/${ORDER}/cancel`
const JOURNAL_PATH = `/vbase/v2/acme/master/buckets/acme.order-cancellation/journal-ea/files`

describe('cancelOrder', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  it("reads the order once, then sends one cancel with the reason, the requester and the caller's token", async () => {
    await cancelOrder(simulator, ORDER, {
      reason: 'Out of stock',
      requestedByUser: true,
    })

    const [read, cancel, ...more] = await simulator.ledger('oms')

    expect(more).toEqual([])
    expect(read).toMatchObject({
      method: 'GET',
      host: 'portal.vtexcommercestable.com.br',
      path: `/api/oms/pvt/orders/${ORDER}`,
      query: { an: 'acme' },
      body: '',
    })
    expect(read.headers.vtexidclientautcookie).toBe(tokenOf('operator'))
    expect(cancel).toMatchObject({
      method: 'POST',
      host: 'portal.vtexcommercestable.com.br',
      path: CANCEL_PATH,
      query: { an: 'acme' },
    })
    expect(JSON.parse(cancel.body)).toEqual({
      reason: 'Out of stock',
      requestedByUser: true,
    })
    expect(cancel.headers).toMatchObject({
      'content-type': 'application/json',
      vtexidclientautcookie: tokenOf('operator'),
      'proxy-authorization': tokenOf('this-app'),
    })
  })

  it('by default sends no reason and says that the shopper did not request the cancel', async () => {
    await cancelOrder(simulator, ORDER)

    const [, cancel] = await simulator.ledger('oms')

    expect(JSON.parse(cancel.body)).toEqual({ requestedByUser: false })
  })

  it('takes seven round trips one after the other, and nine calls: two check the caller, and two lists and two writes go to VBase', async () => {
    await cancelOrder(simulator, ORDER)

    const calls = await simulator.ledger()
    const steps = calls.map(
      ({ service, method, path }) =>
        `${method} ${service} ${path
          .replace(/u-[0-9a-f]{8}-[0-9a-f-]{27}/, 'ID')
          .replace(JOURNAL_PATH, 'JOURNAL')}`
    )

    const [user, grant, ...rest] = steps
    const beside = rest.slice(0, 3)

    expect([user, grant]).toEqual([
      'GET vtexId /api/vtexid/pub/authenticated/user',
      'GET licenseManager /api/license-manager/pvt/accounts/acme/products/19/logins/olga@acme.example/resources/CancelAction/granted',
    ])
    expect(sorted(beside)).toEqual([
      `GET oms /api/oms/pvt/orders/${ORDER}`,
      'GET vbase JOURNAL',
      'GET vtexId /api/vtexid/pub/authenticated/user',
    ])
    expect(rest.slice(3)).toEqual([
      `PUT vbase JOURNAL/${ORDER}/000001-ID.json`,
      'GET vbase JOURNAL',
      `POST oms ${CANCEL_PATH}`,
      `PUT vbase JOURNAL/${ORDER}/000001-ID.received.json`,
    ])
  })

  it("returns OMS's date and receipt unchanged, to the last digit", async () => {
    await simulator.fault({
      name: 'the reply of the documentation',
      method: 'POST',
      status: 200,
      body: {
        date: '2014-02-07T15:22:56.7612218-02:00',
        orderId: ORDER,
        receipt: '38e0e47da2934847b489216d208cfd91',
      },
    })

    expect(await cancelOrder(simulator, ORDER, { reason: 'Late' })).toEqual({
      cacheId: ORDER,
      orderId: ORDER,
      state: 'ACCEPTED',
      awaiting: null,
      orderStatus: 'payment-approved',
      date: '2014-02-07T15:22:56.7612218-02:00',
      receipt: '38e0e47da2934847b489216d208cfd91',
      reason: 'Late',
      requestedByUser: false,
      canceledAt: null,
      denial: null,
      stuck: null,
      nextStep: 'CHECK_AGAIN',
      warnings: [],
      notices: [],
      refusal: null,
    })
  })

  it('succeeds without a receipt when OMS sends none', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'payment-approved',
      withoutReceipt: true,
    })

    const { state, date, receipt, refusal } = await cancelOrder(
      simulator,
      ORDER
    )

    expect({ state, receipt, refusal }).toEqual({
      state: 'ACCEPTED',
      receipt: null,
      refusal: null,
    })
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/)
  })

  it.each(['sellerOrderId', 'marketplaceOrderId'])(
    "accepts OMS's reply when it names the order by its %s",
    async (name) => {
      await simulator.seed({
        orderId: ORDER,
        status: 'payment-approved',
        [name]: 'OTHER-NAME-01',
      })
      await simulator.fault({
        name: 'another id of the same order',
        method: 'POST',
        status: 200,
        body: { date: 'D', orderId: 'OTHER-NAME-01', receipt: null },
      })

      const { state, date } = await cancelOrder(simulator, ORDER)

      expect({ state, date }).toEqual({ state: 'ACCEPTED', date: 'D' })
    }
  )

  it('lets a later read follow the order until it is canceled', async () => {
    const { date, receipt } = await cancelOrder(simulator, ORDER, {
      reason: 'Late',
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'ACCEPTED',
      orderStatus: 'cancel',
      date,
      receipt,
      reason: 'Late',
      requestedByUser: false,
      canceledAt: null,
    })

    await simulator.advance(60)

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      orderStatus: 'canceled',
      reason: 'Late',
      canceledAt: date,
      // By the app's clock the order has just been canceled, and OMS may revert that.
      nextStep: 'CHECK_AGAIN',
    })
  })

  it('sends nothing and returns the first receipt when the order is already canceled', async () => {
    const first = await cancelOrder(simulator, ORDER, { reason: 'Late' })

    await simulator.advance(60)

    const again = await cancelOrder(simulator, ORDER, { reason: 'Another one' })

    expect(again).toMatchObject({
      state: 'CANCELED',
      date: first.date,
      receipt: first.receipt,
      reason: 'Late',
      refusal: null,
    })
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([`POST ${ORDER}/cancel`])
  })

  it('never accepts the request that its own first cancel made', async () => {
    await simulator.seed({ orderId: ORDER, status: 'handling' })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      awaiting: 'SELF',
    })
    expect((await cancelOrder(simulator, ORDER)).refusal?.code).toBe(
      'DECISION_PENDING'
    )
    expect(
      (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
    ).toEqual([`POST ${ORDER}/cancel`])
  })

  it('reads cancellation data in PascalCase, as the specification spells it', async () => {
    await simulator.fault({
      name: 'PascalCase',
      method: 'GET',
      host: 'portal.vtexcommercestable.com.br',
      status: 200,
      body: {
        orderId: ORDER,
        status: 'canceled',
        cancellationData: {
          RequestedByUser: true,
          Reason: 'Late',
          CancellationDate: '2026-01-01T00:00:00Z',
        },
      },
    })

    expect(await orderCancellation(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      reason: 'Late',
      requestedByUser: true,
      canceledAt: '2026-01-01T00:00:00Z',
    })
  })

  it("works for a consumer that selects only the endpoint's three fields", async () => {
    const { data } = await ask(
      simulator,
      `mutation { cancelOrder(orderId: "${ORDER}") { date orderId receipt } }`
    )

    expect(data?.cancelOrder).toEqual({
      date: expect.any(String),
      orderId: ORDER,
      receipt: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  it('refuses a reason of more than 1000 characters before it reads the order', async () => {
    const { state, refusal } = await cancelOrder(simulator, ORDER, {
      reason: 'x'.repeat(1001),
    })

    expect(state).toBe('UNKNOWN')
    expect(refusal).toEqual({
      code: 'INVALID_INPUT',
      message:
        'The reason is longer than 1000 characters. Nothing was sent to OMS.',
      detail: 'REASON_TOO_LONG',
      subject: null,
      grounds: [],
      sums: null,
      retryable: false,
      retryAfterSeconds: null,
    })
    expect(await simulator.omsCalls()).toEqual([])
  })
})
