import {
  aDocument,
  aLine,
  anItem,
  aPackage,
  goodsIn,
  outcomeOf,
  SALE,
} from '../../testing/documents'

const whole = [aLine(0, 1, 12_990)]

/** What is read of the returns of an invoiced order of one piece for 129.90. */
const returned = (...packages: unknown[]) =>
  goodsIn(aDocument({ packages: [SALE, ...packages] }))

const cancelOf = (...packages: unknown[]) =>
  outcomeOf('cancel', aDocument({ packages: [SALE, ...packages] }))

/** A sale of two pieces for 64.95 each, in one item. */
const TWO = {
  items: [anItem('7', 2, 6_495)],
  packages: [aPackage('Output', 'N1', 12_990, [aLine(0, 2, 6_495)])],
}

const ofTwo = (...packages: unknown[]) =>
  goodsIn(aDocument({ ...TWO, packages: [...TWO.packages, ...packages] }))

describe('field case 1: a return invoice on the order', () => {
  it('of a part of the value brings back a part, and no cancel is sent', () => {
    const goodwill = aPackage('Input', 'R9', 500)

    expect(returned(goodwill)).toEqual({
      invoiced: 'WHOLE',
      returned: 'PART',
      sums: [12_990, 500],
      rest: { value: 12_490, lines: ['1 of 7 at 12490'] },
      flaws: [],
    })
    expect(cancelOf(goodwill)).toBe('RETURN_INCOMPLETE → RETURN_INVOICE')
  })

  it('of the whole value without items brings all back', () => {
    expect(returned(aPackage('Input', 'R9', 12_990))).toEqual({
      invoiced: 'WHOLE',
      returned: 'WHOLE',
      sums: [12_990, 12_990],
      rest: 'UNKNOWN',
      flaws: [],
    })
    expect(cancelOf(aPackage('Input', 'R9', 12_990))).toBe('send')
  })

  it('of every invoiced piece brings all back, although freight was kept', () => {
    const kept = aPackage('Input', 'R9', 11_000, whole)

    expect(returned(kept)).toMatchObject({ returned: 'WHOLE' })
    expect(cancelOf(kept)).toBe('send')
  })

  it('whose value cannot be read cannot be told, and no cancel is sent', () => {
    const unreadable = aPackage('Input', 'R9', '129,90')

    expect(returned(unreadable)).toEqual({
      invoiced: 'WHOLE',
      returned: 'UNKNOWN',
      sums: [12_990, null],
      rest: 'UNKNOWN',
      flaws: ['NO_VALUE R9'],
    })
    expect(cancelOf(unreadable)).toBe('RETURN_INCOMPLETE → NONE')
  })

  it('with a line that cannot be read, of a part of the value, cannot be told', () => {
    const unreadable = aPackage('Input', 'R9', 500, [{ itemIndex: 4 }])

    expect(returned(unreadable)).toMatchObject({
      returned: 'UNKNOWN',
      rest: 'UNKNOWN',
      flaws: ['BAD_LINE R9'],
    })
    expect(cancelOf(unreadable)).toBe('RETURN_INCOMPLETE → NONE')
  })

  it.each([
    [
      'in the refund',
      aPackage('Input', 'R9', 500, whole, {
        restitutions: { Refund: { items: [{ isCompensation: true }] } },
      }),
    ],
    [
      'on the line of the invoice',
      aPackage('Input', 'R9', 500, [{ ...whole[0], isCompensation: true }]),
    ],
  ])(
    'that compensates (%s) counts by value: the piece it names is still out',
    (_where, compensation) => {
      expect(returned(compensation)).toMatchObject({
        returned: 'PART',
        rest: { value: 12_490, lines: ['1 of 7 at 12490'] },
      })
      expect(cancelOf(compensation)).toBe('RETURN_INCOMPLETE → RETURN_INVOICE')
    }
  )

  it('whose refund says that it does not compensate brings its pieces back', () => {
    const goods = aPackage('Input', 'R9', 11_000, whole, {
      restitutions: { Refund: { items: [{ isCompensation: false }] } },
    })

    expect(returned(goods)).toMatchObject({ returned: 'WHOLE' })
  })

  it('is taken off the rest by the larger of its value and the worth of its pieces', () => {
    const half = (value: number) =>
      ofTwo(aPackage('Input', 'R9', value, [aLine(0, 1, 0)]))

    expect(half(6_000).rest).toEqual({
      value: 6_495,
      lines: ['1 of 7 at 6495'],
    })
    expect(half(7_000).rest).toEqual({
      value: 5_990,
      lines: ['1 of 7 at 5990'],
    })
  })

  it('of pieces alone leaves a rest of the others, and never more pieces than are out', () => {
    expect(ofTwo(aPackage('Input', 'R9', 6_495, [aLine(0, 1, 6_495)]))).toEqual(
      {
        invoiced: 'WHOLE',
        returned: 'PART',
        sums: [12_990, 6_495],
        rest: { value: 6_495, lines: ['1 of 7 at 6495'] },
        flaws: [],
      }
    )
  })

  it('brings its pieces back also where its lines have no prices', () => {
    expect(
      returned(aPackage('Input', 'R9', 11_000, [{ itemIndex: 0, quantity: 1 }]))
    ).toMatchObject({ returned: 'WHOLE', flaws: [] })
  })

  it('takes off what its pieces were invoiced for, not what their lines add up to', () => {
    const document = aDocument({
      value: 10_000,
      items: [anItem('7', 2, 6_495)],
      packages: [
        aPackage('Output', 'N1', 10_000, [aLine(0, 2, 6_495)]),
        aPackage('Input', 'R9', 5_000, [aLine(0, 1, 6_495)]),
      ],
    })

    expect(goodsIn(document)).toMatchObject({
      returned: 'PART',
      rest: { value: 5_000, lines: ['1 of 7 at 5000'] },
    })
  })

  it.each<[string, unknown]>([
    ['names no items', { ...SALE, items: [] }],
    ['has a line that cannot be read', { ...SALE, items: [{ itemIndex: 3 }] }],
  ])(
    'of a part of the value cannot be told where the sale %s',
    (_what, sale) => {
      const document = aDocument({
        packages: [sale, aPackage('Input', 'R9', 500)],
      })

      expect(goodsIn(document)).toMatchObject({
        returned: 'UNKNOWN',
        rest: 'UNKNOWN',
      })
    }
  )

  it('of a part of the value does not bring back all of an order without pieces', () => {
    const document = aDocument({
      items: [],
      packages: [{ ...SALE, items: [] }, aPackage('Input', 'R9', 500)],
    })

    expect(goodsIn(document)).toMatchObject({
      returned: 'PART',
      rest: 'UNKNOWN',
    })
    expect(outcomeOf('cancel', document)).toBe('RETURN_INCOMPLETE → NONE')
  })

  it('of nearly all the money leaves no rest that could be worth more than what is left', () => {
    expect(returned(aPackage('Input', 'R9', 12_988))).toMatchObject({
      returned: 'PART',
      rest: { value: 2, lines: ['1 of 7 at 2'] },
    })
  })
})

