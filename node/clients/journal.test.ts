import { anEntry } from '../testing/orders'
import { ended } from '../testing/journals'
import { journalStore } from './journal'

const ID = '1380000000001-01'
const BUCKET = 'journal-bb'

/** A VBase that lists what a test names, and holds what is written to it. */
function aVBase(listed: string[] = []) {
  const files = new Map<string, unknown>()
  const prefixes: string[] = []
  const read = async (bucket: string, path: string) =>
    files.has(`${bucket} ${path}`)
      ? ({
          kind: 'found',
          body: files.get(`${bucket} ${path}`),
          etag: null,
        } as const)
      : ({ kind: 'missing' } as const)

  const store = journalStore({
    readOnce: read,
    readListed: read,
    list: async (bucket, prefix) => {
      prefixes.push(`${bucket} ${prefix}`)

      return [
        ...listed.map((name) => `${prefix}${name}`),
        ...[...files.keys()].map((key) => key.split(' ')[1]),
      ]
    },
    write: async ({ bucket, path }, body) => {
      files.set(`${bucket} ${path}`, body)

      return 'written'
    },
  })

  return { store, files, prefixes }
}

describe('the journal of an order', () => {
  it('keeps the claim of an entry and its end in two files, and reads both as one entry', async () => {
    const { store, files } = aVBase()
    const claim = anEntry({ id: 'a', seq: 3 })
    const end = { ...claim, completion: ended('received') }

    await store.claim(ID, claim)
    await store.end(ID, end)

    expect([...files.keys()]).toEqual([
      `${BUCKET} ${ID}/000003-a.json`,
      `${BUCKET} ${ID}/000003-a.received.json`,
    ])
    expect(await store.read(ID)).toEqual({
      kind: 'found',
      journal: { orderId: ID, entries: [end] },
      listed: [{ seq: 3, id: 'a', outcome: 'received' }],
    })
  })

  it('reads an end whose claim is not listed yet', async () => {
    const { store } = aVBase()
    const end = anEntry({ completion: ended('unsettled') })

    await store.end(ID, end)

    expect(await store.read(ID)).toMatchObject({
      journal: { entries: [end] },
    })
  })

  it('names entries that changed nothing and does not read their files', async () => {
    const { store } = aVBase([
      '000001-a.json',
      '000001-a.refused.json',
      '000002-b.withdrawn.json',
      '000002-b.json',
    ])

    expect(await store.read(ID)).toEqual({
      kind: 'found',
      journal: { orderId: ID, entries: [] },
      listed: [
        { seq: 1, id: 'a', outcome: 'refused' },
        { seq: 2, id: 'b', outcome: 'withdrawn' },
      ],
    })
  })

  it.each([
    ['a file that another version wrote', '000001-a.delayed.json'],
    ['a listed entry that cannot be read', '000001-a.json'],
  ])('is unavailable because of %s', async (_what, name) => {
    expect(await aVBase([name]).store.read(ID)).toEqual({
      kind: 'unavailable',
    })
  })

  it('is unavailable where an entry is that of another order', async () => {
    const { store, files } = aVBase()

    await store.claim(ID, anEntry())

    const [path] = files.keys()

    files.set(path, { ...(files.get(path) as object), orderId: 'x-0001' })

    expect(await store.read(ID)).toEqual({ kind: 'unavailable' })
  })

  it('puts entries in the order of their numbers, whatever their clocks say', async () => {
    const { store } = aVBase()

    await store.claim(ID, anEntry({ id: 'late', seq: 2, startedAtMs: 1 }))
    await store.claim(ID, anEntry({ id: 'early', seq: 1, startedAtMs: 9 }))

    expect(await store.read(ID)).toMatchObject({
      journal: { entries: [{ id: 'early' }, { id: 'late' }] },
    })
  })
})

test('a claim is written again where VBase did not take it, and at most twice', async () => {
  const paths: string[] = []
  const unavailable = async () => ({ kind: 'unavailable' } as const)
  const store = journalStore({
    readOnce: unavailable,
    readListed: unavailable,
    list: async () => null,
    write: async ({ path }) => {
      paths.push(path)

      return 'unavailable'
    },
  })

  await store.claim(ID, anEntry({ id: 'a' }))

  expect(paths).toEqual(Array(2).fill(`${ID}/000001-a.json`))
})

describe('the turn of an order', () => {
  it('is read as it was written, and is no entry', async () => {
    const { store } = aVBase()
    const turn = { id: 'a', startedAtMs: 5 }

    expect(await store.readTurn(ID)).toBe('none')
    expect(await store.writeTurn(ID, turn)).toBe(true)
    expect(await store.readTurn(ID)).toEqual(turn)
    expect(await store.list(ID)).toEqual([])
  })

  it('is unknown where its file is not as this app writes it', async () => {
    const { store, files } = aVBase()

    await store.writeTurn(ID, { id: 'a', startedAtMs: 5 })
    files.set([...files.keys()][0], { id: 7 })

    expect(await store.readTurn(ID)).toBeNull()
  })
})

describe('the folder of a journal', () => {
  const folderOf = async (orderId: string) => {
    const { store, prefixes } = aVBase()

    await store.list(orderId)

    return prefixes.join()
  }

  it("has the order's id as its name, with a slash behind it so that no other order is listed", async () => {
    expect(await folderOf(ID)).toBe(`${BUCKET} ${ID}/`)
  })

  it('does not show the entries of an order whose id goes on after a space', async () => {
    expect(await aVBase(['-b/000001-a.json']).store.list('a')).toEqual([])
  })

  it("has only characters that VBase takes, also for a marketplace's id with spaces", async () => {
    expect(await folderOf('BWW-Loja Exemplo-2660650814-01')).toMatch(
      / BWW-Loja\/-Exemplo-2660650814-01\/$/
    )
  })

  it('is not the folder of another id, and no part of its path is a dot alone', async () => {
    const folders = await Promise.all(
      ['BWW-a . b', 'BWW-a .b', 'BWW-a. b', 'BWW-a b', 'BWW-a -b'].map(folderOf)
    )

    const paths = folders.map((folder) => folder.split(' ')[1])

    expect(new Set(paths).size).toBe(5)
    expect(paths.map((path) => new URL(path, 'http://vbase').pathname)).toEqual(
      paths.map((path) => `/${path}`)
    )
  })
})
