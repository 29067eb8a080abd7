import { aCancellation, aRow, aSummary } from '../../testing/batches/rows'
import type { BatchControl, BatchProgress, BatchRow } from './batch'
import {
  applyCommand,
  failed,
  isRepairAllowed,
  LOST_CONTROL,
  NEW_CONTROL,
} from './batchControl'
import {
  batchStateOf,
  finishedAtMsOf,
  isProgressOf,
  nextDueMs,
  withRetries,
} from './batchProgress'
import { batchNotices } from './batchNotices'
import {
  areRowsOf,
  CONTROL_FILE,
  endedAtMs,
  knownCounts,
  knownRows,
  mayHaveSent,
  rowsAnew,
  rowsOfDamaged,
  stateOf,
} from './damaged'
import { MAX_TRIES } from './row'
import { rowAfterBug } from './rowOutcome'

const STARTED: BatchControl = {
  ...NEW_CONTROL,
  phase: 'running',
  startedAtMs: 5,
  history: [{ id: '1', action: 'START', by: 'olga', atMs: 5 }],
}

const FILE = 'out/0001.json'

const aside = (control: BatchControl) =>
  failed(control, { kind: 'unreadable', file: FILE, atMs: 9 }) ?? control

const progressOf = (
  counts: BatchProgress['shards'][number]['counts']
): BatchProgress => ({
  generation: 0,
  finishedAtMs: null,
  nextSlotMs: null,
  shards: [aSummary({ counts, sendDueMs: 0, confirmDueMs: 0 })],
})

const command = (action: 'RETRY' | 'ABORT' | 'START' | 'RESUME') => ({
  id: '2',
  action,
  by: 'rita',
  expectedOrders: null,
  atMs: 20,
})

describe('a batch that was set aside', () => {
  const control = aside(STARTED)
  const progress = progressOf({ UNKNOWN: 1, PENDING: 1 })

  it('is FAILED, has nothing to do, and names the file', () => {
    expect(batchStateOf(control, progress, false)).toBe('FAILED')
    expect(nextDueMs(control, progress)).toBeNull()
    expect(
      batchNotices(
        {
          control,
          state: 'FAILED',
          noAccessMs: null,
          counts: knownCounts({ control, progress, damage: null }),
          deletedAfterMs: null,
        },
        null,
        9
      )
    ).toEqual([
      {
        code: 'FILE_UNREADABLE',
        message: expect.stringContaining(
          `file ${FILE} of this batch cannot be read`
        ),
        subject: FILE,
      },
    ])
  })

  it('goes on with a RETRY, which allows to make that file anew, and no other', () => {
    const retried = applyCommand(control, progress, command('RETRY'))

    expect(retried).toMatchObject({
      kind: 'changed',
      control: { phase: 'running', generation: 1 },
    })

    const next = retried.kind === 'changed' ? retried.control : control

    expect(isRepairAllowed(control, FILE)).toBe(false)
    expect(isRepairAllowed(next, FILE)).toBe(true)
    expect(isRepairAllowed(next, 'out/0000.json')).toBe(false)
    expect(batchStateOf(next, withRetries(progress, next), false)).toBe(
      'RUNNING'
    )
  })

  it('is not started by a RETRY where no operator has started it', () => {
    expect(
      applyCommand(aside(NEW_CONTROL), progress, command('RETRY'))
    ).toMatchObject({ kind: 'changed', control: { phase: 'created' } })
  })

  it('takes ABORT, and neither START nor RESUME', () => {
    expect(applyCommand(control, progress, command('ABORT'))).toMatchObject({
      control: { phase: 'aborted' },
    })
    expect(
      (['START', 'RESUME'] as const).map(
        (action) => applyCommand(control, progress, command(action)).kind
      )
    ).toEqual(['refused', 'refused'])
  })

  it('stays aborted where it was', () => {
    expect(
      failed(
        { ...STARTED, phase: 'aborted' },
        { kind: 'ahead', file: FILE, atMs: 9 }
      )
    ).toBeNull()
  })
})

