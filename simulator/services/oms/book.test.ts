import { anOms, ORDER, returnInvoice, saleInvoice } from './testing'
import type { Seed } from './seed'
import type { OmsSwitches } from './switches'

const SALE = { type: 'Output', invoiceNumber: '1001' } as const
const RETURN = { type: 'Input', invoiceNumber: 'R1' } as const
const INVOICED: Seed = { status: 'invoiced', packages: [SALE] }
const UNTOUCHED = { authorised: 12990, captured: 0, entries: [], paidBack: 0 }

/** Creates an OMS with one order. */
function anOrder(seed: Seed = {}, switches: Partial<OmsSwitches> = {}) {
  const oms = anOms(switches)

  oms.seed(seed)

  return oms
}

describe('a cancel', () => {
  it('of a paid order releases what is authorised, and pays nothing back', () => {
    const oms = anOrder()

    oms.cancel()
    expect(oms.book()).toMatchObject(UNTOUCHED)
    oms.clock.advance(2)
    expect(oms.book()).toMatchObject({
      authorised: 0,
      captured: 0,
      paidBack: 0,
      entries: [],
    })
  })

  it('of an order of which goods for 500 came back pays all the rest back: OMS checks nothing, and the goods are lost', () => {
    const oms = anOrder(INVOICED)

    oms.invoice({ ...returnInvoice('R1', 500), items: [] })
    oms.cancel()
    oms.clock.advance(2)

    expect(oms.book()).toMatchObject({
      captured: 12990,
      paidBack: 12990,
      entries: [
        { kind: 'return', value: 500, invoiceNumber: 'R1' },
        { kind: 'cancel', value: 12490 },
      ],
      goods: { 1: { sent: 1, cameBack: 0 } },
    })
  })

  it('of an order that came back whole pays nothing back a second time', () => {
    const oms = anOrder(INVOICED)

    oms.invoice(returnInvoice('R1', 12990))
    oms.cancel()
    oms.clock.advance(2)

    expect(oms.status()).toBe('canceled')
    expect(oms.book()).toMatchObject({
      paidBack: 12990,
      entries: [{ kind: 'return' }],
      goods: { 1: { sent: 1, cameBack: 1 } },
    })
  })

  it('1242813: that returns to cancel once pays back once', () => {
    const oms = anOrder({
      ...INVOICED,
      flipsBack: true,
      packages: [SALE, { ...RETURN, invoiceValue: 1000 }],
    })

    oms.cancel()
    oms.clock.advance(60)

    expect(oms.book()).toMatchObject({
      entries: [
        { kind: 'return', value: 1000 },
        { kind: 'cancel', value: 11990 },
      ],
    })
  })

  it('of an order that keeps its payment releases nothing', () => {
    const oms = anOrder({ keepsPayment: true })

    oms.cancel()
    oms.clock.advance(60)

    expect(oms.status()).toBe('canceled')
    expect(oms.book()).toMatchObject(UNTOUCHED)
  })

  it('that never completes pays nothing back', () => {
    const oms = anOrder({
      ...INVOICED,
      stuckAt: 'cancel',
      packages: [SALE, { ...RETURN, invoiceValue: 1000 }],
    })

    oms.cancel()
    oms.clock.advance(86_400)

    expect(oms.book()).toMatchObject({ paidBack: 1000 })
  })
})

describe("a sale's invoice", () => {
  it.each([
    ['invoiced', [4000, 12990]],
    ['kept', [12990, 12990]],
  ] as const)(
    'captures its part; the value of the order, after a partial invoice, is %s as a switch says',
    (valueAfterPartialInvoice, values) => {
      const oms = anOrder({ status: 'handling' }, { valueAfterPartialInvoice })

      const value = () => (oms.order().body as { value: number }).value

      oms.invoice(saleInvoice('1', 4000))
      expect([oms.status(), value()]).toEqual(['handling', values[0]])
      expect(oms.book()).toMatchObject({ authorised: 12990, captured: 4000 })

      oms.invoice(saleInvoice('2', 8990))
      oms.clock.advance(2)
      expect([oms.status(), value()]).toEqual(['invoiced', values[1]])
      expect(oms.book()).toMatchObject({ authorised: 12990, captured: 12990 })
    }
  )

  it('for all goods makes an order with interest invoiced: no invoice covers the interest', () => {
    const oms = anOrder({ status: 'handling', interest: 500 })

    oms.invoice(saleInvoice('1', 12990))
    oms.clock.advance(2)

    expect(oms.order().body).toMatchObject({ status: 'invoiced', value: 13490 })
    expect(oms.book()).toMatchObject({ authorised: 13490, captured: 12990 })
  })
})

describe('the book of a sale with both sides in one account', () => {
  it('is one book: an invoice of the seller is captured once, and a cancel pays back once', () => {
    const oms = anOrder({
      sellers: [{ id: 'globex', name: 'Globex' }],
      linkedTo: 'S-1',
    })

    oms.orders.add({
      orderId: 'S-1',
      origin: 'Fulfillment',
      status: 'handling',
      linkedTo: ORDER,
    })
    oms.invoice(saleInvoice('1', 12990), 'S-1')
    oms.clock.advance(2)

    const invoiced = {
      authorised: 12990,
      captured: 12990,
      paidBack: 0,
      goods: { 1: { sent: 1, cameBack: 0 } },
    }

    expect(oms.book()).toMatchObject(invoiced)
    expect(oms.book('S-1')).toMatchObject(invoiced)

    oms.invoice(returnInvoice('R1', 500), 'S-1')
    oms.cancel('S-1')
    oms.clock.advance(60)

    expect([oms.status(), oms.status('S-1')]).toEqual(['canceled', 'canceled'])
    expect(oms.book()).toEqual(oms.book('S-1'))
    expect(oms.book()).toMatchObject({
      entries: [
        { kind: 'return', value: 500 },
        { kind: 'cancel', value: 12490 },
      ],
    })
  })
})
