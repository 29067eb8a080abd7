import { setSwitches } from '../../switches'
import { startVBase } from './testing'
import type { VBaseSwitches } from './switches'

interface Page {
  data: Array<{ path: string; hash: string }>
  next: string
}

/** Creates a VBase with switches, and short forms of the calls that two replicas make. */
function startLists(
  switches: Partial<VBaseSwitches>,
  how?: Parameters<typeof startVBase>[0]
) {
  const { own, table, time } = startVBase(how)

  setSwitches([table], switches)

  const page = (replica: number, query: Record<string, string> = {}) =>
    own('GET', '/jobs/files', { replica, query }).body as Page

  return {
    time,
    page,
    list: (replica: number) => page(replica).data.map(({ path }) => path),
    put: (replica: number, path: string, body = path) =>
      own('PUT', `/jobs/files/${path}`, { replica, body }),
    remove: (replica: number, path: string) =>
      own('DELETE', `/jobs/files/${path}`, { replica }),
    read: (replica: number, path: string) =>
      own('GET', `/jobs/files/${path}`, { replica }).status,
    empty: (replica: number) => own('DELETE', '/jobs/files', { replica }),
  }
}

describe('lists of VBase', () => {
  it('show each change of another replica at once by default', () => {
    const { list, put, remove } = startLists({})

    put(0, 'a')
    expect(list(1)).toEqual(['a'])
    remove(0, 'a')
    expect(list(1)).toEqual([])
  })

  it('show a save and a deletion after exactly listLagMs to all replicas, while a read shows them at once', () => {
    const { time, list, put, remove, read } = startLists({ listLagMs: 2_000 })

    put(0, 'a')
    expect([list(0), list(1), read(1, 'a')]).toEqual([[], [], 200])
    time.nowMs = 1_999
    expect([list(0), list(1)]).toEqual([[], []])
    time.nowMs = 2_000
    expect([list(0), list(1)]).toEqual([['a'], ['a']])

    remove(1, 'a')
    expect([list(0), list(1), read(0, 'a')]).toEqual([['a'], ['a'], 404])
    time.nowMs = 3_999
    expect([list(0), list(1)]).toEqual([['a'], ['a']])
    time.nowMs = 4_000
    expect([list(0), list(1)]).toEqual([[], []])
  })

  it('show the changes of one file in their order, each with the hash of its content then', () => {
    const { time, page, put } = startLists({ listLagMs: 1_000 })
    const shown = () => page(1).data.map(({ hash }) => hash)

    put(0, 'a', 'first')
    time.nowMs = 400
    put(0, 'a', 'second')
    time.nowMs = 1_000

    const [first] = shown()

    time.nowMs = 1_399
    expect(shown()).toEqual([first])
    time.nowMs = 1_400

    const [second] = shown()

    expect(second).not.toBe(first)
    put(0, 'a', 'first')
    expect(shown()).toEqual([second])
    time.nowMs = 2_400
    expect(shown()).toEqual([first])
  })

  it('show the replica that asks its own changes at once with listsShowOwnFirst, and those of others late', () => {
    const { time, list, put, remove } = startLists({
      listLagMs: 2_000,
      listsShowOwnFirst: 'yes',
    })

    put(0, 'of-0')
    put(1, 'of-1')
    expect([list(0), list(1), list(2)]).toEqual([['of-0'], ['of-1'], []])
    time.nowMs = 2_000
    expect([list(0), list(1), list(2)]).toEqual([
      ['of-0', 'of-1'],
      ['of-0', 'of-1'],
      ['of-0', 'of-1'],
    ])

    remove(0, 'of-1')
    expect([list(0), list(1)]).toEqual([['of-0'], ['of-0', 'of-1']])
    time.nowMs = 4_000
    expect(list(1)).toEqual(['of-0'])
  })

  it('change nothing with listsShowOwnFirst alone', () => {
    const { list, put } = startLists({ listsShowOwnFirst: 'yes' })

    put(0, 'a')
    expect([list(0), list(1)]).toEqual([['a'], ['a']])
  })

  it('are each of another age with listAges random, so one may show less than the list before it', () => {
    const ages = [0.25, 1, 0.5, 0]
    const { time, list, put } = startLists(
      { listLagMs: 2_000, listAges: 'random' },
      { random: () => ages.shift() ?? 0 }
    )

    put(0, 'a')
    time.nowMs = 1_000
    put(0, 'b')
    time.nowMs = 1_500
    // 500, 2,000, 1,000 and 0 ms old.
    expect([list(1), list(1), list(1), list(1)]).toEqual([
      ['a', 'b'],
      [],
      ['a'],
      ['a', 'b'],
    ])
  })

  it('have whole pages in the order of paths, of the files that they show', () => {
    const { time, page, put, remove } = startLists({ listLagMs: 1_000 })

    for (const path of ['p/1', 'p/3', 'p/5', 'q/1']) put(0, path)
    time.nowMs = 1_000
    // No list of the test shows any of these changes yet.
    for (const path of ['p/0', 'p/2', 'p/9']) put(0, path)
    for (const path of ['p/1', 'p/5']) remove(0, path)

    const first = page(1, { prefix: 'p/', limit: '2' })
    const second = page(1, { prefix: 'p/', limit: '2', next: first.next })

    expect(first.data.map(({ path }) => path)).toEqual(['p/1', 'p/3'])
    expect(second).toEqual({
      data: [{ path: 'p/5', hash: expect.any(String) }],
      next: '',
    })
  })

  it('still show the files of a bucket that was emptied a moment ago', () => {
    const { time, list, put, empty } = startLists({ listLagMs: 1_000 })

    put(0, 'a')
    put(0, 'b')
    time.nowMs = 1_000
    empty(0)
    expect(list(1)).toEqual(['a', 'b'])
    time.nowMs = 2_000
    expect(list(1)).toEqual([])
  })

  it('are behind on a change of the last 60 s even if the switch is set after it', () => {
    const { own, table, time } = startVBase()

    own('PUT', '/jobs/files/a')
    setSwitches([table], { listLagMs: 60_000 })
    time.nowMs = 59_999

    const jobs = () => (own('GET', '/jobs/files').body as Page).data.length

    expect(jobs()).toBe(0)
    time.nowMs = 60_000
    expect(jobs()).toBe(1)
    expect(() => setSwitches([table], { listLagMs: 60_001 })).toThrow(
      'There is no switch'
    )
  })
})
