import { anOms, ORDER } from './testing'

const SALE = { type: 'Output', invoiceNumber: '1001' } as const

describe('a change of an order', () => {
  it('before any invoice lowers the value and what is authorised, and pays nothing back', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.orders.change({ orderId: ORDER, discountValue: 2000, reason: 'Late' })

    expect(oms.order().body).toMatchObject({
      value: 10990,
      totals: [
        { id: 'Items', value: 12990 },
        { id: 'Change', value: -2000 },
      ],
      changesAttachment: {
        id: 'changeAttachment',
        changesData: [
          {
            reason: 'Late',
            discountValue: 2000,
            incrementValue: 0,
            itemsAdded: [],
            itemsRemoved: [],
            receipt: { orderId: ORDER },
          },
        ],
      },
    })
    expect(oms.orders.book(ORDER)).toMatchObject({
      authorised: 10990,
      captured: 0,
      entries: [],
    })
  })

  it('after the invoice pays the discount back by itself', () => {
    const oms = anOms()

    oms.seed({ status: 'invoiced', packages: [SALE] })
    oms.orders.change({ orderId: ORDER, discountValue: 2000 })

    expect(oms.orders.book(ORDER)).toMatchObject({
      authorised: 12990,
      captured: 12990,
      entries: [{ kind: 'change', value: 2000, atMs: oms.clock.nowMs() }],
    })
  })

  it('after a partial invoice lowers what is not captured yet, and leaves the lowered value as it is', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.invoice({ ...SALE, invoiceValue: 12000, items: [] })
    oms.orders.change({ orderId: ORDER, discountValue: 990 })

    expect(oms.order().body).toMatchObject({ value: 12000 })
    expect(oms.orders.book(ORDER)).toMatchObject({
      authorised: 12000,
      captured: 12000,
      entries: [],
    })
  })

  it('that removes items is worth their price, and the rest makes the order invoiced', () => {
    const oms = anOms()

    oms.seed({
      status: 'handling',
      value: 9000,
      items: [
        { id: 'shirt', quantity: 2, price: 3000 },
        { id: 'cap', quantity: 1, price: 3000 },
      ],
    })
    oms.orders.change({
      orderId: ORDER,
      itemsRemoved: [{ id: 'shirt', quantity: 1 }],
    })
    oms.invoice({
      ...SALE,
      invoiceValue: 6000,
      items: ['shirt', 'cap'].map((id) => ({ id, quantity: 1, price: 3000 })),
    })
    oms.clock.advance(2)

    expect(oms.order().body).toMatchObject({
      status: 'invoiced',
      value: 6000,
      items: [{ quantity: 2 }, { quantity: 1 }],
      changesAttachment: {
        changesData: [
          { discountValue: 3000, itemsRemoved: [{ id: 'shirt', price: 3000 }] },
        ],
      },
    })
    expect(oms.orders.book(ORDER)).toMatchObject({
      authorised: 6000,
      captured: 6000,
      paidBack: 0,
    })
  })

  it('that adds an item raises what is authorised, and the item can be invoiced', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.orders.change({
      orderId: ORDER,
      itemsAdded: [{ id: 'cap', quantity: 1, price: 3000 }],
    })

    expect(
      oms.invoice({
        ...SALE,
        invoiceValue: 15990,
        items: [
          { id: '1', quantity: 1, price: 12990 },
          { id: 'cap', quantity: 1, price: 3000 },
        ],
      }).status
    ).toBe(200)
    expect(oms.orders.book(ORDER)).toMatchObject({
      authorised: 15990,
      captured: 15990,
      goods: { 1: { sent: 1 }, cap: { sent: 1 } },
    })
  })

  it('shows on both sides of a sale, and counts once', () => {
    const oms = anOms()

    oms.seed({ linkedTo: 'S-1', sellers: [{ id: 'globex', name: 'Globex' }] })
    oms.orders.add({ orderId: 'S-1', origin: 'Fulfillment', linkedTo: ORDER })
    oms.orders.change({ orderId: 'S-1', discountValue: 2000 })

    expect(oms.order().body).toMatchObject({ value: 10990 })
    expect(oms.order('S-1').body).toMatchObject({ value: 10990 })
    expect(oms.orders.book(ORDER)).toMatchObject({ authorised: 10990 })
  })

  it.each([
    ['of an unknown order', { orderId: '1-01', discountValue: 1 }],
    ['by the whole value', { orderId: ORDER, discountValue: 12990 }],
  ])('%s is refused and changes nothing', (_what, change) => {
    const oms = anOms()

    oms.seed({})

    expect(() => oms.orders.change(change)).toThrow()
    expect(oms.order().body).toMatchObject({
      value: 12990,
      changesAttachment: null,
    })
  })

  it.each([null, '', 'cancel', 'canceled', 'replaced'])(
    'of an order in %j is refused',
    (status) => {
      const oms = anOms()

      oms.seed({ status })

      expect(() =>
        oms.orders.change({ orderId: ORDER, discountValue: 1 })
      ).toThrow('No order with that id can be changed.')
    }
  )
})
