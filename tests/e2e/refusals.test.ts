import { cancelOrder } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'

/** The calls to OMS: one read, or two reads and the cancel that the second read justifies. */
const READ = `GET ${ORDER}`
const SENT = [READ, `POST ${ORDER}/cancel`]

describe('a cancel that OMS refuses', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  /** Makes OMS refuse the next cancel. */
  const refuseCancel = (status: number) =>
    simulator.fault({ name: 'no', path: '/cancel', status, body: {} })

  /** Fixes the document that the next reads get, whatever the order's real state. */
  const show = (body: object, times: number) =>
    simulator.fault({
      name: 'another document',
      method: 'GET',
      path: '/oms/',
      times,
      status: 200,
      body,
    })

  it.each([
    ['Retry-After in seconds', { 'Retry-After': '7' }, 7],
    ['no header', {}, 60],
    ['an unreadable Retry-After', { 'Retry-After': 'soon' }, 60],
    ['X-RateLimit-Reset in seconds', { 'X-RateLimit-Reset': '12' }, 12],
    ['ratelimit-RESET in seconds', { 'ratelimit-RESET': '13' }, 13],
  ])(
    'with a 429 and %s: it is sent once, and the refusal says how long to wait',
    async (_what, headers, retryAfterSeconds) => {
      await simulator.fault({
        name: '429',
        method: 'POST',
        path: '/cancel',
        status: 429,
        headers,
        body: '',
      })

      expect(await cancelOrder(simulator, ORDER)).toMatchObject({
        state: 'NOT_REQUESTED',
        nextStep: 'RETRY_LATER',
        date: null,
        refusal: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds },
      })
      expect(await simulator.omsCalls()).toEqual(SENT)
    }
  )

  it('with a 429 to the read: nothing is sent', async () => {
    await simulator.fault({
      name: '429',
      path: '/oms/',
      status: 429,
      headers: { 'retry-after': '9' },
      body: '',
    })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'UNKNOWN',
      refusal: { code: 'RATE_LIMITED', retryAfterSeconds: 9 },
    })
    expect(await simulator.omsCalls()).toEqual([READ])
  })

  it.each([401, 403])(
    'with a %i: the refusal names the missing resource',
    async (status) => {
      await refuseCancel(status)

      expect(await cancelOrder(simulator, ORDER)).toMatchObject({
        state: 'NOT_REQUESTED',
        nextStep: 'ASK_FOR_ACCESS',
        refusal: {
          code: 'NOT_PERMITTED',
          message: `OMS did not let this caller cancel order ${ORDER}: the License Manager resource CancelAction of product OMS is missing, or the session has ended. Log in again, or ask an administrator of the store for a role that has it.`,
        },
      })
      expect(await simulator.omsCalls()).toEqual(SENT)
    }
  )

  it('with a 404 although the order can be read: the refusal is ORDER_NOT_FOUND', async () => {
    await refuseCancel(404)

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'NOT_REQUESTED',
      refusal: { code: 'ORDER_NOT_FOUND' },
    })
    expect(await simulator.omsCalls()).toEqual(SENT)
  })

  it.each([400, 409])(
    'with a %i that the order does not explain: it is NOT_CANCELLABLE after one more read',
    async (status) => {
      await refuseCancel(status)

      expect(await cancelOrder(simulator, ORDER)).toMatchObject({
        state: 'NOT_REQUESTED',
        refusal: {
          code: 'NOT_CANCELLABLE',
          message: `OMS does not cancel order ${ORDER}. Its status was "payment-approved".`,
          retryable: false,
        },
      })
      expect(await simulator.omsCalls()).toEqual([...SENT, READ])
    }
  )

  it('because the order was invoiced after the read: the refusal is ORDER_INVOICED', async () => {
    await show({ orderId: ORDER, status: 'handling' }, 2)
    await simulator.seed({
      orderId: ORDER,
      status: 'invoiced',
      packages: [{ type: 'Output', invoiceNumber: '1' }],
    })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'NOT_REQUESTED',
      orderStatus: 'invoiced',
      nextStep: 'RETURN_INVOICE',
      refusal: { code: 'ORDER_INVOICED' },
    })
    // Two reads, because a cancel of an order in handling is guarded.
    expect(await simulator.omsCalls()).toEqual([READ, ...SENT, READ])
  })

  it("with a failing read after it: the answer claims nothing about the order's state", async () => {
    await refuseCancel(409)
    await simulator.fault({
      name: 'the first read is fine',
      method: 'GET',
      path: '/oms/',
      times: 1,
      delayMs: 1,
    })
    await simulator.fault({
      name: 'the second is not',
      method: 'GET',
      path: '/oms/',
      status: 500,
    })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'UNKNOWN',
      nextStep: 'CHECK_AGAIN',
      refusal: { code: 'NOT_CANCELLABLE' },
    })
    expect(await simulator.omsCalls()).toEqual([...SENT, READ])
  })

  it('because another caller canceled the order after the read: it is a success without a receipt', async () => {
    await show({ orderId: ORDER, status: 'payment-approved' }, 2)
    await simulator.seed({ orderId: ORDER, status: 'canceled' })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      date: null,
      receipt: null,
      refusal: null,
    })
    // Two reads: a document that does not tell its side is guarded.
    expect(await simulator.omsCalls()).toEqual([READ, ...SENT, READ])
  })

  it.each([
    ['no status', { orderId: ORDER }],
    ['a numeric status', { orderId: ORDER, status: 7 }],
    ['no id', { status: 'payment-approved' }],
  ])('is not sent when the read shows %s', async (_what, body) => {
    await simulator.seed({ orderId: ORDER, status: 'cancellation-requested' })
    await show(body, 1)

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'UNKNOWN',
      refusal: { code: 'OMS_UNAVAILABLE' },
    })
    expect(await simulator.omsCalls()).toEqual([READ])
  })

  it('is not sent when the first read shows an empty status, and the next one an open request', async () => {
    await simulator.seed({ orderId: ORDER, status: 'cancellation-requested' })
    await show({ orderId: ORDER, status: '' }, 1)

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'AWAITING_DECISION',
      refusal: { code: 'DECISION_PENDING' },
    })
    expect(await simulator.omsCalls()).toEqual([READ, READ])
  })

  it('for an order with an unreadable status: the message does not repeat that status', async () => {
    await simulator.fault({
      name: 'a strange status',
      method: 'GET',
      path: '/oms/',
      times: 3,
      status: 200,
      body: { orderId: ORDER, status: 'of shopper@private.example <b>' },
    })
    await refuseCancel(409)

    expect((await cancelOrder(simulator, ORDER)).refusal?.message).toBe(
      `OMS does not cancel order ${ORDER}. Its status was not a readable one.`
    )
  })
})
