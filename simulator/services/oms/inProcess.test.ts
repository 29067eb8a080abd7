import { APP_TOKEN } from '../../callers'
import type { SimulatedReply } from '../../edge/exchange'
import { Grants } from '../grants'
import { oms } from './oms'
import { OrderStore } from './store'

/**
 * How a test uses the simulated OMS in its own process: with a clock that it moves, without
 * HTTP, and with every answer at once.
 */
describe('the simulated OMS in the process of a test', () => {
  const HOST = 'portal.vtexcommercestable.com.br'
  const ID = '1390000000001-01'

  let nowMs = Date.parse('2026-11-26T12:00:00Z')
  const orders = new OrderStore({ nowMs: () => nowMs })
  const answer = oms({ orders, grants: new Grants() })

  const call = (method: string, path: string, body?: object): SimulatedReply =>
    answer({
      method,
      host: HOST,
      path,
      url: `http://${HOST}${path}?an=acme`,
      query: { an: 'acme' },
      headers: { vtexidclientautcookie: APP_TOKEN },
      body: JSON.stringify(body ?? {}),
    })

  it("answers the app's calls and other actors' at the test's own time, and keeps the book", () => {
    const base = `/api/oms/pvt/orders/${ID}`

    orders.add({ orderId: ID, orderGroup: 'v1', status: 'handling' })

    // Another client invoices the whole order, and an operator changes it afterwards.
    call('POST', `${base}/invoice`, {
      type: 'Output',
      issuanceDate: '2026-11-26T12:00:00Z',
      invoiceNumber: '1001',
      invoiceValue: 12990,
      items: [{ id: '1', quantity: 1, price: 12990 }],
    })
    nowMs += 2_000
    orders.change({ orderId: ID, discountValue: 990 })

    expect(call('GET', base).body).toMatchObject({
      status: 'invoiced',
      value: 12000,
    })
    expect(call('GET', '/api/oms/pvt/orders/order-group/v1').body).toHaveLength(
      1
    )
    expect(call('GET', `${base}/payment-transaction`).body).toMatchObject({
      status: 'Approved',
    })

    // The app returns the order and cancels it.
    expect(
      call('POST', `${base}/invoice`, {
        type: 'Input',
        issuanceDate: '2026-11-26T12:00:02Z',
        invoiceNumber: 'R1',
        invoiceValue: 12000,
        items: [{ id: '1', quantity: 1, price: 12000 }],
      }).status
    ).toBe(200)
    expect(call('POST', `${base}/cancel`, { reason: 'Back' }).status).toBe(200)
    nowMs += 2_000

    expect(orders.find(ID)?.status).toBe('canceled')
    expect(orders.book(ID)).toEqual({
      authorised: 12990,
      captured: 12990,
      paidBack: 12990,
      entries: [
        { kind: 'change', value: 990, atMs: nowMs - 2_000 },
        {
          kind: 'return',
          value: 12000,
          invoiceNumber: 'R1',
          atMs: nowMs - 2_000,
        },
      ],
      goods: { 1: { sent: 1, cameBack: 1 } },
    })
  })

  it("takes another client's request and its denial", () => {
    orders.add({ orderId: ID, status: 'handling' })
    call('POST', `/api/oms/pvt/orders/${ID}/cancel`)

    const [{ id }] = orders.find(ID)?.requests ?? []

    call('POST', `/api/orders/pvt/document/${ID}/deny-cancellation-request`, {
      cancellationRequestId: id,
      denyReason: 'Sent',
    })
    nowMs += 2_000

    expect(orders.find(ID)?.status).toBe('handling')
    expect(orders.book(ID)).toMatchObject({ authorised: 12990, entries: [] })
  })
})
