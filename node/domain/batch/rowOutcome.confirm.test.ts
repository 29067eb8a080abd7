import { aRefusal, aRow } from '../../testing/batches/rows'
import {
  CANCELED_ONCE,
  ended,
  expectChanges,
  HOUR,
  MINUTE,
  NOW,
  ROWS,
  SECOND,
} from '../../testing/batches/rowTries'
import type { OrderCancellation } from '../cancellation/cancellation'
import type { CancellationState } from '../vocabulary'
import type { BatchRow } from './batch'
import type { RowTask } from './row'

/** A row of an aborted batch for which something may have been sent. */
const ABORTED_ROW = aRow({ maybeSent: true, failedTries: 2, attempts: 3 })

/** State of the order, who decides, and what changes in the row. */
type StateCase = [CancellationState, 'SELF' | 'OTHER' | null, Partial<BatchRow>]

describe('after a read to confirm', () => {
  /** The row was accepted 20 s ago. */
  const LATER = { dueMs: NOW + 20 * SECOND }

  it.each<StateCase>([
    ['NOT_REQUESTED', null, LATER],
    ['UNKNOWN', null, LATER],
    ['ACCEPTED', null, LATER],
    [
      'AWAITING_DECISION',
      'SELF',
      { state: 'AWAITING_DECISION', failedTries: 0, dueMs: NOW },
    ],
    ['AWAITING_DECISION', 'OTHER', ended('AWAITING_DECISION')],
    [
      'CANCELED',
      null,
      { failedTries: 0, dueMs: NOW + 30 * SECOND, canceledSeenMs: NOW },
    ],
    ['DENIED', null, ended('DENIED')],
    ['STUCK', null, ended('STUCK')],
  ])(
    'of an accepted row whose order is %s, awaiting %s',
    (state, awaiting, changes) => {
      expectChanges({ task: 'confirm', answer: { state, awaiting } }, changes)
    }
  )

  it.each<StateCase>([
    ['NOT_REQUESTED', null, { state: 'NOT_ATTEMPTED', dueMs: null }],
    ['UNKNOWN', null, { dueMs: NOW + 10 * SECOND, acceptedAtMs: NOW }],
    [
      'ACCEPTED',
      null,
      { state: 'ACCEPTED', dueMs: NOW + 10 * SECOND, acceptedAtMs: NOW },
    ],
    [
      'AWAITING_DECISION',
      'SELF',
      { state: 'AWAITING_DECISION', failedTries: 0, dueMs: NOW },
    ],
    ['CANCELED', null, CANCELED_ONCE],
    ['DENIED', null, ended('DENIED')],
    ['STUCK', null, ended('STUCK')],
  ])(
    'of a row of an aborted batch whose order is %s, awaiting %s',
    (state, awaiting, changes) => {
      expectChanges(
        { task: 'confirm', row: ABORTED_ROW, answer: { state, awaiting } },
        changes
      )
    }
  )

  it('of an order whose second step was taken, that step does not become due again', () => {
    expectChanges(
      {
        task: 'confirm',
        row: { isAccepted: true },
        answer: { state: 'AWAITING_DECISION', awaiting: 'SELF' },
      },
      ended('AWAITING_DECISION')
    )
  })

  it.each<[string, BatchRow, Partial<BatchRow>]>([
    ['an accepted row', ROWS.confirm, { dueMs: NOW + 20 * SECOND }],
    [
      'a row of an aborted batch',
      ABORTED_ROW,
      { dueMs: NOW + 10 * SECOND, acceptedAtMs: NOW },
    ],
  ])(
    'that failed, %s is read again later and keeps what was seen before',
    (_what, row, changes) => {
      const canceledSeenMs = NOW - 5 * SECOND

      expectChanges(
        {
          task: 'confirm',
          row: { ...row, canceledSeenMs },
          answer: {
            state: 'UNKNOWN',
            orderStatus: null,
            refusal: aRefusal('OMS_UNAVAILABLE'),
          },
        },
        changes
      )
    }
  )

  it('of a found order, the row follows its state even if cancelOrder would refuse it now', () => {
    expectChanges(
      {
        task: 'confirm',
        answer: {
          state: 'DENIED',
          orderStatus: 'invoiced',
          refusal: aRefusal('ORDER_INVOICED'),
        },
      },
      ended('DENIED')
    )
  })
})

