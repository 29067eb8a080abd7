import {
  aDocument,
  aLine,
  anItem,
  aPackage,
  goodsIn,
  outcomeOf,
  SALE,
} from '../../testing/documents'
import type { Document } from '../../testing/documents'

describe('field case 12: the invoices are worth more than the order', () => {
  const above = (more: Document) => {
    const document = aDocument(more)

    return [goodsIn(document).rest, outcomeOf('return', document)]
  }

  it('after a change took something off that was invoiced before: no return is sent', () => {
    expect(
      above({
        value: 10_990,
        changesAttachment: { changesData: [{ discountValue: 2_000 }] },
        packages: [SALE],
      })
    ).toEqual(['ABOVE_ORDER', 'INVOICES_ABOVE_ORDER → NONE'])
  })

  it('where one sale stands under two numbers: no return is sent', () => {
    expect(
      above({ packages: [SALE, { ...SALE, invoiceNumber: 'N2' }] })
    ).toEqual(['ABOVE_ORDER', 'INVOICES_ABOVE_ORDER → NONE'])
  })

  it('by no more than the roundings: the return is worth the order, and no more', () => {
    const document = aDocument({
      value: 12_989,
      packages: [SALE],
    })

    expect(goodsIn(document).rest).toEqual({
      value: 12_989,
      lines: ['1 of 7 at 12989'],
    })
  })

  it('bars no cancel once all of it came back by its pieces', () => {
    const document = aDocument({
      value: 10_990,
      packages: [SALE, aPackage('Input', 'R1', 10_990, SALE.items)],
    })

    expect(outcomeOf('cancel', document)).toBe('send')
  })
})

describe('field case 12: the order is worth more than its invoices', () => {
  const withInterest = (...packages: unknown[]) =>
    aDocument({ value: 13_500, packages: [SALE, ...packages] })

  it('with interest: a return is worth what was invoiced', () => {
    expect(goodsIn(withInterest()).rest).toEqual({
      value: 12_990,
      lines: ['1 of 7 at 12990'],
    })
    expect(outcomeOf('return', withInterest())).toBe('send')
  })

  it('with interest: what was invoiced and came back is whole', () => {
    const document = withInterest(aPackage('Input', 'R1', 12_990))

    expect(goodsIn(document)).toMatchObject({ returned: 'WHOLE' })
    expect(outcomeOf('cancel', document)).toBe('send')
  })
})

describe('field log 4: OMS lists an item on an invoice that a change had removed (known issue 1330069)', () => {
  it('is returned without the removed piece, for no more than was invoiced', () => {
    const document = aDocument({
      value: 10_990,
      items: [anItem('7', 1, 10_990), anItem('8', 1, 2_000)],
      changesAttachment: {
        changesData: [
          {
            discountValue: 2_000,
            itemsRemoved: [{ ...anItem('8', 1, 2_000), unitMultiplier: null }],
          },
        ],
      },
      packages: [
        aPackage('Output', 'N1', 10_990, [
          aLine(0, 1, 10_990),
          aLine(1, 1, 2_000),
        ]),
      ],
    })

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [10_990, 0],
      rest: { value: 10_990, lines: ['1 of 7 at 10990'] },
      flaws: [],
    })
  })
})

describe('field log 6: one SKU in two items (known issue 1008459)', () => {
  const twice = (more: Document) =>
    aDocument({
      value: 10_100,
      items: [anItem('7', 1, 5_100), anItem('7', 1, 5_000)],
      ...more,
    })

  it('is counted over both: two pieces on a line of the first are all of it', () => {
    expect(
      goodsIn(
        twice({
          packages: [aPackage('Output', 'N1', 10_100, [aLine(0, 2, 5_100)])],
        })
      )
    ).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [10_100, 0],
      rest: { value: 10_100, lines: ['2 of 7 at 5050'] },
      flaws: [],
    })
  })

  it('of which a change removed one is whole with one piece on a line of either item', () => {
    const document = twice({
      status: 'payment-approved',
      value: 5_000,
      changesAttachment: {
        changesData: [{ itemsRemoved: [{ id: '7', quantity: 1 }] }],
      },
      packages: [aPackage('Output', 'N1', 5_000, [aLine(1, 1, 5_000)])],
    })

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [5_000, 0],
      rest: { value: 5_000, lines: ['1 of 7 at 5000'] },
      flaws: [],
    })
  })
})

describe('field log 7: a line that names more pieces than were sold', () => {
  it('is returned with the pieces that were sold', () => {
    expect(
      goodsIn(
        aDocument({
          packages: [aPackage('Output', 'N1', 12_990, [aLine(0, 3, 12_990)])],
        })
      )
    ).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [12_990, 0],
      rest: { value: 12_990, lines: ['1 of 7 at 12990'] },
      flaws: [],
    })
  })
})

