import { anOms, ORDER, statusesOf } from './testing'

const DAY_SECONDS = 86_400
const GLOBEX = { sellers: [{ id: 'globex', name: 'Globex' }] }

/** Looked at now, and after each of the next steps. */
const steps = (oms: ReturnType<typeof anOms>, times = 4, orderId = ORDER) =>
  statusesOf(oms, { everySeconds: 2, times }, orderId)

describe('an order after a cancel', () => {
  it('own store, paid: cancel, and a step later canceled', () => {
    const oms = anOms()

    oms.seed({})
    oms.cancel()

    expect(steps(oms)).toEqual(['cancel', 'canceled', 'canceled', 'canceled'])
  })

  it('own store, being handled: a request, which a second cancel accepts', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.cancel(ORDER, { reason: 'Damaged' })

    expect(oms.orders.find(ORDER)).toMatchObject({
      status: 'cancellation-requested',
      cancellation: { reason: 'Damaged', requestId: 'request-500020-1' },
      requests: [{ id: 'request-500020-1', deniedBySeller: false }],
    })

    oms.cancel()
    expect(steps(oms, 2)).toEqual(['cancel', 'canceled'])
  })

  it('records who asked and why, and keeps it when the request is accepted', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.cancel(ORDER, { reason: 'Ordered twice', requestedByUser: true })
    oms.cancel(ORDER, { reason: 'Fine', requestedByUser: false })

    expect(oms.orders.find(ORDER)?.cancellation).toMatchObject({
      reason: 'Ordered twice',
      requestedByUser: true,
    })
  })

  it("another seller's, not handled yet: the seller is told", () => {
    const oms = anOms()

    oms.seed(GLOBEX)
    oms.cancel()

    expect(steps(oms)).toEqual([
      'request-cancel',
      'cancel',
      'canceled',
      'canceled',
    ])
  })

  it("another seller's, being handled: the seller is asked, and after 30 days has agreed", () => {
    const oms = anOms()

    oms.seed({ ...GLOBEX, sellerDecides: true })
    oms.cancel()

    expect(steps(oms, 2)).toEqual([
      'request-cancel',
      'waiting-for-seller-decision',
    ])
    oms.clock.advance(30 * DAY_SECONDS - 10)
    expect(oms.status()).toBe('waiting-for-seller-decision')
    oms.clock.advance(8)
    expect(steps(oms, 2)).toEqual(['cancel', 'canceled'])
  })

  it('a cancel that shows late is carried out late, and a second one meanwhile accepts the request of the first', () => {
    const oms = anOms({ cancelShownAfterSeconds: 10 })

    oms.seed({ status: 'handling' })
    oms.cancel()
    oms.clock.advance(5)
    expect(oms.status()).toBe('handling')
    oms.cancel()
    oms.clock.advance(5)
    expect(oms.status()).toBe('cancellation-requested')
    oms.clock.advance(5)
    expect(oms.status()).toBe('cancel')
  })

  it('the payment is canceled with it, unless it is one that is not', () => {
    const oms = anOms()
    const statusOfPayment = () => oms.orders.find(ORDER)?.transactionStatus

    oms.seed({})
    oms.cancel()
    expect(statusOfPayment()).toBe('Cancelling')
    oms.clock.advance(2)
    expect(statusOfPayment()).toBe('Canceled')

    oms.seed({ keepsPayment: true })
    oms.cancel()
    oms.clock.advance(2)
    expect([oms.status(), statusOfPayment()]).toEqual(['canceled', 'Approved'])
  })

  it('1242813: canceled turns back to cancel once', () => {
    const oms = anOms()

    oms.seed({ flipsBack: true })
    oms.cancel()

    expect(steps(oms, 5)).toEqual([
      'cancel',
      'canceled',
      'cancel',
      'canceled',
      'canceled',
    ])
  })

  it('one that is stuck stays where it is', () => {
    const oms = anOms()

    oms.seed({ stuckAt: 'cancel' })
    oms.cancel()
    oms.clock.advance(365 * DAY_SECONDS)

    expect(oms.status()).toBe('cancel')
  })

  it('each change has its date, also when nobody was looking', () => {
    const oms = anOms()

    oms.seed({})
    oms.cancel()

    const canceledAtMs = oms.clock.nowMs() + 2_000

    oms.clock.advance(3_600)
    expect(Date.parse(oms.orders.find(ORDER)?.lastChange ?? '')).toBe(
      canceledAtMs
    )
  })
})