describe('a return of invoices that do not name all of an order that OMS marks as invoiced', () => {
  const twoItems = {
    items: [anItem('7', 1, 5_000), anItem('8', 1, 7_990)],
  }

  const sale = aPackage('Output', 'N1', 12_990, [aLine(0, 1, 5_000)])

  it('brings back a part where it names only the pieces that they name', () => {
    const document = aDocument({
      ...twoItems,
      packages: [sale, aPackage('Input', 'R9', 5_000, [aLine(0, 1, 5_000)])],
    })

    expect(goodsIn(document)).toMatchObject({ returned: 'PART' })
    expect(outcomeOf('cancel', document)).toBe('RETURN_INCOMPLETE → NONE')
    expect(outcomeOf('return', document)).toBe('INVOICES_UNREADABLE → NONE')
  })

  it('brings all back by its value', () => {
    const document = aDocument({
      ...twoItems,
      packages: [sale, aPackage('Input', 'R9', 12_990)],
    })

    expect(outcomeOf('cancel', document)).toBe('send')
  })
})

describe('field log 2: one return that stands on the order twice', () => {
  const half = (number: unknown, more: object = {}) => ({
    ...aPackage('Input', number, 6_495, [aLine(0, 1, 6_495)]),
    ...more,
  })

  it.each([
    ['in the same words', half('R9')],
    ['with spaces around its number', half(' R9 ')],
  ])('counts once: %s', (_how, again) => {
    expect(ofTwo(half('R9'), again)).toEqual({
      invoiced: 'WHOLE',
      returned: 'PART',
      sums: [12_990, 6_495],
      rest: { value: 6_495, lines: ['1 of 7 at 6495'] },
      flaws: [],
    })
  })

  it('counts once, whatever the order of its lines is', () => {
    const lines = [aLine(0, 1, 4_000), aLine(0, 1, 2_495)]
    const again = (items: unknown[]) => aPackage('Input', 'R9', 6_495, items)

    expect(ofTwo(again(lines), again([...lines].reverse()))).toMatchObject({
      sums: [12_990, 6_495],
      flaws: [],
    })
  })

  it.each([
    ['two values', half('R9', { invoiceValue: 6_494 }), 'SAME_NUMBER R9'],
    ['two lists of lines', half('R9', { items: [] }), 'SAME_NUMBER R9'],
  ])('cannot be told where one number has %s', (_how, other, flaw) => {
    expect(ofTwo(half('R9'), other)).toEqual({
      invoiced: 'WHOLE',
      returned: 'UNKNOWN',
      sums: [12_990, null],
      rest: 'UNKNOWN',
      flaws: [flaw],
    })
  })

  it('cannot be told where two have no number: they may be two, and a third would pay twice', () => {
    expect(ofTwo(half(null), half(null))).toEqual({
      invoiced: 'WHOLE',
      returned: 'UNKNOWN',
      sums: [12_990, null],
      rest: 'UNKNOWN',
      flaws: ['NO_NUMBER null'],
    })
  })

  it('counts two that differ in the case of a letter as two', () => {
    expect(ofTwo(half('R9'), half('r9'))).toMatchObject({
      returned: 'WHOLE',
      sums: [12_990, 12_990],
    })
  })
})

