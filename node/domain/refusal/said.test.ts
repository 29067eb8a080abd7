import { amount, nameOfStatus, quoted } from './said'

describe('a status in a sentence', () => {
  it.each([
    ['invoiced', 'invoiced', '"invoiced"'],
    [null, 'incomplete', '"incomplete"'],
    ['', '', 'not a readable one'],
    ['two words', '', 'not a readable one'],
    ['<b>', '', 'not a readable one'],
    ['x'.repeat(101), '', 'not a readable one'],
  ])('is named only where it looks like one: %j', (status, name, words) => {
    expect(nameOfStatus(status)).toBe(name)
    expect(quoted(name)).toBe(words)
  })
})

describe('an amount in a sentence', () => {
  it.each([
    [12_990, '129.90'],
    [0, '0.00'],
    [5, '0.05'],
    [-2_000, '-20.00'],
    [null, 'an unreadable amount'],
  ])('has two decimals: %j', (cents, words) => {
    expect(amount(cents)).toBe(words)
  })
})
