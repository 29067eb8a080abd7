import { aSummary } from '../../testing/batches/rows'
import type { BatchState } from '../vocabulary'
import type {
  BatchControl,
  BatchPhase,
  BatchProgress,
  ShardSummary,
} from './batch'
import { NEW_CONTROL } from './batchControl'
import {
  batchStateOf,
  countsOf,
  rowsWithWarnings,
  nextDueMs,
  withPossibleDues,
  withRetries,
  workIn,
} from './batchProgress'

const progressOf = (
  shards: ShardSummary[],
  more: Partial<BatchProgress> = {}
): BatchProgress => ({
  generation: 0,
  finishedAtMs: null,
  nextSlotMs: null,
  shards,
  ...more,
})

const controlIn = (phase: BatchPhase, generation = 0): BatchControl => ({
  ...NEW_CONTROL,
  phase,
  generation,
})

const NO_COUNTS = {
  PENDING: 0,
  SKIPPED: 0,
  ACCEPTED: 0,
  AWAITING_DECISION: 0,
  CANCELED: 0,
  DENIED: 0,
  STUCK: 0,
  REFUSED: 0,
  UNKNOWN: 0,
  NOT_ATTEMPTED: 0,
}

describe('rowsWithWarnings', () => {
  it('adds up what each shard counts; one that no version has counted adds nothing', () => {
    expect(
      rowsWithWarnings({
        generation: 0,
        finishedAtMs: null,
        nextSlotMs: null,
        shards: [3, null, 4].map((withWarnings) => aSummary({ withWarnings })),
      })
    ).toBe(7)
  })
})

describe('countsOf', () => {
  it.each<[string, ShardSummary[], Partial<typeof NO_COUNTS>]>([
    ['no shard', [], {}],
    ['a shard without rows', [aSummary()], {}],
    [
      'one shard',
      [aSummary({ counts: { PENDING: 2, STUCK: 1 } })],
      { PENDING: 2, STUCK: 1 },
    ],
    [
      'two shards',
      [
        aSummary({ counts: { PENDING: 2, REFUSED: 3 } }),
        aSummary({ counts: { PENDING: 4, NOT_ATTEMPTED: 5 } }),
      ],
      { PENDING: 6, REFUSED: 3, NOT_ATTEMPTED: 5 },
    ],
  ])('of %s adds up, and names every state', (_what, shards, counts) => {
    expect(countsOf(progressOf(shards))).toEqual({ ...NO_COUNTS, ...counts })
  })
})

describe('workIn', () => {
  const BUSY = { checkDueMs: 1, sendDueMs: 2, confirmDueMs: 3 }

  it.each<[BatchPhase, number, number | null, number | null]>([
    // phase, pending rows, sendDueMs, readDueMs
    ['created', 0, null, 1],
    ['created', 4, null, 1],
    ['running', 0, 2, 3],
    ['running', 4, 2, 3],
    ['paused', 0, null, null],
    ['paused', 4, null, null],
    ['aborted', 0, null, 3],
    ['aborted', 4, null, 2],
  ])(
    'of a shard with every kind of work, when the batch is %s and %i rows are pending',
    (phase, PENDING, sendDueMs, readDueMs) => {
      expect(workIn(aSummary({ ...BUSY, counts: { PENDING } }), phase)).toEqual(
        { sendDueMs, readDueMs }
      )
    }
  )

  it.each<BatchPhase>(['created', 'running', 'paused', 'aborted'])(
    'of a shard without work is none, when the batch is %s',
    (phase) => {
      expect(workIn(aSummary(), phase)).toEqual({
        sendDueMs: null,
        readDueMs: null,
      })
    }
  )

  it('in an aborted batch ends pending rows at once, even if none of them is due', () => {
    expect(workIn(aSummary({ counts: { PENDING: 1 } }), 'aborted')).toEqual({
      sendDueMs: null,
      readDueMs: 0,
    })
  })

  it.each<[BatchPhase, number | null, number | null]>([
    // An accept is a send of a running batch, and of no other: it opens no shard of an aborted one.
    ['created', null, null],
    ['running', 1, 20],
    ['paused', null, null],
    ['aborted', null, 9],
  ])(
    'of a shard with an accept that is due first, when the batch is %s',
    (phase, sendDueMs, readDueMs) => {
      const summary = aSummary({
        counts: { PENDING: 1 },
        acceptDueMs: 1,
        sendDueMs: 9,
        confirmDueMs: 20,
      })

      expect(workIn(summary, phase)).toEqual({ sendDueMs, readDueMs })
    }
  )

  it('in an aborted batch is due with whatever comes first, a pending row or a confirmation', () => {
    const summary = aSummary({
      counts: { PENDING: 1 },
      sendDueMs: 50,
      confirmDueMs: 20,
    })

    expect(workIn(summary, 'aborted').readDueMs).toBe(20)
  })

  it('keeps a time of 0 apart from no time', () => {
    const at0 = aSummary({ checkDueMs: 0, sendDueMs: 0, confirmDueMs: 0 })

    expect(workIn(at0, 'created')).toEqual({ sendDueMs: null, readDueMs: 0 })
    expect(workIn(at0, 'running')).toEqual({ sendDueMs: 0, readDueMs: 0 })
    expect(workIn(at0, 'aborted')).toEqual({ sendDueMs: null, readDueMs: 0 })
  })
})