describe('`canceled` counts when two reads 30 s apart show it, the second of which looked at the money', () => {
  it.each<[number, Partial<BatchRow>]>([
    [0, { state: 'ACCEPTED', dueMs: NOW + 30_000 }],
    [29_999, { state: 'ACCEPTED', dueMs: NOW + 1 }],
    [30_000, { state: 'CANCELED', dueMs: null }],
    [30_001, { state: 'CANCELED', dueMs: null }],
  ])('%i ms after the first', (ageMs, changes) => {
    expectChanges(
      {
        task: 'confirm',
        row: { canceledSeenMs: NOW - ageMs },
        answer: { state: 'CANCELED' },
        depth: 'ALL',
      },
      { failedTries: 0, ...changes }
    )
  })

  it('a first read that looked at the money is no second one', () => {
    expectChanges(
      { task: 'confirm', answer: { state: 'CANCELED' }, depth: 'ALL' },
      { failedTries: 0, dueMs: NOW + 30_000, canceledSeenMs: NOW }
    )
  })

  it.each<[RowTask, Partial<BatchRow>]>([
    ['check', { isChecked: true }],
    ['cancel', {}],
    ['second-step', { isAccepted: true }],
    ['confirm', {}],
  ])(
    'a second read by %s, of the order alone: the row is due at once to be read with all',
    (task, changes) => {
      expectChanges(
        {
          task,
          row: { canceledSeenMs: NOW - HOUR, acceptedAtMs: NOW - HOUR },
          answer: { state: 'CANCELED' },
        },
        { state: 'ACCEPTED', failedTries: 0, dueMs: NOW, ...changes }
      )
    }
  )

  it.each<[number, Partial<BatchRow>]>([
    [0, { state: 'ACCEPTED', failedTries: 1, dueMs: NOW + 10_000 }],
    [4, { state: 'ACCEPTED', failedTries: 5, dueMs: NOW + 10_000 }],
    // The warnings say what could not be read.
    [5, { state: 'CANCELED', failedTries: 6, dueMs: null }],
  ])(
    'after %i reads that OMS left without an answer, one more',
    (failedTries, changes) => {
      expectChanges(
        {
          task: 'confirm',
          row: { failedTries, canceledSeenMs: NOW - MINUTE },
          answer: { state: 'CANCELED' },
          depth: 'ALL_BUT_LOST',
        },
        changes
      )
    }
  )

  it.each<CancellationState>(['ACCEPTED', 'NOT_REQUESTED', 'UNKNOWN'])(
    'and starts over when a read in between shows %s',
    (state) => {
      expectChanges(
        {
          task: 'confirm',
          row: { canceledSeenMs: NOW - MINUTE },
          answer: { state },
        },
        { canceledSeenMs: null, dueMs: NOW + 20 * SECOND }
      )
    }
  )
})

describe('a cancellation under way is read again', () => {
  it.each([
    [0, 10_000],
    [9_999, 10_000],
    [10_000, 10_000],
    [10_001, 10_001],
    [5 * MINUTE, 5 * MINUTE],
    [10 * MINUTE - 1, 10 * MINUTE - 1],
    [10 * MINUTE, 10 * MINUTE],
    [10 * MINUTE + 1, 10 * MINUTE],
    [2 * HOUR - 1, 10 * MINUTE],
  ])('%i ms after it was accepted: in %i ms', (ageMs, waitMs) => {
    expectChanges(
      {
        task: 'confirm',
        row: { acceptedAtMs: NOW - ageMs },
        answer: { state: 'ACCEPTED' },
      },
      { dueMs: NOW + waitMs }
    )
  })

  it.each<[string, Partial<OrderCancellation>, BatchRow['state']]>([
    ['ACCEPTED', { state: 'ACCEPTED' }, 'STUCK'],
    ['NOT_REQUESTED', { state: 'NOT_REQUESTED' }, 'UNKNOWN'],
    ['UNKNOWN', { state: 'UNKNOWN' }, 'UNKNOWN'],
    [
      'not readable',
      {
        state: 'UNKNOWN',
        orderStatus: null,
        refusal: aRefusal('OMS_UNAVAILABLE'),
      },
      'UNKNOWN',
    ],
  ])(
    'for two hours; then an order that is %s is left to an operator',
    (_what, answer, state) => {
      expectChanges(
        {
          task: 'confirm',
          row: { acceptedAtMs: NOW - 2 * HOUR },
          answer,
        },
        { state, dueMs: null }
      )
    }
  )

  it('and counts as canceled once it is, even after two hours', () => {
    expectChanges(
      {
        task: 'confirm',
        row: { acceptedAtMs: NOW - 3 * HOUR },
        answer: { state: 'CANCELED' },
      },
      { failedTries: 0, dueMs: NOW + 30 * SECOND, canceledSeenMs: NOW }
    )
  })
})
