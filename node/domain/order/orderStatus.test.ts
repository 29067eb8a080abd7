import { anOrder } from '../../testing/orders'
import { cancelMakesRequest, showsRequest } from './orderStatus'

describe('cancelMakesRequest', () => {
  it.each([
    ['own store, handling', {}, true],
    ['own store, before handling', { status: 'payment-approved' }, false],
    ['another seller', { sellerIds: ['globex'] }, false],
    ['own store and another seller', { sellerIds: ['1', 'globex'] }, false],
    ['no seller known', { sellerIds: [] }, false],
    ["seller's side", { origin: 'Fulfillment' as const }, true],
    ['chain', { origin: 'Chain' as const }, false],
    ['side unknown', { origin: null }, false],
  ])('%s (%o): %s', (_what, more, expected) => {
    expect(cancelMakesRequest(anOrder({ status: 'handling', ...more }))).toBe(
      expected
    )
  })
})

describe('showsRequest', () => {
  it.each([
    ['payment-approved', false],
    ['brand-new-status', false],
    ['invoiced', false],
    ['request-cancel', true],
    ['cancel', true],
    ['canceled', true],
    ['cancellation-requested', true],
    ['waiting-for-seller-decision', true],
    ['cancellation-request-denied', true],
  ])('%s: %s', (status, expected) => {
    expect(
      showsRequest(anOrder({ status }), anOrder({ status: 'handling' }))
    ).toBe(expected)
  })

  it('an order that was denied before does not show a new request', () => {
    const denied = anOrder({ status: 'cancellation-request-denied' })

    expect(showsRequest(denied, denied)).toBe(false)
  })
})
