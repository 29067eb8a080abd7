import { newPacer } from '../../../domain/lane/pacer'
import type { OrderRead } from '../../../domain/order/omsReply'
import { ORDER_ID } from '../../../testing/orders'
import { found, RECEIVED, scriptedOms } from '../../../testing/scriptedOms'
import { VirtualTime } from '../../../testing/virtualTime'
import { pacedOms, Stopped } from './pacedOms'
import { RateGate } from './rateGate'

const LIMITED: OrderRead = {
  kind: 'rate-limited',
  retryAfterSeconds: 20,
  isStated: true,
}

const CANCEL = { reason: null, requestedByUser: false }

/** One try at the pace of a lane, in virtual time. */
function aTry(reads: OrderRead[]) {
  const time = new VirtualTime()
  const { ports } = scriptedOms(reads, RECEIVED)
  const gate = new RateGate(
    {
      now: () => time.nowMs,
      sleep: (ms) => time.wait(ms),
      random: () => 0.5,
    },
    { ...newPacer(0), ratePerSecond: 100, isSlowStart: false },
    (error) => {
      throw error
    }
  )

  const paced = pacedOms(ports.oms, {
    reads: gate,
    sends: gate,
    permits: {},
    now: () => time.nowMs,
  })

  return { ...paced, gate, time }
}

describe('a try at the pace of the lane', () => {
  it('ends without a conclusion where OMS limits a read before the send', async () => {
    const { oms } = aTry([LIMITED])

    await expect(oms.getOrder(ORDER_ID)).rejects.toThrow(Stopped)
  })

  it('goes on where OMS limits a read after the send, which explains what OMS answered', async () => {
    const { oms } = aTry([LIMITED])

    await oms.cancelOrder(ORDER_ID, CANCEL)
    expect((await oms.getOrder(ORDER_ID)).kind).toBe('rate-limited')
  })

  it.each<[OrderRead['kind'], boolean, OrderRead]>([
    ['unavailable', true, { kind: 'unavailable' }],
    ['not-permitted', false, { kind: 'not-permitted' }],
    ['not-found', false, { kind: 'not-found' }],
    ['found', false, found('canceled')],
  ])('a read that is %s counts as lost: %p', async (_kind, isLost, read) => {
    const { oms, isReadLost } = aTry([read])

    expect(isReadLost()).toBe(false)
    await oms.getOrder(ORDER_ID)
    expect(isReadLost()).toBe(isLost)
  })

  it('has no fresh order before the first read, nor 10 seconds after the last', async () => {
    const { oms, isOrderFresh, time } = aTry([found('handling')])

    expect(isOrderFresh()).toBe(false)
    await oms.getOrder(ORDER_ID)
    expect(isOrderFresh()).toBe(true)

    time.nowMs += 10_000
    expect(isOrderFresh()).toBe(true)

    time.nowMs += 1
    expect(isOrderFresh()).toBe(false)
  })

  it('has no fresh order any more where the read of its purchase had to wait for a limit to end', async () => {
    const { oms, gate, isOrderFresh, time } = aTry([found('handling')])

    await oms.getOrder(ORDER_ID)

    // Another row meets the limit: no read may be made for 20 seconds.
    const entering = gate.enter()

    await time.run()
    ;(await entering)?.done({ kind: 'limited', waitMs: 20_000 })

    const purchase = oms.getPurchase('v1')

    await time.run()
    await purchase
    expect(time.nowMs).toBeGreaterThanOrEqual(20_000)
    expect(isOrderFresh()).toBe(false)
  })
})