describe('field log 8: a change that added a piece, which stands on no invoice (known issue 412526)', () => {
  it('is returned for the value with the pieces that the invoice names', () => {
    const document = aDocument({
      value: 15_990,
      totals: [
        { id: 'Items', value: 12_990 },
        { id: 'Change', value: 3_000 },
      ],
      changesAttachment: {
        changesData: [
          { incrementValue: 3_000, itemsAdded: [anItem('9', 1, 3_000)] },
        ],
      },
      packages: [aPackage('Output', 'N1', 15_990, SALE.items)],
    })

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'WHOLE',
      rest: { value: 15_990, lines: ['1 of 7 at 12990'] },
    })
  })

  it('counts an added piece of a SKU that the order has as sold', () => {
    const document = aDocument({
      value: 25_980,
      changesAttachment: {
        changesData: [
          { incrementValue: 12_990, itemsAdded: [anItem('7', 1, 12_990)] },
        ],
      },
      packages: [aPackage('Output', 'N1', 25_980, [aLine(0, 2, 12_990)])],
    })

    expect(goodsIn(document).rest).toEqual({
      value: 25_980,
      lines: ['2 of 7 at 12990'],
    })
  })
})

describe('field log 21: a change that the document does not show (known issue 955489)', () => {
  const changed = (...packages: unknown[]) =>
    aDocument({
      value: 10_990,
      items: [anItem('7', 1, 10_990), anItem('8', 1, 2_000)],
      changesAttachment: null,
      totals: [{ id: 'Items', value: 12_990 }],
      packages: [
        aPackage('Output', 'N1', 10_990, [aLine(0, 1, 10_990)]),
        ...packages,
      ],
    })

  it('is invoiced whole, as its status says, and returned for its value', () => {
    expect(goodsIn(changed())).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [10_990, 0],
      rest: { value: 10_990, lines: ['1 of 7 at 10990'] },
      flaws: [],
    })
    expect(outcomeOf('return', changed())).toBe('send')
  })

  it('came back whole by its value', () => {
    expect(outcomeOf('cancel', changed(aPackage('Input', 'R1', 10_990)))).toBe(
      'send'
    )
  })
})

describe('field log 22: the two sides of a sale have different totals (known issue 756629)', () => {
  const ofOutsider = (more: Document) =>
    aDocument({
      sellers: [{ id: 'slr', fulfillmentEndpoint: 'https://external.example' }],
      ...more,
    })

  it('is not returned where the seller invoiced more than the marketplace sold for', () => {
    expect(
      outcomeOf('return', ofOutsider({ value: 9_990, packages: [SALE] }))
    ).toBe('INVOICES_ABOVE_ORDER → NONE')
  })

  it('is returned for what was invoiced where that is less', () => {
    const document = ofOutsider({
      packages: [aPackage('Output', 'N1', 9_990, [aLine(0, 1, 9_990)])],
    })

    expect(goodsIn(document).rest).toEqual({
      value: 9_990,
      lines: ['1 of 7 at 9990'],
    })
    expect(outcomeOf('return', document)).toBe('send')
  })
})

describe('field log 23: roundings', () => {
  it('of the price of one piece leave a return worth what was invoiced', () => {
    const document = aDocument({
      value: 65,
      roundingError: 0,
      items: [{ ...anItem('7', 4, 17), sellingPrice: 16 }],
      packages: [aPackage('Output', 'N1', 64, [aLine(0, 4, 16)])],
    })

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [64, 0],
      rest: { value: 64, lines: ['4 of 7 at 16'] },
      flaws: [],
    })
  })
})

describe('field case 6: published order documents', () => {
  it('of 2013, whose first line leaves its place out, is returned with both pieces', () => {
    const document = {
      orderId: '384441896360-01',
      origin: 'Marketplace',
      status: 'invoiced',
      value: 4_689,
      sellers: [{ id: '1' }],
      items: [anItem('2000013820', 1, 2_390), anItem('2000013808', 1, 799)],
      packageAttachment: {
        packages: [
          aPackage('Output', 'Nfe-01', 4_689, [
            { quantity: 1, price: 2_390 },
            aLine(1, 1, 799),
          ]),
        ],
      },
    }

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [4_689, 0],
      rest: {
        value: 4_689,
        lines: ['1 of 2000013820 at 2390', '1 of 2000013808 at 799'],
      },
      flaws: [],
    })
  })
})
