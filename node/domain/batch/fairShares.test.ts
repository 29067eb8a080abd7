import { secondsUntilFirst, sharesOf } from './fairShares'

const sharer = (pending: number, maxPerSecond = Infinity) => ({
  pending,
  maxPerSecond,
})

describe('the shares of batches', () => {
  it('are the same, except where the own cap of a batch is lower', () => {
    expect(sharesOf(12, [sharer(9), sharer(9), sharer(9)])).toEqual([4, 4, 4])
    expect(sharesOf(12, [sharer(9), sharer(9, 2), sharer(9)])).toEqual([
      5, 2, 5,
    ])
    expect(sharesOf(12, [sharer(9, 1), sharer(9, 2)])).toEqual([1, 2])
  })
})

describe('the time until a batch has begun all its rows', () => {
  it('is that of its own rows where it is alone, or its cap is the lower', () => {
    expect(secondsUntilFirst(10, [sharer(200)])).toBe(20)
    expect(secondsUntilFirst(10, [sharer(200, 4), sharer(1_000)])).toBe(50)
  })

  it('counts the rows of the others only while they last', () => {
    // Both at 5 a second for 10 s, then 150 rows at 10 a second.
    expect(secondsUntilFirst(10, [sharer(200), sharer(50)])).toBe(25)
    expect(secondsUntilFirst(10, [sharer(200), sharer(1_000)])).toBe(40)
  })
})
