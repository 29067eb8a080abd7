import { recoverySeconds } from './recovery'

/** Calls that OMS accepted at a constant pace. */
const calls = (fromMs: number, untilMs: number, everyMs: number) =>
  Array.from(
    { length: Math.floor((untilMs - fromMs) / everyMs) },
    (_, place) => fromMs + place * everyMs
  )

const LEFT = { leftMs: 60_000, spanMs: 30_000 }

describe('the time after which a pace is back', () => {
  it('ends where the first span begins in which 90 % of the limit was used', () => {
    const takenMs = [
      ...calls(0, 100_000, 1_000),
      ...calls(100_000, 200_000, 110),
    ]

    expect(recoverySeconds(takenMs, 10, LEFT)).toBe(40)
  })

  it('does not count a pace that had 90 % only before the other clients left', () => {
    const takenMs = [...calls(0, 60_000, 100), ...calls(60_000, 200_000, 120)]

    expect(recoverySeconds(takenMs, 10, LEFT)).toBe(Infinity)
  })
})
