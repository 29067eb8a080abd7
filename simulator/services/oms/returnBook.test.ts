import { anOms, ORDER, returnInvoice, saleInvoice } from './testing'
import type { Seed } from './seed'
import type { OmsSwitches } from './switches'

const SALE = { type: 'Output', invoiceNumber: '1001' } as const
const INVOICED: Seed = { status: 'invoiced', packages: [SALE] }

/** Creates an OMS with one order. */
function anOrder(seed: Seed = {}, switches: Partial<OmsSwitches> = {}) {
  const oms = anOms(switches)

  oms.seed(seed)

  return oms
}

describe('a return invoice', () => {
  it('is paid back once for each number: OMS does not compare it with other returns', () => {
    const oms = anOrder(INVOICED)

    oms.invoice(returnInvoice('R1', 12990))
    oms.invoice(returnInvoice('R1', 12990))
    expect(oms.book()).toMatchObject({ paidBack: 12990 })
    oms.invoice(returnInvoice('R2', 12990))

    expect(oms.book()).toMatchObject({ captured: 12990, paidBack: 25980 })
    expect(oms.orders.refunds).toHaveLength(2)
  })

  it('1198829: that names a SKU twice is not paid back, though the goods came', () => {
    const oms = anOrder({ ...INVOICED, value: 2000 })
    const line = { id: '1', price: 1000, quantity: 1 }

    oms.invoice({ ...returnInvoice('R1', 2000), items: [line, line] })

    expect(oms.book()).toMatchObject({
      paidBack: 0,
      goods: { 1: { sent: 1, cameBack: 2 } },
    })
  })

  it('is not paid back before the whole order is invoiced', () => {
    const oms = anOrder({ status: 'handling' })

    oms.invoice(saleInvoice('1', 4000))
    oms.invoice(returnInvoice('R1', 4000))

    expect(oms.book()).toMatchObject({ captured: 4000, paidBack: 0 })
    expect(oms.orders.refunds).toEqual([])
  })

  it('1372902: of an order that is fully invoiced and still payment-approved is paid back', () => {
    const oms = anOrder({ packages: [SALE] })

    oms.invoice(returnInvoice('R1', 12990))

    expect(oms.book()).toMatchObject({ paidBack: 12990 })
  })

  it('of an order whose lowered value its one invoice reaches is not paid back, because a piece is on no invoice', () => {
    const oms = anOrder({
      status: 'handling',
      value: 4000,
      items: [
        { id: 'shirt', quantity: 1, price: 4000 },
        { id: 'cap', quantity: 1, price: 8990 },
      ],
      packages: [
        { ...SALE, items: [{ itemIndex: 0, quantity: 1, price: 4000 }] },
      ],
    })

    oms.invoice({ ...returnInvoice('R1', 4000), items: [] })

    expect(oms.book()).toMatchObject({ paidBack: 0 })
  })

  it('of all pieces but a removed one is paid back', () => {
    const oms = anOrder({
      value: 4000,
      items: [
        { id: 'shirt', quantity: 1, price: 4000 },
        { id: 'cap', quantity: 1, price: 8990 },
      ],
      changes: [
        {
          discountValue: 8990,
          itemsRemoved: [{ id: 'cap', quantity: 1, price: 8990 }],
        },
      ],
      packages: [
        { ...SALE, items: [{ itemIndex: 0, quantity: 1, price: 4000 }] },
      ],
    })

    oms.invoice({ ...returnInvoice('R1', 4000), items: [] })

    expect(oms.book()).toMatchObject({
      authorised: 4000,
      captured: 4000,
      paidBack: 4000,
    })
  })

  it('of a canceled order is not paid back', () => {
    const oms = anOrder({ status: 'canceled', packages: [SALE] })

    oms.invoice(returnInvoice('R1', 12990))

    expect(oms.book()).toMatchObject({
      entries: [{ kind: 'cancel', value: 12990 }],
    })
  })

  it.each([
    ['refused', 400, 2000],
    ['paid', 200, 14990],
  ] as const)(
    'worth more than the order, whose value a change lowered, is %s as a switch says',
    (returnAboveTotal, status, paidBack) => {
      const oms = anOrder(INVOICED, { returnAboveTotal })

      oms.orders.change({ orderId: ORDER, discountValue: 2000 })

      expect(oms.invoice(returnInvoice('R1', 12990)).status).toBe(status)
      expect(oms.book()).toMatchObject({ captured: 12990, paidBack })
    }
  )
})
