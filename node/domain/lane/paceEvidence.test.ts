import {
  faded,
  isTooEarly,
  isUnexplained,
  NO_EVIDENCE,
  withEpisode,
} from './paceEvidence'

/** An episode at 10 calls a second, after 20 of them. */
const REFUSED = {
  ratePerSecond: 10,
  cycleCount: 20,
  cycleMs: 2_500,
  isBelowPace: false,
}

describe('the evidence of a pace', () => {
  it('proves the rate at which OMS took calls until the 429, not the rate that was refused', () => {
    expect(withEpisode(NO_EVIDENCE, REFUSED)).toEqual({
      episodes: 1,
      takenBetween: 20,
      provenPerSecond: 8,
    })
  })

  it('proves no more than the rate of the pace, however short the time was', () => {
    expect(
      withEpisode(NO_EVIDENCE, { ...REFUSED, cycleMs: 1 }).provenPerSecond
    ).toBe(10)
  })

  it('keeps a higher rate that was proven before', () => {
    expect(
      withEpisode({ ...NO_EVIDENCE, provenPerSecond: 9 }, REFUSED)
        .provenPerSecond
    ).toBe(9)
  })

  it('proves no rate by fewer than a dozen calls, nor by calls that left below the pace', () => {
    const few = withEpisode(NO_EVIDENCE, { ...REFUSED, cycleCount: 11 })
    const capped = withEpisode(NO_EVIDENCE, { ...REFUSED, isBelowPace: true })

    expect([few.provenPerSecond, capped.provenPerSecond]).toEqual([0, 0])
  })

  it('averages how many calls OMS takes between 429s, the first few alike, and later ones at a fifth', () => {
    const averages = (counts: number[]) =>
      counts.reduce(
        (evidence, cycleCount) =>
          withEpisode(evidence, { ...REFUSED, cycleCount }),
        NO_EVIDENCE
      ).takenBetween

    expect(averages([10, 20, 30])).toBe(20)
    expect(averages([20, 20, 20, 20, 20, 20, 70])).toBe(30)
  })

  it('of a 429 in the slow start is too little before a dozen calls, twice and not more often', () => {
    const after = (episodes: number) => ({ ...NO_EVIDENCE, episodes })

    expect([
      isTooEarly(after(0), 11),
      isTooEarly(after(0), 12),
      isTooEarly(after(1), 11),
      isTooEarly(after(2), 11),
    ]).toEqual([true, false, true, false])
  })

  it('calls a 429 unexplained up to 0.9 of the proven rate, with 8 to 30 calls between 429s', () => {
    const isNoise = (ratePerSecond: number, takenBetween: number) =>
      isUnexplained({
        episodes: 4,
        provenPerSecond: 10,
        ratePerSecond,
        takenBetween,
      })

    expect([isNoise(9, 8), isNoise(9, 30)]).toEqual([true, true])
    // The rate may have reached the limit again.
    expect(isNoise(9.1, 16)).toBe(false)
    // Hardly anything is left of the limit.
    expect(isNoise(5, 7.9)).toBe(false)
    // Such rare 429s cost nothing.
    expect(isNoise(5, 30.1)).toBe(false)
  })

  it('never calls a 429 unexplained while no rate is proven', () => {
    expect(
      isUnexplained({ ...NO_EVIDENCE, ratePerSecond: 0.2, takenBetween: 16 })
    ).toBe(false)
  })

  it('fades with each episode, and twice as fast where the episode was unexplained', () => {
    expect([
      faded(10, { isUnexplained: false }),
      faded(10, { isUnexplained: true }),
    ]).toEqual([9.9, 9.8])
  })
})
