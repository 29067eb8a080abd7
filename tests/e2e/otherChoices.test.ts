import {
  cancelOrder,
  decideRequest,
  orderCancellation,
} from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const CANCEL = `POST ${ORDER}/cancel`

/** VTEX does not document these behaviors; the app must report the truth for each of them. */
describe('an OMS with the other choice for an undocumented behavior', () => {
  const simulator = useSimulator({ orderId: ORDER, status: 'handling' })

  const posts = async () =>
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))

  it.each(['json', 'text', 'html'] as const)(
    'that sends errors as %s: a missing permission and a missing order are still distinguished',
    async (errorForm) => {
      await simulator.choose({ errorForm })
      await simulator.grant({
        user: 'olga@acme.example',
        product: '19',
        resource: 'OMSViewer',
        granted: false,
      })

      expect((await cancelOrder(simulator, ORDER)).refusal?.code).toBe(
        'NOT_PERMITTED'
      )
      expect(
        (await cancelOrder(simulator, '1-01', { as: 'api-key' })).refusal?.code
      ).toBe('ORDER_NOT_FOUND')
      expect(await posts()).toEqual([])
    }
  )

  it('that answers a cancel with a login page and status 200: the cancel is not a success', async () => {
    await simulator.choose({ errorForm: 'html' })
    await simulator.fault({
      name: 'login page',
      method: 'POST',
      path: '/cancel',
      status: 200,
      body: '<html>Sign in</html>',
    })

    expect(await cancelOrder(simulator, ORDER)).toMatchObject({
      state: 'UNKNOWN',
      date: null,
      receipt: null,
    })
  })

  it.each([400, 409] as const)(
    "that refuses a status with %i: the order's status explains the refusal",
    async (statusRefusal) => {
      await simulator.choose({ statusRefusal, cancelOfIncomplete: 'refused' })
      await simulator.seed({ orderId: ORDER, status: null })

      expect(await cancelOrder(simulator, ORDER)).toMatchObject({
        state: 'NOT_REQUESTED',
        refusal: {
          code: 'NOT_CANCELLABLE',
          message: `OMS does not cancel order ${ORDER}. Its status was "incomplete".`,
        },
      })
      expect(await posts()).toEqual([CANCEL])
    }
  )

  it('that refuses a second cancel: the answer says that the request is still open', async () => {
    await simulator.choose({ secondCancel: 'refused' })
    await cancelOrder(simulator, ORDER)

    expect(
      await decideRequest(simulator, ORDER, { accept: null })
    ).toMatchObject({
      state: 'AWAITING_DECISION',
      awaiting: 'SELF',
      refusal: {
        code: 'NOT_CANCELLABLE',
        message: `OMS does not accept the cancellation request of order ${ORDER}. Its status was "cancellation-requested".`,
      },
    })
  })

  it('that shows a cancel a minute late: it is sent once, and reported meanwhile', async () => {
    await simulator.choose({ cancelShownAfterSeconds: 60 })

    const first = await cancelOrder(simulator, ORDER)
    const again = await cancelOrder(simulator, ORDER)
    const read = await orderCancellation(simulator, ORDER)

    for (const { state, awaiting, receipt, orderStatus, refusal } of [
      first,
      again,
      read,
    ]) {
      expect({ state, awaiting, receipt, orderStatus, refusal }).toEqual({
        state: 'AWAITING_DECISION',
        awaiting: 'SELF',
        receipt: first.receipt,
        orderStatus: 'handling',
        refusal: null,
      })
    }

    expect(await posts()).toEqual([CANCEL])
  })

  it('that shows a request a minute late: an accept before that is asked to wait', async () => {
    await simulator.choose({ cancelShownAfterSeconds: 60 })
    await cancelOrder(simulator, ORDER)

    expect(
      await decideRequest(simulator, ORDER, { accept: null })
    ).toMatchObject({
      state: 'AWAITING_DECISION',
      nextStep: 'RETRY_LATER',
      refusal: { code: 'CONFLICT', retryAfterSeconds: 60 },
    })
    expect(await posts()).toEqual([CANCEL])
  })

  it('that shows an accept a minute late: it is sent once', async () => {
    await cancelOrder(simulator, ORDER)
    await simulator.choose({ cancelShownAfterSeconds: 60 })

    const first = await decideRequest(simulator, ORDER, { accept: null })
    const again = await decideRequest(simulator, ORDER, { accept: null })

    expect([first.state, again.state]).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(again.receipt).toBe(first.receipt)
    expect(await posts()).toEqual([CANCEL, CANCEL])
  })

  it('that does not show an accept yet: a denial is refused with CONFLICT', async () => {
    await simulator.seed({
      orderId: ORDER,
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      cancellation: { requestedByUser: true },
    })
    await simulator.choose({ cancelShownAfterSeconds: 60 })
    await decideRequest(simulator, ORDER, { accept: null })

    expect(
      (await decideRequest(simulator, ORDER, { deny: 'Sent already' })).refusal
    ).toMatchObject({ code: 'CONFLICT', retryAfterSeconds: 60 })
    expect(await posts()).toEqual([CANCEL])
  })

  it('that names the requested id in the receipt: the receipt is accepted', async () => {
    await simulator.choose({ receiptNames: 'order' })

    expect((await cancelOrder(simulator, ORDER)).receipt).not.toBeNull()
  })

  it('that shows requests on the order itself: they are read there', async () => {
    await simulator.choose({ requestsShownOn: 'everywhere' })
    await simulator.seed({
      orderId: ORDER,
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      cancellation: { requestedByUser: true },
    })

    expect(
      (await decideRequest(simulator, ORDER, { deny: 'Sent already' })).state
    ).toBe('DENIED')
  })

  it('that answers 404 for an unknown purchase: the answer has no warning', async () => {
    await simulator.choose({ unknownPurchase: 'missing' })
    await simulator.fault({ name: 'gone', path: 'order-group', status: 404 })

    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([])
  })
})
