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

describe('field case 6: an invoice of an invoiced order that can be read in part', () => {
  const invoice = (value: unknown, items: unknown) =>
    aPackage('Output', 'N1', value, items)

  const told = (...packages: unknown[]) => goodsIn(aDocument({ packages }))
  const line = aLine(0, 1, 12_990)

  it.each<[string, unknown, string, number | null]>([
    ['a value of 0', invoice(0, [line]), 'NO_VALUE N1', null],
    ['a value with a comma', invoice('129,90', [line]), 'NO_VALUE N1', null],
    ['no value', invoice(undefined, [line]), 'NO_VALUE N1', null],
    ['no items', invoice(12_990, []), 'NO_ITEMS N1', 12_990],
    ['null for items', invoice(12_990, null), 'NO_ITEMS N1', 12_990],
    [
      'only a line of 0',
      invoice(12_990, [aLine(0, 0, 5)]),
      'NO_ITEMS N1',
      12_990,
    ],
    [
      'a negative line',
      invoice(12_990, [aLine(0, -1, 5)]),
      'BAD_LINE N1',
      12_990,
    ],
    [
      'a negative price',
      invoice(12_990, [aLine(0, 1, -5)]),
      'BAD_LINE N1',
      12_990,
    ],
    [
      'half a piece',
      invoice(12_990, [aLine(0, 0.5, 5)]),
      'BAD_LINE N1',
      12_990,
    ],
    [
      'a line of no item of the order',
      invoice(12_990, [aLine(1, 1, 5)]),
      'BAD_LINE N1',
      12_990,
    ],
    [
      'a line that names a SKU by a number',
      invoice(12_990, [{ id: 7, quantity: 1, price: 12_990 }]),
      'BAD_LINE N1',
      12_990,
    ],
  ])(
    'is not returned with %s, and what is wrong is named',
    (_what, one, flaw, value) => {
      expect(told(one)).toEqual({
        invoiced: value === null ? 'UNKNOWN' : 'WHOLE',
        returned: 'NONE',
        sums: [value, 0],
        rest: 'UNKNOWN',
        flaws: [flaw],
      })
      expect(outcomes(aDocument({ packages: [one] }))).toEqual([
        'ORDER_INVOICED → NONE',
        'INVOICES_UNREADABLE → NONE',
      ])
    }
  )

  it.each<[string, unknown]>([
    ['a line of 0 beside', invoice(12_990, [line, aLine(0, 0, 9)])],
    [
      'a line without a place',
      invoice(12_990, [{ quantity: 1, price: 12_990 }]),
    ],
    [
      'a line that names its SKU',
      invoice(12_990, [{ id: '7', quantity: 1, price: 12_990 }]),
    ],
    ['amounts as texts', invoice('12990', [aLine(0, 1, 12_990)])],
  ])('is returned with %s', (_what, one) => {
    expect(told(one)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [12_990, 0],
      rest: { value: 12_990, lines: ['1 of 7 at 12990'] },
      flaws: [],
    })
  })

  it('adds an invoice of freight alone to the value, once all pieces are on others', () => {
    const freight = aPackage('Output', 'N2', 990)

    expect(
      goodsIn(aDocument({ value: 13_980, packages: [SALE, freight] }))
    ).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [13_980, 0],
      rest: { value: 13_980, lines: ['1 of 7 at 12990'] },
      flaws: [],
    })
  })

  it('does not return a sale beside a second invoice that may hide items', () => {
    expect(
      goodsIn(
        aDocument({
          items: TWO_ITEMS,
          packages: [
            aPackage('Output', 'N1', 5_000, [aLine(0, 1, 5_000)]),
            aPackage('Output', 'N2', 7_990),
          ],
        })
      )
    ).toMatchObject({
      sums: [12_990, 0],
      rest: 'UNKNOWN',
      flaws: ['NO_ITEMS N2'],
    })
  })

  it('does not return pieces whose SKU has no id', () => {
    const document = aDocument({
      items: [anItem(null, 1, 12_990)],
      packages: [SALE],
    })

    expect(goodsIn(document)).toMatchObject({
      invoiced: 'WHOLE',
      rest: 'UNKNOWN',
      flaws: ['NO_SKU null'],
    })
    expect(outcomeOf('return', document)).toBe('INVOICES_UNREADABLE → NONE')
  })

  it('does not return pieces of an order that does not say how many it sold', () => {
    const document = aDocument({
      items: [anItem('7', null, 12_990)],
      packages: [SALE],
    })

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [12_990, 0],
      rest: 'UNKNOWN',
      flaws: ['BAD_ITEM null'],
    })
    expect(outcomeOf('return', document)).toBe('INVOICES_UNREADABLE → NONE')
  })

  it('does not return amounts that are too large to add up exactly', () => {
    expect(told(invoice(12_990, [aLine(0, 2 ** 30, 2 ** 30)]))).toMatchObject({
      rest: 'UNKNOWN',
      flaws: ['BAD_LINE N1'],
    })
  })
})

