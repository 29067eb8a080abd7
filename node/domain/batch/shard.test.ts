import { withSentences } from '../cancellation/cancellation'
import { notices } from '../notice/notice'
import { aCancellation, aRow, aSummary } from '../../testing/batches/rows'
import type { BatchPhase, BatchRow, Shard, ShardSummary } from './batch'
import { NEW_CONTROL } from './batchControl'
import { newShard, resumed, summaryOf } from './shard'
import { worthOf } from './worth'

describe('a new shard', () => {
  it('is closed, of no owner and no retry, and has a row for each of the input', () => {
    expect(
      newShard([
        { orderId: 'a-0001', reason: null, problem: null },
        { orderId: '..', reason: null, problem: { kind: 'invalid-id' } },
      ])
    ).toMatchObject({
      epoch: 0,
      isClean: true,
      generation: 0,
      rows: [{ state: 'PENDING' }, { state: 'SKIPPED' }],
    })
  })
})

describe('a shard that an owner opens', () => {
  const OPENING = { epoch: 9, lastSendMs: 1_000_000, nowMs: 2_000_000 }

  /** One row of each kind, by name. */
  const ROWS = {
    pending: aRow(),
    maybeSent: aRow({ maybeSent: true, dueMs: 3_000_000 }),
    awaiting: aRow({ state: 'AWAITING_DECISION', dueMs: 7 }),
    accepted: aRow({ state: 'ACCEPTED', dueMs: 7 }),
    refused: aRow({ state: 'REFUSED', dueMs: null, failedTries: 1 }),
    unknown: aRow({ state: 'UNKNOWN', dueMs: null, failedTries: 6 }),
    canceled: aRow({ state: 'CANCELED', dueMs: null }),
  }

  type Changes = Partial<Record<keyof typeof ROWS, Partial<BatchRow>>>

  /** Rows of a shard that was left open may have been sent, and settle for a minute. */
  const SETTLING = { maybeSent: true, dueMs: 1_060_000 }
  const LEFT: Changes = { pending: SETTLING, awaiting: SETTLING }

  const AGAIN = { state: 'PENDING', failedTries: 0, dueMs: 0 } as const
  const RETRIED: Changes = { refused: AGAIN, unknown: AGAIN }

  const END = {
    state: 'NOT_ATTEMPTED',
    dueMs: null,
    updatedAtMs: 2_000_000,
  } as const

  /** An abort also ends a row that a retry has begun again. */
  const ENDED_AGAIN = { ...END, failedTries: 0 }

  it.each<[BatchPhase, 'clean' | 'left open', 'no retry' | 'a retry', Changes]>(
    [
      ['created', 'clean', 'no retry', {}],
      ['created', 'clean', 'a retry', RETRIED],
      ['created', 'left open', 'no retry', LEFT],
      ['created', 'left open', 'a retry', { ...LEFT, ...RETRIED }],
      ['running', 'clean', 'no retry', {}],
      ['running', 'clean', 'a retry', RETRIED],
      ['running', 'left open', 'no retry', LEFT],
      ['running', 'left open', 'a retry', { ...LEFT, ...RETRIED }],
      ['paused', 'clean', 'no retry', {}],
      ['paused', 'clean', 'a retry', RETRIED],
      ['paused', 'left open', 'no retry', LEFT],
      ['paused', 'left open', 'a retry', { ...LEFT, ...RETRIED }],
      ['aborted', 'clean', 'no retry', { pending: END }],
      [
        'aborted',
        'clean',
        'a retry',
        { pending: END, refused: ENDED_AGAIN, unknown: ENDED_AGAIN },
      ],
      // The outcome of what may have been sent is found out after an abort, too.
      ['aborted', 'left open', 'no retry', LEFT],
      [
        'aborted',
        'left open',
        'a retry',
        { ...LEFT, refused: ENDED_AGAIN, unknown: ENDED_AGAIN },
      ],
    ]
  )(
    'of a batch that is %s: the shard is %s, and %s came since',
    (phase, left, retry, changes) => {
      const stored: Shard = {
        epoch: 4,
        isClean: left === 'clean',
        generation: 2,
        rows: Object.values(ROWS),
      }

      const generation = retry === 'a retry' ? 3 : 2
      const control = { ...NEW_CONTROL, phase, generation }
      const names = Object.keys(ROWS) as Array<keyof typeof ROWS>

      expect(resumed(stored, control, OPENING)).toEqual({
        epoch: 9,
        isClean: phase === 'created',
        generation,
        rows: names.map((name) => ({ ...ROWS[name], ...changes[name] })),
      })
    }
  )
})

