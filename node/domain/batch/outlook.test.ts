import { aCancellation, aRefusal, aRow } from '../../testing/batches/rows'
import { anOrder } from '../../testing/orders'
import { shown } from '../refusal/refusal'
import type { RefusalCode } from '../refusal/details'
import type {
  BatchOrderAction,
  BatchOutlook,
  CancellationState,
} from '../vocabulary'
import type { Prospect } from './batch'
import { outlookOf, prospectAfter, prospectOf } from './outlook'

const refusedWith = (code: RefusalCode, state: CancellationState) =>
  aCancellation({ state, refusal: shown(aRefusal(code)) })

describe('the outlook of an order', () => {
  it.each<[BatchOrderAction, string, BatchOutlook]>([
    ['CANCEL', 'payment-approved', 'WILL_CANCEL'],
    ['CANCEL', 'ready-for-handling', 'WILL_REQUEST'],
    ['CANCEL', 'handling', 'WILL_REQUEST'],
    ['ACCEPT', 'cancellation-requested', 'WILL_ACCEPT'],
    ['DENY', 'cancellation-requested', 'WILL_DENY'],
  ])(
    'of which a batch to %s sends something in %s is %s',
    (action, status, outlook) => {
      const order = anOrder({ status })

      // What OMS answers, and what the order shows then, changes nothing of it.
      for (const state of [
        'ACCEPTED',
        'CANCELED',
        'UNKNOWN',
        'STUCK',
      ] as const) {
        expect(
          outlookOf(action, {
            cancellation: aCancellation({ state }),
            order,
            isSent: true,
          })
        ).toBe(outlook)
      }
    }
  )

  it.each<[BatchOrderAction, CancellationState, BatchOutlook]>([
    ['CANCEL', 'NOT_REQUESTED', 'WILL_CANCEL'],
    ['CANCEL', 'DENIED', 'WILL_CANCEL'],
    ['CANCEL', 'ACCEPTED', 'UNDER_WAY'],
    ['CANCEL', 'UNKNOWN', 'UNDER_WAY'],
    ['CANCEL', 'AWAITING_DECISION', 'OPEN_REQUEST'],
    ['CANCEL', 'CANCELED', 'ALREADY_CANCELED'],
    ['CANCEL', 'STUCK', 'STUCK'],
    ['ACCEPT', 'AWAITING_DECISION', 'WILL_ACCEPT'],
    ['ACCEPT', 'ACCEPTED', 'UNDER_WAY'],
    ['ACCEPT', 'CANCELED', 'ALREADY_CANCELED'],
    ['DENY', 'AWAITING_DECISION', 'WILL_DENY'],
    // Its request may still be open.
    ['ACCEPT', 'STUCK', 'WILL_ACCEPT'],
    ['DENY', 'DENIED', 'NO_OPEN_REQUEST'],
    ['DENY', 'NOT_REQUESTED', 'NO_OPEN_REQUEST'],
  ])(
    'for a batch to %s that reads %s, and is not refused, is %s',
    (action, state, outlook) => {
      expect(
        outlookOf(action, {
          cancellation: aCancellation({ state }),
          order: anOrder(),
          isSent: false,
        })
      ).toBe(outlook)
    }
  )

  it('in a status that VTEX does not document is that of the cancel that is then sent', () => {
    const read = {
      cancellation: aCancellation({ state: 'UNKNOWN' }),
      order: anOrder({ status: 'a-status-of-tomorrow' }),
    }

    expect(outlookOf('CANCEL', { ...read, isSent: false })).toBe('WILL_CANCEL')
    expect(outlookOf('CANCEL', { ...read, isSent: true })).toBe('WILL_CANCEL')
    expect(
      outlookOf('CANCEL', {
        ...read,
        cancellation: refusedWith('CONFLICT', 'UNKNOWN'),
        isSent: false,
      })
    ).toBe('UNDER_WAY')
  })

  it.each<[RefusalCode, CancellationState, BatchOutlook]>([
    ['ORDER_NOT_FOUND', 'UNKNOWN', 'NOT_FOUND'],
    ['ORDER_ID_MISMATCH', 'UNKNOWN', 'NOT_FOUND'],
    ['NOT_PERMITTED', 'UNKNOWN', 'NOT_PERMITTED'],
    ['ORDER_INVOICED', 'NOT_REQUESTED', 'INVOICED'],
    ['RETURN_INCOMPLETE', 'NOT_REQUESTED', 'INVOICED'],
    ['ORDER_PARTIALLY_INVOICED', 'NOT_REQUESTED', 'PARTIALLY_INVOICED'],
    ['ORDER_IN_TRANSITION', 'NOT_REQUESTED', 'IN_TRANSITION'],
    ['ORDER_STOPPED', 'STUCK', 'STUCK'],
    ['DECISION_PENDING', 'AWAITING_DECISION', 'OPEN_REQUEST'],
    ['CONFLICT', 'UNKNOWN', 'UNDER_WAY'],
    ['NOT_CANCELLABLE', 'NOT_REQUESTED', 'NOT_CANCELLABLE'],
    ['NO_OPEN_REQUEST', 'NOT_REQUESTED', 'NO_OPEN_REQUEST'],
    ['NO_OPEN_REQUEST', 'CANCELED', 'ALREADY_CANCELED'],
    ['OWN_REQUEST', 'AWAITING_DECISION', 'OWN_REQUEST'],
    ['OMS_UNAVAILABLE', 'UNKNOWN', 'UNREAD'],
    ['ORDER_UNREADABLE', 'UNKNOWN', 'UNREAD'],
    ['STORAGE_UNAVAILABLE', 'NOT_REQUESTED', 'UNREAD'],
  ])('that is refused with %s and reads %s is %s', (code, state, outlook) => {
    expect(
      outlookOf('CANCEL', {
        cancellation: refusedWith(code, state),
        order: anOrder(),
        isSent: false,
      })
    ).toBe(outlook)
  })
})