describe('the rows of a shard that cannot be used', () => {
  const inputs = ['a-01', 'b-01', 'c-01'].map((orderId, index) => ({
    orderId,
    reason: null,
    problem: index === 2 ? ({ kind: 'invalid-id' } as const) : null,
  }))

  const statesOf = (rows: BatchRow[]) =>
    rows.map(({ state, dueMs }) => `${state} ${dueMs}`)

  it('are UNKNOWN where something may have been sent, and never canceled', () => {
    expect(
      statesOf(rowsOfDamaged({ inputs, rows: null, count: 3 }, STARTED, 9))
    ).toEqual(['UNKNOWN null', 'UNKNOWN null', 'SKIPPED null'])
  })

  it('are PENDING where no operator has started the batch, and NOT_ATTEMPTED once it is aborted', () => {
    const rows = (control: BatchControl) =>
      statesOf(rowsOfDamaged({ inputs, rows: null, count: 3 }, control, 9))

    expect(rows(NEW_CONTROL)).toEqual([
      'PENDING 0',
      'PENDING 0',
      'SKIPPED null',
    ])
    expect(rows({ ...NEW_CONTROL, phase: 'aborted' })).toEqual([
      'NOT_ATTEMPTED null',
      'NOT_ATTEMPTED null',
      'SKIPPED null',
    ])
  })

  it('keep what is known of them where only the input is lost', () => {
    const rows = [aRow({ state: 'CANCELED', dueMs: null }), aRow(), aRow()]

    expect(
      statesOf(rowsOfDamaged({ inputs: null, rows, count: 3 }, STARTED, 9))
    ).toEqual(['CANCELED null', 'UNKNOWN null', 'UNKNOWN null'])
  })

  it('are as many as the input has, whatever the file of the rows holds', () => {
    const shard = {
      epoch: 1,
      isClean: true,
      generation: 0,
      rows: Array.from({ length: 9 }, () => aRow({ state: 'CANCELED' })),
    }

    expect(
      knownRows(
        { inputs, shard, number: 0, count: 3 },
        { control: STARTED, progress: progressOf({}), damage: null },
        9
      )
    ).toHaveLength(3)
  })

  it('begin again as rows that may have been sent, with the second step taken', () => {
    expect(rowsAnew(inputs, STARTED)).toMatchObject([
      { state: 'PENDING', maybeSent: true, isAccepted: true },
      { state: 'PENDING', maybeSent: true, isAccepted: true },
      { state: 'SKIPPED' },
    ])
    expect(rowsAnew(inputs, NEW_CONTROL)).toMatchObject([
      { maybeSent: false, isAccepted: false },
      { maybeSent: false, isAccepted: false },
      {},
    ])
  })
})

describe('a batch without its control or manifest', () => {
  const known = (
    control: BatchControl,
    damage: 'manifest.json' | 'control.json'
  ) => ({
    control,
    progress: progressOf({ PENDING: 3, CANCELED: 1 }),
    damage,
  })

  it('leaves its pending rows to a person where something may have been sent', () => {
    expect(stateOf(known(LOST_CONTROL, 'control.json'), false)).toBe('FAILED')
    expect(knownCounts(known(LOST_CONTROL, 'control.json'))).toMatchObject({
      PENDING: 0,
      UNKNOWN: 3,
      CANCELED: 1,
    })
  })

  it('keeps them pending where nothing was sent, until it is aborted', () => {
    expect(knownCounts(known(NEW_CONTROL, 'manifest.json'))).toMatchObject({
      PENDING: 3,
      UNKNOWN: 0,
    })

    const aborted = known(
      {
        ...NEW_CONTROL,
        phase: 'aborted',
        history: [{ id: '1', action: 'ABORT', by: 'olga', atMs: 7 }],
      },
      'manifest.json'
    )

    expect(knownCounts(aborted)).toMatchObject({ PENDING: 0, NOT_ATTEMPTED: 3 })
    expect(stateOf(aborted, false)).toBe('ABORTED')
    expect(endedAtMs(aborted)).toBe(7)
  })
})

describe('the time at which a batch ended', () => {
  const over = { ...progressOf({ CANCELED: 4 }), finishedAtMs: 10 }
  const done: BatchProgress = {
    ...over,
    shards: [aSummary({ counts: { CANCELED: 4 } })],
  }

  it('is when its last work was done', () => {
    expect(finishedAtMsOf(STARTED, done)).toBe(10)
  })

  it('is when it was retried with nothing to retry', () => {
    const retried = applyCommand(STARTED, done, command('RETRY'))
    const control = retried.kind === 'changed' ? retried.control : STARTED

    expect(batchStateOf(control, withRetries(done, control), false)).toBe(
      'DONE'
    )
    expect(finishedAtMsOf(control, withRetries(done, control))).toBe(20)
  })

  it('is no earlier than its abort, although its check ended before that', () => {
    const aborted = applyCommand(NEW_CONTROL, done, command('ABORT'))
    const control = aborted.kind === 'changed' ? aborted.control : NEW_CONTROL

    expect(finishedAtMsOf(control, done)).toBe(20)
  })

  it('is not told while an aborted batch has rows to end', () => {
    expect(
      finishedAtMsOf(
        { ...STARTED, phase: 'aborted' },
        { ...progressOf({ PENDING: 1 }), finishedAtMs: 3 }
      )
    ).toBeNull()
  })
})

