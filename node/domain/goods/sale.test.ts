import {
  aDocument,
  aLine,
  anItem,
  aPackage,
  goodsIn,
  outcomeOf,
  outcomes,
  SALE,
  TWO_ITEMS,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'

describe('field case 5: all is invoiced, and the status still says payment-approved (known issue 1372902)', () => {
  const approved = (more: Document) =>
    aDocument({ status: 'payment-approved', items: TWO_ITEMS, ...more })

  const all = [aLine(0, 1, 5_000), aLine(1, 1, 7_990)]

  it('is whole where the sum reaches the value and every piece is on an invoice: it can be returned', () => {
    const document = approved({
      packages: [
        aPackage('Output', 'N1', 5_000, [all[0]]),
        aPackage('Output', 'N2', 7_990, [all[1]]),
      ],
    })

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [12_990, 0],
      rest: { value: 12_990, lines: ['1 of 7 at 5000', '1 of 8 at 7990'] },
      flaws: [],
    })
    expect(outcomes(document)).toEqual([
      'ORDER_INVOICED → RETURN_INVOICE',
      'send',
    ])
  })

  it('is a part where the sum reaches the value that VTEX has lowered, and a piece is missing', () => {
    const document = approved({
      value: 5_000,
      packages: [aPackage('Output', 'N1', 5_000, [all[0]])],
    })

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'PART',
      rest: 'UNKNOWN',
    })
    expect(outcomes(document)).toEqual([
      'ORDER_PARTIALLY_INVOICED → MODIFY_ORDER',
      'ORDER_NOT_INVOICED → MODIFY_ORDER',
    ])
  })

  it('is a part where every piece is named and the sum stays below the value', () => {
    expect(
      goodsIn(approved({ packages: [aPackage('Output', 'N1', 12_000, all)] }))
    ).toMatchObject({ invoiced: 'PART' })
  })

  it('cannot be told where an invoice names no items, and nothing is sent either way', () => {
    const document = approved({ packages: [aPackage('Output', 'N1', 12_990)] })

    expect(goodsIn(document)).toEqual({
      invoiced: 'UNKNOWN',
      returned: 'NONE',
      sums: [12_990, 0],
      rest: 'UNKNOWN',
      flaws: ['NO_ITEMS N1'],
    })
    expect(outcomes(document)).toEqual([
      'INVOICES_UNREADABLE → NONE',
      'INVOICES_UNREADABLE → NONE',
    ])
  })

  it('cannot be told where the order has no readable value', () => {
    const document = approved({
      value: null,
      packages: [aPackage('Output', 'N1', 12_990, all)],
    })

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'UNKNOWN',
      flaws: ['NO_ORDER_VALUE null'],
    })
  })

  it('cannot be told where the quantity of an item cannot be read', () => {
    const document = approved({
      items: [anItem('7', 'one', 5_000), TWO_ITEMS[1]],
      packages: [aPackage('Output', 'N1', 12_990, all)],
    })

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'UNKNOWN',
      flaws: ['BAD_ITEM null'],
    })
  })

  it('allows for one cent of rounding for each piece', () => {
    const invoiced = (value: number) =>
      goodsIn(approved({ packages: [aPackage('Output', 'N1', value, all)] }))
        .invoiced

    expect([invoiced(12_988), invoiced(12_987)]).toEqual(['WHOLE', 'PART'])
  })
})

describe('field case 12: the pieces that a change removed', () => {
  const removed = (itemsRemoved: unknown, more: Document = {}) =>
    aDocument({
      status: 'payment-approved',
      value: 5_000,
      items: TWO_ITEMS,
      changesAttachment: {
        changesData: [{ discountValue: 7_990, itemsRemoved }],
      },
      packages: [aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)])],
      ...more,
    })

  it('were never invoiced: all the rest is whole', () => {
    const document = removed([anItem('8', 1, 7_990)])

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [5_000, 0],
      rest: { value: 5_000, lines: ['1 of 7 at 5000'] },
      flaws: [],
    })
    expect(outcomes(document)).toEqual([
      'ORDER_INVOICED → RETURN_INVOICE',
      'send',
    ])
  })

  it('cannot come back: all the rest returned came back whole', () => {
    const document = removed([anItem('8', 1, 7_990)], {
      status: 'invoiced',
      packages: [
        aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)]),
        aPackage('Input', 'R1', 4_000, [aLine(0, 1, 4_000)]),
      ],
    })

    expect(goodsIn(document)).toMatchObject({ returned: 'WHOLE' })
    expect(outcomeOf('cancel', document)).toBe('send')
  })

  it.each<[string, unknown]>([
    ['has no id', [anItem(null, 1, 7_990)]],
    ['has no readable quantity', [anItem('8', null, 7_990)]],
  ])('cannot be told where one of them %s: nothing is sent', (_what, items) => {
    expect(goodsIn(removed(items))).toMatchObject({
      invoiced: 'UNKNOWN',
      flaws: ['BAD_ITEM null'],
    })
    expect(outcomeOf('cancel', removed(items))).toBe(
      'INVOICES_UNREADABLE → NONE'
    )
  })

  it('cannot be told where a change cannot be read', () => {
    const document = removed([], {
      changesAttachment: { changesData: ['gone'] },
    })

    expect(goodsIn(document)).toMatchObject({ invoiced: 'UNKNOWN' })
  })
})

