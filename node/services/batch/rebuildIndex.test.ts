import { LOST_INDEX } from '../../domain/batch/batchIndex'
import { aBatchInput } from '../../testing/batches/aBatchInput'
import { CALM } from '../../testing/batches/conditions'
import { VirtualPlatform } from '../../testing/batches/virtualPlatform'
import { createBatch } from './api/createBatch'
import { controlBatch } from './api/controlBatch'
import type { BatchPorts } from './ports'
import { isIndexWhole, rebuildIndex } from './rebuildIndex'

/** Five batches, two of which wait for the lane, and an index that has lost them all. */
async function lostBatches() {
  const platform = new VirtualPlatform(1, {
    ...CALM,
    orders: 5,
    lostEvents: 1,
  })

  const ports = platform.callerPorts()
  const done = async <T>(act: Promise<T>): Promise<T> => {
    await platform.time.run()

    return act
  }

  const ids: string[] = []

  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    // eslint-disable-next-line no-await-in-loop
    const { batch } = await done(
      createBatch(
        ports,
        aBatchInput(['B0-01'], { idempotencyKey: key, checkFirst: false })
      )
    )

    ids.push(batch?.manifest.id ?? '')
  }

  for (const id of ids.slice(0, 2)) {
    // eslint-disable-next-line no-await-in-loop
    await done(controlBatch(ports, { id, action: 'START', expectedOrders: 1 }))
  }

  const before = await done(ports.store.index().read())

  await done(ports.store.index().write(LOST_INDEX, null))

  return {
    ports,
    done,
    ids,
    spoil: (key: string, body: unknown) => platform.files.spoil(key, body),
    before: before.kind === 'found' ? before.content.entries : [],
    index: async () => {
      const read = await done(ports.store.index().read())

      return read.kind === 'found' ? read.content : null
    },
  }
}

const inOrder = (one: { id: string }, other: { id: string }) =>
  one.id < other.id ? -1 : 1

describe('an index that has lost its batches', () => {
  it('finds them in their folders, with their ages, and only those wait that have something left to do', async () => {
    const { ports, done, ids, before, index } = await lostBatches()

    expect(await done(rebuildIndex(ports))).toBe(true)

    const found = await index()

    expect(found?.rebuild).toEqual([])
    expect(
      found?.entries
        .map(({ id, createdAtMs }) => ({ id, createdAtMs }))
        .sort(inOrder)
    ).toEqual(
      before.map(({ id, createdAtMs }) => ({ id, createdAtMs })).sort(inOrder)
    )
    expect(
      found?.entries
        .filter(({ waitingSinceMs }) => waitingSinceMs !== null)
        .map(({ id }) => id)
        .sort((one, other) => (one < other ? -1 : 1))
    ).toEqual(ids.slice(0, 2).sort((one, other) => (one < other ? -1 : 1)))
  })

  it.each<[string, unknown]>([
    ['missing', undefined],
    ['unreadable', '{'],
  ])('that is %s begins anew, and finds them', async (_what, body) => {
    const { ports, done, ids, index, spoil } = await lostBatches()

    spoil('batches/index.json', body)

    expect(await done(isIndexWhole(ports))).toBe(false)
    expect(await done(rebuildIndex(ports))).toBe(true)
    expect((await index())?.entries).toHaveLength(ids.length)
    expect(await done(isIndexWhole(ports))).toBe(true)
  })

  it('finds the others where VBase does not give one of them, and is not whole until it does', async () => {
    const { ports, done, ids, index } = await lostBatches()
    const [kept] = ids
    const without: BatchPorts = {
      ...ports,
      store: {
        ...ports.store,
        manifest: (id) => ({
          ...ports.store.manifest(id),
          ...(id === kept && { read: async () => ({ kind: 'unavailable' }) }),
        }),
      },
    }

    expect(await done(rebuildIndex(without))).toBe(false)
    expect(new Set((await index())?.entries.map(({ id }) => id))).toEqual(
      new Set(ids.filter((id) => id !== kept))
    )
    expect(await done(rebuildIndex(ports))).toBe(true)
    expect((await index())?.entries).toHaveLength(ids.length)
  })

  it('looks for them by the beginnings of their ids where one list would be too long', async () => {
    const { ports, done, ids, index } = await lostBatches()
    const asked: string[] = []
    const crowded: BatchPorts = {
      ...ports,
      store: {
        ...ports.store,
        paths: async (prefix) => {
          asked.push(prefix)

          return prefix.length < 1 ? null : ports.store.paths(prefix)
        },
      },
    }

    expect(await done(rebuildIndex(crowded))).toBe(true)
    expect(asked).toEqual(['', ...'0123456789abcdef'])
    expect((await index())?.entries).toHaveLength(ids.length)
  })

  it('goes on where it stopped when VBase gave no more', async () => {
    const { ports, done, ids, index } = await lostBatches()
    const failing: BatchPorts = {
      ...ports,
      store: { ...ports.store, paths: async () => null },
    }

    expect(await done(rebuildIndex(failing))).toBe(false)
    expect((await index())?.rebuild.length).toBeGreaterThan(15)

    // More prefixes are left than one owner of the lane looks through.
    expect(await done(rebuildIndex(ports))).toBe(false)
    expect(await done(rebuildIndex(ports))).toBe(true)
    expect((await index())?.entries).toHaveLength(ids.length)
  })
})
