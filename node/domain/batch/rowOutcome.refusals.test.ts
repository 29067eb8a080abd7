import { aCancellation, aRefusal } from '../../testing/batches/rows'
import {
  ACCEPTED_NOW,
  CANCELED_ONCE,
  ended,
  expectChanges,
  NOW,
} from '../../testing/batches/rowTries'
import { REFUSAL_CODES } from '../refusal/details'
import type { RefusalCode } from '../refusal/details'
import type { CancellationState } from '../vocabulary'
import type { BatchRow } from './batch'

/**
 * How long a row waits for each refusal to pass, after no failed try: when OMS states no
 * wait, and when it states 7 s. Null: waiting does not help.
 */
const WAITS: Record<RefusalCode, [number | null, number | null]> = {
  INVALID_ORDER_ID: [null, null],
  INVALID_INPUT: [null, null],
  ORDER_NOT_FOUND: [null, null],
  ORDER_ID_MISMATCH: [null, null],
  NOT_PERMITTED: [null, null],
  RATE_LIMITED: [60_000, 7_000],
  ORDER_INVOICED: [null, null],
  ORDER_PARTIALLY_INVOICED: [null, null],
  RETURN_INCOMPLETE: [null, null],
  RETURN_NOT_TAKEN: [null, null],
  PAYMENT_CANCELED: [null, null],
  RETURN_NOT_OFFERED: [null, null],
  INVOICES_UNREADABLE: [null, null],
  INVOICES_ABOVE_ORDER: [null, null],
  ORDER_UNREADABLE: [null, null],
  ORDER_STOPPED: [null, null],
  ORDER_IN_TRANSITION: [30_000, 7_000],
  DECISION_PENDING: [null, null],
  NOT_CANCELLABLE: [null, null],
  ORDER_NOT_INVOICED: [null, null],
  NO_OPEN_REQUEST: [null, null],
  OWN_REQUEST: [null, null],
  WRONG_ACCOUNT: [null, null],
  CONFLICT: [null, 7_000],
  OMS_UNAVAILABLE: [5_000, 7_000],
  STORAGE_UNAVAILABLE: [5_000, 7_000],
}

const REFUSALS = REFUSAL_CODES.flatMap((code) => [
  { code, statedSeconds: null, waitMs: WAITS[code][0] },
  { code, statedSeconds: 7, waitMs: WAITS[code][1] },
])

const PASSING = REFUSALS.filter(({ waitMs }) => waitMs !== null)
const LASTING = REFUSALS.filter(({ waitMs }) => waitMs === null)

describe('a refusal that passes', () => {
  it.each(PASSING)(
    '$code (stated wait: $statedSeconds s) leaves a checked row pending',
    ({ code, statedSeconds }) => {
      expectChanges(
        {
          task: 'check',
          row: { dueMs: 7 },
          answer: { refusal: aRefusal(code, statedSeconds) },
        },
        { isChecked: true, dueMs: 0 }
      )
    }
  )

  it.each(
    PASSING.flatMap((one) =>
      (['cancel', 'second-step'] as const).map((task) => ({ ...one, task }))
    )
  )(
    '$code (stated wait: $statedSeconds s): $task is tried again in $waitMs ms',
    ({ code, statedSeconds, waitMs, task }) => {
      expectChanges(
        {
          task,
          row: { failedTries: 0 },
          answer: { refusal: aRefusal(code, statedSeconds) },
        },
        { failedTries: 1, dueMs: NOW + Number(waitMs) }
      )
    }
  )

  it('decides before the state of the order, and sets nothing but the wait', () => {
    expectChanges(
      {
        task: 'cancel',
        row: { maybeSent: true },
        answer: { state: 'ACCEPTED', refusal: aRefusal('CONFLICT', 7) },
        isSent: true,
      },
      { failedTries: 3, dueMs: NOW + 7_000 }
    )
    expectChanges(
      {
        task: 'second-step',
        answer: { state: 'UNKNOWN', refusal: aRefusal('CONFLICT', 7) },
        isSent: true,
      },
      { failedTries: 3, dueMs: NOW + 7_000 }
    )
  })

  it.each([
    ['RATE_LIMITED', 0, 60_000],
    ['RATE_LIMITED', 1, 120_000],
    ['RATE_LIMITED', 2, 240_000],
    ['RATE_LIMITED', 3, 480_000],
    ['RATE_LIMITED', 4, 960_000],
    ['ORDER_IN_TRANSITION', 0, 30_000],
    ['ORDER_IN_TRANSITION', 4, 480_000],
    ['OMS_UNAVAILABLE', 0, 5_000],
    ['OMS_UNAVAILABLE', 1, 10_000],
    ['OMS_UNAVAILABLE', 4, 80_000],
    ['STORAGE_UNAVAILABLE', 4, 80_000],
  ] as const)(
    '%s, after %i failed tries: tried again in %i ms, twice as long each time',
    (code, failedTries, waitMs) => {
      const answer = { refusal: aRefusal(code) }
      const changes = { failedTries: failedTries + 1, dueMs: NOW + waitMs }

      expectChanges({ task: 'cancel', row: { failedTries }, answer }, changes)
      expectChanges(
        { task: 'second-step', row: { failedTries }, answer },
        changes
      )
    }
  )

  it.each([0, 4])(
    'with a stated wait is awaited that long, also after %i failed tries',
    (failedTries) => {
      expectChanges(
        {
          task: 'cancel',
          row: { failedTries },
          answer: { refusal: aRefusal('RATE_LIMITED', 7) },
        },
        { failedTries: failedTries + 1, dueMs: NOW + 7_000 }
      )
    }
  )
})

