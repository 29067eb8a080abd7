import { anOms, ORDER, statusesOf } from './testing'

describe('a denial', () => {
  it("of a request on the own store's order shows briefly, then the order returns to its previous status", () => {
    const oms = anOms()

    oms.seed({ status: 'ready-for-invoicing' })
    oms.cancel()
    expect(oms.deny('request-500020-1').status).toBe(200)

    expect(statusesOf(oms, { everySeconds: 2, times: 3 })).toEqual([
      'cancellation-request-denied',
      'ready-for-invoicing',
      'ready-for-invoicing',
    ])
    expect(oms.orders.find(ORDER)?.requests).toMatchObject([
      { deniedBySeller: true, deniedBySellerReason: 'Sent' },
    ])
  })

  it.each([
    ['an unknown request', 'request-0', 'cancellation-requested'],
    ['an order without an open request', 'request-500020-1', 'canceled'],
  ])(
    'of %s is refused with 400 and changes nothing',
    (_what, requestId, status) => {
      const oms = anOms()

      oms.seed({ status })
      expect(oms.deny(requestId).status).toBe(400)
      expect(oms.status()).toBe(status)
    }
  )

  it('is taken only for the request that the cancellation data names, wherever it stands in the list', () => {
    const oms = anOms()
    const request = {
      reason: null,
      cancellationRequestDate: '2026-11-24T12:00:00Z',
      requestedByUser: true,
      deniedBySeller: false,
      deniedBySellerReason: null,
      cancellationRequestDenyDate: null,
    }

    oms.seed({
      status: 'cancellation-requested',
      cancellation: { requestId: 'newer' },
      requests: [
        { id: 'newer', ...request },
        { id: 'older', ...request },
      ],
    })

    expect(oms.deny('older').status).toBe(400)
    expect(oms.status()).toBe('cancellation-requested')
    expect(oms.deny('newer').status).toBe(200)
    expect(oms.orders.find(ORDER)?.requests).toMatchObject([
      { id: 'newer', deniedBySeller: true },
      { id: 'older', deniedBySeller: false },
    ])
  })

  it('is taken only for the newest request where the cancellation data names none', () => {
    const oms = anOms()
    const aRequest = (id: string, cancellationRequestDate: string) => ({
      ...{ id, cancellationRequestDate },
      reason: null,
      requestedByUser: true,
      deniedBySeller: false,
      deniedBySellerReason: null,
      cancellationRequestDenyDate: null,
    })

    oms.seed({
      status: 'cancellation-requested',
      requests: [
        aRequest('newer', '2026-11-25T12:00:00Z'),
        aRequest('older', '2026-11-24T12:00:00Z'),
      ],
    })

    expect(oms.deny('older').status).toBe(400)
    expect(oms.deny('newer').status).toBe(200)
  })

  it('is refused the second time', () => {
    const oms = anOms()

    oms.seed({ status: 'handling' })
    oms.cancel()
    oms.deny('request-500020-1')

    expect(oms.deny('request-500020-1').status).toBe(400)
  })
})
