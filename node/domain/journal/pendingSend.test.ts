import { anEntry, anInvoice, anOrder } from '../../testing/orders'
import { ended, journalOf } from '../../testing/journals'
import type { JournalEntry, Outcome } from './journal'
import type { Order } from '../order/order'
import { pendingSend } from './pendingSend'

/** Tells what is pending at a time after one entry, by default for an order in handling. */
const pending = (
  more: Partial<JournalEntry>,
  nowMs: number,
  order: Partial<Order> = { status: 'handling' }
) => pendingSend(journalOf(anEntry(more)), anOrder(order), nowMs).kind

/** An order in handling again, whose request was denied at 5 s. */
const DENIED_AT_5_S: Partial<Order> = {
  status: 'handling',
  requests: [
    {
      id: 'q',
      reason: null,
      requestedByUser: null,
      date: null,
      denied: { reason: null, date: '1970-01-01T00:00:05Z' },
    },
  ],
}

describe('pendingSend', () => {
  it('is nothing for an order without entries', () => {
    expect(pendingSend(journalOf(), anOrder(), 0)).toEqual({ kind: 'none' })
  })

  it.each([
    [31_999, 'under-way'],
    [32_000, 'settling'],
    [54_999, 'settling'],
    [55_000, 'none'],
  ])(
    'for an entry that started at 0 and has no end, at %i: %s',
    (nowMs, kind) => {
      expect(pending({}, nowMs)).toBe(kind)
    }
  )

  it.each([
    [2_000, 'settling'],
    [40_999, 'settling'],
    [41_000, 'none'],
  ])(
    'for an entry that was sent at 1000 and whose outcome is unknown, at %i: %s',
    (nowMs, kind) => {
      expect(pending({ completion: ended('unsettled') }, nowMs)).toBe(kind)
    }
  )

  it.each<[Outcome, number, string]>([
    ['received', 3_000, 'unseen'],
    ['received', 599_999, 'unseen'],
    ['received', 600_000, 'none'],
    ['found', 3_000, 'unseen'],
    ['refused', 3_000, 'none'],
    ['withdrawn', 3_000, 'none'],
  ])('for an entry that was %s, at %i: %s', (outcome, nowMs, kind) => {
    expect(pending({ completion: ended(outcome) }, nowMs)).toBe(kind)
  })

  it.each<[string, Partial<JournalEntry>, Partial<Order>]>([
    ['a cancel', {}, { status: 'cancellation-requested' }],
    ['a cancel', {}, { status: 'canceled' }],
    ['a cancel', {}, { status: 'cancellation-request-denied' }],
    ['an accept', { kind: 'accept' }, { status: 'cancel' }],
    ['a denial', { kind: 'deny' }, { status: 'handling' }],
    [
      'a return',
      { kind: 'return', invoiceNumber: 'R1' },
      { status: 'invoiced', invoices: [anInvoice('Input')] },
    ],
  ])('is nothing for %s that the order shows', (_what, more, order) => {
    const completion = ended('unsettled')

    expect(pending({ ...more, completion }, 3_000, order)).toBe('none')
  })

  it.each<[string, Partial<JournalEntry>, Partial<Order>]>([
    ['an accept', { kind: 'accept' }, { status: 'cancellation-requested' }],
    ['a denial', { kind: 'deny' }, { status: 'cancellation-requested' }],
    [
      'a return of another number',
      { kind: 'return', invoiceNumber: 'R2' },
      { status: 'invoiced', invoices: [anInvoice('Input')] },
    ],
    [
      'a cancel of an order that was denied before it',
      { statusSeen: 'cancellation-request-denied' },
      { status: 'cancellation-request-denied' },
    ],
  ])(
    'is settling for %s that the order does not show',
    (_what, more, order) => {
      const completion = ended('unsettled')

      expect(pending({ ...more, completion }, 3_000, order)).toBe('settling')
    }
  )

  it.each(['cancel', 'accept'] as const)(
    'is settling for an unconfirmed %s although the order shows a denial since: it may still meet the next request',
    (kind) => {
      expect(
        pending({ kind, completion: ended('unsettled') }, 3_000, DENIED_AT_5_S)
      ).toBe('settling')
      expect(
        pending(
          {
            kind,
            completion: ended('received', { date: '1970-01-01T00:00:01Z' }),
          },
          3_000,
          DENIED_AT_5_S
        )
      ).toBe('none')
    }
  )

  it.each([
    ['a denial that OMS dates before it', '1970-01-01T00:00:06Z', 'unseen'],
    ['a denial that OMS dates after it', '1970-01-01T00:00:04Z', 'none'],
  ])(
    'judges a confirmed cancel and %s by dates of OMS, not by clocks',
    (_what, date, kind) => {
      expect(
        pending(
          { completion: ended('received', { date }) },
          3_000,
          DENIED_AT_5_S
        )
      ).toBe(kind)
    }
  )

  it('is settling for an unconfirmed cancel of the store where a shopper has made the open request: the cancel would accept it', () => {
    const asked = {
      status: 'cancellation-requested',
      cancellation: {
        reason: null,
        requestedByUser: true,
        requestedBySeller: null,
        date: null,
        requestId: 'q',
      },
    }

    expect(pending({ completion: ended('unsettled') }, 3_000, asked)).toBe(
      'settling'
    )
    expect(
      pending(
        { requestedByUser: true, completion: ended('unsettled') },
        3_000,
        asked
      )
    ).toBe('none')
    expect(pending({ completion: ended('received') }, 3_000, asked)).toBe(
      'none'
    )
  })

  it('is decided by the last entry that may have had an effect, not by a later one that had none', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: ended('unsettled') }),
      anEntry({ id: 'b', completion: ended('withdrawn') })
    )

    expect(
      pendingSend(journal, anOrder({ status: 'handling' }), 3_000).kind
    ).toBe('settling')
  })
})
