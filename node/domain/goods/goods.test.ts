import * as fc from 'fast-check'

import { anInvoice, anOrder } from '../../testing/orders'
import type { Invoice, Order } from '../order/order'
import { returnInvoiceOf } from '../return/returnInvoice'
import { goodsOf } from './goods'

const REQUEST = { invoiceNumber: 'R1', issuanceDate: '2026-11-24T12:00:00Z' }

const invoiced = (invoices: Invoice[], more: Partial<Order> = {}) =>
  anOrder({
    status: 'invoiced',
    value: 1_200,
    items: [
      { skuId: 'shirt', quantity: 2 },
      { skuId: 'cap', quantity: 1 },
      { skuId: 'shirt', quantity: 1 },
    ],
    invoices,
    ...more,
  })

const sale = (more: Partial<Invoice>) => anInvoice('Output', more)

const line = (itemIndex: number, quantity: number, price: number) => ({
  itemIndex,
  quantity,
  price,
})

describe('the return of an invoiced order', () => {
  it('returns all packages for the invoiced value, with one line for each SKU', () => {
    const order = invoiced([
      sale({ number: '1', value: 700, lines: [line(0, 2, 300)] }),
      sale({
        number: '2',
        value: 500,
        lines: [line(1, 1, 200), line(2, 1, 300)],
      }),
    ])

    expect(returnInvoiceOf(order, REQUEST)).toEqual({
      type: 'Input',
      ...REQUEST,
      invoiceValue: 1_200,
      items: [
        { id: 'shirt', quantity: 3, price: 300 },
        { id: 'cap', quantity: 1, price: 200 },
      ],
    })
  })

  it('gives pieces of one SKU at several prices their average price, rounded down', () => {
    const order = invoiced([
      sale({ value: 200, lines: [line(0, 1, 100), line(2, 2, 50)] }),
    ])

    expect(returnInvoiceOf(order, REQUEST)).toMatchObject({
      invoiceValue: 200,
      items: [{ id: 'shirt', quantity: 3, price: 66 }],
    })
  })

  it.each<[string, Order, string[]]>([
    ['no value', invoiced([sale({ value: null })]), ['NO_VALUE 1001']],
    ['a value of zero', invoiced([sale({ value: 0 })]), ['NO_VALUE 1001']],
    ['no lines', invoiced([sale({ lines: [] })]), ['NO_ITEMS 1001']],
    [
      'no lines on one of two packages, and pieces on neither',
      invoiced([sale({}), sale({ number: '2', lines: [] })]),
      ['NO_ITEMS 2'],
    ],
    [
      'a package of an unknown type',
      invoiced([sale({}), sale({ number: '2', type: null })]),
      ['NO_TYPE 2'],
    ],
    [
      'a package without a number',
      invoiced([sale({ number: null })]),
      ['NO_NUMBER null'],
    ],
    [
      'the same number twice',
      invoiced([sale({}), sale({})]),
      ['SAME_NUMBER 1001'],
    ],
    [
      'an item that is not on the order',
      invoiced([sale({ lines: [line(9, 1, 100)] })]),
      ['BAD_LINE 1001'],
    ],
    [
      'only a quantity of zero',
      invoiced([sale({ lines: [line(0, 0, 100)] })]),
      ['NO_ITEMS 1001'],
    ],
    [
      'an unreadable price',
      invoiced([sale({ lines: [line(0, 1, NaN)] })]),
      ['BAD_LINE 1001'],
    ],
    ['no sale', invoiced([]), ['NO_SALE null']],
  ])('cannot be told, and the flaw is named: %s', (_what, order, flaws) => {
    expect(returnInvoiceOf(order, REQUEST)).toBeNull()
    expect(
      goodsOf({ ...order, value: 12_990 }).flaws.map(
        ({ kind, number }) => `${kind} ${number}`
      )
    ).toEqual(flaws)
  })

  it('never returns more than was invoiced and never repeats a SKU', () => {
    const lines = fc.array(
      fc.record({
        itemIndex: fc.integer({ min: 0, max: 2 }),
        quantity: fc.integer({ min: 1, max: 50 }),
        price: fc.integer({ min: 0, max: 100_000 }),
      }),
      { minLength: 1 }
    )

    fc.assert(
      fc.property(
        fc.array(lines, { minLength: 1, maxLength: 4 }),
        (packages) => {
          const sum = (all: Array<{ quantity: number; price: number }>) =>
            all.reduce(
              (total, { quantity, price }) => total + quantity * price,
              0
            )

          const order = invoiced(
            packages.map((each, index) =>
              sale({ number: String(index), value: sum(each) + 1, lines: each })
            ),
            {
              value: sum(packages.flat()) + packages.length,
              items: [0, 1, 2].map((index) => ({
                skuId: index === 1 ? 'cap' : 'shirt',
                quantity: 200,
              })),
            }
          )

          const invoice = returnInvoiceOf(order, REQUEST)

          if (!invoice) throw new Error('No return for a readable order.')

          const skus = invoice.items.map(({ id }) => id)

          expect(invoice.invoiceValue).toBe(
            sum(packages.flat()) + packages.length
          )
          expect(sum(invoice.items)).toBeLessThanOrEqual(sum(packages.flat()))
          expect(new Set(skus).size).toBe(skus.length)
        }
      )
    )
  })
})
