import * as fc from 'fast-check'

import type { BatchView } from './batchAnswer'
import { showBatch, showRows } from './showBatch'

/** What a file may bring as a time. */
const ANY_TIME = fc.oneof(
  fc.double(),
  fc.constantFrom(Infinity, -Infinity, NaN, 8.64e15, 8.64e15 + 1, -8.64e15 - 1)
)

/** A batch whose times are all the same. */
const batchAt = (atMs: number, actions = 1) =>
  ({
    manifest: { id: 'x', createdAtMs: atMs },
    control: {
      startedAtMs: atMs,
      history: Array.from({ length: actions }, (_, index) => ({
        action: 'PAUSE',
        by: `operator-${index}`,
        atMs,
      })),
    },
    counts: {},
    finishedAtMs: atMs,
    throttledUntilMs: atMs,
  } as unknown as BatchView)

describe('a batch in an answer', () => {
  it('shows every time as a date, whatever its files say', () => {
    fc.assert(
      fc.property(ANY_TIME, (atMs) => {
        const { createdAt, startedAt, finishedAt, throttledUntil, history } =
          showBatch(batchAt(atMs))

        const [{ updatedAt }] = showRows(
          { id: 'x' },
          {
            items: [
              { number: 1, input: {}, row: { updatedAtMs: atMs } } as never,
            ],
            nextCursor: null,
          }
        ).items

        for (const date of [
          ...[createdAt, startedAt, finishedAt, throttledUntil, updatedAt],
          history[0].at,
        ]) {
          expect(Number.isNaN(Date.parse(date ?? ''))).toBe(false)
        }
      }),
      { seed: 1 }
    )
  })

  it('shows a time that no date holds as the nearest that one does', () => {
    expect(showBatch(batchAt(1e300)).createdAt).toBe(
      '+275760-09-13T00:00:00.000Z'
    )
  })

  it('shows the last 100 actions, however many were taken', () => {
    const { history } = showBatch(batchAt(0, 5_000))

    expect(history).toHaveLength(100)
    expect([history[0].by, history[99].by]).toEqual([
      'operator-4900',
      'operator-4999',
    ])
  })
})
