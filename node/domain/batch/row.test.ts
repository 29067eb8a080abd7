import { aRow } from '../../testing/batches/rows'
import { BATCH_ORDER_STATES } from '../vocabulary'
import type { BatchOrderAction, BatchOrderState } from '../vocabulary'
import { BATCH_PHASES } from './batch'
import type { BatchPhase, BatchRow } from './batch'
import {
  aborted,
  newRow,
  recovered,
  retried,
  ROW_SETTLE_MS,
  taskOf,
  withPossibleTimes,
} from './row'
import type { RowTask } from './row'

/** The states in which a row is never worked on. */
const ENDS = BATCH_ORDER_STATES.filter(
  (state) => !['PENDING', 'ACCEPTED', 'AWAITING_DECISION'].includes(state)
)

describe('a new row', () => {
  it('is pending and due', () => {
    expect(
      newRow({ orderId: 'a-0001', reason: 'Late', problem: null })
    ).toEqual(aRow())
  })

  it.each([
    [
      'no order id',
      { kind: 'invalid-id' } as const,
      'INVALID_ORDER_ID',
      /^This is no order id: /,
    ],
    [
      'an order that another row has',
      { kind: 'duplicate', ofRow: 3 } as const,
      'INVALID_INPUT',
      /^Row 3 of this batch is the same order\./,
    ],
  ])('of %s is skipped, and says why', (_what, problem, code, message) => {
    const row = newRow({ orderId: 'a', reason: null, problem })

    expect(row).toEqual(
      aRow({ state: 'SKIPPED', dueMs: null, cancellation: row.cancellation })
    )
    expect(row.cancellation).toMatchObject({
      orderId: 'a',
      refusal: { code, message: expect.stringMatching(message) },
    })
  })
})

const CANCELS = { action: 'CANCEL', acceptOwnRequests: false } as const

describe('the task of a row', () => {
  it.each<[BatchOrderAction, BatchPhase, Partial<BatchRow>, RowTask | null]>([
    ['ACCEPT', 'created', {}, 'check'],
    ['ACCEPT', 'running', {}, 'accept'],
    ['ACCEPT', 'running', { maybeSent: true }, 'accept'],
    ['ACCEPT', 'running', { state: 'ACCEPTED' }, 'confirm'],
    ['ACCEPT', 'paused', {}, null],
    ['ACCEPT', 'aborted', {}, null],
    ['ACCEPT', 'aborted', { maybeSent: true }, 'confirm'],
    ['DENY', 'created', {}, 'check'],
    ['DENY', 'running', {}, 'deny'],
    ['DENY', 'running', { maybeSent: true }, 'deny'],
    ['DENY', 'paused', {}, null],
    ['DENY', 'aborted', {}, null],
    ['DENY', 'aborted', { maybeSent: true }, 'confirm'],
  ])('in a batch of %s that is %s, with %j: %s', (action, phase, row, task) => {
    const options = { phase, action, acceptOwnRequests: false }

    expect(taskOf(aRow(row), options)).toBe(task)
  })

  it.each<[BatchPhase, Partial<BatchRow>, RowTask | null]>([
    ['created', {}, 'check'],
    ['created', { isChecked: true }, null],
    ['created', { maybeSent: true }, 'check'],
    ['running', {}, 'cancel'],
    ['running', { isChecked: true }, 'cancel'],
    ['running', { maybeSent: true }, 'cancel'],
    ['paused', {}, null],
    ['paused', { maybeSent: true }, null],
    ['aborted', {}, null],
    ['aborted', { isChecked: true }, null],
    ['aborted', { maybeSent: true }, 'confirm'],
  ])(
    'that is pending in a batch that is %s, with %j: %s',
    (phase, row, task) => {
      const options = { ...CANCELS, phase }

      expect(taskOf(aRow({ dueMs: 9, ...row }), options)).toBe(task)
      expect(taskOf(aRow({ dueMs: 0, ...row }), options)).toBe(task)
    }
  )

  it.each<[BatchPhase, RowTask | null]>([
    ['created', null],
    ['running', 'confirm'],
    ['paused', null],
    ['aborted', 'confirm'],
  ])('that is accepted in a batch that is %s: %s', (phase, task) => {
    const row = aRow({ state: 'ACCEPTED' })

    expect(taskOf(row, { ...CANCELS, phase })).toBe(task)
    expect(taskOf(row, { ...CANCELS, phase, acceptOwnRequests: true })).toBe(
      task
    )
  })

  it.each<[BatchPhase, boolean, RowTask | null]>([
    ['created', false, null],
    ['created', true, null],
    ['running', false, null],
    ['running', true, 'second-step'],
    ['paused', false, null],
    ['paused', true, null],
    ['aborted', false, null],
    ['aborted', true, null],
  ])(
    'that awaits a decision in a batch that is %s and takes the second step (%p): %s',
    (phase, acceptOwnRequests, task) => {
      const row = aRow({ state: 'AWAITING_DECISION' })

      expect(taskOf(row, { ...CANCELS, phase, acceptOwnRequests })).toBe(task)
    }
  )

  it.each(
    BATCH_PHASES.flatMap((phase) => ENDS.map((state) => ({ phase, state })))
  )('that is $state is none in a batch that is $phase', ({ phase, state }) => {
    const row = aRow({ state, maybeSent: true })

    expect(
      taskOf(row, { ...CANCELS, phase, acceptOwnRequests: true })
    ).toBeNull()
  })

  it.each(
    BATCH_PHASES.flatMap((phase) =>
      BATCH_ORDER_STATES.map((state) => ({ phase, state }))
    )
  )(
    'that is $state and has no due time is none in a batch that is $phase',
    ({ phase, state }) => {
      const row = aRow({ state, dueMs: null, maybeSent: true })

      expect(
        taskOf(row, { ...CANCELS, phase, acceptOwnRequests: true })
      ).toBeNull()
    }
  )
})