describe('field log 3: an order worth 0', () => {
  it('did not come back without a return', () => {
    const document = aDocument({
      value: 0,
      items: [anItem('7', 1, 0)],
      packages: [aPackage('Output', 'N1', 0, [aLine(0, 1, 0)])],
    })

    expect(goodsIn(document)).toMatchObject({
      returned: 'NONE',
      rest: 'UNKNOWN',
      flaws: ['NO_VALUE N1'],
    })
    expect(outcomeOf('cancel', document)).toBe('ORDER_INVOICED → NONE')
    expect(outcomeOf('return', document)).toBe('INVOICES_UNREADABLE → NONE')
  })
})

describe('field log 7: returns that are worth more than the invoices', () => {
  it('cannot be told, and are named', () => {
    const double = aPackage('Input', 'R9', 25_980)

    expect(returned(double)).toEqual({
      invoiced: 'WHOLE',
      returned: 'UNKNOWN',
      sums: [12_990, 25_980],
      rest: 'UNKNOWN',
      flaws: ['RETURNS_ABOVE_SALE null'],
    })
    expect(cancelOf(double)).toBe('RETURN_INCOMPLETE → NONE')
  })
})

describe('field log 20: the invoiced part came back, and the rest never was invoiced', () => {
  const document = aDocument({
    status: 'payment-approved',
    items: [anItem('7', 1, 5_000), anItem('8', 1, 7_990)],
    packages: [
      aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)]),
      aPackage('Input', 'R1', 5_000, [aLine(0, 1, 5_000)]),
    ],
  })

  it('is a part that came back whole by its value, and neither a cancel nor a return is sent', () => {
    expect(goodsIn(document)).toEqual({
      invoiced: 'PART',
      returned: 'WHOLE',
      sums: [5_000, 5_000],
      rest: 'UNKNOWN',
      flaws: [],
    })
    expect(outcomeOf('cancel', document)).toBe(
      'ORDER_PARTIALLY_INVOICED → MODIFY_ORDER'
    )
    expect(outcomeOf('return', document)).toBe('CONFLICT → NONE')
  })
})

