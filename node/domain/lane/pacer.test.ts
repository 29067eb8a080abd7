import fc from 'fast-check'

import {
  MAX_PER_SECOND,
  maxInFlight,
  newPacer,
  afterReply,
  shifted,
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
  maxPerSecond: MAX_PER_SECOND,
  ...more,
})

const TAKEN: PaceReply = { kind: 'taken' }
const LIMITED: PaceReply = { kind: 'limited', waitMs: null }

/** A pacer at 40 calls a second after a 429 at second 1. */
const inEpisode: Pacer = afterReply(
  { ...newPacer(0), ratePerSecond: 40 },
  answered(LIMITED),
  0
)

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

  it('climbs four times faster above 1.2 times the old limit, because the limit has moved', () => {
    const climbing = {
      ...newPacer(0),
      isSlowStart: false,
      limitPerSecond: 10,
      climbPerSecond: 0.5,
    }

    const rateAfter = (ratePerSecond: number) =>
      afterReply({ ...climbing, ratePerSecond }, answered(TAKEN), 1_000)
        .ratePerSecond

    expect([rateAfter(8), rateAfter(12), rateAfter(12.1)]).toEqual([
      8.5, 12.5, 14.1,
    ])
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
    const reply = fc.oneof(
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
    )

    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(reply, fc.boolean(), fc.integer({ min: 1, max: 1e5 }))
        ),
        fc.integer({ min: 1, max: 100 }),
        (replies, maxPerSecond) => {
          let pacer = newPacer(0)
          let nowMs = 0

          for (const [one, isProbe, afterMs] of replies) {
            nowMs += afterMs
            pacer = afterReply(
              pacer,
              answered(one, { isProbe, nowMs, maxPerSecond }),
              afterMs
            )
            expect(pacer.ratePerSecond).toBeGreaterThan(0)
            expect(pacer.ratePerSecond).toBeLessThanOrEqual(
              Math.max(2, maxPerSecond)
            )
            expect(pacer.pausedUntilMs).toBeLessThanOrEqual(nowMs + 601_000)
            expect(maxInFlight(pacer)).toBeLessThanOrEqual(100)
          }
        }
      )
    )
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