describe('an order that nobody cancels', () => {
  it.each([
    ['window-to-cancel', 30 * 60, 'ready-for-handling'],
    ['start-handling', 60, 'handling'],
    ['invoice', 60, 'invoiced'],
    ['waiting-for-fulfillment', 30 * DAY_SECONDS, 'cancel'],
    ['cancellation-requested', 30 * DAY_SECONDS, 'cancel'],
    ['cancel', 2, 'canceled'],
  ])('%s: after %i seconds %s', (status, seconds, next) => {
    const oms = anOms()

    oms.seed({ status })
    oms.clock.advance(seconds - 1)
    expect(oms.status()).toBe(status)
    oms.clock.advance(1)
    expect(oms.status()).toBe(next)
  })

  it.each(['payment-approved', 'handling', 'invoiced', 'canceled', 'replaced'])(
    '%s stays',
    (status) => {
      const oms = anOms()

      oms.seed({ status })
      oms.clock.advance(365 * DAY_SECONDS)

      expect(oms.status()).toBe(status)
    }
  )
})

describe('a denial', () => {
  it('of a request in the own store: denied for a moment, and back to where it was', () => {
    const oms = anOms()

    oms.seed({ status: 'ready-for-invoicing' })
    oms.cancel()
    expect(oms.deny('request-500020-1').status).toBe(200)

    expect(steps(oms, 3)).toEqual([
      'cancellation-request-denied',
      'ready-for-invoicing',
      'ready-for-invoicing',
    ])
    expect(oms.orders.find(ORDER)?.requests).toMatchObject([
      { deniedBySeller: true, deniedBySellerReason: 'Sent' },
    ])
  })

  it.each([
    ['another request', 'request-0', 'cancellation-requested'],
    ['an order that has none', 'request-500020-1', 'canceled'],
  ])('of %s: 400, and nothing changes', (_what, requestId, status) => {
    const oms = anOms()

    oms.seed({ status })
    expect(oms.deny(requestId).status).toBe(400)
    expect(oms.status()).toBe(status)
  })

  it('twice: the second is refused', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.cancel()
    oms.deny('request-500020-1')

    expect(oms.deny('request-500020-1').status).toBe(400)
  })
})

describe('two sides in one account', () => {
  function bothSides() {
    const oms = anOms()

    oms.seed({ ...GLOBEX, sellerDecides: true, linkedTo: 'S-1' })
    oms.orders.add({
      orderId: 'S-1',
      origin: 'Fulfillment',
      status: 'handling',
      linkedTo: ORDER,
    })
    oms.cancel(ORDER, { reason: 'Ordered twice', requestedByUser: true })
    oms.clock.advance(2)

    const [request] = oms.orders.find('S-1')?.requests ?? []

    return { ...oms, request }
  }

  it('a cancel of the marketplace is a request at the seller', () => {
    const oms = bothSides()

    expect([oms.status(), oms.status('S-1')]).toEqual([
      'waiting-for-seller-decision',
      'cancellation-requested',
    ])
    expect(oms.request.reason).toBe('Ordered twice')
  })

  it('the seller accepts: both become canceled', () => {
    const oms = bothSides()

    oms.cancel('S-1')
    oms.clock.advance(10)

    expect([oms.status(), oms.status('S-1')]).toEqual(['canceled', 'canceled'])
  })

  it('the seller denies: both go on', () => {
    const oms = bothSides()

    oms.deny(oms.request.id, 'S-1')
    oms.clock.advance(10)

    expect([oms.status(), oms.status('S-1')]).toEqual([
      'payment-approved',
      'handling',
    ])
    expect(oms.orders.find(ORDER)?.requests).toMatchObject([
      { deniedBySeller: true },
    ])
  })

  it('the seller invoices: both are invoiced, and the request counts as denied', () => {
    const oms = bothSides()

    oms.invoice(
      {
        type: 'Output',
        invoiceNumber: '1',
        invoiceValue: 12990,
        items: [{ id: '1', price: 12990, quantity: 1 }],
      },
      'S-1'
    )

    expect(steps(oms, 2)).toEqual([
      'invoice-after-cancellation-deny',
      'invoiced',
    ])
    expect(oms.status('S-1')).toBe('invoiced')
    expect(oms.orders.find(ORDER)?.requests).toMatchObject([
      { deniedBySeller: true },
    ])
  })
})
