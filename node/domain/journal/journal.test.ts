import { ended, journalOf } from '../../testing/journals'
import { anEntry, anOrder } from '../../testing/orders'
import { onRequest, ownDenial, withCompletion, withEntry } from './journal'

describe('onRequest', () => {
  const order = anOrder({ status: 'cancellation-requested' })
  const received = ended('received')

  it('finds the entries since the last denial', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: received }),
      anEntry({ id: 'b', kind: 'deny', completion: received }),
      anEntry({ id: 'c', completion: received }),
      anEntry({ id: 'd', kind: 'accept', completion: received })
    )

    expect(onRequest(journal, order).map(({ id }) => id)).toEqual(['c', 'd'])
  })

  it('finds nothing about a request that was denied in the Admin, even if a new request is open', () => {
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

  it('leaves out refused entries and keeps those that may have had an effect', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: ended('refused') }),
      anEntry({ id: 'b', completion: ended('unsettled') }),
      anEntry({ id: 'c', completion: null })
    )

    expect(onRequest(journal, order).map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('does not stop at a denial that OMS did not confirm', () => {
    const journal = journalOf(
      anEntry({ id: 'a', completion: received }),
      anEntry({ id: 'b', kind: 'deny', completion: ended('unsettled') })
    )

    expect(onRequest(journal, order).map(({ id }) => id)).toEqual(['a'])
    expect(ownDenial(journal)).toBeNull()
  })

  it('finds the denial of this app until the app sends something else', () => {
    const denial = anEntry({ id: 'b', kind: 'deny', completion: received })

    expect(ownDenial(journalOf(anEntry(), denial))?.id).toBe('b')
    expect(ownDenial(journalOf(denial, anEntry({ id: 'c' })))).toBeNull()
  })
})

describe('a journal', () => {
  it('gets back an entry that another call has overwritten', () => {
    const entry = anEntry()
    const completion = ended('received')

    expect(withCompletion(journalOf(), entry, completion).entries).toEqual([
      { ...entry, completion },
    ])
  })

  it('never drops a return', () => {
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

  it('keeps a hundred entries and first drops one that had no effect', () => {
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
