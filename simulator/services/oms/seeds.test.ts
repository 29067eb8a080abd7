import { anOms, ORDER } from './testing'
import type { Seed } from './seed'

const SALE = { type: 'Output', invoiceNumber: '1001' } as const

describe('the document of a seeded order', () => {
  it.each<[string, Seed, object]>([
    [
      'a package as odd as it was seeded',
      {
        packages: [
          {
            type: null,
            invoiceNumber: '0001-00001234',
            invoiceValue: null,
            items: [{ quantity: -0.5, price: 2390 }],
          },
          { type: 'output', invoiceNumber: '', invoiceValue: 0, items: [] },
        ],
      },
      {
        packageAttachment: {
          packages: [
            {
              type: null,
              invoiceNumber: '0001-00001234',
              invoiceValue: null,
              items: [{ quantity: -0.5, price: 2390 }],
            },
            { type: 'output', invoiceNumber: '', invoiceValue: 0, items: [] },
          ],
        },
      },
    ],
    [
      'a compensation, which pays and takes nothing back',
      {
        packages: [
          {
            type: 'Input',
            invoiceNumber: 'G1',
            invoiceValue: 500,
            isCompensation: true,
          },
        ],
      },
      {
        packageAttachment: {
          packages: [
            {
              type: 'Input',
              invoiceNumber: 'G1',
              invoiceValue: 500,
              items: [],
              restitutions: {
                Refund: {
                  value: 500,
                  giftCardData: null,
                  items: [
                    {
                      useFreight: false,
                      isCompensation: true,
                      compensationValue: 500,
                      id: '1',
                      quantity: 0,
                      price: 0,
                      description: '',
                    },
                  ],
                },
              },
            },
          ],
        },
      },
    ],
    [
      'an empty status',
      { status: '' },
      { status: '', allowCancellation: true },
    ],
    ['no purchase', { orderGroup: null }, { orderGroup: null }],
    [
      'an affiliate and a subscription',
      { affiliateId: 'BWW', subscriptionData: { SubscriptionGroupId: 'S' } },
      { affiliateId: 'BWW', subscriptionData: { SubscriptionGroupId: 'S' } },
    ],
    [
      'interest, which raises the value and no item',
      { interest: 500, packages: [SALE] },
      {
        value: 13490,
        items: [{ price: 12990 }],
        packageAttachment: { packages: [{ invoiceValue: 12990 }] },
        paymentData: {
          transactions: [
            { payments: [{ value: 13490, referenceValue: 12990 }] },
          ],
        },
      },
    ],
    [
      "an item's price, multiplier and gift",
      {
        items: [
          {
            id: 'ham',
            quantity: 2,
            price: 900,
            sellingPrice: 450,
            unitMultiplier: 0.5,
            isGift: true,
          },
          { id: 'cap', quantity: 1, price: 900 },
        ],
      },
      {
        items: [
          { sellingPrice: 450, unitMultiplier: 0.5, isGift: true },
          { sellingPrice: 900, unitMultiplier: 1, isGift: false, seller: '1' },
        ],
      },
    ],
    [
      'sellers at VTEX and elsewhere',
      {
        sellers: [
          { id: '1', name: 'Acme' },
          { id: 'globex', name: 'Globex' },
          {
            id: 'MKTP',
            name: 'Elsewhere',
            fulfillmentEndpoint: 'https://external.example/api',
          },
        ],
      },
      {
        sellers: [
          {
            fulfillmentEndpoint:
              'http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=acme',
          },
          {
            fulfillmentEndpoint:
              'http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=globex',
          },
          { fulfillmentEndpoint: 'https://external.example/api' },
        ],
      },
    ],
  ])('shows %s', (_what, seed, expected) => {
    const oms = anOms()

    oms.seed(seed)

    expect(oms.order().body).toMatchObject(expected)
  })

  it("is found under a marketplace's id with spaces, encoded in the path", () => {
    const oms = anOms()
    const orderId = 'BWW-Loja Exemplo-2660650814-01'

    oms.orders.add({ orderId })

    const path = encodeURIComponent(orderId)

    expect(oms.order(path).body).toMatchObject({ orderId })
    expect(oms.cancel(path).status).toBe(200)
    expect(oms.status(orderId)).toBe('cancel')
    expect(
      oms.purchase(encodeURIComponent('vBWW-Loja Exemplo-2660650814')).body
    ).toMatchObject([{ orderId }])
  })
})

describe('a payment that the orders of a purchase share', () => {
  it('adds up their values, and ends only with the last of them', () => {
    const oms = anOms()
    const shared = { transactionId: 'T-1', value: 1000 }

    oms.seed({ ...shared, status: 'canceled', transactionStatus: 'Canceled' })
    oms.orders.add({ ...shared, orderId: '1390000000001-02', interest: 100 })

    const summary = (status: string) => ({
      status,
      transactionId: 'T-1',
      payments: [{ value: 2000, referenceValue: 1900 }],
    })

    expect(oms.transaction().body).toMatchObject(summary('Approved'))
    expect(oms.order().body).toMatchObject({
      paymentData: { transactions: [{ transactionId: 'T-1' }] },
    })

    oms.cancel('1390000000001-02')
    expect(oms.transaction().body).toMatchObject(summary('Cancelling'))
    oms.clock.advance(2)
    expect(oms.transaction().body).toMatchObject(summary('Canceled'))
  })
})

describe('a cancel that the simulated OMS decides by the invoices', () => {
  it.each<[string, Seed, number]>([
    [
      'invoiced, with a return of no readable value: works, as with any return',
      {
        status: 'invoiced',
        packages: [
          SALE,
          { ...SALE, type: 'input', invoiceNumber: 'R', invoiceValue: 0 },
        ],
      },
      200,
    ],
    [
      'handled, with an invoice of value 0: is partly invoiced',
      { status: 'handling', packages: [{ ...SALE, invoiceValue: 0 }] },
      400,
    ],
    [
      'handled, with an invoice without a type: is partly invoiced',
      { status: 'handling', packages: [{ ...SALE, type: null }] },
      400,
    ],
    ['in invoice, on its way: is refused', { status: 'invoice' }, 409],
    [
      '376646: stopped in invoice: works',
      { status: 'invoice', stuckAt: 'invoice', workflowIsInError: true },
      200,
    ],
    [
      "a seller's order, stopped in invoice: is refused",
      { status: 'invoice', origin: 'Fulfillment', workflowIsInError: true },
      409,
    ],
  ])('%s', (_what, seed, status) => {
    const oms = anOms()

    oms.seed(seed)

    expect(oms.cancel(ORDER).status).toBe(status)
  })
})
