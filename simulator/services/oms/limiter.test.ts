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

  /** How many of some calls at once are taken. */
  const taken = (count: number, method = 'POST') =>
    Array.from({ length: count }, () => limits.refuse(method)).filter(
      (refused) => refused === undefined
    ).length

  return { clock, limits, taken }
}

describe('the limit of an account', () => {
  it('is none unless a test chooses one', () => {
    const { taken } = limiter({})

    expect(taken(10_000)).toBe(10_000)
  })

  it('lets a bucket’s burst through, and then its rate', () => {
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

  it('lets a window’s quota through, and nothing more before the next minute', () => {
    const { clock, taken } = limiter({ rateLimit: 'window', ratePerSecond: 1 })

    expect(taken(70)).toBe(60)
    clock.nowMs = 59_999
    expect(taken(10)).toBe(0)
    clock.nowMs = 60_000
    expect(taken(70)).toBe(60)
  })

  it('does not count reads, unless they share it', () => {
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

  it('has others on it, who take their part and are refused theirs', () => {
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

    // 100 s of 20 a second, of which the bucket had 10 and 10 a second, less our two.
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
  ] as const)('says with a 429: %s', (rateHeaders, said) => {
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
  })
})
