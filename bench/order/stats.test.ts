import { percentile, tripsInARow } from './stats'

const call = (startedMs: number, endedMs: number | null) => ({
  startedMs,
  endedMs,
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  it.each([
    ['the median of a hundred values', hundred, 0.5, 50],
    ['the 99th of a hundred values', hundred, 0.99, 99],
    ['the middle of three values', [30, 10, 20], 0.5, 20],
    ['the lower middle of four values', [40, 10, 30, 20], 0.5, 20],
    ['the largest of few values, as their 99th', [3, 9, 1], 0.99, 9],
    ['numbers by size, not as text', [9, 10, 100], 0.5, 10],
    ['the only value', [7], 0.99, 7],
    ['no number where there are no values', [], 0.5, NaN],
  ])('gives %s', (_what, values, share, expected) => {
    expect(percentile(values, share)).toBe(expected)
  })

  it('leaves the given values in their order', () => {
    const values = [3, 1, 2]

    percentile(values, 0.5)

    expect(values).toEqual([3, 1, 2])
  })
})

describe('trips in a row', () => {
  it.each([
    ['no calls', [], 0],
    ['one call', [call(0, 20)], 1],
    ['calls one after the other', [call(0, 20), call(21, 41), call(42, 62)], 3],
    ['a call that begins as another ends', [call(0, 20), call(20, 40)], 2],
    ['calls side by side', [call(0, 20), call(1, 21), call(2, 22)], 1],
    ['two side by side, then one', [call(0, 20), call(1, 21), call(22, 42)], 2],
    [
      'a long call beside two that follow each other',
      [call(0, 50), call(1, 20), call(21, 40)],
      2,
    ],
    [
      'a chain of overlaps whose ends do not overlap',
      [call(0, 20), call(10, 30), call(25, 45)],
      2,
    ],
    ['calls in another order', [call(42, 62), call(0, 20), call(21, 41)], 3],
    ['a last call without an answer', [call(0, 20), call(21, null)], 2],
    ['a call without an answer beside others', [call(0, null), call(1, 21)], 1],
  ])('are counted for %s', (_what, calls, expected) => {
    expect(tripsInARow(calls)).toBe(expected)
  })
})