describe('field log 3: an order worth 0 after a change, without invoices', () => {
  it('is not invoiced, and its cancel is sent', () => {
    const document = aDocument({
      status: 'handling',
      value: 0,
      changesAttachment: {
        changesData: [
          { discountValue: 12_990, itemsRemoved: [anItem('7', 1, 12_990)] },
        ],
      },
    })

    expect(goodsIn(document)).toMatchObject({ invoiced: 'NONE', flaws: [] })
    expect(outcomeOf('cancel', document)).toBe('send')
  })
})

describe('field log 5: a part that looks whole by its value and by its lines', () => {
  const part = (lines: unknown[]) =>
    aDocument({
      status: 'payment-approved',
      value: 5_000,
      items: TWO_ITEMS,
      totals: [{ id: 'Items', value: 12_990 }],
      packages: [aPackage('Output', 'N1', 5_000, lines)],
    })

  it('is a part: the totals say what the whole costs', () => {
    const document = part([aLine(0, 1, 5_000), aLine(1, 1, 7_990)])

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'PART',
      rest: 'UNKNOWN',
    })
    expect(outcomes(document)).toEqual([
      'ORDER_PARTIALLY_INVOICED → MODIFY_ORDER',
      'ORDER_NOT_INVOICED → MODIFY_ORDER',
    ])
  })

  it('cannot be told where its lines have no prices', () => {
    const document = part([
      { itemIndex: 0, quantity: 1 },
      { itemIndex: 1, quantity: 1 },
    ])

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'UNKNOWN',
      flaws: ['BAD_LINE N1'],
    })
    expect(outcomes(document)).toEqual([
      'INVOICES_UNREADABLE → NONE',
      'INVOICES_UNREADABLE → NONE',
    ])
  })

  it('is whole where the totals agree, freight, discount and changes included', () => {
    const document = aDocument({
      status: 'payment-approved',
      value: 11_990,
      totals: [
        { id: 'Items', value: 12_990 },
        { id: 'Discounts', value: -2_000 },
        { id: 'Shipping', value: 2_000 },
        { id: 'Change', value: -1_000 },
      ],
      packages: [aPackage('Output', 'N1', 11_990, [aLine(0, 1, 12_990)])],
    })

    expect(goodsIn(document)).toMatchObject({ invoiced: 'WHOLE' })
  })
})

describe('field log 20: a part was invoiced on an invoice without items, and came back', () => {
  it('cannot be told, and neither a cancel nor a return is sent', () => {
    const document = aDocument({
      status: 'payment-approved',
      packages: [
        aPackage('Output', 'N1', 5_000),
        aPackage('Input', 'R1', 5_000),
      ],
    })

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'UNKNOWN',
      returned: 'WHOLE',
      rest: 'UNKNOWN',
    })
    expect(outcomes(document)).toEqual([
      'INVOICES_UNREADABLE → NONE',
      'CONFLICT → NONE',
    ])
  })
})

describe('an open order whose packages do not show a sale that can be told', () => {
  const open = (...packages: unknown[]) =>
    aDocument({ status: 'handling', items: TWO_ITEMS, packages })

  const part = aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)])

  it('with a return alone, it cannot be told what is out: no cancel is sent', () => {
    const document = open(aPackage('Input', 'R1', 12_990))

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'UNKNOWN',
      flaws: ['NO_SALE null'],
    })
    expect(outcomeOf('cancel', document)).toBe('INVOICES_UNREADABLE → NONE')
  })

  it('with a package that may be the rest of the sale, it is not called a part', () => {
    const document = open(part, aPackage(null, 'N2', 7_990))

    expect(goodsIn(document)).toMatchObject({ invoiced: 'UNKNOWN' })
    expect(outcomeOf('cancel', document)).toBe('INVOICES_UNREADABLE → NONE')
  })

  it('without any, an item that cannot be read is no flaw: its cancel is sent', () => {
    const document = aDocument({
      status: 'handling',
      items: [anItem('7', null, 1)],
    })

    expect(goodsIn(document)).toMatchObject({ invoiced: 'NONE', flaws: [] })
    expect(outcomeOf('cancel', document)).toBe('send')
  })
})

describe("a seller's invoice that reached the order as a date alone", () => {
  it.each([
    ['handling', 'NO_OPEN_REQUEST → NONE'],
    ['cancellation-requested', 'INVOICES_UNREADABLE → NONE'],
  ])(
    'bars a cancel and an accept in %s: the goods may be out',
    (status, accept) => {
      const document = aDocument({
        status,
        invoicedDate: '2026-11-25T12:00:00Z',
      })

      expect(goodsIn(document)).toEqual({
        invoiced: 'UNKNOWN',
        returned: 'NONE',
        sums: [null, 0],
        rest: 'UNKNOWN',
        flaws: ['NO_SALE null'],
      })
      expect(outcomeOf('cancel', document)).toBe('INVOICES_UNREADABLE → NONE')
      expect(outcomeOf('accept', document)).toBe(accept)
    }
  )
})

describe('field case 9: an open request with an invoice of the sale', () => {
  const requested = (more: Document) =>
    aDocument({
      status: 'cancellation-requested',
      origin: 'Fulfillment',
      ...more,
    })

  it.each<[string, Document, string]>([
    ['all', { packages: [SALE] }, 'ORDER_INVOICED → CHECK_AGAIN'],
    [
      'a part',
      {
        items: TWO_ITEMS,
        packages: [aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)])],
      },
      'ORDER_PARTIALLY_INVOICED → MODIFY_ORDER',
    ],
  ])(
    'is accepted as little as it is canceled, where %s is invoiced',
    (_how, more, refused) => {
      expect(outcomeOf('accept', requested(more))).toBe(refused)
      expect(outcomeOf('cancel', requested(more))).toBe(refused)
    }
  )
})
