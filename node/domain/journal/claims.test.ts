import { entryId, nextSeq, standingOf } from './claims'
import type { ListedEntry } from './claims'

const listed = (
  id: string,
  outcome: ListedEntry['outcome'] = null
): ListedEntry => ({ seq: 1, id, outcome })

describe('a claim', () => {
  it('is numbered after the highest number that its call has seen, and first as 1', () => {
    expect(nextSeq([])).toBe(1)
    expect(nextSeq([{ ...listed('a'), seq: 7 }, listed('b')])).toBe(8)
  })

  it.each([
    ['a list lacks it', [], [], 'unlisted'],
    ['a list lacks it and shows another one', [], [listed('a')], 'unlisted'],
    ['it is the only one', [], [listed('m')], 'alone'],
    [
      'all others were judged before',
      [listed('a'), listed('b', 'received')],
      [listed('a', 'unsettled'), listed('b', 'received'), listed('m')],
      'alone',
    ],
    [
      'a new one has given way',
      [],
      [listed('a', 'withdrawn'), listed('m')],
      'alone',
    ],
    [
      'a new one with a smaller id is open',
      [],
      [listed('a'), listed('m')],
      'behind',
    ],
    [
      'a new one with a larger id is open',
      [],
      [listed('m'), listed('z')],
      'first',
    ],
    [
      'a new one has sent',
      [],
      [listed('m'), listed('z', 'received')],
      'behind',
    ],
    [
      'a new one was refused',
      [],
      [listed('m'), listed('z', 'refused')],
      'behind',
    ],
    [
      'one new one waits for it and another one does not',
      [],
      [listed('a'), listed('m'), listed('z')],
      'behind',
    ],
  ] as const)('where %s: %s, %s => %s', (_what, before, now, standing) => {
    expect(
      standingOf({ id: 'm', isGuarded: false }, [...before], [...now])
    ).toBe(standing)
  })

  it('of a guarded send waits for open ones whatever their ids: its turn has decided; and goes behind one that has ended', () => {
    const own = { id: 'm', isGuarded: true }

    expect(standingOf(own, [], [listed('a'), listed('m')])).toBe('first')
    expect(standingOf(own, [], [listed('a', 'received'), listed('m')])).toBe(
      'behind'
    )
  })

  it('of an unguarded send sorts behind each of a guarded one', () => {
    expect(entryId('0', false) > entryId('f', true)).toBe(true)
  })
})
