import type { BatchView } from './batchAnswer'
import { showBatch } from './showBatch'

/** A batch on which operators took some actions. */
const batchAfter = (actions: number, atMs = 0) =>
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
    preview: { checked: 0, checkedAtMs: null },
    finishedAtMs: atMs,
    deletedAfterMs: null,
    throttledUntilMs: atMs,
  } as unknown as BatchView)

describe('a batch in an answer', () => {
  it('shows the last 100 actions, however many were taken', () => {
    const { history } = showBatch(batchAfter(5_000))

    expect(history).toHaveLength(100)
    expect([history[0].by, history[99].by]).toEqual([
      'operator-4900',
      'operator-4999',
    ])
  })
})
