import fc from 'fast-check'

import { PACE_RANGES } from './paceBounds'
import {
  maxInFlight,
  newPacer,
  rested,
  afterReply,
  shifted,
  withoutIdle,
} from './pacer'
import type { Answered, Pacer, PaceReply } from './pacer'

const answered = (
  reply: PaceReply,
  more: Partial<Answered> = {}
): Answered => ({
  reply,
  isProbe: false,
  isStale: false,
  nowMs: 1_000,
  random: 0.5,
  isBelowPace: false,
  ...more,
})

const TAKEN: PaceReply = { kind: 'taken' }
const LIMITED: PaceReply = { kind: 'limited', waitMs: null }

/** A pacer at 40 calls a second after a 429 at second 1. */
const inEpisode: Pacer = afterReply(
  { ...newPacer(0), ratePerSecond: 40, cycleCount: 60 },
  answered(LIMITED),
  0
)

const step = fc.record({
  reply: fc.oneof(
    fc.constant(TAKEN),
    fc.constant<PaceReply>({ kind: 'lost' }),
    fc.record({
      kind: fc.constant('limited' as const),
      waitMs: fc.option(fc.integer({ min: 0, max: 1e9 })),
    }),
    fc.record({
      kind: fc.constant('taken' as const),
      quota: fc.record({
        remaining: fc.integer({ min: 0, max: 1e6 }),
        resetMs: fc.integer({ min: 0, max: 1e7 }),
      }),
    })
  ),
  isProbe: fc.boolean(),
  isBelowPace: fc.boolean(),
  afterMs: fc.integer({ min: 1, max: 1e5 }),
})

type Step = Pick<Answered, 'reply' | 'isProbe' | 'isBelowPace'> & {
  afterMs: number
}

function afterAll(pacer: Pacer, steps: readonly Step[]): Pacer {
  let nowMs = 0

  return steps.reduce((before, { afterMs, ...more }) => {
    nowMs += afterMs

    return afterReply(before, answered(more.reply, { ...more, nowMs }), afterMs)
  }, pacer)
}

