import { emptyJournal } from '../journal/journal'
import { anOrder, ORDER_ID } from '../../testing/orders'
import { journalOnly } from './known'
import { paymentWarnings } from './paymentWarnings'

const saying = (transactionStatus: string) =>
  paymentWarnings(anOrder({ status: 'canceled' }), {
    ...journalOnly(emptyJournal(ORDER_ID), 0),
    transactionStatus,
  })

describe('the state of a payment that is not canceled', () => {
  it('is named as the gateway writes it', () => {
    expect(saying('analyzing risk')).toEqual([
      expect.stringMatching(/: its transaction is analyzing risk\. Look at it/),
    ])
  })

  it.each([
    ['a text with a mark', '<b>ana@shopper.example</b>'],
    ['two lines', 'approved\nfor Ana'],
    ['a long text', 'a'.repeat(61)],
  ])('is not repeated where it does not look like one: %s', (_what, text) => {
    const [warning] = saying(text)

    expect(warning).toContain(
      'its transaction is in a state that cannot be read.'
    )
    expect(warning).not.toContain(text)
  })
})
