import { anOms, ORDER } from './testing'
import type { Seed } from './seed'

const SALE = { type: 'Output', invoiceNumber: '1001' } as const
const RETURN = { type: 'Input', invoiceNumber: 'R1' } as const
const INVOICED: Seed = { status: 'invoiced', packages: [SALE] }
const UNTOUCHED = { authorised: 12990, captured: 0, entries: [], paidBack: 0 }

/** The book of a new order. */
function bookOf(seed: Seed) {
  const oms = anOms()

  oms.seed(seed)

  return oms.orders.book(ORDER)
}

describe('the book of a seeded order', () => {
  it.each<[string, Seed, object]>([
    ['new: what the shopper pays is authorised', {}, UNTOUCHED],
    [
      'with interest: the shopper pays it on top of the goods',
      { interest: 500 },
      { ...UNTOUCHED, authorised: 13490 },
    ],
    [
      'invoiced: its invoice is captured',
      INVOICED,
      {
        ...UNTOUCHED,
        captured: 12990,
        goods: { 1: { sent: 1, cameBack: 0 } },
      },
    ],
    [
      'partly invoiced: that part is captured',
      { status: 'handling', packages: [{ ...SALE, invoiceValue: 4000 }] },
      { ...UNTOUCHED, captured: 4000 },
    ],
    [
      'invoiced twice: no more is captured than is authorised',
      { ...INVOICED, packages: [SALE, { ...SALE, invoiceNumber: '1002' }] },
      { captured: 12990, goods: { 1: { sent: 2, cameBack: 0 } } },
    ],
    [
      'changed before its invoice: less is authorised, and nothing was paid back',
      {
        status: 'invoiced',
        value: 10990,
        changes: [{ discountValue: 2000 }],
        packages: [SALE],
      },
      { authorised: 10990, captured: 10990, entries: [] },
    ],
    [
      'changed after its invoice: the discount was paid back',
      {
        status: 'invoiced',
        value: 10990,
        changes: [{ discountValue: 2000 }],
        packages: [{ ...SALE, invoiceValue: 12990 }],
      },
      {
        authorised: 12990,
        captured: 12990,
        paidBack: 2000,
        entries: [{ kind: 'change', value: 2000 }],
      },
    ],
    [
      'returned in part: that part was paid back',
      {
        ...INVOICED,
        packages: [SALE, { ...RETURN, invoiceValue: 500, items: [] }],
      },
      {
        captured: 12990,
        paidBack: 500,
        entries: [{ kind: 'return', value: 500, invoiceNumber: 'R1' }],
        goods: { 1: { sent: 1, cameBack: 0 } },
      },
    ],
    [
      'with a compensation: money went back, and no goods came',
      {
        ...INVOICED,
        packages: [
          SALE,
          {
            ...RETURN,
            invoiceValue: 700,
            isCompensation: true,
            items: [{ itemIndex: 0, quantity: 1, price: 700 }],
          },
        ],
      },
      { paidBack: 700, goods: { 1: { sent: 1, cameBack: 0 } } },
    ],
    [
      'canceled after its return: the return was paid back, and nothing twice',
      {
        status: 'canceled',
        packages: [SALE, RETURN],
      },
      {
        authorised: 12990,
        captured: 12990,
        paidBack: 12990,
        entries: [{ kind: 'return', value: 12990 }],
      },
    ],
    [
      'canceled before any invoice: nothing is authorised any more',
      { status: 'canceled' },
      { authorised: 0, captured: 0, entries: [], paidBack: 0 },
    ],
    [
      'canceled with a payment that VTEX kept: it is still authorised',
      { stuck: 'payment kept' },
      UNTOUCHED,
    ],
    [
      '376646: invoiced by its seller, with a capture that failed: nothing is captured, though the goods were sent',
      {
        status: 'invoice',
        stuckAt: 'invoice',
        workflowIsInError: true,
        packages: [SALE],
      },
      { ...UNTOUCHED, goods: { 1: { sent: 1, cameBack: 0 } } },
    ],
    [
      'whose value a partial invoice lowered: the seed says what was authorised',
      {
        status: 'handling',
        value: 4000,
        authorised: 12990,
        packages: [{ ...SALE, invoiceValue: 4000 }],
      },
      { authorised: 12990, captured: 4000 },
    ],
  ])('%s', (_what, seed, expected) => {
    expect(bookOf(seed)).toMatchObject(expected)
  })

  it.each<[string, NonNullable<Seed['packages']>[number], object]>([
    [
      'a type in lower case',
      { ...SALE, type: 'output' },
      { captured: 12990, goods: { 1: { sent: 1, cameBack: 0 } } },
    ],
    ['no type, which is a sale', { ...SALE, type: null }, { captured: 12990 }],
    [
      'a line without an index, which is 0',
      { ...SALE, items: [{ quantity: 1, price: 12990 }] },
      { goods: { 1: { sent: 1, cameBack: 0 } } },
    ],
    [
      'lines of quantity 0 and -1, which are no pieces',
      {
        ...SALE,
        items: [
          { itemIndex: 0, quantity: 0, price: 1 },
          { itemIndex: 0, quantity: -1, price: 1 },
        ],
      },
      { captured: 12990, goods: {} },
    ],
    [
      'a fractional quantity',
      { ...SALE, items: [{ itemIndex: 0, quantity: 0.5, price: 1 }] },
      { goods: { 1: { sent: 0.5, cameBack: 0 } } },
    ],
    [
      'no value: its lines give it',
      {
        ...SALE,
        invoiceValue: null,
        items: [{ itemIndex: 0, quantity: 2, price: 3000 }],
      },
      { captured: 6000 },
    ],
    [
      'a value that is a text',
      { ...SALE, invoiceValue: '99' },
      { captured: 99 },
    ],
    ['no lines', { ...SALE, items: [] }, { captured: 12990, goods: {} }],
  ])('reads an invoice with %s', (_what, invoice, expected) => {
    expect(bookOf({ status: 'handling', packages: [invoice] })).toMatchObject(
      expected
    )
  })

  it('is undefined for an unknown order', () => {
    expect(anOms().orders.book('1-01')).toBeUndefined()
  })
})
