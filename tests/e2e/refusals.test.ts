import { cancelOrder } from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'

/** The calls to OMS: a read alone, and the two reads with the cancel that the second justified. */
const READ = `GET ${ORDER}`
const SENT = [READ, READ, `POST ${ORDER}/cancel`]

describe('what OMS refuses', () => {
  const simulator = useSimulator({
    orderId: ORDER,
    status: 'payment-approved',
  })

  /** OMS says no to the next cancel, for a reason that its order may show. */
  const refuseCancel = (status: number) =>
    simulator.fault({ name: 'no', path: '/cancel', status, body: {} })

  /** What the next reads show, whatever the order has become meanwhile. */
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
    ['seconds', { 'Retry-After': '7' }, 7],
    ['nothing', {}, 60],
    ['nonsense', { 'Retry-After': 'soon' }, 60],
    ['a reset in seconds', { 'X-RateLimit-Reset': '12' }, 12],
    ['a reset in other letters', { 'ratelimit-RESET': '13' }, 13],
  ])(
    'a 429 with %s: refused with the seconds to wait, sent once',
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

  it('a 429 to the read: refused, and nothing is sent', async () => {
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
    'a %i to the cancel: the missing resource is named',
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

  it('an order that can be read but not canceled here: not found', async () => {
    await refuseCancel(404)

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'NOT_REQUESTED',
      refusal: { code: 'ORDER_NOT_FOUND' },
    })
    expect(await simulator.omsCalls()).toEqual(SENT)
  })

  it.each([400, 409])(
    'a %i without a reason that the order shows: not cancellable, after one more read',
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

  it('an order that was invoiced between the read and the cancel: the refusal is that of an invoiced order', async () => {
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
    expect(await simulator.omsCalls()).toEqual([...SENT, READ])
  })

  it('a refusal that no second read explains: refused, and nothing is claimed about the order', async () => {
    await refuseCancel(409)
    await simulator.fault({
      name: 'the first two reads are fine',
      method: 'GET',
      path: '/oms/',
      times: 2,
      delayMs: 1,
    })
    await simulator.fault({
      name: 'the third is not',
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

  it('an order that somebody else canceled between the read and the cancel: a success, without a receipt of ours', async () => {
    await show({ orderId: ORDER, status: 'payment-approved' }, 2)
    await simulator.seed({ orderId: ORDER, status: 'canceled' })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'CANCELED',
      date: null,
      receipt: null,
      refusal: null,
    })
    expect(await simulator.omsCalls()).toEqual([...SENT, READ])
  })

  it.each([
    ['no status', { orderId: ORDER }],
    ['an empty status', { orderId: ORDER, status: '' }],
    ['a status that is no text', { orderId: ORDER, status: 7 }],
    ['no id', { status: 'payment-approved' }],
  ])(
    'a read that shows %s justifies nothing: nothing is sent',
    async (_what, body) => {
      await simulator.seed({ orderId: ORDER, status: 'cancellation-requested' })
      await show(body, 1)

      expect(await cancelOrder(simulator, ORDER)).toMatchObject({
        state: 'UNKNOWN',
        refusal: { code: 'OMS_UNAVAILABLE' },
      })
      expect(await simulator.omsCalls()).toEqual([READ])
    }
  )

  it('a status that is no plain word is not repeated in a message', async () => {
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
