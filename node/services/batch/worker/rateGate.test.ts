import { VirtualTime } from '../../../testing/virtualTime'
import { newPacer } from '../../../domain/lane/pacer'
import type { PaceReply, Pacer } from '../../../domain/lane/pacer'
import { RateGate } from './rateGate'
import type { Permit } from './rateGate'

/** A gate in virtual time, with a note of when each call left. */
function gateOf(pacer: Partial<Pacer>) {
  const time = new VirtualTime()
  const left: number[] = []
  const permits: Permit[] = []
  const gate = new RateGate(
    {
      now: () => time.nowMs,
      sleep: (ms) => time.wait(ms),
      random: () => 0.5,
    },
    { ...newPacer(0), isSlowStart: false, ...pacer },
    (error) => {
      throw error
    }
  )

  const call = async (reply?: PaceReply) => {
    const permit = await gate.enter()

    if (!permit) return
    left.push(time.nowMs)
    permits.push(permit)
    if (reply) permit.done(reply)
  }

  return { gate, time, left, permits, call }
}

describe('the gate', () => {
  it('lets calls through at the rate, and not in a burst', async () => {
    const { time, left, call } = gateOf({ ratePerSecond: 4, climbPerSecond: 0 })

    Array.from({ length: 5 }, () => call({ kind: 'lost' }))
    await time.run()

    expect(left).toEqual([0, 250, 500, 750, 1_000])
  })

  it('lets no more be under way than the rate and two', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 3 })

    Array.from({ length: 9 }, () => call())
    await time.run()
    expect(left).toHaveLength(5)

    permits[0].done({ kind: 'lost' })
    await time.run()
    expect(left).toHaveLength(6)
  })

  it('after a 429 lets one probe through when the pause is over, and nothing before its answer', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 50 })

    void call()
    void call()
    await time.run()

    permits[0].done({ kind: 'limited', waitMs: 5_000 })
    // What had left before comes back, and says nothing about the probe.
    permits[1].done({ kind: 'lost' })
    Array.from({ length: 3 }, () => call())
    await time.run()

    expect(left.filter((atMs) => atMs > 1_000)).toHaveLength(1)
    expect(left[2]).toBeGreaterThanOrEqual(5_000)

    permits[2].done({ kind: 'taken' })
    await time.run()
    expect(left.length).toBeGreaterThan(3)
  })

  it('keeps a cap that somebody has set, also below the lowest rate of its own', async () => {
    const { gate, time, left, call } = gateOf({ ratePerSecond: 50 })

    gate.maxPerSecond = 0.1
    Array.from({ length: 3 }, () => call({ kind: 'lost' }))
    await time.run()

    expect(left).toEqual([0, 10_000, 20_000])
  })

  it('gives the place of a call that was not made to the next one', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 1 })

    void call()
    await time.run()
    permits[0].release()
    void call({ kind: 'lost' })
    await time.run()

    expect(left).toEqual([0, 0])
  })

  it('when it is closed lets nobody through, and keeps nobody waiting', async () => {
    const { gate, time, call } = gateOf({ ratePerSecond: 1 })

    await call()

    const waiting = gate.enter()

    gate.close()
    await time.run()

    expect([await waiting, await gate.enter()]).toEqual([null, null])
  })
})
