import * as fc from 'fast-check'

import { isOrderId, problemOfId } from './orderId'

describe('isOrderId', () => {
  it.each([
    '1380000000001-01',
    'SLR-1380000000001-01',
    'v71025504grcrn-01',
    '500001',
    'a',
    '1.2_3-4',
    '1'.repeat(100),
  ])('accepts %s', (text) => {
    expect(isOrderId(text)).toBe(true)
  })

  it.each([
    '',
    '..',
    '.',
    '-1',
    '_1',
    '1..2',
    'a/b',
    '%2e',
    '1\n',
    'ação',
    '1'.repeat(101),
  ])('refuses %j', (text) => {
    expect(isOrderId(text)).toBe(false)
  })

  it('accepts only text that a URL reads as one segment of its path', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aZ09._-/\\%?#&;:@ \n\0') })
    )

    const path = (text: string) => `/orders/${text}/cancel`
    const isOneSegment = (text: string) =>
      new URL(`http://oms${path(encodeURIComponent(text))}`).pathname ===
      path(text)

    fc.assert(
      fc.property(anyText, (text) => {
        expect(!isOrderId(text) || isOneSegment(text)).toBe(true)
      }),
      { numRuns: 50_000 }
    )
  })
})

describe('problemOfId', () => {
  it.each([
    ['a space', '1390000000001-01 1390000000002-01'],
    ['a line break', '1390000000001-01\n1390000000002-01'],
    ['a comma and a space', 'v71425090str-01, v71425091str-01'],
  ])(
    'says that two ids with %s between them are more than one, and proposes none',
    (_what, text) => {
      expect(problemOfId(text)).toBe(
        'it looks like more than one id. Give one at a time.'
      )
    }
  )

  it('does not take the two digits behind a space for a second id', () => {
    expect(problemOfId('1390000000001 01')).toMatch(/^an id has letters/)
  })

  it.each([
    ['an invisible character', '1390000000001\u200B-01'],
    ['an invisible character', '1390000000001\uFEFF-01'],
    ['a dash that is no hyphen', '1390000000001\u201101'],
    ['a dash that is no hyphen', '1390000000001\u201301'],
  ])('names %s, and the id that may be meant', (what, text) => {
    expect(problemOfId(text)).toBe(
      `it has ${what} in it. If 1390000000001-01 is meant, give that.`
    )
  })
})
