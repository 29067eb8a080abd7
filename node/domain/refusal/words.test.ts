import {
  aDocument,
  aLine,
  aPackage,
  orderIn,
  SALE,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { goodsOf } from '../goods/goods'
import { amount, quoted, sumsOf, whatIsWrong } from './words'

const goods = (more: Document) => goodsOf(orderIn(aDocument(more)))

describe('a status in a sentence', () => {
  it.each([
    ['invoiced', '"invoiced"'],
    [null, '"incomplete"'],
    ['', 'not a readable one'],
    ['two words', 'not a readable one'],
    ['<b>', 'not a readable one'],
    ['x'.repeat(101), 'not a readable one'],
  ])('is named only where it looks like one: %j', (status, words) => {
    expect(quoted(status)).toBe(words)
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

describe('field case 6: what is wrong with invoices', () => {
  const wrong = (...packages: unknown[]) => whatIsWrong(goods({ packages }))

  it.each<[string, unknown, string]>([
    [
      'no type',
      { ...SALE, type: null },
      'invoice N1 says neither that goods were sold nor that they came back; the order shows no invoice of its sale.',
    ],
    [
      'no number',
      { ...SALE, invoiceNumber: null },
      'an invoice has no number.',
    ],
    [
      'a number that is no plain one',
      { ...SALE, invoiceNumber: 'for Sofia & co', items: [] },
      'an invoice names no items.',
    ],
    [
      'the number of Argentina',
      { ...SALE, invoiceNumber: '0001-00001234', items: [] },
      'invoice 0001-00001234 names no items.',
    ],
    [
      'a value of 0',
      { ...SALE, invoiceValue: 0 },
      'invoice N1 has no readable value above 0.',
    ],
    ['no items', { ...SALE, items: [] }, 'invoice N1 names no items.'],
    [
      'half a piece',
      { ...SALE, items: [aLine(0, 0.5, 1)] },
      'invoice N1 has a line whose item, quantity or price cannot be read.',
    ],
  ])('is named: %s', (_what, one, sentence) => {
    expect(wrong(one)).toBe(sentence)
  })

  it('is named once for each fault', () => {
    expect(
      wrong({ ...SALE, invoiceNumber: null }, { ...SALE, invoiceNumber: null })
    ).toBe('an invoice has no number.')
    expect(wrong(SALE, SALE)).toBe('invoice N1 stands on the order twice.')
    expect(wrong(SALE, aPackage('Input', 'R1', 25_980))).toBe(
      'the order has returns that are worth more than its invoices.'
    )
  })

  it.each<[Document, string]>([
    [{ value: null, packages: [SALE] }, 'the order shows no value of its own.'],
    [{}, 'the order shows no invoice of its sale.'],
    [
      { items: [{ quantity: 1 }], packages: [SALE] },
      'the order has an item without an id.',
    ],
    [
      { items: [{ id: '7' }], packages: [SALE] },
      'the order has an item, or a change of one, that cannot be read.',
    ],
  ])('is named for the order itself: %j', (more, sentence) => {
    expect(whatIsWrong(goods(more))).toBe(sentence)
  })

  it('is said in general where each of them can be read', () => {
    expect(wrong(SALE)).toBe('sums and pieces do not fit together.')
  })
})

describe('field case 6: the sums of an order whose return OMS refused', () => {
  it('are all named, with the known issue', () => {
    expect(
      sumsOf(
        goods({
          packages: [SALE, aPackage('Input', 'R1', 500)],
          changesAttachment: { changesData: [{ discountValue: 1 }] },
        })
      )
    ).toBe(
      'The return was worth 124.90; its invoices add up to 129.90, other returns and compensations to 5.00, changes to -0.01, and it costs 129.90. OMS refuses a return of more than is left, and after a change it may count that change twice (VTEX known issue 1409506): compare them in the Admin.'
    )
  })
})
