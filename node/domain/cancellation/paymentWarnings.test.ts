import { aDocument, orderIn } from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { warningsIn } from '../../testing/warnings'
import type { Known } from './known'
import { isReleased } from './paymentWarnings'

const canceled = (more: Document = {}, known: Partial<Known> = {}) =>
  warningsIn({ status: 'canceled', ...more }, known)

const transaction = (transactionStatus: string | null) =>
  canceled({}, { transactionStatus })

const NOT_CANCELED = (status: string) => [
  `The payment is not canceled: its transaction is ${status}. Look at it in the payments module, also for a refund that was made already, before you promise one.`,
]

describe('field case 11: the payment of a canceled order', () => {
  it.each([
    'AnalyzingRisk',
    'analyzing-risk',
    'Analyzing Risk',
    'analyzingrisk',
    'RiskApproved',
    'Authorized',
    'Approved',
    'Authorizing',
    'Settling',
    'Settled',
    'Finished',
    'Canceling',
    'Denied',
    'Refunded',
    'Started',
    'a word of tomorrow',
    'not canceled',
    'canceled in part',
    '',
  ])(
    'may be held, and is said to be, where its transaction is %j',
    (status) => {
      expect(isReleased(status)).toBe(false)
      expect(transaction(status)).toEqual(NOT_CANCELED(status))
    }
  )

  it.each(['canceled', 'Canceled', 'cancelled', 'CANCELLED', 'Canceled '])(
    'is fine where its transaction is known to be %j',
    (status) => {
      expect(isReleased(status)).toBe(true)
      expect(transaction(status)).toEqual([])
    }
  )

  it('is not spoken of where it was not looked at, or while the order is not canceled', () => {
    expect(transaction(null)).toEqual([])
    expect(
      warningsIn({ status: 'cancel' }, { transactionStatus: 'settled' })
    ).toEqual([])
  })
})

describe('field case 8: a payment that orders of a purchase share', () => {
  const SHARED =
    'The payment is shared with other orders of the same purchase: it is given back whole only when all of them are canceled.'

  const paidBy = (...ids: unknown[]) => ({
    paymentData: {
      transactions: ids.map((transactionId) => ({ transactionId })),
    },
  })

  const withSibling = (own: Document, other: Document) =>
    canceled(own, {
      purchase: [
        {
          kind: 'order',
          order: orderIn(
            aDocument({ orderId: 's-02', status: 'canceled', ...other })
          ),
        },
      ],
    })

  it('is said to be shared, also where all of them are canceled', () => {
    expect(withSibling(paidBy('T1', 'T2'), paidBy('T2'))).toEqual([SHARED])
  })

  it.each<[string, Document, Document]>([
    ['another transaction', paidBy('T1'), paidBy('T2')],
    ['no transaction', paidBy(), paidBy()],
    ['transactions without ids', paidBy(null), paidBy(null)],
    [
      'the order itself',
      paidBy('T1'),
      { orderId: '1380000000001-01', ...paidBy('T1') },
    ],
  ])('is not said with %s', (_what, own, other) => {
    expect(withSibling(own, other)).toEqual([])
  })
})

describe('field log 11: a canceled transaction that does not give all back by itself', () => {
  const paidWith = (...groups: unknown[]) =>
    canceled(
      {
        paymentData: {
          transactions: [{ payments: groups.map((group) => ({ group })) }],
        },
      },
      { transactionStatus: 'canceled' }
    )

  it.each([
    [
      'giftCard',
      'A part was paid by gift card, whose balance OMS may not give back (VTEX known issue 491195): look at the balance.',
    ],
    [
      'bankInvoice',
      'A part was paid by bank invoice, which VTEX does not refund by itself, and the slip may still be paid (VTEX known issue 374288): look at the payment.',
    ],
    ['cash', 'A part was paid in cash, which is given back by hand.'],
  ])('is named with what an operator does: %s', (group, warning) => {
    expect(paidWith(group, 'creditCard', group)).toEqual([warning])
  })

  it.each([['creditCard'], ['constructor'], [7]])(
    'says nothing of %j',
    (group) => {
      expect(paidWith(group)).toEqual([])
    }
  )
})

describe('field log 8: a change that raised the price', () => {
  const changed = (...changesData: Document[]) =>
    canceled({ changesAttachment: { changesData } })

  it('may have been paid by another transaction, which is said', () => {
    expect(
      changed({ incrementValue: 3_000 }, { discountValue: 1_000 })
    ).toEqual([
      'A change raised the price of the order, and the difference may have been paid by another transaction, which a cancellation does not give back: look for it in the payments module.',
    ])
  })

  it('is not said of one that lowered it', () => {
    expect(changed({ discountValue: 3_000 })).toEqual([])
  })
})
