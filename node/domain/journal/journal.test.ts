import { ended, journalOf } from '../../testing/journals'
import { anEntry, anOrder } from '../../testing/orders'
import { onRequest, ownDenial, withCompletion, withEntry } from './journal'

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