describe('field log 23: roundings', () => {
  const ten = (...packages: unknown[]) =>
    goodsIn(
      aDocument({
        value: 17_926,
        items: [anItem('7', 10, 1_793)],
        packages: [
          aPackage('Output', 'N1', 17_926, [aLine(0, 10, 1_792)]),
          ...packages,
        ],
      })
    )

  it.each([
    [17_925, 'WHOLE'],
    [17_916, 'WHOLE'],
    [17_915, 'PART'],
    [17_936, 'WHOLE'],
    [17_937, 'UNKNOWN'],
  ])(
    'of one cent for each of ten pieces are allowed both ways: %i of 17926',
    (value, extent) => {
      expect(ten(aPackage('Input', 'R9', value)).returned).toBe(extent)
    }
  )

  it('leave nothing to return of what came back whole', () => {
    expect(ten(aPackage('Input', 'R9', 17_925))).toMatchObject({
      returned: 'WHOLE',
      rest: 'UNKNOWN',
    })
  })

  it('that OMS names itself are allowed', () => {
    const returnedBy = (roundingError: number) =>
      goodsIn(
        aDocument({
          roundingError,
          packages: [SALE, aPackage('Input', 'R9', 12_960)],
        })
      ).returned

    expect(returnedBy(0)).toBe('PART')
    expect(returnedBy(30)).toBe('WHOLE')
    expect(returnedBy(-30)).toBe('WHOLE')
  })

  it('that OMS names itself are allowed also where the lines cannot be read', () => {
    expect(
      goodsIn(
        aDocument({
          roundingError: 30,
          packages: [
            { ...SALE, items: [{ itemIndex: 3 }] },
            aPackage('Input', 'R9', 12_960),
          ],
        })
      ).returned
    ).toBe('WHOLE')
  })

  it('are not counted by pieces that have no price', () => {
    expect(
      goodsIn(
        aDocument({
          value: 1_000,
          items: [anItem('7', 1_000, 0)],
          packages: [
            aPackage('Output', 'N1', 1_000, [aLine(0, 1_000, 0)]),
            aPackage('Input', 'R9', 500),
          ],
        })
      ).returned
    ).toBe('PART')
  })

  it('are less than the cheapest piece: one of two pieces of one cent is still out', () => {
    expect(
      goodsIn(
        aDocument({
          value: 2,
          items: [anItem('7', 2, 1)],
          packages: [
            aPackage('Output', 'N1', 2, [aLine(0, 2, 1)]),
            aPackage('Input', 'R9', 1, [aLine(0, 1, 1)]),
          ],
        })
      ).returned
    ).toBe('PART')
  })

  it('are never as much as the cheapest piece: a thousand pieces of one cent are not rounded away', () => {
    const document = aDocument({
      value: 1_000,
      items: [anItem('7', 1_000, 1)],
      packages: [
        aPackage('Output', 'N1', 1_000, [aLine(0, 1_000, 1)]),
        aPackage('Input', 'R9', 1, [aLine(0, 1, 1)]),
      ],
    })

    expect(goodsIn(document)).toMatchObject({
      returned: 'PART',
      rest: { value: 999, lines: ['999 of 7 at 1'] },
    })
    expect(outcomeOf('cancel', document)).toBe(
      'RETURN_INCOMPLETE → RETURN_INVOICE'
    )
  })
})
