import { paymentOf } from './payment'

describe('the payment of an order', () => {
  it.each([
    ['approved', 'HOLDS_MONEY'],
    ['analyzing-risk', 'HOLDS_MONEY'],
    ['finished', 'HOLDS_MONEY'],
    ['canceling', 'CANCELING'],
    ['cancellation-requested', 'CANCELING'],
    ['canceled', 'CANCELED'],
    ['cancelled', 'CANCELED'],
    ['a-word-of-tomorrow', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    ['', 'UNKNOWN'],
  ])('with a transaction that is "%s" is %s', (status, state) => {
    expect(paymentOf(status).state).toBe(state)
  })

  it.each(['<b>x</b>', 'x'.repeat(61), 'a\nb', ''])(
    'does not show %j, which does not look like a status',
    (status) => {
      expect(paymentOf(status).transactionStatus).toBeNull()
    }
  )
})
