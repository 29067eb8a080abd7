import { ended, journalOf } from '../../testing/journals'
import { anEntry, anOrder } from '../../testing/orders'
import { inOrder, onRequest, ownDenial, withCompletion } from './journal'

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
  it('ends with the entry that was completed', () => {
    const entry = anEntry({ id: 'b', seq: 2 })
    const completion = ended('received')

    expect(
      withCompletion(journalOf(anEntry()), entry, completion).entries
    ).toEqual([anEntry(), { ...entry, completion }])
  })

  it('puts an entry that has ended behind an open one of the same number: only the first can have sent', () => {
    const sent = anEntry({ id: 'a', seq: 2, completion: ended('received') })
    const open = anEntry({ id: 'b', seq: 2 })
    const before = anEntry({ id: 'c', seq: 1 })

    expect(inOrder([sent, open, before]).map(({ id }) => id)).toEqual([
      'c',
      'b',
      'a',
    ])
  })
})
