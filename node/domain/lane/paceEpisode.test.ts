import { afterReply, newPacer } from './pacer'
import type { Pacer, PaceReply } from './pacer'

/** A pace of 5 calls a second that has proven 10, with 429s on 6 % of its calls. */
const noisy: Pacer = {
  ...newPacer(0),
  isSlowStart: false,
  ratePerSecond: 5,
  limitPerSecond: 6,
  climbPerSecond: 0.2,
  episodes: 5,
  takenBetween: 16,
  provenPerSecond: 10,
  cycleCount: 16,
  cycleStartMs: -3_200,
}

/** Answers a call with 429 at once, and then each probe, a second later each. */
function episode(pacer: Pacer, probes: PaceReply[]): Pacer {
  const replies: PaceReply[] = [{ kind: 'limited', waitMs: null }, ...probes]

  return replies.reduce(
    (before, reply, place) =>
      afterReply(
        before,
        {
          reply,
          isProbe: place > 0,
          isStale: false,
          isBelowPace: false,
          nowMs: place * 1_000,
          random: 0.5,
        },
        0
      ),
    pacer
  )
}

const TAKEN: PaceReply = { kind: 'taken' }
const LIMITED: PaceReply = { kind: 'limited', waitMs: null }

describe('an episode of 429s', () => {
  it('whose cause cannot be the rate leaves the rate and its climb as they were', () => {
    expect(episode(noisy, [TAKEN])).toEqual({
      ...noisy,
      episodes: 6,
      provenPerSecond: 9.8,
      pausedUntilMs: 1_000,
      recentMs: 4_200,
      recentCount: 17,
      cycleStartMs: 1_000,
      cycleCount: 0,
    })
  })

  it('pauses all calls and sends one probe even where its cause cannot be the rate', () => {
    expect(episode(noisy, [])).toMatchObject({
      pausedUntilMs: 1_000,
      episodeStartMs: 0,
      ratePerSecond: 5,
    })
  })

  it.each<[string, Partial<Pacer>, PaceReply[]]>([
    ['near a rate that was proven', { provenPerSecond: 5.5 }, [TAKEN]],
    ['without a proven rate', { provenPerSecond: 0 }, [TAKEN]],
    [
      'when OMS takes hardly any call',
      { takenBetween: 8, cycleCount: 3 },
      [TAKEN],
    ],
    ['whose first probe was refused', {}, [LIMITED, TAKEN]],
  ])('%s lowers the rate to 70 %%', (_situation, state, probes) => {
    expect(episode({ ...noisy, ...state }, probes).ratePerSecond).toBe(3.5)
  })

  it('of a window forgets what was proven, because a window takes any rate for a while', () => {
    const after = episode(noisy, [
      LIMITED,
      LIMITED,
      LIMITED,
      LIMITED,
      LIMITED,
      TAKEN,
    ])

    expect(after).toMatchObject({ provenPerSecond: 0, episodeStartMs: null })
    expect(after.ratePerSecond).toBeLessThan(3.5)
  })

  it('that comes after a few calls does not end the slow start, twice and not more often', () => {
    const early = (pacer: Pacer) =>
      episode({ ...pacer, cycleCount: 3 }, [TAKEN])

    const once = early(newPacer(-1_000))
    const twice = early(once)

    expect([once, twice, early(twice)].map((one) => one.isSlowStart)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('that comes after a dozen calls ends the slow start', () => {
    expect(
      episode({ ...newPacer(-1_000), cycleCount: 12 }, [TAKEN]).isSlowStart
    ).toBe(false)
  })
})
