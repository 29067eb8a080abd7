import * as fc from 'fast-check'

import { anInvoice, anOrder } from '../../testing/orders'
import type { Invoice, Order } from '../order/order'
import { planReturn } from './returnInvoice'

const REQUEST = { invoiceNumber: 'R1', issuanceDate: '2026-11-24T12:00:00Z' }

const invoiced = (invoices: Invoice[], more: Partial<Order> = {}) =>
  anOrder({
    status: 'invoiced',
    items: [{ skuId: 'shirt' }, { skuId: 'cap' }, { skuId: 'shirt' }],
    invoices,
    ...more,
  })

const sale = (more: Partial<Invoice>) => anInvoice('Output', more)

const line = (itemIndex: number, quantity: number, price: number) => ({
  itemIndex,
  quantity,
  price,
})

describe('planReturn', () => {
  it('returns all packages for the invoiced value, with one line for each SKU', () => {
    const order = invoiced([
      sale({ number: '1', value: 700, lines: [line(0, 2, 300)] }),
      sale({
        number: '2',
        value: 500,
        lines: [line(1, 1, 200), line(2, 1, 300)],
      }),
    ])

    expect(planReturn(order, REQUEST)).toEqual({
      kind: 'invoice',
      invoice: {
        type: 'Input',
        ...REQUEST,
        invoiceValue: 1_200,
        items: [
          { id: 'shirt', quantity: 3, price: 300 },
          { id: 'cap', quantity: 1, price: 200 },
        ],
      },
    })
  })

  it('gives pieces of one SKU at several prices their average price, rounded down', () => {
    const order = invoiced([sale({ lines: [line(0, 1, 100), line(2, 2, 50)] })])

    expect(planReturn(order, REQUEST)).toMatchObject({
      invoice: { items: [{ id: 'shirt', quantity: 3, price: 66 }] },
    })
  })

  it.each<[string, Order, string]>([
    ['no value', invoiced([sale({ value: null })]), 'UNREADABLE'],
    ['a value of zero', invoiced([sale({ value: 0 })]), 'UNREADABLE'],
    ['no lines', invoiced([sale({ lines: [] })]), 'UNREADABLE'],
    [
      'no lines on one of two packages',
      invoiced([sale({}), sale({ number: '2', lines: [] })]),
      'UNREADABLE',
    ],
    [
      'a package of an unknown type',
      invoiced([sale({}), sale({ number: '2', type: null })]),
      'UNREADABLE',
    ],
    [
      'a package without a number',
      invoiced([sale({ number: null })]),
      'UNREADABLE',
    ],
    ['the same package twice', invoiced([sale({}), sale({})]), 'UNREADABLE'],
    [
      'an item that is not on the order',
      invoiced([sale({ lines: [line(9, 1, 100)] })]),
      'UNREADABLE',
    ],
    [
      'a quantity of zero',
      invoiced([sale({ lines: [line(0, 0, 100)] })]),
      'UNREADABLE',
    ],
    [
      'an unreadable price',
      invoiced([sale({ lines: [line(0, 1, NaN)] })]),
      'UNREADABLE',
    ],
    [
      'an unknown side',
      invoiced([sale({})], { origin: null }),
      'WRONG_ACCOUNT',
    ],
    ['no sale', invoiced([]), 'ORDER_NOT_INVOICED'],
    [
      'the number of the sale',
      invoiced([sale({ number: 'R1' })]),
      'SALE_NUMBER',
    ],
    [
      'another return',
      invoiced([sale({}), anInvoice('Input', { number: 'R0' })]),
      'OTHER_RETURN',
    ],
  ])('makes no invoice and says why: %s', (_what, order, problem) => {
    expect(planReturn(order, REQUEST)).toEqual({ kind: 'none', problem })
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
            )
          )

          const plan = planReturn(order, REQUEST)

          if (plan.kind === 'none') throw new Error(plan.problem)

          const { invoice } = plan

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
