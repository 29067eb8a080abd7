import fc from 'fast-check'

import { VirtualTime } from '../../../testing/virtualTime'
import { newPacer } from '../../../domain/lane/pacer'
import type { PaceReply, Pacer } from '../../../domain/lane/pacer'
import { RateGate } from './rateGate'
import type { Entry, Permit } from './rateGate'

/** A gate in virtual time that records when each call left. */
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

  const call = async (reply?: PaceReply, entry?: Entry) => {
    const permit = await gate.enter(entry)

    if (!permit) return
    left.push(time.nowMs)
    permits.push(permit)
    if (reply) permit.done(reply)
  }

  /** Makes calls as the cap of a batch lets them begin. */
  const callCapped = async (maxPerSecond: number, calls: number) => {
    for (let made = 0; made < calls; made += 1) {
      // eslint-disable-next-line no-await-in-loop
      if (made > 0) await time.wait(1_000 / maxPerSecond)
      // eslint-disable-next-line no-await-in-loop
      await call({ kind: 'taken' }, { maxPerSecond })
    }
  }

  return { gate, time, left, permits, call, callCapped }
}

describe('the rate gate', () => {
  it('spreads calls evenly at the rate, without a burst', async () => {
    const { time, left, call } = gateOf({ ratePerSecond: 4, climbPerSecond: 0 })

    Array.from({ length: 5 }, () => call({ kind: 'lost' }))
    await time.run()

    expect(left).toEqual([0, 250, 500, 750, 1_000])
  })

  it('keeps at most two calls more in flight than its rate per second', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 3 })

    Array.from({ length: 9 }, () => call())
    await time.run()
    expect(left).toHaveLength(5)

    permits[0].done({ kind: 'lost' })
    await time.run()
    expect(left).toHaveLength(6)
  })

  it('sends one probe when the pause after a 429 is over, and no other call before the probe is answered', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 50 })

    void call()
    void call()
    await time.run()

    permits[0].done({ kind: 'limited', waitMs: 5_000 })
    // A reply to a call that left before the pause says nothing about the probe.
    permits[1].done({ kind: 'lost' })
    Array.from({ length: 3 }, () => call())
    await time.run()

    expect(left.filter((atMs) => atMs > 1_000)).toHaveLength(1)
    expect(left[2]).toBeGreaterThanOrEqual(5_000)

    permits[2].done({ kind: 'taken' })
    await time.run()
    expect(left.length).toBeGreaterThan(3)
  })

  it('leaves two slots free after a probe that OMS took', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 4 })

    void call()
    await time.run()
    permits[0].done({ kind: 'limited', waitMs: null })
    void call()
    await time.run()
    permits[1].done({ kind: 'taken' })
    Array.from({ length: 2 }, () => call({ kind: 'lost' }))
    await time.run()

    // After the probe at 1 s the rate is 2.8 a second: a slot has 357 ms.
    expect(left.map(Math.round)).toEqual([0, 1_000, 1_714, 2_071])
  })

  it('keeps the learned rate through a batch with a lower cap, and lets no cap lower it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.2, max: 100, noNaN: true }),
        fc.double({ min: 1 / 60, max: 100, noNaN: true }),
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        async (ratePerSecond, cap, isSlowStart, rows) => {
          const { gate, time, callCapped } = gateOf({
            ratePerSecond,
            isSlowStart,
          })

          await Promise.all([callCapped(cap, rows), time.run()])

          const learned = gate.exportPacer().ratePerSecond

          expect(learned).toBeGreaterThanOrEqual(ratePerSecond)
          // Calls that a cap delays do not raise it either.
          expect(cap < ratePerSecond ? learned : ratePerSecond).toBe(
            ratePerSecond
          )
        }
      )
    )
  })

  it('does not double the rate of a capped batch in the slow start', async () => {
    const { gate, time, callCapped } = gateOf({ isSlowStart: true })

    await Promise.all([callCapped(1, 100), time.run()])

    expect(gate.exportPacer().ratePerSecond).toBe(2)
  })

  it('counts neither the time in which no row was due nor that of a cap as part of its throughput', async () => {
    const { gate, time, call, callCapped } = gateOf({ ratePerSecond: 10 })

    void call({ kind: 'taken' })
    await time.run()
    await Promise.all([time.wait(60_000), time.run()])
    void call({ kind: 'taken' })
    await time.run()

    // Of the minute, the slot of the first call counts, and the two that the gate would have caught up.
    expect(gate.exportPacer().cycleStartMs).toBe(-300)

    await Promise.all([callCapped(0.1, 2), time.run()])

    expect(gate.exportPacer()).toMatchObject({
      ratePerSecond: 10,
      cycleCount: 4,
    })
    expect(gate.exportPacer().cycleStartMs).toBeGreaterThan(-1_000)
  })

  it('does not count the time in which no row was due as part of an outage', async () => {
    const { gate, time, permits, call } = gateOf({ ratePerSecond: 10 })

    void call()
    await time.run()
    permits[0].done({ kind: 'limited', waitMs: null })
    await Promise.all([time.wait(600_000), time.run()])
    void call({ kind: 'taken' })
    await time.run()

    // The outage was one second, which is no window.
    expect(gate.exportPacer()).toMatchObject({
      ratePerSecond: 7,
      limitPerSecond: 10,
      episodeStartMs: null,
    })
  })

  it('gives the place of an unused permit to the next call', async () => {
    const { time, left, permits, call } = gateOf({ ratePerSecond: 1 })

    void call()
    await time.run()
    permits[0].release()
    void call({ kind: 'lost' })
    await time.run()

    expect(left).toEqual([0, 0])
  })

  it('lets no call through once it is closed, and releases the calls that wait', async () => {
    const { gate, time, call } = gateOf({ ratePerSecond: 1 })

    await call()

    const waiting = gate.enter()

    gate.close()
    await time.run()

    expect([await waiting, await gate.enter()]).toEqual([null, null])
  })
})
