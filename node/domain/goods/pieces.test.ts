import {
  atMost,
  cheapestOf,
  countOf,
  joined,
  piecesOf,
  piecesOn,
  without,
  worthAtMost,
  worthOf,
} from './pieces'
import type { Pieces } from './pieces'

const pieces = (...each: Array<[string, number, number]>): Pieces =>
  new Map(each.map(([skuId, quantity, value]) => [skuId, { quantity, value }]))

const item = (skuId: string | null, quantity: number) => ({ skuId, quantity })

const line = (itemIndex: number, quantity: number, price: number) => ({
  itemIndex,
  quantity,
  price,
})

describe('the pieces of items', () => {
  it('are counted by SKU, over all items (field log 6)', () => {
    expect(piecesOf([item('7', 1), item('8', 2), item('7', 3)])).toEqual(
      pieces(['7', 4, 0], ['8', 2, 0])
    )
  })

  it('without an id are told apart by their places', () => {
    expect(piecesOf([item(null, 1), item(null, 2)])).toEqual(
      pieces(['#0', 1, 0], ['#1', 2, 0])
    )
  })

  it('are not counted at all where one quantity cannot be read', () => {
    expect(piecesOf([item('7', 1), item('8', NaN)])).toBeNull()
  })
})

describe('the pieces on lines of invoices', () => {
  const items = [item('7', 9), item(null, 9), item('7', 9)]

  it('are counted and valued by SKU, over all lines (field log 6)', () => {
    expect(
      piecesOn([line(0, 2, 300), line(2, 1, 200), line(1, 1, 50)], items)
    ).toEqual(pieces(['7', 3, 800], ['#1', 1, 50]))
  })

  it('leave out a line of 0, whatever else it says (field case 6)', () => {
    expect(piecesOn([line(9, 0, NaN)], items)).toEqual(pieces())
  })

  it.each([
    ['of no item of the order', line(3, 1, 1)],
    ['with an unreadable place', line(NaN, 1, 1)],
    ['with an unreadable quantity', line(0, NaN, 1)],
    ['with an unreadable price', line(0, 1, NaN)],
    ['too large to be exact', line(0, 2 ** 30, 2 ** 30)],
  ])('are not counted at all with a line %s', (_what, one) => {
    expect(piecesOn([line(0, 1, 1), one], items)).toBeNull()
  })

  it('are not counted where their sum is too large to be exact', () => {
    const large = line(0, 1, Number.MAX_SAFE_INTEGER - 1)

    expect(piecesOn([large, large], items)).toBeNull()
  })
})

describe('pieces', () => {
  it('taken from others leave the price of each that stays', () => {
    expect(
      without(pieces(['7', 3, 100], ['8', 1, 50]), pieces(['7', 1, 0]))
    ).toEqual(pieces(['7', 2, 66], ['8', 1, 50]))
  })

  it('of which more are taken than there were leave none', () => {
    expect(without(pieces(['7', 1, 100]), pieces(['7', 2, 0]))).toEqual(
      pieces()
    )
  })

  it('are capped by those that were sold: OMS may list one that was not (field log 4)', () => {
    expect(
      atMost(
        pieces(['7', 3, 300], ['8', 1, 50], ['9', 1, 20]),
        pieces(['7', 1, 0], ['9', 5, 0])
      )
    ).toEqual(pieces(['7', 1, 100], ['9', 1, 20]))
  })

  it('are put together by SKU', () => {
    expect(
      joined(pieces(['7', 1, 10]), pieces(['7', 2, 5], ['8', 1, 0]))
    ).toEqual(pieces(['7', 3, 15], ['8', 1, 0]))
  })

  it('keep their worth where it is no more than a value', () => {
    const all = pieces(['7', 1, 60], ['8', 1, 40])

    expect(worthAtMost(all, 100)).toBe(all)
  })

  it('are worth the same share of a smaller value, rounded down', () => {
    expect(worthAtMost(pieces(['7', 1, 60], ['8', 1, 41]), 50)).toEqual(
      pieces(['7', 1, 29], ['8', 1, 20])
    )
  })

  it('are worth an exact share also of amounts whose product no number holds', () => {
    const value = 3_002_399_751_580_331

    expect(
      worthAtMost(pieces(['7', 1, value], ['8', 1, value]), value)
    ).toEqual(pieces(['7', 1, (value - 1) / 2], ['8', 1, (value - 1) / 2]))
  })

  it('are counted, and valued', () => {
    const all = pieces(['7', 3, 60], ['8', 1, 40])

    expect([countOf(all), worthOf(all)]).toEqual([4, 100])
  })

  it('have a cheapest one, a free gift aside', () => {
    expect(cheapestOf(pieces(['7', 3, 60], ['8', 1, 40], ['9', 1, 0]))).toBe(20)
    expect(cheapestOf(pieces(['9', 1, 0]))).toBe(Infinity)
  })
})