describe('a refusal that lasts', () => {
  it.each(LASTING)(
    '$code (stated wait: $statedSeconds s) ends a row at its check',
    ({ code, statedSeconds }) => {
      expectChanges(
        { task: 'check', answer: { refusal: aRefusal(code, statedSeconds) } },
        { isChecked: true, state: 'REFUSED', dueMs: null }
      )
    }
  )

  it.each(LASTING)(
    '$code (stated wait: $statedSeconds s) ends a row at its cancel',
    ({ code, statedSeconds }) => {
      expectChanges(
        { task: 'cancel', answer: { refusal: aRefusal(code, statedSeconds) } },
        { state: 'REFUSED', dueMs: null }
      )
    }
  )

  it.each(LASTING)(
    '$code (stated wait: $statedSeconds s) leaves the open request of a row to an operator, and the step not taken',
    ({ code, statedSeconds }) => {
      expectChanges(
        {
          task: 'second-step',
          answer: {
            state: 'AWAITING_DECISION',
            refusal: aRefusal(code, statedSeconds),
          },
        },
        { dueMs: null }
      )
    }
  )

  it.each<[CancellationState, BatchRow['state']]>([
    ['AWAITING_DECISION', 'AWAITING_DECISION'],
    // The read failed, or shows what no accept can have done.
    ['UNKNOWN', 'AWAITING_DECISION'],
    ['ACCEPTED', 'AWAITING_DECISION'],
    ['CANCELED', 'AWAITING_DECISION'],
    // The request is over, and the order is not canceled.
    ['NOT_REQUESTED', 'REFUSED'],
    ['DENIED', 'DENIED'],
    ['STUCK', 'STUCK'],
  ])(
    'of the second step: an order that is %s makes the row %s, which keeps the refusal',
    (state, rowState) => {
      expectChanges(
        {
          task: 'second-step',
          answer: { state, refusal: aRefusal('NO_OPEN_REQUEST') },
        },
        { state: rowState, dueMs: null }
      )
    }
  )

  it.each([false, true])(
    'of an order that the platform has stopped moving: the row is refused at once and keeps the diagnosis, also when it may have been sent: %p',
    (maybeSent) => {
      expectChanges(
        {
          task: 'cancel',
          row: { maybeSent },
          answer: {
            state: 'STUCK',
            stuck: {
              kind: 'TRANSITION_STOPPED',
              since: null,
              advice: 'A ticket.',
              knownIssue: null,
            },
            refusal: aRefusal('ORDER_STOPPED'),
          },
        },
        { state: 'REFUSED', dueMs: null }
      )
    }
  )

  it.each<[CancellationState, boolean, Partial<BatchRow>]>([
    // Only a row that may have been sent can own the open request.
    ['AWAITING_DECISION', false, { state: 'REFUSED', dueMs: null }],
    ['ACCEPTED', false, { state: 'REFUSED', dueMs: null }],
    ['AWAITING_DECISION', true, ended('AWAITING_DECISION')],
    ['ACCEPTED', true, ACCEPTED_NOW],
    ['CANCELED', true, CANCELED_ONCE],
    ['STUCK', true, ended('STUCK')],
    ['NOT_REQUESTED', true, { state: 'REFUSED', dueMs: null }],
    ['DENIED', true, { state: 'REFUSED', dueMs: null }],
  ])(
    'of an order that is %s, when the row may have been sent: %p',
    (state, maybeSent, changes) => {
      const answer = { state, refusal: aRefusal('DECISION_PENDING') }
      const isOwn = changes.state !== 'REFUSED'

      expectChanges(
        { task: 'cancel', row: { maybeSent }, answer },
        {
          ...changes,
          // The request is the row's own, so it was not refused.
          ...(isOwn && {
            cancellation: aCancellation({ ...answer, refusal: null }),
          }),
        }
      )
    }
  )

  const UNTOLD = {
    task: 'cancel' as const,
    answer: {
      state: 'UNKNOWN' as const,
      refusal: aRefusal('NOT_PERMITTED'),
    },
  }

  it('of an order that could not be read, when the row may have been sent: it is tried again', () => {
    expectChanges(
      { ...UNTOLD, row: { maybeSent: true, failedTries: 0 } },
      { failedTries: 1, dueMs: NOW + 60_000 }
    )
  })

  it('of an order that could not be read six times, when the row may have been sent: it is unknown, not refused', () => {
    expectChanges(
      { ...UNTOLD, row: { maybeSent: true, failedTries: 5 } },
      { state: 'UNKNOWN', failedTries: 6, dueMs: null }
    )
  })

  it('of an order that OMS does not have: the row is refused, also when it may have been sent', () => {
    expectChanges(
      {
        ...UNTOLD,
        row: { maybeSent: true },
        answer: { ...UNTOLD.answer, refusal: aRefusal('ORDER_NOT_FOUND') },
      },
      { state: 'REFUSED', dueMs: null }
    )
  })

  it('of an order that could not be read, when nothing was sent: the row is refused', () => {
    expectChanges(
      { ...UNTOLD, row: { maybeSent: false } },
      { state: 'REFUSED', dueMs: null }
    )
  })
})
