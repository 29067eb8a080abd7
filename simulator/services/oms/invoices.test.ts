import { anOms, ORDER } from './testing'

const SALE = { type: 'Output', invoiceNumber: '1001' } as const

const RETURN = {
  type: 'Input',
  invoiceNumber: 'R1',
  invoiceValue: 12990,
  items: [{ id: '1', price: 12990, quantity: 1 }],
}

function anInvoicedOrder() {
  const oms = anOms()

  oms.seed({ status: 'invoiced', packages: [SALE] })

  return oms
}

describe('a return invoice', () => {
  it('appears on the order at once and is refunded', () => {
    const oms = anInvoicedOrder()

    expect(oms.invoice(RETURN).status).toBe(200)
    expect(oms.orders.find(ORDER)?.packages).toMatchObject([
      SALE,
      { type: 'Input', invoiceNumber: 'R1', invoiceValue: 12990 },
    ])
    expect(oms.orders.refunds).toMatchObject([
      { orderId: ORDER, invoiceNumber: 'R1', value: 12990 },
    ])
  })

  it('sent twice with the same number gets a new receipt, but no second package or refund', () => {
    const oms = anInvoicedOrder()
    const first = oms.invoice(RETURN)

    oms.clock.advance(1)

    const second = oms.invoice(RETURN)

    expect(second.status).toBe(200)
    expect(second.body).not.toEqual(first.body)
    expect(oms.orders.find(ORDER)?.packages).toHaveLength(2)
    expect(oms.orders.refunds).toHaveLength(1)
  })

  it('sent again with another number is refunded again: OMS does not check', () => {
    const oms = anInvoicedOrder()

    oms.invoice(RETURN)
    oms.invoice({ ...RETURN, invoiceNumber: 'R2' })

    expect(oms.orders.refunds).toHaveLength(2)
  })

  it('worth more than the invoiced value is refused', () => {
    const oms = anInvoicedOrder()

    expect(oms.invoice({ ...RETURN, invoiceValue: 12991 }).status).toBe(400)
    expect(oms.orders.refunds).toEqual([])
    expect(oms.orders.find(ORDER)?.packages).toHaveLength(1)
  })

  it('1198829: is not refunded when it names a SKU twice', () => {
    const oms = anInvoicedOrder()
    const [line] = RETURN.items

    expect(oms.invoice({ ...RETURN, items: [line, line] }).status).toBe(200)
    expect(oms.orders.refunds).toEqual([])
  })

  it('is not refunded before the whole order is invoiced', () => {
    const oms = anOms()

    oms.seed({
      status: 'handling',
      packages: [{ ...SALE, invoiceValue: 4000 }],
    })

    expect(oms.invoice({ ...RETURN, invoiceValue: 4000 }).status).toBe(200)
    expect(oms.orders.refunds).toEqual([])
  })

  it('appears on the order later when a switch delays it', () => {
    const oms = anInvoicedOrder()

    oms.orders.switches.set('invoiceShownAfterSeconds', 60)
    oms.invoice(RETURN)
    oms.invoice(RETURN)
    expect(oms.orders.find(ORDER)?.packages).toHaveLength(1)
    oms.clock.advance(60)
    expect(oms.orders.find(ORDER)?.packages).toHaveLength(2)
    expect(oms.orders.refunds).toHaveLength(1)
  })

  it.each([
    ['no number', { invoiceNumber: undefined }],
    ['no items', { items: undefined }],
    ['a value of zero', { invoiceValue: 0 }],
    ['a value with a comma', { invoiceValue: '129,90' }],
    ['no date', { issuanceDate: undefined }],
    ['another type', { type: 'Gift' }],
  ])('with %s is refused with 400', (_what, more) => {
    const oms = anInvoicedOrder()

    expect(oms.invoice({ ...RETURN, ...more }).status).toBe(400)
    expect(oms.orders.refunds).toEqual([])
  })
})

describe("a sale's invoice", () => {
  const invoice = (invoiceNumber: string, invoiceValue: number) => ({
    type: 'Output',
    invoiceNumber,
    invoiceValue,
    items: [{ id: '1', price: invoiceValue, quantity: 1 }],
  })

  it("for a part of the order leaves the order's status unchanged", () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.invoice(invoice('1', 4000))

    expect(oms.status()).toBe('handling')
  })

  it('for the rest of the order makes it invoiced', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.invoice(invoice('1', 4000))
    oms.invoice(invoice('2', 8990))

    expect(oms.status()).toBe('invoice')
    oms.clock.advance(2)
    expect(oms.status()).toBe('invoiced')
    expect(oms.orders.find(ORDER)?.invoicedDate).not.toBeNull()
  })

  it("1400005: that arrives while the marketplace's request is being made leaves both sides stuck", () => {
    const oms = anOms({ stepSeconds: 60 })

    oms.seed({
      sellers: [{ id: 'globex', name: 'Globex' }],
      sellerDecides: true,
      linkedTo: 'S-1',
    })
    oms.orders.add({
      orderId: 'S-1',
      origin: 'Fulfillment',
      status: 'handling',
      linkedTo: ORDER,
    })
    oms.cancel()
    oms.invoice(invoice('1', 12990), 'S-1')
    oms.clock.advance(86_400)

    expect(oms.orders.find(ORDER)).toMatchObject({
      status: 'request-cancel',
      workflowIsInError: true,
    })
    expect(oms.status('S-1')).toBe('invoiced')
  })
})
