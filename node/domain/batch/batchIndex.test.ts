import { RETENTION_MS } from './batch'
import {
  dequeued,
  enqueued,
  expired,
  isBatchId,
  LOST_INDEX,
  queueOf,
} from './batchIndex'
import type { BatchIndex } from './batchIndex'

const index: BatchIndex = {
  ...LOST_INDEX,
  entries: [
    { id: 'a', createdAtMs: 1, waitingSinceMs: 30 },
    { id: 'b', createdAtMs: 2, waitingSinceMs: null },
    { id: 'c', createdAtMs: 3, waitingSinceMs: 20 },
  ],
}

describe('the index of batches', () => {
  it('serves first the batch that has waited longest', () => {
    expect(queueOf(index)).toEqual(['c', 'a'])
  })

  it('serves a batch once that it names twice', () => {
    expect(queueOf({ entries: [...index.entries, ...index.entries] })).toEqual([
      'c',
      'a',
    ])
  })

  it('keeps the place of a waiting batch and puts any other batch at the end', () => {
    const again = (id: string) =>
      queueOf(
        enqueued(index, { id, createdAtMs: 9, waitingSinceMs: 40 }) ??
          LOST_INDEX
      )

    expect(again('a')).toEqual(['c', 'a'])
    expect(again('b')).toEqual(['c', 'a', 'b'])
    expect(again('new')).toEqual(['c', 'a', 'new'])
    expect(queueOf(dequeued(index, 'c'))).toEqual(['a'])
  })

  it('lets a batch expire after 30 days, unless it still waits', () => {
    const idsAt = (nowMs: number) =>
      expired(index.entries, { nowMs, keptMs: RETENTION_MS }).map(
        ({ id }) => id
      )

    expect(idsAt(RETENTION_MS + 1)).toEqual([])
    expect(idsAt(RETENTION_MS + 3)).toEqual(['b'])
    expect(idsAt(9 * RETENTION_MS)).toEqual(['b'])
  })

  it.each(['', '../lane', 'A'.repeat(32), '0'.repeat(31), '0'.repeat(33)])(
    'does not take %p for an id',
    (text) => expect(isBatchId(text)).toBe(false)
  )
})