describe('a row of a shard that a dead replica left open', () => {
  const LEFT = 5_000_000

  it('settles for a minute', () => {
    expect(ROW_SETTLE_MS).toBe(60_000)
  })

  it.each<[BatchOrderState, number, number]>([
    ['PENDING', 0, LEFT + 60_000],
    ['PENDING', LEFT + 59_999, LEFT + 60_000],
    ['PENDING', LEFT + 60_000, LEFT + 60_000],
    ['PENDING', LEFT + 60_001, LEFT + 60_001],
    ['AWAITING_DECISION', 0, LEFT + 60_000],
    ['AWAITING_DECISION', LEFT + 60_001, LEFT + 60_001],
  ])(
    'may have been sent: %s and due at %i, it waits until %i',
    (state, dueMs, until) => {
      const row = aRow({ state, dueMs, failedTries: 2, attempts: 1 })

      expect(recovered(row, LEFT)).toEqual({
        ...row,
        maybeSent: true,
        dueMs: until,
      })
    }
  )

  it.each<[BatchOrderState, number | null]>([
    ['PENDING', null],
    ['AWAITING_DECISION', null],
    ['ACCEPTED', 0],
    ...ENDS.map((state): [BatchOrderState, number | null] => [state, null]),
  ])('cannot have been sent: %s and due at %p, it stays', (state, dueMs) => {
    const row = aRow({ state, dueMs })

    expect(recovered(row, LEFT)).toBe(row)
  })
})

describe('a retry', () => {
  it.each<[BatchOrderState, boolean]>([
    ['REFUSED', false],
    ['UNKNOWN', false],
    ['UNKNOWN', true],
  ])(
    'begins a row again that is %s, and keeps whether it may have been sent: %p',
    (state, maybeSent) => {
      const row = aRow({
        state,
        maybeSent,
        dueMs: null,
        failedTries: 6,
        attempts: 2,
        isChecked: true,
      })

      expect(retried(row)).toEqual({
        ...row,
        state: 'PENDING',
        failedTries: 0,
        dueMs: 0,
      })
    }
  )

  it.each(
    BATCH_ORDER_STATES.filter((one) => !['REFUSED', 'UNKNOWN'].includes(one))
  )('leaves a row alone that is %s', (state) => {
    const row = aRow({ state, dueMs: 9, failedTries: 2 })

    expect(retried(row)).toBe(row)
  })
})

describe('an abort', () => {
  it('ends a pending row for which nothing can have been sent', () => {
    const row = aRow({ dueMs: 9, failedTries: 2, isChecked: true })

    expect(aborted(row, 77)).toEqual({
      ...row,
      state: 'NOT_ATTEMPTED',
      dueMs: null,
      updatedAtMs: 77,
    })
  })

  it.each<[BatchOrderState, boolean]>([
    ['PENDING', true],
    ...BATCH_ORDER_STATES.filter((state) => state !== 'PENDING').map(
      (state): [BatchOrderState, boolean] => [state, false]
    ),
  ])('leaves a row alone that is %s, maybe sent: %p', (state, maybeSent) => {
    const row = aRow({ state, maybeSent, dueMs: 9 })

    expect(aborted(row, 77)).toBe(row)
  })
})

describe('the times of a stored row', () => {
  const NOW = 1_000_000_000
  const DAY = 24 * 3_600_000

  it('stay as they are where a replica may have written them', () => {
    const row = aRow({
      state: 'ACCEPTED',
      dueMs: NOW + DAY,
      acceptedAtMs: NOW,
      canceledSeenMs: NOW + 60_000,
    })

    expect(withPossibleTimes(row, NOW)).toEqual(row)
  })

  it('are taken back where none can have: the row is due now, and what was seen in the future was not seen', () => {
    expect(
      withPossibleTimes(
        aRow({
          state: 'ACCEPTED',
          dueMs: NOW + DAY + 1,
          acceptedAtMs: NOW + DAY,
          canceledSeenMs: NOW + DAY,
        }),
        NOW
      )
    ).toEqual(aRow({ state: 'ACCEPTED', dueMs: NOW }))
  })

  it.each(['PENDING', 'ACCEPTED'] as const)(
    'get a due time where a row that is %s has none',
    (state) => {
      expect(withPossibleTimes(aRow({ state, dueMs: null }), NOW).dueMs).toBe(
        NOW
      )
    }
  )

  it.each(ENDS)('get no due time where a row is %s', (state) => {
    expect(
      withPossibleTimes(aRow({ state, dueMs: null }), NOW).dueMs
    ).toBeNull()
  })
})
