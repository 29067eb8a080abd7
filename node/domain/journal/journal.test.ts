import { anEntry, anInvoice, anOrder, ORDER_ID } from '../../testing/orders'
import { onRequest, ownDenial, withCompletion, withEntry } from './journal'
import type { Completion, JournalEntry, Outcome } from './journal'
import type { Order } from '../order/order'
import { pendingSend } from './pendingSend'

const ended = (outcome: Outcome, more: Partial<Completion> = {}) => ({
  outcome,
  atMs: 2_000,
  sentAtMs: 1_000,
  date: null,
  receipt: null,
  ...more,
})

const journalOf = (...entries: JournalEntry[]) => ({
  orderId: ORDER_ID,
  entries,
})

/** What is pending for an order in handling at a time, after one entry. */
const pending = (
  more: Partial<JournalEntry>,
  nowMs: number,
  order: Partial<Order> = { status: 'handling' }
) => pendingSend(journalOf(anEntry(more)), anOrder(order), nowMs).kind

describe('pendingSend', () => {
  it('nothing is pending for an order without a journal', () => {
    expect(pendingSend(journalOf(), anOrder(), 0)).toEqual({ kind: 'none' })
  })

  it.each([
    [31_999, 'under-way'],
    [32_000, 'settling'],
    [54_999, 'settling'],
    [55_000, 'none'],
  ])('an entry begun at 0 and never completed, at %i: %s', (nowMs, kind) => {
    expect(pending({}, nowMs)).toBe(kind)
  })

  it.each([
    [2_000, 'settling'],
    [40_999, 'settling'],
    [41_000, 'none'],
  ])('one sent at 1000 and not settled, at %i: %s', (nowMs, kind) => {
    expect(pending({ completion: ended('unsettled') }, nowMs)).toBe(kind)
  })

  it.each<[Outcome, number, string]>([
    ['received', 3_000, 'unseen'],
    ['received', 599_999, 'unseen'],
    ['received', 600_000, 'none'],
    ['found', 3_000, 'unseen'],
    ['refused', 3_000, 'none'],
    ['withdrawn', 3_000, 'none'],
  ])('one that was %s, at %i: %s', (outcome, nowMs, kind) => {
    expect(pending({ completion: ended(outcome) }, nowMs)).toBe(kind)
  })

  it.each<[string, Partial<JournalEntry>, Partial<Order>]>([
    ['a cancel', {}, { status: 'cancellation-requested' }],
    ['a cancel', {}, { status: 'canceled' }],
    ['a cancel', {}, { status: 'cancellation-request-denied' }],
    [
      'a cancel',
      {},
      {
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
      },
    ],
    ['an accept', { kind: 'accept' }, { status: 'cancel' }],
    ['a denial', { kind: 'deny' }, { status: 'handling' }],
    [
      'a return',
      { kind: 'return', invoiceNumber: 'R1' },
      { status: 'invoiced', invoices: [anInvoice('Input')] },
    ],
  ])('%s that the order shows is pending no more', (_what, more, order) => {
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
  ])('%s that the order does not show is settling', (_what, more, order) => {
    const completion = ended('unsettled')

    expect(pending({ ...more, completion }, 3_000, order)).toBe('settling')
  })

  it.each([
    [56_999, 'settling'],
    [57_000, 'none'],
  ])(
    'an entry that was written late at 2000 may hide another one, at %i: %s',
    (nowMs, kind) => {
      const completion = ended('late', { sentAtMs: null })

      expect(pending({ completion }, nowMs)).toBe(kind)
      // Also where the order shows what the entry was for: it was for nothing.
      expect(
        pending({ completion }, nowMs, { status: 'cancellation-requested' })
      ).toBe(kind)
    }
  )

  it('what came to nothing does not hide what may have taken effect', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: ended('unsettled') }),
      anEntry({ id: 'b', completion: ended('withdrawn') })
    )

    expect(
      pendingSend(journal, anOrder({ status: 'handling' }), 3_000).kind
    ).toBe('settling')
  })
})

describe('onRequest', () => {
  const order = anOrder({ status: 'cancellation-requested' })
  const received = ended('received')

  it('is what was sent since the last denial', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: received }),
      anEntry({ id: 'b', kind: 'deny', completion: received }),
      anEntry({ id: 'c', completion: received }),
      anEntry({ id: 'd', kind: 'accept', completion: received })
    )

    expect(onRequest(journal, order).map(({ id }) => id)).toEqual(['c', 'd'])
  })

  it('a request that was denied in the Admin is over, also when a new one is open', () => {
    const withNew = anOrder({
      status: 'cancellation-requested',
      requests: [
        {
          id: 'q1',
          reason: null,
          requestedByUser: false,
          date: '1970-01-01T00:00:01Z',
          denied: { reason: 'No', date: '1970-01-01T00:20:00Z' },
        },
        {
          id: 'q2',
          reason: null,
          requestedByUser: true,
          date: '1970-01-01T00:30:00Z',
          denied: null,
        },
      ],
    })

    expect(
      onRequest(journalOf(anEntry({ completion: received })), withNew)
    ).toEqual([])
  })

  it('knows nothing of refusals, and counts what may have taken effect', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: ended('refused') }),
      anEntry({ id: 'b', completion: ended('unsettled') }),
      anEntry({ id: 'c', completion: null })
    )

    expect(onRequest(journal, order).map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('a denial that nobody confirmed ends nothing', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: received }),
      anEntry({ id: 'b', kind: 'deny', completion: ended('unsettled') })
    )

    expect(onRequest(journal, order).map(({ id }) => id)).toEqual(['a'])
    expect(ownDenial(journal)).toBeNull()
  })

  it('our denial is known until something else is sent', () => {
    const denial = anEntry({ id: 'b', kind: 'deny', completion: received })

    expect(ownDenial(journalOf(anEntry(), denial))?.id).toBe('b')
    expect(ownDenial(journalOf(denial, anEntry({ id: 'c' })))).toBeNull()
  })
})

describe('a journal', () => {
  it('gets an entry back that another call has written over', () => {
    const entry = anEntry()
    const completion = ended('received')

    expect(withCompletion(journalOf(), entry, completion).entries).toEqual([
      { ...entry, completion },
    ])
  })

  it('never forgets a return', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      anEntry({
        id: String(index),
        kind: index === 0 ? 'return' : 'cancel',
        completion: ended('received'),
      })
    )

    const { entries } = withEntry(journalOf(...many), anEntry({ id: 'new' }))

    expect(entries.map(({ id }) => id).slice(0, 2)).toEqual(['0', '2'])
  })

  it('keeps a hundred entries, and drops first what came to nothing', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      anEntry({
        id: String(index),
        completion: ended(index === 50 ? 'refused' : 'received'),
      })
    )

    const { entries } = withEntry(journalOf(...many), anEntry({ id: 'new' }))

    expect(entries).toHaveLength(100)
    expect(entries.map(({ id }) => id)).not.toContain('50')
    expect(entries[0].id).toBe('0')
    expect(entries[99].id).toBe('new')
  })
})
