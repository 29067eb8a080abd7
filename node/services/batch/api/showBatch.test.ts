import { aCancellation, aRow } from '../../../testing/batches/rows'
import type { BatchView } from './batchAnswer'
import { showBatch, showRows } from './showBatch'

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

  it('names the newest action apart, for a page that polls', () => {
    const { history, lastControl } = showBatch(batchAfter(300))

    expect(lastControl?.by).toBe('operator-299')
    expect(lastControl).toEqual(history[99])
    expect(showBatch(batchAfter(0)).lastControl).toBeNull()
  })
})

describe('a row in an answer', () => {
  it('has a cancellation that no cache takes for that of its order or of another row', () => {
    const cancellation = aCancellation()
    const input = { orderId: cancellation.orderId, reason: null, problem: null }
    const { items } = showRows(
      { id: 'B' },
      {
        items: [1, 2].map((number) => ({
          number,
          input,
          row: aRow({ cancellation }),
        })),
        nextCursor: null,
      }
    )

    expect(
      items.map((row) => [row.cacheId, row.cancellation?.cacheId])
    ).toEqual([
      ['B-1', 'B-1-cancellation'],
      ['B-2', 'B-2-cancellation'],
    ])
    expect(cancellation.cacheId).toBe(cancellation.orderId)
  })
})
