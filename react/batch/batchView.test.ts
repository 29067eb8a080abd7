import { nextLookMs, percentOf, typedNumber, workOf } from './batchView'
import type { BatchHead } from './batchView'

const COUNTS = {
  total: 100,
  pending: 0,
  skipped: 0,
  accepted: 0,
  awaitingDecision: 0,
  canceled: 0,
  denied: 0,
  stuck: 0,
  refused: 0,
  unknown: 0,
  notAttempted: 0,
  withWarnings: 0,
}

const batch = (state: string, more: object = {}, counts: object = {}) =>
  ({
    state,
    throttledUntil: null,
    ...more,
    counts: { ...COUNTS, ...counts },
  } as unknown as BatchHead)

const NOW = Date.parse('2026-11-27T12:00:00Z')

describe('the next look at a batch', () => {
  it.each([
    ['CHECKING', 5_000],
    ['RUNNING', 5_000],
    ['CONFIRMING', 15_000],
    ['READY', 30_000],
    ['PAUSED', 30_000],
    ['NO_ACCESS', 30_000],
    ['DONE', null],
    ['FAILED', null],
    ['ABORTED', null],
    ['SOMETHING_NEW', 5_000],
  ])('of a batch that is %s comes after %p ms', (state, waitMs) => {
    expect(nextLookMs(batch(state), NOW)).toBe(waitMs)
  })

  it.each([
    ['at its time', '2026-11-27T12:00:12Z', 12_000],
    ['after 30 s at most', '2026-11-27T12:10:00Z', 30_000],
    ['soon where the time is past', '2026-11-27T11:00:00Z', 1_000],
    ['soon where no time is told', null, 1_000],
  ])('of one that VTEX slows comes %s', (_when, throttledUntil, waitMs) => {
    expect(nextLookMs(batch('THROTTLED', { throttledUntil }), NOW)).toBe(waitMs)
  })

  it('of one that was stopped goes on while what was sent is watched', () => {
    expect(nextLookMs(batch('ABORTED', {}, { accepted: 1 }), NOW)).toBe(15_000)
  })
})

describe('the bar of a batch', () => {
  it('is never whole before the batch is', () => {
    expect(percentOf(batch('CONFIRMING'))).toBe(99)
    expect(percentOf(batch('DONE'))).toBe(100)
  })

  it('counts what is settled, of what was to be sent', () => {
    expect(percentOf(batch('RUNNING', {}, { pending: 45, skipped: 10 }))).toBe(
      50
    )
  })
})

describe('a batch that was stopped', () => {
  it('is looked at until its rows have ended, and while what was sent is watched', () => {
    const look = (counts: object) =>
      nextLookMs(batch('ABORTED', {}, counts), Date.now())

    expect(look({ pending: 3, accepted: 0 })).toBe(15_000)
    expect(look({ pending: 0, accepted: 3 })).toBe(15_000)
    expect(look({ pending: 0, accepted: 0 })).toBeNull()
  })

  it('does not count what was never sent as settled', () => {
    expect(
      workOf(batch('ABORTED', {}, { pending: 0, notAttempted: 60 }))
    ).toEqual({ all: 100, settled: 40 })
  })
})

describe('a number that is typed', () => {
  it.each(['1180', '1,180', '1.180', '1 180', "1'180", ' 1180 ', '1\u00a0180'])(
    '%p is the count',
    (text) => {
      expect(typedNumber(text)).toBe(1_180)
    }
  )

  it.each(['', 'all', '-1180', '1180x', '11e2'])('%p is none', (text) => {
    expect(typedNumber(text)).toBeNull()
  })
})
