import { aBatchInput } from '../../testing/batches/aBatchInput'
import { isOfOrder, rowsOf } from './batchInput'

describe('the order of a row', () => {
  it.each([
    ['an id', '1380000000001-01'],
    ['an id with spaces around it', ' 1380000000001-01 '],
    ['a text that is no id', ' no id '],
    ['a text that is too long for one', '7'.repeat(150)],
  ])('is found by what was given for it: %s', (_what, given) => {
    const [row] = rowsOf(aBatchInput([given]))

    expect(isOfOrder(row, given)).toBe(true)
    expect(isOfOrder(row, `${given.trim().slice(0, 5)}-02`)).toBe(false)
  })
})
