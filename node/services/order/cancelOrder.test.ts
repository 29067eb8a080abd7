import { ORDER_ID } from '../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../testing/scriptedOms'
import { cancelOrder } from './cancelOrder'

const REQUEST = { reason: 'Late', requestedByUser: false }

describe('cancelOrder', () => {
  it('does not read the order again after OMS has confirmed the cancel', async () => {
    const { ports, calls } = scriptedOms([found('payment-approved')], RECEIVED)

    expect(await cancelOrder(ports, ORDER_ID, REQUEST)).toMatchObject({
      state: 'ACCEPTED',
      date: 'D',
      receipt: 'R',
      reason: 'Late',
    })
    expect(calls).toEqual(['GET at 0', 'POST at 0'])
  })

  it('reads the order 0.5, 1.5, 3.5 and 7.5 seconds after a cancel whose outcome is unknown', async () => {
    const { ports, calls } = scriptedOms([found('payment-approved')], {
      kind: 'unsettled',
    })

    expect((await cancelOrder(ports, ORDER_ID, REQUEST)).state).toBe('UNKNOWN')
    expect(calls).toEqual([
      'GET at 0',
      'POST at 0',
      'GET at 500',
      'GET at 1500',
      'GET at 3500',
      'GET at 7500',
    ])
  })

  it('stops reading as soon as the order shows the request', async () => {
    const { ports, calls } = scriptedOms(
      [
        found('payment-approved'),
        found('payment-approved'),
        { kind: 'unavailable' },
        found('payment-approved'),
        found('cancel'),
      ],
      { kind: 'unsettled' }
    )

    expect(await cancelOrder(ports, ORDER_ID, REQUEST)).toMatchObject({
      state: 'ACCEPTED',
      date: null,
      receipt: null,
      refusal: null,
    })
    expect(calls).toHaveLength(6)
  })

  it('answers within ten seconds of the cancel even if every read hangs', async () => {
    const { ports, calls } = scriptedOms(
      [
        found('payment-approved'),
        found('payment-approved'),
        { kind: 'unavailable' },
      ],
      { kind: 'unsettled' },
      { readMs: 60_000 }
    )

    const outcome = await cancelOrder(ports, ORDER_ID, REQUEST)

    expect(outcome.state).toBe('UNKNOWN')
    expect(calls).toEqual([
      'GET at 0',
      'GET at 4000',
      'POST at 8000',
      'GET at 8500',
      'GET at 13500',
    ])
    expect(ports.now()).toBe(17_500)
  })

  it('answers without the read that would explain a refusal where its time is over', async () => {
    const oms = scriptedOms([found('payment-approved')], { kind: 'rejected' })
    const { cancelOrder: send } = oms.ports.oms

    oms.ports.oms.cancelOrder = async (...args) => {
      await oms.ports.sleep(23_000)

      return send(...args)
    }

    expect(await cancelOrder(oms.ports, ORDER_ID, REQUEST)).toMatchObject({
      state: 'UNKNOWN',
      refusal: { code: 'NOT_CANCELLABLE' },
    })
    expect(oms.calls).toEqual(['GET at 0', 'POST at 23000'])
  })

  it('takes a denial that is new since the cancel as proof that OMS received it', async () => {
    const { ports } = scriptedOms(
      [
        found('payment-approved'),
        found('payment-approved'),
        found('cancellation-request-denied'),
      ],
      { kind: 'unsettled' }
    )

    expect(await cancelOrder(ports, ORDER_ID, REQUEST)).toMatchObject({
      state: 'DENIED',
      date: null,
      refusal: null,
    })
  })

  it('tells the caller to retry when OMS refuses an order whose status has changed meanwhile', async () => {
    const { ports, calls } = scriptedOms(
      [
        found('ready-for-handling'),
        found('ready-for-handling'),
        found('handling'),
      ],
      { kind: 'rejected' }
    )

    expect(await cancelOrder(ports, ORDER_ID, REQUEST)).toMatchObject({
      state: 'NOT_REQUESTED',
      orderStatus: 'handling',
      nextStep: 'RETRY_LATER',
      refusal: {
        code: 'ORDER_IN_TRANSITION',
        message: `The platform is moving order ${ORDER_ID} on from "ready-for-handling" and takes nothing meanwhile. Call again when its status has changed.`,
        retryable: true,
      },
    })
    expect(calls).toEqual([
      'GET at 0',
      'GET at 1000',
      'POST at 1000',
      'GET at 1000',
    ])
  })

  it('stops reading when OMS answers that it receives too many requests', async () => {
    const { ports, calls } = scriptedOms(
      [
        found('payment-approved'),
        { kind: 'rate-limited', retryAfterSeconds: 60 },
      ],
      { kind: 'unsettled' }
    )

    expect((await cancelOrder(ports, ORDER_ID, REQUEST)).state).toBe('UNKNOWN')
    expect(calls).toEqual(['GET at 0', 'POST at 0', 'GET at 500'])
  })

  it('keeps the warning about an incomplete order when the outcome of its cancel is unknown', async () => {
    const { ports } = scriptedOms([found(null)], { kind: 'unsettled' })
    const { warnings } = await cancelOrder(ports, ORDER_ID, REQUEST)

    expect(warnings).toEqual([
      expect.stringMatching(/^The order is incomplete\./),
      expect.stringMatching(/^OMS did not confirm what was sent/),
    ])
  })

  it('takes nothing from a read that shows another order', async () => {
    const other = found('canceled', { orderId: '1380000000002-01' })

    const { ports } = scriptedOms(
      [found('handling'), found('handling'), other],
      {
        kind: 'unsettled',
      }
    )

    expect((await cancelOrder(ports, ORDER_ID, REQUEST)).state).toBe('UNKNOWN')
  })

  it.each([
    ['..', null, 'INVALID_ORDER_ID'],
    [ORDER_ID, ORDER_ID, 'OMS_UNAVAILABLE'],
  ])(
    'also logs an order that could not be read: %s',
    async (orderId, logged, code) => {
      const { ports, log } = scriptedOms([{ kind: 'unavailable' }], RECEIVED)

      await cancelOrder(ports, orderId, REQUEST)

      expect(log).toEqual([
        {
          operation: 'cancelOrder',
          orderId: logged,
          state: 'UNKNOWN',
          refusal: code,
        },
      ])
    }
  )

  it('logs ids and words of the app, never the reason', async () => {
    const { ports, log } = scriptedOms([found('invoiced')], RECEIVED)

    await cancelOrder(ports, ORDER_ID, REQUEST)

    expect(log).toEqual([
      {
        operation: 'cancelOrder',
        orderId: ORDER_ID,
        state: 'NOT_REQUESTED',
        refusal: 'ORDER_INVOICED',
      },
    ])
  })
})