describe('the summary of a shard', () => {
  const OPTIONS = {
    action: 'CANCEL',
    checkFirst: true,
    acceptOwnRequests: true,
  } as const

  const WARNED = aCancellation(
    withSentences(notices(['PAYMENT_UNREAD', 'SIBLINGS_UNREAD']))
  )

  it.each<[string, BatchRow[], Partial<ShardSummary>]>([
    ['no row', [], {}],
    [
      'a row that is not checked',
      [aRow({ dueMs: 5 })],
      { counts: { PENDING: 1 }, checkDueMs: 5, sendDueMs: 5 },
    ],
    [
      'a row that is checked',
      [aRow({ dueMs: 5, isChecked: true })],
      { counts: { PENDING: 1 }, sendDueMs: 5 },
    ],
    [
      'a row to confirm',
      [aRow({ state: 'ACCEPTED', dueMs: 6 })],
      { counts: { ACCEPTED: 1 }, confirmDueMs: 6 },
    ],
    [
      'a row to accept',
      [aRow({ state: 'AWAITING_DECISION', dueMs: 7 })],
      { counts: { AWAITING_DECISION: 1 }, acceptDueMs: 7 },
    ],
    [
      'a row that awaits a decision of another account',
      [aRow({ state: 'AWAITING_DECISION', dueMs: null })],
      { counts: { AWAITING_DECISION: 1 } },
    ],
    [
      'rows that have ended',
      [
        aRow({ state: 'CANCELED', dueMs: null }),
        aRow({ state: 'CANCELED', dueMs: null }),
        aRow({ state: 'REFUSED', dueMs: null }),
      ],
      { counts: { CANCELED: 2, REFUSED: 1 } },
    ],
    [
      'rows of every kind of work: the earliest of each',
      [
        aRow({ dueMs: 50 }),
        aRow({ dueMs: 40 }),
        aRow({ dueMs: 30, isChecked: true }),
        aRow({ state: 'AWAITING_DECISION', dueMs: 35 }),
        aRow({ state: 'ACCEPTED', dueMs: 20 }),
        aRow({ state: 'ACCEPTED', dueMs: 10 }),
        aRow({ state: 'ACCEPTED', dueMs: 15 }),
      ],
      {
        counts: { PENDING: 3, AWAITING_DECISION: 1, ACCEPTED: 3 },
        checkDueMs: 40,
        sendDueMs: 30,
        acceptDueMs: 35,
        confirmDueMs: 10,
      },
    ],
    [
      'rows with and without warnings, in any state',
      [
        aRow({ state: 'CANCELED', dueMs: null, cancellation: WARNED }),
        aRow({ state: 'REFUSED', dueMs: null, cancellation: WARNED }),
        aRow({
          state: 'CANCELED',
          dueMs: null,
          cancellation: aCancellation(),
        }),
      ],
      { counts: { CANCELED: 2, REFUSED: 1 }, withWarnings: 2 },
    ],
    [
      'a row that is due at 0',
      [aRow({ dueMs: 0 }), aRow({ dueMs: 9 })],
      { counts: { PENDING: 2 }, checkDueMs: 0, sendDueMs: 0 },
    ],
  ])('with %s', (_what, rows, summary) => {
    expect(summaryOf({ rows }, OPTIONS)).toEqual(
      aSummary({ ...summary, worth: worthOf(rows) })
    )
  })

  it('names no check where the batch makes none', () => {
    const rows = [aRow({ dueMs: 5 })]

    expect(summaryOf({ rows }, { ...OPTIONS, checkFirst: false })).toEqual(
      aSummary({
        counts: { PENDING: 1 },
        sendDueMs: 5,
        worth: worthOf(rows),
      })
    )
  })

  it('names no accept where the batch takes no second step', () => {
    const rows = [aRow({ state: 'AWAITING_DECISION', dueMs: 7 })]

    expect(
      summaryOf({ rows }, { ...OPTIONS, acceptOwnRequests: false })
    ).toEqual(
      aSummary({ counts: { AWAITING_DECISION: 1 }, worth: worthOf(rows) })
    )
  })
})
