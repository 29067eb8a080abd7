import { aCancellation, aRefusal } from '../../testing/batches/rows'
import {
  ACCEPTED_NOW,
  CANCELED_ONCE,
  ended,
  expectChanges,
  MINUTE,
  NOW,
  ROWS,
  SECOND,
} from '../../testing/batches/rowTries'
import type { OrderCancellation } from '../cancellation/cancellation'
import type { CancellationState } from '../vocabulary'
import type { BatchRow } from './batch'
import { MAX_TRIES } from './row'
import { rowAfter } from './rowOutcome'

/** State of the order, who decides, and what changes in the row. */
type StateCase = [CancellationState, 'SELF' | 'OTHER' | null, Partial<BatchRow>]

describe('after a check', () => {
  it.each<StateCase>([
    ['NOT_REQUESTED', null, { dueMs: 0 }],
    ['UNKNOWN', null, { dueMs: 0 }],
    ['DENIED', null, { dueMs: 0 }],
    ['ACCEPTED', null, ACCEPTED_NOW],
    [
      'AWAITING_DECISION',
      'SELF',
      { state: 'AWAITING_DECISION', failedTries: 0, dueMs: NOW },
    ],
    ['AWAITING_DECISION', 'OTHER', ended('AWAITING_DECISION')],
    ['CANCELED', null, CANCELED_ONCE],
    ['STUCK', null, ended('STUCK')],
  ])('of an order that is %s, awaiting %s', (state, awaiting, changes) => {
    expectChanges(
      { task: 'check', row: { dueMs: 7 }, answer: { state, awaiting } },
      { isChecked: true, ...changes }
    )
  })
})

describe('after a cancel', () => {
  it.each<[CancellationState, boolean, boolean, boolean]>([
    // state, sent now, maybe sent before, maybe sent after
    ['NOT_REQUESTED', false, false, false],
    ['NOT_REQUESTED', false, true, true],
    ['NOT_REQUESTED', true, false, true],
    ['NOT_REQUESTED', true, true, true],
    ['UNKNOWN', false, false, false],
    ['UNKNOWN', false, true, true],
    ['UNKNOWN', true, false, true],
    ['UNKNOWN', true, true, true],
  ])(
    'that leaves the order %s (sent: %p, maybe sent before: %p), the row settles for a minute and maybeSent is %p',
    (state, isSent, maybeSentBefore, maybeSent) => {
      expectChanges(
        {
          task: 'cancel',
          row: { maybeSent: maybeSentBefore },
          answer: { state },
          isSent,
        },
        { failedTries: 3, dueMs: NOW + MINUTE, maybeSent }
      )
    }
  )

  const SENT_CASES: StateCase[] = [
    ['ACCEPTED', null, ACCEPTED_NOW],
    [
      'AWAITING_DECISION',
      'SELF',
      { state: 'AWAITING_DECISION', failedTries: 0, dueMs: NOW },
    ],
    ['AWAITING_DECISION', 'OTHER', ended('AWAITING_DECISION')],
    ['CANCELED', null, CANCELED_ONCE],
    ['DENIED', null, ended('DENIED')],
    ['STUCK', null, ended('STUCK')],
  ]

  it.each(
    SENT_CASES.flatMap(([state, awaiting, changes]) =>
      [true, false].map((isSent) => ({ state, awaiting, isSent, changes }))
    )
  )(
    'that finds the order $state, awaiting $awaiting (sent: $isSent), the row follows the order',
    ({ state, awaiting, isSent, changes }) => {
      expectChanges(
        { task: 'cancel', answer: { state, awaiting }, isSent },
        changes
      )
    }
  )

  it.each<[CancellationState, boolean]>([
    ['ACCEPTED', true],
    ['ACCEPTED', false],
    ['DENIED', true],
  ])('that finds the order %s, maybeSent stays %p', (state, maybeSent) => {
    const after = rowAfter(
      { task: 'cancel', action: 'CANCEL' },
      { ...ROWS.cancel, maybeSent },
      {
        cancellation: aCancellation({ state }),
        prospect: null,
        isSent: true,
        hasSent: true,
        depth: 'ORDER',
        atMs: NOW,
      }
    )

    expect(after.maybeSent).toBe(maybeSent)
  })
})

