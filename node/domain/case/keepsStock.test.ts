import { ended, journalOf } from '../../testing/journals'
import { anEntry, anOrder } from '../../testing/orders'
import { keepsStock } from './keepsStock'

const sentOn = (statusSeen: string) =>
  journalOf(anEntry({ statusSeen, completion: ended('received') }))

describe('the stock of an order that is canceled', () => {
  it.each([
    ['payment-approved', false],
    ['ready-for-handling', false],
    ['handling', true],
    ['a-status-of-tomorrow', false],
  ])('in the status %s is kept by OMS: %s', (status, isKept) => {
    expect(keepsStock(anOrder({ status }), journalOf())).toBe(isKept)
  })

  it.each(['cancellation-requested', 'cancel', 'canceled'])(
    'in the status %s goes by the status in which this app sent the cancel, and is not known without that',
    (status) => {
      const order = anOrder({ status })

      expect(keepsStock(order, sentOn('handling'))).toBe(true)
      expect(keepsStock(order, sentOn('payment-approved'))).toBe(false)
      expect(keepsStock(order, journalOf())).toBeNull()
    }
  )
})
