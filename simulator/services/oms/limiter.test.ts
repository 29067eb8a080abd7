import { Switches } from '../../switches'
import { Limiter } from './limiter'
import { OMS_SWITCHES } from './switches'
import type { OmsSwitches } from './switches'

/** A limiter on a clock that the test moves. */
function limiter(choices: Partial<OmsSwitches>) {
  const { values } = new Switches(OMS_SWITCHES)
  const clock = { nowMs: 0 }

  Object.assign(values, choices)

  const limits = new Limiter(values, () => clock.nowMs)

  /** Makes several calls at once and counts those that pass. */
  const taken = (count: number, method = 'POST') =>
    Array.from({ length: count }, () => limits.refuse(method)).filter(
      (refused) => refused === undefined
    ).length

  return { clock, limits, taken }
}

describe('the limit of an account', () => {
  it('is absent unless a test sets one', () => {
    const { taken } = limiter({})

    expect(taken(10_000)).toBe(10_000)
  })

  it('as a bucket, passes the burst and then its rate', () => {
    const { clock, taken } = limiter({
      rateLimit: 'bucket',
      ratePerSecond: 10,
      rateBurst: 20,
    })

    expect(taken(30)).toBe(20)
    clock.nowMs = 1_000
    expect(taken(30)).toBe(10)
    clock.nowMs = 60_000
    expect(taken(30)).toBe(20)
  })

  it('as a window, passes its quota and nothing more before the next minute', () => {
    const { clock, taken } = limiter({ rateLimit: 'window', ratePerSecond: 1 })

    expect(taken(70)).toBe(60)
    clock.nowMs = 59_999
    expect(taken(10)).toBe(0)
    clock.nowMs = 60_000
    expect(taken(70)).toBe(60)
  })

  it('counts reads only when they share it', () => {
    const apart = limiter({ rateLimit: 'bucket', rateBurst: 1 })
    const shared = limiter({
      rateLimit: 'bucket',
      rateBurst: 1,
      rateReads: 'shared',
    })

    expect(apart.taken(5, 'GET')).toBe(5)
    expect(shared.taken(5, 'GET')).toBe(1)
    expect(shared.limits.traffic().own).toEqual({
      sends: 0,
      sendsLimited: 0,
      reads: 5,
      readsLimited: 4,
    })
  })

  it('counts the calls of other clients, which use it and are refused too', () => {
    const { clock, taken, limits } = limiter({
      rateLimit: 'bucket',
      ratePerSecond: 10,
      rateBurst: 10,
      otherClientsPerSecond: 20,
    })

    taken(1)
    clock.nowMs = 100_000
    taken(1)

    const { sent, limited } = limits.traffic().others

    // The bucket had 10 + 100 s × 10/s = 1,010 tokens, of which our two calls took 2.
    expect(sent).toBe(2_060)
    expect(limited).toBe(sent - 1_008)
  })

  it.each([
    ['none', {}],
    ['retry-after', { 'retry-after': '60' }],
    ['rate-limit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' }],
    [
      'both',
      {
        'retry-after': '60',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '60',
      },
    ],
  ] as const)(
    'sends a 429 with the headers of the switch value %s',
    (rateHeaders, said) => {
      const { limits, taken } = limiter({
        rateLimit: 'window',
        ratePerSecond: 1,
        rateHeaders,
      })

      taken(60)

      const refused = limits.refuse('POST')

      expect(refused?.status).toBe(429)
      expect(
        Object.fromEntries(
          Object.entries(refused?.headers ?? {}).filter(([name]) =>
            /retry|ratelimit/.test(name)
          )
        )
      ).toEqual(said)
    }
  )
})