describe('after an accept', () => {
  it.each<StateCase>([
    ['NOT_REQUESTED', null, ended('UNKNOWN')],
    ['ACCEPTED', null, ACCEPTED_NOW],
    ['AWAITING_DECISION', 'SELF', ended('AWAITING_DECISION')],
    ['AWAITING_DECISION', 'OTHER', ended('AWAITING_DECISION')],
    ['CANCELED', null, CANCELED_ONCE],
    ['DENIED', null, ended('DENIED')],
    ['STUCK', null, ended('STUCK')],
  ])(
    'that leaves the order %s, awaiting %s, the step is never taken again',
    (state, awaiting, changes) => {
      expectChanges(
        { task: 'second-step', answer: { state, awaiting }, isSent: true },
        { isAccepted: true, ...changes }
      )
    }
  )

  it.each([true, false])(
    'whose outcome is unknown, the row settles for a minute and is tried again (sent: %p)',
    (isSent) => {
      expectChanges(
        { task: 'second-step', answer: { state: 'UNKNOWN' }, isSent },
        { failedTries: 3, dueMs: NOW + MINUTE }
      )
    }
  )
})

describe('the last try', () => {
  const LOST = { state: 'UNKNOWN' } as const
  const BUSY = { refusal: aRefusal('OMS_UNAVAILABLE', 7) }

  it('is the sixth in a row', () => {
    expect(MAX_TRIES).toBe(6)
  })

  it.each<[string, boolean, Partial<OrderCancellation>, number]>([
    ['an unknown outcome', false, LOST, MINUTE],
    ['an unknown outcome', true, LOST, MINUTE],
    ['a passing refusal', false, BUSY, 7_000],
    ['a passing refusal', true, BUSY, 7_000],
  ])(
    'has not come at the fifth: after %s (maybe sent: %p) the row stays pending',
    (_what, maybeSent, answer, waitMs) => {
      expectChanges(
        { task: 'cancel', row: { failedTries: 4, maybeSent }, answer },
        { failedTries: 5, dueMs: NOW + waitMs }
      )
    }
  )

  it.each<[string, boolean, BatchRow['state'], Partial<OrderCancellation>]>([
    ['an unknown outcome', false, 'UNKNOWN', LOST],
    ['an unknown outcome', true, 'UNKNOWN', LOST],
    ['a passing refusal', false, 'REFUSED', BUSY],
    ['a passing refusal', true, 'UNKNOWN', BUSY],
  ])(
    'ends with %s (maybe sent: %p): the row is %s',
    (_what, maybeSent, state, answer) => {
      expectChanges(
        { task: 'cancel', row: { failedTries: 5, maybeSent }, answer },
        { failedTries: 6, state, dueMs: null }
      )
    }
  )

  it('ends with a send whose outcome is unknown: the row is UNKNOWN', () => {
    expectChanges(
      {
        task: 'cancel',
        row: { failedTries: 5 },
        answer: LOST,
        isSent: true,
      },
      { failedTries: 6, state: 'UNKNOWN', dueMs: null, maybeSent: true }
    )
  })

  it.each<[string, Partial<OrderCancellation>, number]>([
    ['an unknown outcome', LOST, MINUTE],
    ['a passing refusal', BUSY, 7_000],
  ])(
    'of an accept ends with %s: the request stays open for an operator',
    (_what, answer, waitMs) => {
      expectChanges(
        { task: 'second-step', row: { failedTries: 4 }, answer },
        { failedTries: 5, dueMs: NOW + waitMs }
      )
      expectChanges(
        { task: 'second-step', row: { failedTries: 5 }, answer },
        { failedTries: 6, dueMs: null }
      )
    }
  )

  it('is not counted by a check or a confirmation', () => {
    expectChanges(
      { task: 'check', row: { failedTries: 5 }, answer: BUSY },
      { isChecked: true, dueMs: 0 }
    )
    expectChanges(
      {
        task: 'confirm',
        row: { failedTries: 5 },
        answer: { ...BUSY, ...LOST, orderStatus: null },
      },
      { dueMs: NOW + 20 * SECOND }
    )
  })
})
