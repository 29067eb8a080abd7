import { MAX_WAITING, PAGE_ENTRIES } from '../../domain/batch/batchIndex'
import type { ListedBatch } from '../../domain/batch/batchIndex'
import { CALM } from '../../testing/batches/conditions'
import { VirtualPlatform } from '../../testing/batches/virtualPlatform'
import { listAs, enqueue } from './enqueue'
import { listedPage } from './listedPage'
import { purgeOne } from './worker/purge'

const idOf = (number: number) => number.toString(16).padStart(32, '0')

const aBatch = (number: number): ListedBatch => ({
  id: idOf(number),
  createdAtMs: 900_000_000 + number * 1_000,
})

function aPlatform() {
  // No replica comes, although each look at an index that is not whole calls one.
  const platform = new VirtualPlatform(1, { ...CALM, lostEvents: 1 })
  const ports = platform.callerPorts()

  return {
    ...platform,
    ports,
    paths: () => [...platform.files.stored.keys()],
    done: async <T>(act: Promise<T>): Promise<T> => {
      await platform.time.run()

      return act
    },
  }
}

type Platform = ReturnType<typeof aPlatform>

/** Lists batches that wait for nothing, as many creates one after the other do. */
async function addIdle({ ports, done }: Platform, from: number, to: number) {
  for (let first = from; first < to; first += 50) {
    const batches = Array.from({ length: 50 }, (_, number) => ({
      ...aBatch(first + number),
      waitingSinceMs: null,
    }))

    // eslint-disable-next-line no-await-in-loop
    await done(listAs(ports, batches))
  }
}

/** Reads all pages of the list, as a caller does. */
async function allPages({ ports, done }: Platform, first: number) {
  const pages: string[][] = []
  let after: ListedBatch | null = null

  for (;;) {
    const page: Awaited<ReturnType<typeof listedPage>> =
      // eslint-disable-next-line no-await-in-loop
      await done(listedPage(ports, { first, after }))

    if (!page) throw new Error('The page could not be read.')

    pages.push(page.batches.map(({ id }) => id))
    if (!page.hasMore) return pages
    after = page.batches[page.batches.length - 1]
  }
}

describe('the list of 1,500 batches', () => {
  it('has each once, the newest first, in pages of any size, and its index stays small', async () => {
    const platform = aPlatform()

    await addIdle(platform, 0, 1_500)

    const index = await platform.done(platform.ports.store.index().read())

    expect(index).toMatchObject({ kind: 'found' })
    expect(JSON.stringify(index).length).toBeLessThan(60_000)
    expect(
      platform.paths().filter((path) => path.includes('/index/')).length
    ).toBeGreaterThan(4)

    const newestFirst = Array.from({ length: 1_500 }, (_, number) =>
      idOf(1_499 - number)
    )

    expect((await allPages(platform, 50)).flat()).toEqual(newestFirst)
    expect((await allPages(platform, 7)).flat()).toEqual(newestFirst)
  })

  it('reads one page of the index at most for its first page', async () => {
    const platform = aPlatform()

    await addIdle(platform, 0, 1_500)

    const before = platform.files.calls.read

    await platform.done(listedPage(platform.ports, { first: 50, after: null }))

    expect(platform.files.calls.read - before).toBeLessThanOrEqual(2)
  })

  it('has a batch of an old page once when it waits again, and keeps its place', async () => {
    const platform = aPlatform()

    await addIdle(platform, 0, 1_000)
    await platform.done(enqueue(platform.ports, aBatch(3)))

    const ids = (await allPages(platform, 50)).flat()

    expect(ids.filter((id) => id === idOf(3))).toHaveLength(1)
    expect(ids.indexOf(idOf(3))).toBe(996)
  })

  it('leaves out a page that is lost, lists the rest, and looks for its batches in the folders', async () => {
    const platform = aPlatform()

    await addIdle(platform, 0, 1_000)

    const [lost] = platform.paths().filter((path) => path.includes('/index/'))

    platform.files.stored.delete(lost)

    const ids = (await allPages(platform, 50)).flat()

    expect(ids).toHaveLength(1_000 - PAGE_ENTRIES)
    expect(
      await platform.done(platform.ports.store.index().read())
    ).toMatchObject({ content: { rebuild: [''] } })
  })

  it('loses a page of the index with its last batch after 30 days', async () => {
    const platform = aPlatform()

    await addIdle(platform, 0, 1_000)
    await platform.done(platform.time.wait(32 * 86_400_000))

    for (let number = 0; number <= PAGE_ENTRIES; number += 1) {
      // eslint-disable-next-line no-await-in-loop
      await platform.done(purgeOne(platform.ports))
    }

    const ids = (await allPages(platform, 50)).flat()

    expect(ids).toHaveLength(1_000 - PAGE_ENTRIES - 1)
    expect(ids).not.toContain(idOf(0))
    expect(ids).toContain(idOf(PAGE_ENTRIES + 1))
  })
})

test('no more batches wait than the index can name; those that wait already stay', async () => {
  const platform = aPlatform()
  const waiting = Array.from({ length: MAX_WAITING }, (_, number) => ({
    ...aBatch(number),
    waitingSinceMs: 1,
  }))

  expect(await platform.done(listAs(platform.ports, waiting))).toBe(true)
  expect(
    await platform.done(enqueue(platform.ports, aBatch(MAX_WAITING)))
  ).toBe(false)
  expect(await platform.done(enqueue(platform.ports, aBatch(7)))).toBe(true)
})

describe('an index that is missing', () => {
  it('is left missing where no batch was ever made', async () => {
    const { done, ports, paths } = aPlatform()

    expect(await done(listedPage(ports, { first: 50, after: null }))).toEqual({
      batches: [],
      hasMore: false,
    })
    expect(paths()).toEqual([])
  })

  it('begins anew where there are batches, and a replica is called to look for them', async () => {
    const platform = aPlatform()
    const wake = jest.fn(async () => undefined)

    platform.files.spoil(`batches/${idOf(1)}/manifest.json`, {})
    await platform.done(
      listedPage({ ...platform.ports, wake }, { first: 50, after: null })
    )

    expect(wake).toHaveBeenCalledTimes(1)
    expect(
      await platform.done(platform.ports.store.index().read())
    ).toMatchObject({ content: { entries: [], rebuild: [''] } })

    // It is called again as long as it has not found all.
    await platform.done(
      listedPage({ ...platform.ports, wake }, { first: 50, after: null })
    )
    expect(wake).toHaveBeenCalledTimes(2)
  })
})