describe('the worth of an order', () => {
  it.each([
    [0, 0],
    [12_990, 12_990],
    [9e11, 9e11],
    [9e11 + 1, null],
    [-1, null],
    [0.5, null],
    [NaN, null],
    [null, null],
  ])('with the total %p is %p', (total, value) => {
    const { value: shownValue } = prospectOf('CANCEL', {
      cancellation: aCancellation(),
      order: anOrder({ value: total }),
      isSent: false,
    })

    expect(shownValue).toBe(value)
  })

  it('is not known of an order that was not read', () => {
    expect(
      prospectOf('CANCEL', {
        cancellation: refusedWith('ORDER_NOT_FOUND', 'UNKNOWN'),
        order: null,
        isSent: false,
      })
    ).toEqual({ outlook: 'NOT_FOUND', value: null, currency: null })
  })
})

describe('the outlook of a row after a further read', () => {
  const promising = (outlook: BatchOutlook, value = 5): Prospect => ({
    outlook,
    value,
    currency: 'BRL',
  })

  const KNOWN = promising('WILL_CANCEL')

  const after = (
    read: Prospect | null,
    { maybeSent = false, prospect = KNOWN as Prospect | null } = {}
  ) => prospectAfter(aRow({ maybeSent, prospect }), read)

  it('is that of the later read, and so is the worth', () => {
    expect(after(promising('INVOICED', 7))).toEqual(promising('INVOICED', 7))
    expect(after(promising('ALREADY_CANCELED'))).toEqual(
      promising('ALREADY_CANCELED')
    )
  })

  it('stays where the read was not answered, and where nothing was read before a send', () => {
    expect(after(promising('UNREAD'))).toBe(KNOWN)
    expect(after(null)).toBe(KNOWN)
    expect(after(promising('UNREAD'), { prospect: null })).toEqual(
      promising('UNREAD')
    )
  })

  it.each<BatchOutlook>([
    'ALREADY_CANCELED',
    'UNDER_WAY',
    'OPEN_REQUEST',
    'NO_OPEN_REQUEST',
    'STUCK',
  ])('stays where the row may have made the order %s itself', (outlook) => {
    const read = promising(outlook)

    expect(after(read, { maybeSent: true })).toBe(KNOWN)
    expect(after(read, { maybeSent: true, prospect: null })).toBe(read)
  })

  it('is that of the later read also where the row may have sent something that had no effect', () => {
    const read = promising('INVOICED')

    expect(after(read, { maybeSent: true })).toBe(read)
  })
})
