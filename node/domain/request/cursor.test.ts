import { BEGINNING, passed } from './cursor'
import type { Cursor } from './cursor'

/** Passes orders that were placed at one moment. */
const passMany = (count: number, createdMs: number) =>
  Array.from({ length: count }, (_, index) => `${index}-01`).reduce(
    (cursor: Cursor, orderId) => passed(cursor, { orderId, createdMs }),
    BEGINNING
  )

describe('a cursor', () => {
  it('names the orders of the last moment, and no earlier ones', () => {
    const cursor = passed(passMany(2, 1_000), {
      orderId: '9-01',
      createdMs: 2_000,
    })

    expect(passMany(2, 1_000)).toMatchObject({
      fromMs: 1_000,
      ids: ['0-01', '1-01'],
    })
    expect(cursor).toEqual({ fromMs: 2_000, ids: ['9-01'], sinceMs: null })
  })

  it('moves behind a row that names no order', () => {
    expect(passed(BEGINNING, { orderId: null, createdMs: 1_000 })).toEqual({
      fromMs: 1_000,
      ids: [],
      sinceMs: null,
    })
  })

  it('leaves a moment with 500 orders behind it, by as much as the list tells moments apart', () => {
    expect(passMany(499, 1_000).ids).toHaveLength(499)
    expect(passMany(500, 1_000)).toEqual({
      fromMs: 2_000,
      ids: [],
      sinceMs: null,
    })
    expect(passMany(500, 1_001).fromMs).toBe(1_002)
  })
})
