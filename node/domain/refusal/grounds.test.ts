import {
  aDocument,
  aLine,
  aPackage,
  orderIn,
  SALE,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { goodsOf } from '../goods/goods'
import type { Goods } from '../goods/goods'
import { CLAUSES, flawsOf, sumsOf } from './grounds'
import { refusal } from './refusal'

const goods = (more: Document) => goodsOf(orderIn(aDocument(more)))

/** What is wrong with the invoices of a document, as it stands within a sentence. */
const whatIsWrong = ({ flaws }: Pick<Goods, 'flaws'>) =>
  `${flawsOf({ flaws })
    .map(({ detail, subject }) => CLAUSES[detail]({ subject: subject ?? '' }))
    .join('; ')}.`

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
    const sums = sumsOf(
      goods({
        packages: [SALE, aPackage('Input', 'R1', 500)],
        changesAttachment: { changesData: [{ discountValue: 1 }] },
      })
    )

    expect(sums).toEqual({
      value: 12_990,
      changes: -1,
      invoiced: 12_990,
      returned: 500,
      rest: 12_490,
    })
    expect(
      refusal('RETURN_REFUSED', { orderId: 'X', subject: 'invoiced', sums })
        .message
    ).toBe(
      'OMS does not take a return invoice for order X. Its status was "invoiced". The return was worth 124.90; its invoices add up to 129.90, other returns and compensations to 5.00, changes to -0.01, and it costs 129.90. OMS refuses a return of more than is left, and after a change it may count that change twice (VTEX known issue 1409506): compare them in the Admin.'
    )
  })
})