test('a progress is that of its batch only with each of its rows once', () => {
  const progress = progressOf({ PENDING: 3, CANCELED: 1 })

  expect(isProgressOf(progress, { shardCount: 1, total: 4 })).toBe(true)
  expect(isProgressOf(progress, { shardCount: 1, total: 5 })).toBe(false)
  expect(isProgressOf(progress, { shardCount: 2, total: 4 })).toBe(false)
})

describe('a row after a bug of this app', () => {
  it('counts as one that may have been sent, waits until that is settled, and is UNKNOWN after six times', () => {
    let row = aRow()

    for (let time = 1; time < MAX_TRIES; time += 1) {
      row = rowAfterBug('cancel', row, 1_000)
      expect(row).toMatchObject({
        state: 'PENDING',
        maybeSent: true,
        failedTries: time,
        dueMs: 61_000,
      })
    }

    expect(rowAfterBug('cancel', row, 1_000)).toMatchObject({
      state: 'UNKNOWN',
      dueMs: null,
    })
  })

  it('was not sent by a check', () => {
    expect(rowAfterBug('check', aRow(), 1_000)).toMatchObject({
      state: 'PENDING',
      maybeSent: false,
      isChecked: false,
    })
  })

  it('keeps its open request for a person where the second step fails six times', () => {
    const row = aRow({ state: 'AWAITING_DECISION', failedTries: MAX_TRIES - 1 })

    expect(rowAfterBug('second-step', row, 1_000)).toMatchObject({
      state: 'AWAITING_DECISION',
      maybeSent: true,
      dueMs: null,
    })
  })
})

describe('a file of rows that is about other orders than its input', () => {
  const inputs = ['a-01', 'b-01'].map((orderId) => ({
    orderId,
    reason: null,
    problem: null,
  }))

  const rowOf = (orderId: string) =>
    aRow({
      state: 'CANCELED',
      dueMs: null,
      cancellation: aCancellation({ orderId }),
    })

  it('is told from one about its own orders, some of which were never read', () => {
    expect(areRowsOf([rowOf('a-01'), aRow()], inputs)).toBe(true)
    expect(areRowsOf([rowOf('b-01'), rowOf('b-01')], inputs)).toBe(false)
  })

  it('shows no outcome of one order for another: that one is UNKNOWN', () => {
    const control = aside(STARTED)

    expect(
      knownRows(
        {
          inputs,
          shard: {
            epoch: 1,
            isClean: true,
            generation: 0,
            rows: [rowOf('b-01'), rowOf('b-01')],
          },
          number: 1,
          count: 2,
        },
        { control, progress: progressOf({ CANCELED: 2 }), damage: null },
        9
      ).map(({ state }) => state)
    ).toEqual(['UNKNOWN', 'CANCELED'])
  })
})

test('a batch that was aborted because its control was lost may have sent, although no START is known', () => {
  expect(
    mayHaveSent({
      ...NEW_CONTROL,
      phase: 'aborted',
      failure: {
        kind: 'unreadable',
        file: CONTROL_FILE,
        generation: 0,
        atMs: 9,
      },
    })
  ).toBe(true)
})

test('a batch that was set aside counts the rows of the lost file as UNKNOWN at once, although its progress is some seconds old', () => {
  const known = {
    control: aside(STARTED),
    progress: {
      generation: 0,
      finishedAtMs: null,
      nextSlotMs: null,
      shards: [
        aSummary({ counts: { PENDING: 2 } }),
        aSummary({ counts: { PENDING: 3, CANCELED: 1 } }),
      ],
    },
    damage: null,
  }

  expect(knownCounts(known)).toMatchObject({
    PENDING: 2,
    UNKNOWN: 3,
    CANCELED: 1,
  })
  expect(knownCounts({ ...known, control: STARTED })).toMatchObject({
    PENDING: 5,
    UNKNOWN: 0,
  })
})
