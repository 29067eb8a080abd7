import { aDocument, orderIn } from '../../testing/documents'
import type { Document } from '../../testing/documents'
import { lastDenial, openRequest } from './requests'

const OLD = '2026-11-24T09:00:00Z'
const NEW = '2026-11-25T09:00:00Z'

/** A request as an order group shows it. */
const aRequest = (id: string | null, more: Document = {}): Document => ({
  id,
  reason: `Reason of ${id}`,
  requestedByUser: true,
  cancellationRequestDate: NEW,
  ...more,
})

const requested = (more: Document) =>
  orderIn(aDocument({ status: 'cancellation-requested', ...more }))

const openIn = (
  cancellationRequests: unknown,
  cancellationData: unknown = null
) => openRequest(requested({ cancellationRequests, cancellationData }))

/** What the order itself records, of a request with an id. */
const recorded = (cancellationRequestId: string | null): Document => ({
  reason: 'Recorded',
  requestedByUser: false,
  cancellationDate: OLD,
  cancellationRequestId,
})

describe('field case 10: the open request of an order', () => {
  it('is where reason, asker and date stand', () => {
    expect(openIn([aRequest('q1', { reason: 'Ordered twice' })])).toEqual({
      id: 'q1',
      reason: 'Ordered twice',
      requestedByUser: true,
      date: NEW,
    })
  })

  it('is the one that the order names, also where another is newer', () => {
    const list = [
      aRequest('q2'),
      aRequest('q1', { cancellationRequestDate: OLD }),
    ]

    expect(openIn(list, recorded('q1'))).toEqual({
      id: 'q1',
      reason: 'Reason of q1',
      requestedByUser: true,
      date: OLD,
    })
  })

  it.each([
    ['newest first', [NEW, OLD], 'q0'],
    ['newest last', [OLD, NEW], 'q1'],
    ['newest in the middle', [OLD, NEW, OLD], 'q1'],
  ])(
    'is the newest that was not denied, where the order names none: %s',
    (_how, dates, id) => {
      const list = dates.map((cancellationRequestDate, index) =>
        aRequest(`q${index}`, { cancellationRequestDate })
      )

      expect(openIn(list)?.id).toBe(id)
    }
  )

  it('is never one that was denied, also where that is the newest', () => {
    const list = [
      aRequest('q1', { cancellationRequestDate: OLD }),
      aRequest('q2', { deniedBySeller: true }),
      aRequest('q3', { cancellationRequestDenyDate: NEW }),
    ]

    expect(openIn(list)?.id).toBe('q1')
  })

  it('is the last of the list where no date tells', () => {
    const list = ['q1', 'q2'].map((id) =>
      aRequest(id, { cancellationRequestDate: null })
    )

    expect(openIn(list)?.id).toBe('q2')
  })

  it('is the newest and not one without an id, where the order names none', () => {
    const list = [
      aRequest(null, { cancellationRequestDate: OLD }),
      aRequest('q2'),
    ]

    expect(openIn(list)?.id).toBe('q2')
    expect(openIn(list, recorded(null))?.id).toBe('q2')
  })

  it('is completed from what the order records about it', () => {
    const list = [{ id: 'q1', reason: null, requestedByUser: null }]

    const whole = {
      id: 'q1',
      reason: 'Recorded',
      requestedByUser: false,
      date: OLD,
    }

    expect(openIn(list, recorded('q1'))).toEqual(whole)
    expect(openIn(list, recorded(null))).toEqual(whole)
    expect(openIn([{ reason: null }], recorded('q1'))).toEqual(whole)
    expect(openIn([], recorded('q1'))).toEqual(whole)
  })

  it('takes nothing from a record that names another request', () => {
    expect(openIn([{ id: 'q2' }], recorded('q1'))).toEqual({
      id: 'q2',
      reason: null,
      requestedByUser: null,
      date: null,
    })
  })

  it('is unknown where the one that the order names was denied, and its record says nothing about the next', () => {
    const denied = aRequest('q1', { deniedBySeller: true })
    const unknown = {
      id: null,
      reason: null,
      requestedByUser: null,
      date: null,
    }

    expect(openIn([denied], recorded('q1'))).toEqual(unknown)
    expect(openIn([denied, { id: null }], recorded('q1'))).toEqual(unknown)
    expect(openIn([denied, { id: 'q2' }], recorded('q1'))).toEqual({
      ...unknown,
      id: 'q2',
    })
  })

  it('is unknown where neither list nor record names one', () => {
    expect(openIn(null)).toEqual({
      id: null,
      reason: null,
      requestedByUser: null,
      date: null,
    })
  })

  it.each(['handling', 'cancel', 'canceled', 'cancellation-request-denied'])(
    'is none in %s, whatever the list says',
    (status) => {
      expect(
        openRequest(
          requested({ status, cancellationRequests: [aRequest('q1')] })
        )
      ).toBeNull()
    }
  )

  it('is shown also while the other side decides', () => {
    const order = requested({
      status: 'waiting-for-seller-decision',
      cancellationRequests: [aRequest('q1')],
    })

    expect(openRequest(order)?.id).toBe('q1')
  })
})

describe('field case 2: a request whose row can be read in part', () => {
  it('keeps what can be read', () => {
    expect(
      openIn([aRequest('q1', { reason: 7, requestedByUser: 'yes' })])
    ).toEqual({ id: 'q1', reason: null, requestedByUser: null, date: NEW })
  })

  it('is a request also where nothing of it can be read', () => {
    expect(openIn(['?'])).toMatchObject({ id: null })
  })
})

describe('the denial of the last request', () => {
  const denialIn = (cancellationRequests: unknown) =>
    lastDenial(requested({ cancellationRequests }))

  const denied = aRequest('q1', {
    cancellationRequestDate: OLD,
    deniedBySeller: true,
    deniedBySellerReason: 'Sent',
    cancellationRequestDenyDate: NEW,
  })

  it('is shown', () => {
    expect(denialIn([denied])).toEqual({ reason: 'Sent', date: NEW })
  })

  it.each([
    ['first', [aRequest('q2'), denied]],
    ['last', [denied, aRequest('q2')]],
  ])('is none while a newer one is open, which stands %s', (_where, list) => {
    expect(denialIn(list)).toBeNull()
  })

  it('is none without requests', () => {
    expect(denialIn(null)).toBeNull()
  })
})