describe('also seen in the field: a package whose type is not "Output" or "Input"', () => {
  const typed = (type: unknown) => aDocument({ packages: [{ ...SALE, type }] })

  it('is read in any letter case', () => {
    expect(goodsIn(typed('output'))).toMatchObject({
      invoiced: 'WHOLE',
      flaws: [],
    })
  })

  it.each([null, undefined, 'Devolution', 7])(
    'may be a sale or a return (%j): nothing is sent',
    (type) => {
      expect(goodsIn(typed(type))).toEqual({
        invoiced: 'UNKNOWN',
        returned: 'NONE',
        sums: [null, 0],
        rest: 'UNKNOWN',
        flaws: ['NO_TYPE N1', 'NO_SALE null'],
      })
      expect(outcomes(typed(type))).toEqual([
        'ORDER_INVOICED → NONE',
        'INVOICES_UNREADABLE → NONE',
      ])
    }
  )

  it('bars a cancel also beside a sale that came back by its pieces', () => {
    const document = aDocument({
      packages: [
        SALE,
        aPackage('Input', 'R1', 12_990, [aLine(0, 1, 12_990)]),
        aPackage(null, 'N2', 12_990),
      ],
    })

    expect(goodsIn(document)).toMatchObject({
      returned: 'UNKNOWN',
      flaws: ['NO_TYPE N2'],
    })
    expect(outcomeOf('cancel', document)).toBe('RETURN_INCOMPLETE → NONE')
  })

  it('bars a cancel also of an open order', () => {
    const document = {
      ...aDocument({ status: 'handling', packages: [{ ...SALE, type: null }] }),
    }

    expect(outcomes(document)).toEqual([
      'INVOICES_UNREADABLE → NONE',
      'INVOICES_UNREADABLE → NONE',
    ])
  })
})

describe('the number of an invoice of the sale', () => {
  it.each<[string, unknown[], string]>([
    [
      'is missing',
      [aPackage('Output', null, 12_990, SALE.items)],
      'NO_NUMBER null',
    ],
    [
      'is blank',
      [aPackage('Output', ' ', 12_990, SALE.items)],
      'NO_NUMBER null',
    ],
    ['stands there twice', [SALE, SALE], 'SAME_NUMBER N1'],
    [
      'stands there twice, once with a space',
      [SALE, { ...SALE, invoiceNumber: 'N1 ' }],
      'SAME_NUMBER N1',
    ],
  ])(
    'makes its value unknown where it %s: nothing is sent',
    (_how, packages, flaw) => {
      const document = aDocument({ packages })

      expect(goodsIn(document)).toMatchObject({
        invoiced: 'UNKNOWN',
        sums: [null, 0],
        rest: 'UNKNOWN',
        flaws: [flaw],
      })
      expect(outcomes(document)).toEqual([
        'ORDER_INVOICED → NONE',
        'INVOICES_UNREADABLE → NONE',
      ])
    }
  )
})

describe('two invoices without a number', () => {
  it('are not said to have the same one', () => {
    const bare = { ...SALE, invoiceNumber: null }

    expect(goodsIn(aDocument({ packages: [bare, bare] })).flaws).toEqual([
      'NO_NUMBER null',
      'NO_NUMBER null',
    ])
  })
})

describe('an invoiced order without a readable value', () => {
  it('is not returned, and the flaw is named', () => {
    const document = aDocument({ value: '129,90', packages: [SALE] })

    expect(goodsIn(document)).toEqual({
      invoiced: 'WHOLE',
      returned: 'NONE',
      sums: [12_990, 0],
      rest: 'UNKNOWN',
      flaws: ['NO_ORDER_VALUE null'],
    })
    expect(outcomeOf('return', document)).toBe('INVOICES_UNREADABLE → NONE')
  })
})