describe('nextDueMs', () => {
  const CHECK = aSummary({ checkDueMs: 50 })
  const SEND = aSummary({ sendDueMs: 40 })
  const CONFIRM = aSummary({ confirmDueMs: 30 })
  const DONE = aSummary({ counts: { CANCELED: 1 } })

  it.each<[string, BatchPhase, number | null, ShardSummary[]]>([
    ['no shard', 'running', null, []],
    ['done', 'running', null, [DONE, DONE]],
    ['a send', 'running', 40, [DONE, SEND]],
    ['a send, then a confirmation', 'running', 30, [SEND, CONFIRM]],
    ['a confirmation, then a send', 'running', 30, [CONFIRM, SEND]],
    ['a check', 'running', null, [CHECK]],
    ['at 0', 'running', 0, [SEND, aSummary({ confirmDueMs: 0 })]],
    ['a check', 'created', 50, [SEND, CHECK, CONFIRM]],
    ['a send', 'created', null, [SEND]],
    ['everything', 'paused', null, [CHECK, SEND, CONFIRM]],
    ['a confirmation', 'aborted', 30, [CHECK, CONFIRM]],
    ['an accept', 'aborted', null, [SEND]],
  ])('%s, in a batch that is %s: %p', (_what, phase, dueMs, shards) => {
    expect(nextDueMs(controlIn(phase), progressOf(shards))).toBe(dueMs)
  })
})

describe('batchStateOf', () => {
  const WORK = { checkDueMs: 1, sendDueMs: 1, confirmDueMs: 1 }

  it.each<[BatchPhase, boolean, number, BatchState, BatchState]>([
    // phase, has work, pending, state, state when OMS throttles
    ['created', false, 0, 'READY', 'READY'],
    ['created', false, 3, 'READY', 'READY'],
    ['created', true, 0, 'CHECKING', 'CHECKING'],
    ['created', true, 3, 'CHECKING', 'CHECKING'],
    ['running', false, 0, 'DONE', 'DONE'],
    ['running', false, 3, 'DONE', 'DONE'],
    ['running', true, 0, 'CONFIRMING', 'CONFIRMING'],
    ['running', true, 1, 'RUNNING', 'THROTTLED'],
    ['running', true, 3, 'RUNNING', 'THROTTLED'],
    ['paused', false, 0, 'PAUSED', 'PAUSED'],
    ['paused', false, 3, 'PAUSED', 'PAUSED'],
    ['paused', true, 0, 'PAUSED', 'PAUSED'],
    ['paused', true, 3, 'PAUSED', 'PAUSED'],
    ['aborted', false, 0, 'ABORTED', 'ABORTED'],
    ['aborted', false, 3, 'ABORTED', 'ABORTED'],
    ['aborted', true, 0, 'ABORTED', 'ABORTED'],
    ['aborted', true, 3, 'ABORTED', 'ABORTED'],
  ])(
    '%s, has work: %p, pending: %i → %s, when OMS throttles %s',
    (phase, hasWork, PENDING, state, throttledState) => {
      const shard = aSummary({ counts: { PENDING }, ...(hasWork && WORK) })
      const stateOf = (isThrottled: boolean) =>
        batchStateOf(controlIn(phase), progressOf([shard]), isThrottled)

      expect([stateOf(false), stateOf(true)]).toEqual([state, throttledState])
    }
  )
})

