import * as fc from 'fast-check'

import { isOrderId, isPurchaseId } from './orderId'

describe('isPurchaseId', () => {
  it.each(['v1380000000001', 'SLR-1', 'vBWW-Loja Exemplo-2660650814'])(
    'accepts %s',
    (text) => {
      expect(isPurchaseId(text)).toBe(true)
    }
  )

  it.each(['', 'v..', '..', 'v/1', 'v 1', 'wBWW-Loja Exemplo-2660650814'])(
    'refuses %j',
    (text) => {
      expect(isPurchaseId(text)).toBe(false)
    }
  )
})

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
