import { anOms, ORDER, statusesOf } from './testing'

const DAY_SECONDS = 86_400
const GLOBEX = { sellers: [{ id: 'globex', name: 'Globex' }] }

/** The order's status now and after each of the next steps. */
const steps = (oms: ReturnType<typeof anOms>, times = 4, orderId = ORDER) =>
  statusesOf(oms, { everySeconds: 2, times }, orderId)

describe('an order after a cancel', () => {
  it('own store, paid: is in cancel, and canceled a step later', () => {
    const oms = anOms()

    oms.seed({})
    oms.cancel()

    expect(steps(oms)).toEqual(['cancel', 'canceled', 'canceled', 'canceled'])
  })

  it('own store, being handled: has a request, which a second cancel accepts', () => {
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

  it('keeps the first requester and reason when the request is accepted', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.cancel(ORDER, { reason: 'Ordered twice', requestedByUser: true })
    oms.cancel(ORDER, { reason: 'Fine', requestedByUser: false })

    expect(oms.orders.find(ORDER)?.cancellation).toMatchObject({
      reason: 'Ordered twice',
      requestedByUser: true,
    })
  })

  it('sold for a seller that is not handling it yet: is canceled without a decision', () => {
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

  it('sold for a seller that is handling it: waits for the seller, who counts as having agreed after 30 days', () => {
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

  it('whose effect is delayed: changes late, and a second cancel sent meanwhile accepts the request of the first', () => {
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

  it('has its payment canceled, unless the seed keeps the payment', () => {
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

  it('1242813: returns from canceled to cancel once', () => {
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

  it('that is stuck stays in its status', () => {
    const oms = anOms()

    oms.seed({ stuckAt: 'cancel' })
    oms.cancel()
    oms.clock.advance(365 * DAY_SECONDS)

    expect(oms.status()).toBe('cancel')
  })

  it('has the date of each change, even if no call read it in between', () => {
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

describe('an order without a cancel', () => {
  it.each([
    ['window-to-cancel', 30 * 60, 'ready-for-handling'],
    ['start-handling', 60, 'handling'],
    ['invoice', 60, 'invoiced'],
    ['waiting-for-fulfillment', 30 * DAY_SECONDS, 'cancel'],
    ['cancellation-requested', 30 * DAY_SECONDS, 'cancel'],
    ['cancel', 2, 'canceled'],
  ])('in %s is, after %i seconds, in %s', (status, seconds, next) => {
    const oms = anOms()

    oms.seed({ status })
    oms.clock.advance(seconds - 1)
    expect(oms.status()).toBe(status)
    oms.clock.advance(1)
    expect(oms.status()).toBe(next)
  })

  it.each(['payment-approved', 'handling', 'invoiced', 'canceled', 'replaced'])(
    'in %s stays there',
    (status) => {
      const oms = anOms()

      oms.seed({ status })
      oms.clock.advance(365 * DAY_SECONDS)

      expect(oms.status()).toBe(status)
    }
  )
})

describe('a sale with both sides in one account', () => {
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

  it("turns the marketplace's cancel into a request on the seller's side", () => {
    const oms = bothSides()

    expect([oms.status(), oms.status('S-1')]).toEqual([
      'waiting-for-seller-decision',
      'cancellation-requested',
    ])
    expect(oms.request.reason).toBe('Ordered twice')
  })

  it('is canceled on both sides when the seller accepts', () => {
    const oms = bothSides()

    oms.cancel('S-1')
    oms.clock.advance(10)

    expect([oms.status(), oms.status('S-1')]).toEqual(['canceled', 'canceled'])
  })

  it('continues on both sides when the seller denies', () => {
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

  it('is invoiced on both sides, with the request denied, when the seller invoices', () => {
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
