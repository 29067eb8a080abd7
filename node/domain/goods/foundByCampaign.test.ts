import { anInvoice, anOrder } from '../../testing/orders'
import { goodsOf } from './goods'

// Each of these orders was found by the campaign of money (decision 15).
const RETURNED = anInvoice('Input', { value: 12_990 })
const FREIGHT = anInvoice('Output', { number: '1002', value: 700, lines: [] })

describe('what of an order came back, and what is left to return', () => {
  it('cannot be told where a change added an item that may be on an invoice without lines', () => {
    const order = anOrder({
      status: 'invoiced',
      value: 14_490,
      invoices: [anInvoice('Output'), FREIGHT, RETURNED],
    })

    expect(goodsOf(order).returned).toBe('WHOLE')
    expect(
      goodsOf({ ...order, added: [{ skuId: '9', quantity: 1 }] })
    ).toMatchObject({ returned: 'UNKNOWN', rest: { kind: 'UNKNOWN' } })
  })

  it('is no piece that one change added and another one removed, although an invoice names it', () => {
    const order = anOrder({
      status: 'invoiced',
      items: [{ skuId: '7', quantity: 0 }],
      invoices: [
        anInvoice('Output', {
          lines: [{ itemIndex: 0, quantity: 1, price: 0 }],
        }),
      ],
      added: [{ skuId: '7', quantity: 1 }],
    })

    expect(goodsOf(order).rest.kind).toBe('RETURNABLE')
    expect(
      goodsOf({ ...order, removed: [{ skuId: '7', quantity: 1 }] }).rest
    ).toEqual({ kind: 'UNKNOWN' })
  })

  it('cannot be told where some changes lowered the price and others raised it', () => {
    const order = anOrder({
      status: 'invoiced',
      value: 13_990,
      invoices: [anInvoice('Output')],
    })

    expect(goodsOf(order).rest).toMatchObject({ value: 12_990 })
    expect(goodsOf({ ...order, isLoweredAndRaised: true })).toMatchObject({
      rest: { kind: 'UNKNOWN' },
      flaws: [{ kind: 'MIXED_CHANGES', number: null }],
    })
  })
})

describe('before OMS says that all is invoiced, the extent of the invoices', () => {
  it('is whole where only interest, which is in no total, is missing from them', () => {
    expect(
      goodsOf(
        anOrder({
          value: 13_300,
          totalsValue: 12_990,
          invoices: [anInvoice('Output')],
        })
      ).invoiced
    ).toBe('WHOLE')
  })

  it('cannot be told where they are above the totals, which a change has lowered after a partial invoice', () => {
    expect(
      goodsOf(
        anOrder({
          value: 12_990,
          totalsValue: 10_990,
          invoices: [anInvoice('Output')],
        })
      ).invoiced
    ).toBe('UNKNOWN')
  })
})
