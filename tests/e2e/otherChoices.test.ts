import {
  cancelOrder,
  decideRequest,
  orderCancellation,
} from '../support/graphql'
import { useSimulator } from '../support/simulator'

const ORDER = '1390000000001-01'
const CANCEL = `POST ${ORDER}/cancel`

/** VTEX leaves these open; the app tells the truth whichever way it is. */
describe('an OMS that does what VTEX leaves open the other way', () => {
  const simulator = useSimulator({ orderId: ORDER, status: 'handling' })

  const posts = async () =>
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))

  it.each(['json', 'text', 'html'] as const)(
    'failures in the form %s are told apart all the same',
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

  it('a login page with status 200 in answer to a cancel is no success', async () => {
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
    'a status that is refused with %i is explained by the order',
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

  it('a second cancel that does not accept: the request stays open, and the answer says so', async () => {
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

  it('a cancel that shows a minute late is asked for once, and known meanwhile', async () => {
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

  it('an accept before its request shows has to wait, and is not told that there is none', async () => {
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

  it('an accept that shows a minute late is sent once', async () => {
    await cancelOrder(simulator, ORDER)
    await simulator.choose({ cancelShownAfterSeconds: 60 })

    const first = await decideRequest(simulator, ORDER, { accept: null })
    const again = await decideRequest(simulator, ORDER, { accept: null })

    expect([first.state, again.state]).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(again.receipt).toBe(first.receipt)
    expect(await posts()).toEqual([CANCEL, CANCEL])
  })

  it('a deny right after an accept that does not show yet is a conflict', async () => {
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

  it('a receipt that names the order as it was asked for is as good', async () => {
    await simulator.choose({ receiptNames: 'order' })

    expect((await cancelOrder(simulator, ORDER)).receipt).not.toBeNull()
  })

  it('requests that an order shows itself are read there', async () => {
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

  it('an unknown purchase that is missing is nothing to warn about', async () => {
    await simulator.choose({ unknownPurchase: 'missing' })
    await simulator.fault({ name: 'gone', path: 'order-group', status: 404 })

    expect((await orderCancellation(simulator, ORDER)).warnings).toEqual([])
  })
})