describe('the pacer', () => {
  it('doubles its rate each second until the first 429', () => {
    expect(afterReply(newPacer(0), answered(TAKEN), 1_000).ratePerSecond).toBe(
      4
    )
    expect(
      afterReply(newPacer(0), answered(TAKEN), 500).ratePerSecond
    ).toBeCloseTo(2.828, 3)
  })

  it('pauses after a 429 for the time that OMS states, or for a second', () => {
    expect(inEpisode).toMatchObject({
      pausedUntilMs: 2_000,
      episodeStartMs: 1_000,
      isSlowStart: false,
    })

    const stated = afterReply(
      newPacer(0),
      answered({ kind: 'limited', waitMs: 20_000 }),
      0
    )

    expect(stated.pausedUntilMs).toBe(21_250)
  })

  it('shortens a stated wait of hours to ten minutes', () => {
    const stated = afterReply(
      newPacer(0),
      answered({ kind: 'limited', waitMs: 9_000_000 }),
      0
    )

    expect(stated.pausedUntilMs).toBe(601_250)
  })

  it('lowers its rate once for each episode, whatever other calls were in flight', () => {
    const later = afterReply(inEpisode, answered(LIMITED, { nowMs: 1_100 }), 0)

    expect(later).toEqual(inEpisode)
  })

  it('doubles its pause after each refused probe, up to half a minute', () => {
    let pacer = inEpisode
    const waits: number[] = []

    for (let failed = 0; failed < 6; failed += 1) {
      pacer = afterReply(pacer, answered(LIMITED, { isProbe: true }), 0)
      waits.push(pacer.pausedUntilMs - 1_000)
    }

    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  })

  it('continues at 70 % after a short outage, and climbs back over at least ten seconds', () => {
    const after = afterReply(
      inEpisode,
      answered(TAKEN, { isProbe: true, nowMs: 2_000 }),
      0
    )

    expect(after).toMatchObject({
      ratePerSecond: 28,
      limitPerSecond: 40,
      episodeStartMs: null,
    })
    expect(after.climbPerSecond).toBeCloseTo(1.2)
  })

  it('after a long outage takes the measured throughput as the limit, and climbs back over ten times the outage', () => {
    const counted = { ...inEpisode, cycleStartMs: 0, cycleCount: 499 }
    const after = afterReply(
      counted,
      answered(TAKEN, { isProbe: true, nowMs: 50_000 }),
      0
    )

    // 500 calls in 50 s.
    expect(after.limitPerSecond).toBe(10)
    expect(after.ratePerSecond).toBe(8.5)
    expect(after.climbPerSecond).toBeCloseTo(1.5 / 490)
  })

  it('beyond 1.2 times the old limit grows by a tenth of what lies beyond it each second, because the limit has moved', () => {
    const climbing = {
      ...newPacer(0),
      isSlowStart: false,
      limitPerSecond: 10,
      climbPerSecond: 0.1,
    }

    const rateAfter = (ratePerSecond: number) =>
      afterReply({ ...climbing, ratePerSecond }, answered(TAKEN), 1_000)
        .ratePerSecond

    expect([rateAfter(8), rateAfter(12), rateAfter(13), rateAfter(30)]).toEqual(
      [8.1, 12.1, 13.3, 32]
    )
  })

  it('climbs from the lowest rate, too', () => {
    const lowest = {
      ...newPacer(0),
      isSlowStart: false,
      ratePerSecond: 0.2,
      limitPerSecond: 0.2,
    }

    expect(
      afterReply(lowest, answered(TAKEN), 1_000).ratePerSecond
    ).toBeCloseTo(0.205)
  })

  it('uses four fifths of a stated quota', () => {
    const quota = { remaining: 100, resetMs: 10_000 }
    const after = afterReply(newPacer(0), answered({ kind: 'taken', quota }), 0)

    expect(after.ratePerSecond).toBe(8)
  })

  it('learns nothing from a call that left before the last episode ended or that got no answer', () => {
    const pacer = { ...newPacer(0), ratePerSecond: 40 }

    expect(afterReply(pacer, answered(LIMITED, { isStale: true }), 0)).toEqual(
      pacer
    )
    expect(afterReply(pacer, answered({ kind: 'lost' }), 1_000)).toEqual(pacer)
  })

  it('stays within its bounds, whatever OMS answers', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let pacer = newPacer(0)
        let nowMs = 0

        for (const { afterMs, ...more } of steps) {
          nowMs += afterMs
          pacer = afterReply(
            pacer,
            answered(more.reply, { ...more, nowMs }),
            afterMs
          )

          const stored = shifted(pacer, -nowMs)

          expect(maxInFlight(pacer)).toBeLessThanOrEqual(100)

          for (const [name, { min, max }] of Object.entries(PACE_RANGES)) {
            const value = stored[name as keyof typeof PACE_RANGES] ?? 0

            expect({ name, isIn: value >= min && value <= max }).toEqual({
              name,
              isIn: true,
            })
          }
        }
      })
    )
  })

  it('a cap, or a lack of rows, neither raises nor lowers the rate while OMS takes the calls', () => {
    const taken = step.filter(
      ({ reply }) => reply.kind !== 'limited' && !('quota' in reply)
    )

    fc.assert(
      fc.property(fc.array(taken), fc.array(taken), (before, capped) => {
        const learned = afterAll(newPacer(0), before)
        const after = afterAll(
          learned,
          capped.map((one) => ({ ...one, isBelowPace: true }))
        )

        expect(after).toEqual({
          ...learned,
          cycleCount: after.cycleCount,
        })
      })
    )
  })

  it('a 429 lowers the rate of a capped batch no further than that of another one', () => {
    const rateAfter = (isBelowPace: boolean) =>
      afterAll({ ...newPacer(0), ratePerSecond: 40 }, [
        { reply: LIMITED, isProbe: false, isBelowPace, afterMs: 1_000 },
        { reply: TAKEN, isProbe: true, isBelowPace, afterMs: 1_000 },
      ]).ratePerSecond

    expect([rateAfter(true), rateAfter(false)]).toEqual([28, 28])
  })

  it('does not count idle time as part of an outage or of a throughput', () => {
    const idle = withoutIdle(inEpisode, 600, 2_000)

    expect(idle).toEqual({
      ...inEpisode,
      cycleStartMs: 600,
      episodeStartMs: 1_600,
    })
    expect(withoutIdle(idle, 5_000, 2_000)).toMatchObject({
      cycleStartMs: 2_000,
      episodeStartMs: 2_000,
    })
    expect(withoutIdle(newPacer(0), 600, 2_000).episodeStartMs).toBeNull()
  })

  it('does not count the time between two owners, but lets its pause pass meanwhile', () => {
    expect(rested(shifted(inEpisode, -1_500), 60_000)).toEqual({
      ...inEpisode,
      cycleStartMs: -1_500,
      episodeStartMs: -500,
      pausedUntilMs: -59_500,
    })
  })

  it('keeps every time when it is stored as ages for another replica', () => {
    expect(shifted(shifted(inEpisode, -5_000), 5_000)).toEqual(inEpisode)
    expect(shifted(inEpisode, -2_500)).toEqual({
      ...inEpisode,
      pausedUntilMs: -500,
      episodeStartMs: -1_500,
      cycleStartMs: -2_500,
    })
  })
})