describe('withRetries', () => {
  const REFUSED = aSummary({
    counts: { PENDING: 1, REFUSED: 2, UNKNOWN: 4, CANCELED: 8, STUCK: 16 },
    checkDueMs: 70,
    sendDueMs: 80,
    confirmDueMs: 90,
    worth: {
      lines: [{ outlook: 'INVOICED', currency: 'BRL', count: 31, value: 310 }],
      checked: 31,
      checkedAtMs: 60,
      retryable: 5,
    },
  })

  const FINE = aSummary({ counts: { CANCELED: 3 }, confirmDueMs: 90 })
  const finished = progressOf([REFUSED, FINE], {
    generation: 1,
    finishedAtMs: 100,
  })

  it('after a retry, refused and unknown rows are pending and due, and the batch is not finished', () => {
    expect(withRetries(finished, controlIn('running', 2))).toEqual({
      generation: 2,
      nextSlotMs: null,
      finishedAtMs: null,
      shards: [
        {
          counts: { PENDING: 7, CANCELED: 8, STUCK: 16 },
          withWarnings: 0,
          // What the rows are worth stays; none is left to try again.
          worth: { ...REFUSED.worth, retryable: 0 },
          checkDueMs: 70,
          sendDueMs: 0,
          acceptDueMs: null,
          confirmDueMs: 90,
        },
        FINE,
      ],
    })
  })

  it.each<[string, ShardSummary['counts']]>([
    ['refused', { REFUSED: 2 }],
    ['unknown', { UNKNOWN: 2 }],
  ])('a shard with only %s rows begins again', (_what, counts) => {
    const { shards } = withRetries(
      progressOf([aSummary({ counts })]),
      controlIn('running', 1)
    )

    expect(shards).toEqual([aSummary({ counts: { PENDING: 2 }, sendDueMs: 0 })])
  })

  it.each([1, 0])(
    'without a newer retry (the control is of generation %i) nothing changes',
    (generation) => {
      expect(withRetries(finished, controlIn('running', generation))).toBe(
        finished
      )
    }
  )

  it('applied twice changes nothing more', () => {
    const control = controlIn('running', 2)
    const once = withRetries(finished, control)

    expect(withRetries(once, control)).toBe(once)
  })

  it('an old progress takes up several retries at once', () => {
    expect(withRetries(finished, controlIn('running', 5))).toEqual({
      ...withRetries(finished, controlIn('running', 2)),
      generation: 5,
    })
  })
})

describe('the due times of a stored progress', () => {
  const NOW = 1_000_000_000
  const withDues = (summary: Partial<ShardSummary>, phase: BatchPhase) =>
    withPossibleDues(progressOf([aSummary(summary)]), controlIn(phase), NOW)
      .shards[0]

  it('lead to a look at the rows where they are further away than any wait', () => {
    expect(
      withDues(
        {
          checkDueMs: NOW + 1e10,
          sendDueMs: NOW + 1e10,
          acceptDueMs: NOW + 1e10,
          confirmDueMs: NOW + 600_000,
        },
        'running'
      )
    ).toMatchObject({
      checkDueMs: 0,
      sendDueMs: 0,
      acceptDueMs: 0,
      confirmDueMs: NOW + 600_000,
    })
  })

  it('are not missing where rows are pending or accepted, so that no batch is DONE with them', () => {
    expect(
      withDues({ counts: { PENDING: 1, ACCEPTED: 1 } }, 'running')
    ).toMatchObject({ sendDueMs: 0, confirmDueMs: 0 })
    expect(withDues({ counts: { CANCELED: 2 } }, 'running')).toMatchObject({
      sendDueMs: null,
      confirmDueMs: null,
    })
  })

  it('are not made up for the accepted rows of a lost file in an aborted batch, which stay as they are', () => {
    expect(
      withDues({ counts: { ACCEPTED: 1 } }, 'aborted').confirmDueMs
    ).toBeNull()
  })
})
