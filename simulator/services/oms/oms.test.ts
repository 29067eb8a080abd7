import { anOms, ORDER } from './testing'

const ORDERS = '/api/oms/pvt/orders'

describe('the simulated Orders API', () => {
  it('finds an order by its id and by its sequence number, and answers 404 for an unknown id', () => {
    const oms = anOms()
    const { sequence } = oms.seed({})

    expect(oms.order().body).toMatchObject({ orderId: ORDER, sequence })
    expect(oms.order(sequence).body).toMatchObject({ orderId: ORDER })
    expect(oms.order('1-01').status).toBe(404)
  })

  it.each([
    ['GET', `${ORDERS}/${ORDER}`, 'OMSViewer'],
    ['GET', `${ORDERS}/order-group/v1390000000001`, 'OMSViewer'],
    ['GET', `${ORDERS}/${ORDER}/payment-transaction`, 'OMSViewer'],
    ['POST', `${ORDERS}/${ORDER}/cancel`, 'CancelAction'],
    [
      'POST',
      `/api/orders/pvt/document/${ORDER}/deny-cancellation-request`,
      'CancelAction',
    ],
    ['POST', `${ORDERS}/${ORDER}/invoice`, 'RefundAction'],
  ])('%s %s needs %s', (method, path, resource) => {
    const oms = anOms()

    oms.seed({})
    oms.grants.set({
      user: 'olga@acme.example',
      product: '19',
      resource,
      granted: false,
    })

    expect(oms.call(method, path)).toMatchObject({
      status: 403,
      body: { error: { code: '1' } },
    })
    expect(oms.call(method, path, { as: 'expired' }).status).toBe(401)
    expect(oms.call(method, path, { as: 'other-account' }).status).toBe(401)
    expect(oms.status()).toBe('payment-approved')
  })

  it('shows the orders of a purchase, with their requests', () => {
    const oms = anOms()

    oms.seed({ orderGroup: 'v1', status: 'cancellation-requested' })
    oms.orders.add({ orderId: '1390000000001-02', orderGroup: 'v1' })

    expect(oms.purchase('v1').body).toMatchObject([
      { orderId: ORDER, cancellationRequests: [{ deniedBySeller: false }] },
      { orderId: '1390000000001-02', cancellationRequests: [] },
    ])
    expect(oms.order().body).not.toHaveProperty('cancellationRequests')
    expect(oms.purchase('v0')).toEqual({ status: 200, body: [] })
  })

  it('shows a payment only on the side that was paid', () => {
    const oms = anOms()

    oms.seed({})
    expect(oms.transaction().body).toMatchObject({ status: 'Approved' })
    oms.seed({ origin: 'Fulfillment' })
    expect(oms.transaction().status).toBe(404)
  })

  it("answers each cancel with the order's id in the seller and a new code", () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })

    const first = oms.cancel()

    oms.clock.advance(1)

    const second = oms.cancel()

    expect(first.body).toMatchObject({ orderId: `00-${ORDER}` })
    expect(second.body).not.toEqual(first.body)
  })

  it.each([
    [
      'json',
      401,
      { error: { code: '1', message: 'Unauthorized access', exception: null } },
    ],
    ['text', 401, 'Unauthorized access'],
    ['html', 200, expect.stringContaining('<html>')],
  ] as const)('sends errors in the form %s', (errorForm, status, body) => {
    const oms = anOms({ errorForm })

    oms.seed({})
    expect(
      oms.call('GET', `${ORDERS}/${ORDER}`, { as: 'expired' })
    ).toMatchObject({ status, body })
  })

  it.each<[Parameters<typeof anOms>[0], unknown]>([
    [{ receiptNames: 'order' }, { orderId: ORDER }],
    [{ receiptNames: 'seller' }, { orderId: `00-${ORDER}` }],
  ])('follows the switch %j', (switches, body) => {
    const oms = anOms(switches)

    oms.seed({})
    expect(oms.cancel().body).toMatchObject(body as object)
  })

  it('answers 404 for an unknown purchase when a switch says so', () => {
    expect(anOms({ unknownPurchase: 'missing' }).purchase('v0').status).toBe(
      404
    )
  })

  it.each(['{broken', '7', 'null', '[]'])(
    'refuses a body that is not a JSON object (%s), and changes nothing',
    (body) => {
      const oms = anOms()

      oms.seed({})
      expect(
        oms.call('POST', `${ORDERS}/${ORDER}/cancel`, { body }).status
      ).toBe(400)
      expect(oms.status()).toBe('payment-approved')
    }
  )
})
