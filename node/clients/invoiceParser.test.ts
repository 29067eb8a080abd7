import { parseChanges, parseInvoices, parseItems } from './invoiceParser'

const ITEMS = [
  { skuId: '7', quantity: 1 },
  { skuId: '8', quantity: 2 },
  { skuId: '8', quantity: 1 },
]

const parsed = (...packages: unknown[]) => parseInvoices({ packages }, ITEMS)

/** The one line of a package with one. */
const lineOf = (line: unknown) => parsed({ items: [line] })[0].lines[0]

const placeOf = (line: object) =>
  lineOf({ quantity: 1, price: 5, ...line }).itemIndex

describe('a package of an order', () => {
  it('is read with what decides, and nothing else', () => {
    expect(
      parsed({
        type: 'Output',
        invoiceNumber: 'N1',
        invoiceValue: 12_990,
        invoiceUrl: 'https://private.example',
        embeddedInvoice: '<xml/>',
        items: [{ itemIndex: 1, quantity: 2, price: 6_495, description: 'x' }],
        restitutions: null,
      })
    ).toEqual([
      {
        type: 'Output',
        number: 'N1',
        value: 12_990,
        lines: [{ itemIndex: 1, quantity: 2, price: 6_495 }],
        isCompensation: false,
      },
    ])
  })

  it.each([[null], ['Output'], [7], [{}], [[]]])(
    'is kept also where nothing of it can be read: it may be a return (%j)',
    (given) => {
      expect(parsed(given)).toEqual([
        {
          type: null,
          number: null,
          value: null,
          lines: [],
          isCompensation: false,
        },
      ])
    }
  )

  it.each([[null], [undefined], ['x'], [{}], [{ packages: null }]])(
    'is none where the order has no list of them: %j',
    (attachment) => {
      expect(parseInvoices(attachment, ITEMS)).toEqual([])
    }
  )

  it.each([
    ['Output', 'Output'],
    ['output', 'Output'],
    ['INPUT', 'Input'],
    ['Inputs', null],
    [' Input', null],
    [null, null],
    [['Input'], null],
  ])(
    'has the type that is written in any letter case: %j',
    (type, expected) => {
      expect(parsed({ type })[0].type).toBe(expected)
    }
  )

  it.each([
    ['0001-00001234', '0001-00001234'],
    [' N1\t', 'N1'],
    [' ', null],
    ['', null],
    [77, null],
    ['1'.repeat(1_001), null],
  ])('has the number without the spaces around it: %j', (given, number) => {
    expect(parsed({ invoiceNumber: given })[0].number).toBe(number)
  })

  it.each([
    [12_990, 12_990],
    ['12990', 12_990],
    [0, 0],
    [129.9, null],
    ['129,90', null],
    ['129.90', null],
    [-1, null],
    [NaN, null],
    [Infinity, null],
    [2 ** 53, null],
    [null, null],
    [true, null],
  ])('has a value of whole cents, or none: %j', (invoiceValue, value) => {
    expect(parsed({ invoiceValue })[0].value).toBe(value)
  })
})

describe('field case 6: the line of a package', () => {
  it.each([
    [{ itemIndex: 1 }, 1],
    [{ itemIndex: '2' }, 2],
    [{}, 0],
    [{ itemIndex: null }, 0],
    [{ id: '8' }, 1],
    [{ itemIndex: 0, id: '8' }, 0],
    [{ itemIndex: -1 }, NaN],
    [{ itemIndex: 0.5 }, NaN],
    [{ itemIndex: 'one' }, NaN],
    [{ id: '9' }, NaN],
    [{ id: 7 }, NaN],
    [{ id: '' }, NaN],
  ])(
    'names an item by its place, by its SKU, or the first by nothing: %j',
    (given, place) => {
      expect(placeOf(given)).toBe(place)
    }
  )

  it.each([
    [{ quantity: 0, price: 0 }, 0, 0],
    [{ quantity: '2', price: '5' }, 2, 5],
    [{ quantity: -1, price: -5 }, NaN, NaN],
    [{ quantity: 1.5, price: 0.5 }, NaN, NaN],
    [{}, NaN, NaN],
  ])('has whole numbers, or NaN: %j', (given, quantity, price) => {
    expect(lineOf(given)).toEqual({ itemIndex: 0, quantity, price })
  })

  it.each([[null], ['x'], [7]])('is unreadable where it is %j', (given) => {
    expect(lineOf(given)).toEqual({
      itemIndex: NaN,
      quantity: NaN,
      price: NaN,
    })
  })
})

describe('field case 1: a return document compensates', () => {
  const isCompensation = (given: object) => parsed(given)[0].isCompensation

  const refund = (isCompensated: unknown) => ({
    restitutions: {
      Refund: { items: [{}, { isCompensation: isCompensated }] },
    },
  })

  it('where an item of its refund, or a line of its own, says so, and only there', () => {
    expect([
      isCompensation(refund(true)),
      isCompensation({ items: [{ isCompensation: true }] }),
    ]).toEqual([true, true])
    expect([
      isCompensation(refund(false)),
      isCompensation(refund('true')),
      isCompensation({ restitutions: { Refund: null } }),
      isCompensation({ restitutions: 'x' }),
      isCompensation({ items: [{ isCompensation: false }] }),
      isCompensation({}),
    ]).toEqual([false, false, false, false, false, false])
  })
})

describe('the items of an order', () => {
  it('stay in their places, readable or not', () => {
    expect(
      parseItems([{ id: '7', quantity: 1 }, null, { id: 8, quantity: '2' }])
    ).toEqual([
      { skuId: '7', quantity: 1 },
      { skuId: null, quantity: NaN },
      { skuId: null, quantity: 2 },
    ])
    expect(parseItems('x')).toEqual([])
  })
})

describe('field case 12: the changes of an order', () => {
  it('are added up over all of them', () => {
    expect(
      parseChanges({
        changesData: [
          {
            discountValue: 2_000,
            itemsRemoved: [{ id: '8', quantity: 1, unitMultiplier: null }],
          },
          {
            incrementValue: '500',
            itemsAdded: [{ id: '9', quantity: 1 }],
            itemsRemoved: [],
          },
        ],
      })
    ).toEqual({
      removed: [{ skuId: '8', quantity: 1 }],
      added: [{ skuId: '9', quantity: 1 }],
      changedBy: -1_500,
      isLoweredAndRaised: true,
    })
  })

  it('that cannot be read have removed something that is not known', () => {
    expect(parseChanges({ changesData: ['x', {}] })).toEqual({
      removed: [{ skuId: null, quantity: NaN }],
      added: [],
      changedBy: 0,
      isLoweredAndRaised: false,
    })
  })

  it.each([[null], [{}], [{ changesData: null }]])('are none: %j', (given) => {
    expect(parseChanges(given)).toEqual({
      removed: [],
      added: [],
      changedBy: 0,
      isLoweredAndRaised: false,
    })
  })
})
