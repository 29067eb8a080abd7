import { createHash } from 'crypto'
import { readdirSync, readFileSync } from 'fs'
import { join } from 'path'

import type { BatchInputRow, BatchManifest } from '../domain/batch/batch'
import { NEW_INDEX } from '../domain/batch/batchIndex'
import { spelled } from '../domain/batch/batchInput'
import { NEW_LANE } from '../domain/lane/lane'
import { batchStore } from './batchStore'
import type { BatchStore, StoredFile } from './batchStore'

/**
 * The files of one running batch, as each version wrote them. A version that changes the
 * form adds a folder, and never edits one.
 */
const FIXTURES = join(__dirname, 'fixtures')
const FORMS = readdirSync(FIXTURES)
const NEWEST = 'form-2'

type Name =
  | 'index'
  | 'lane'
  | 'manifest'
  | 'control'
  | 'progress'
  | 'in'
  | 'out'

const FILES: Record<Name, (store: BatchStore) => StoredFile<object>> = {
  index: (store) => store.index() as StoredFile<object>,
  lane: (store) => store.lane() as StoredFile<object>,
  manifest: (store) => store.manifest('id') as StoredFile<object>,
  control: (store) => store.control('folder') as StoredFile<object>,
  progress: (store) => store.progress('folder') as StoredFile<object>,
  in: (store) => store.input('folder', 0) as StoredFile<object>,
  out: (store) => store.shard('folder', 0) as StoredFile<object>,
}

const names = readdirSync(join(FIXTURES, NEWEST))

type Json = Record<string, unknown>

const fixture = (form: string, name: string): Json =>
  JSON.parse(readFileSync(join(FIXTURES, form, name), 'utf8'))

/** A VBase that holds one body, whichever file is asked for. */
function holding(name: string, body: unknown, workspace = 'master') {
  const written: unknown[] = []
  const foreign: string[] = []
  const store = batchStore(
    {
      read: async () => ({ kind: 'found', body, etag: '"1"' }),
      write: async (_file, content) => {
        written.push(content)

        return 'written'
      },
      remove: async () => true,
    },
    { name: workspace, onForeignFile: (path) => foreign.push(path) }
  )

  const [kind] = name.replace('.json', '').split('-')

  return { file: FILES[kind as Name](store), written, foreign }
}

const contentOf = async (form: string, name: string) => {
  const read = await holding(name, fixture(form, name)).file.read()

  return read.kind === 'found' ? read.content : read.kind
}

describe.each(FORMS)('the files of %s', (form) => {
  it.each(names)('%s reads as in every other form', async (name) => {
    const content = await contentOf(form, name)

    expect(content).toEqual(expect.any(Object))
    expect(content).toEqual(await contentOf(NEWEST, name))
  })

  it('a running batch says what it was asked, how far it is and who works on it', async () => {
    expect(await contentOf(form, 'manifest.json')).toEqual({
      id: '9efda49f32cc846bca83eb71c43be643',
      inputHash: expect.stringMatching(/^[0-9a-f]{32}$/),
      folder: '9efda49f32cc846bca83eb71c43be643/id-1',
      name: 'Recall',
      reason: 'Faulty goods',
      requestedByUser: false,
      checkFirst: true,
      acceptOwnRequests: false,
      maxRefusals: 50,
      maxPerMinute: 120,
      total: 20,
      shardCount: 2,
      createdBy: 'olga@acme.example',
      createdAtMs: 1_000_000_064,
    })
    expect(await contentOf(form, 'progress.json')).toMatchObject({
      shards: [
        { sendDueMs: null, confirmDueMs: 1_000_055_774 },
        { sendDueMs: 1_000_076_364, confirmDueMs: 1_000_057_778 },
      ],
    })
    expect(await contentOf(form, 'lane.json')).toMatchObject({
      epoch: 3,
      owner: 'id-21',
      successor: null,
      expiresAtMs: 1_000_116_258,
      pacers: { sends: { cycleCount: 6 }, reads: { ratePerSecond: 100 } },
    })
  })

  it('no row gets another state, and none that may have been sent is forgotten', async () => {
    const rows = (await contentOf(form, 'out-0001.json')) as {
      rows: Array<Record<string, unknown>>
    }

    expect(
      rows.rows.map(
        ({ state, attempts, failedTries, maybeSent }) =>
          `${state} ${attempts} ${failedTries} ${maybeSent}`
      )
    ).toEqual([
      'PENDING 1 1 true',
      'ACCEPTED 1 0 false',
      'AWAITING_DECISION 1 0 false',
      'REFUSED 0 0 false',
      'REFUSED 0 0 false',
      'AWAITING_DECISION 1 0 false',
      'ACCEPTED 1 0 false',
      'ACCEPTED 1 0 false',
      'PENDING 1 1 true',
      'SKIPPED 0 0 false',
    ])
  })
})

describe.each(FORMS)(
  'the batch of %s, created again by this version',
  (form) => {
    it('has the same hash of its input, so that its key still finds it', async () => {
      const manifest = (await contentOf(form, 'manifest.json')) as BatchManifest
      const shards = await Promise.all(
        ['in-0000.json', 'in-0001.json'].map((name) => contentOf(form, name))
      )

      const orders = (shards as Array<{ rows: BatchInputRow[] }>).flatMap(
        ({ rows }) => rows.map(({ orderId, reason }) => ({ orderId, reason }))
      )

      const input = { ...manifest, idempotencyKey: 'recall', orders }
      const hash = createHash('sha256').update(spelled(input)).digest('hex')

      expect(orders).toHaveLength(20)
      expect(hash.slice(0, 32)).toBe(manifest.inputHash)
    })
  }
)

describe('the newest form', () => {
  it.each(names)('%s is written as its fixture says', async (name) => {
    const body = fixture(NEWEST, name)
    const { file, written } = holding(name, body)
    const read = await file.read()

    if (read.kind !== 'found') throw new Error(read.kind)

    await file.write(read.content, null)

    expect(written).toEqual([body])
    expect(body).toMatchObject({ version: 2, workspace: 'master' })
  })
})

/** A body without one field, at any depth: each item of a list counts as the first one. */
function withoutField(body: Json, [name, ...path]: string[]): Json {
  const value = body[name]

  if (path.length === 0) {
    const { [name]: _gone, ...rest } = body

    return rest
  }

  return {
    ...body,
    [name]: Array.isArray(value)
      ? value.map((item) => withoutField(item as Json, path))
      : withoutField(value as Json, path),
  }
}

/** The values of a field at any depth, in each item of a list. */
function valuesAt(value: unknown, [name, ...path]: string[]): unknown[] {
  const holders = (Array.isArray(value) ? value : [value]) as Json[]
  const values = holders.map((holder) => holder[name])

  return path.length === 0
    ? values
    : values.flatMap((inner) => valuesAt(inner, path))
}

describe('a field that an older version did not write', () => {
  it.each([
    ['manifest.json', 'requestedByUser', false],
    ['manifest.json', 'checkFirst', true],
    ['manifest.json', 'acceptOwnRequests', false],
    ['manifest.json', 'maxRefusals', null],
    ['manifest.json', 'maxPerMinute', null],
    ['control.json', 'generation', 0],
    ['control.json', 'refusalsForgiven', 0],
    ['control.json', 'history', []],
    ['progress.json', 'generation', 0],
    ['progress.json', 'finishedAtMs', null],
    ['lane.json', 'endsAtMs', 0],
    ['lane.json', 'savedAtMs', 0],
    ['lane.json', 'pacers', null],
    ['lane.json', 'open', []],
    ['out-0000.json', 'generation', 0],
    // The careful side: a row of the shard may have been sent.
    ['out-0000.json', 'isClean', false],
    ['out-0000.json', 'rows.maybeSent', true],
    // The careful side: the second step is not taken again.
    ['out-0000.json', 'rows.isAccepted', true],
    ['out-0000.json', 'rows.isChecked', false],
    ['out-0000.json', 'rows.attempts', 0],
    ['out-0000.json', 'rows.failedTries', 0],
    ['out-0000.json', 'rows.cancellation', null],
  ])('%s without %s reads as if it were %j', async (name, path, value) => {
    const way = path.split('.')
    const body = withoutField(fixture(NEWEST, name), way)
    const read = await holding(name, body).file.read()

    expect(read.kind).toBe('found')
    expect(new Set(valuesAt(read, ['content', ...way]))).toEqual(
      new Set([value])
    )
  })

  it.each([
    ['manifest.json', 'id'],
    ['manifest.json', 'folder'],
    ['manifest.json', 'total'],
    ['manifest.json', 'createdBy'],
    ['control.json', 'phase'],
    ['progress.json', 'shards'],
    ['lane.json', 'epoch'],
    ['lane.json', 'expiresAtMs'],
    ['in-0000.json', 'rows'],
    ['out-0000.json', 'rows'],
    ['out-0000.json', 'rows.state'],
  ])(
    '%s without %s has lost something, and cannot be read',
    async (name, path) => {
      const body = withoutField(fixture(NEWEST, name), path.split('.'))

      expect(await holding(name, body).file.read()).toEqual({
        kind: 'unavailable',
      })
    }
  )
})

describe('a pace that cannot be read', () => {
  it.each([
    ['a text', 'fast'],
    ['a pace without a rate', { sends: {}, reads: {} }],
    ['only one pace', { sends: fixture(NEWEST, 'lane.json') }],
  ])(
    '%s: the lane is read, and its pace begins anew',
    async (_what, pacers) => {
      const body = { ...fixture(NEWEST, 'lane.json'), pacers }

      expect(await holding('lane.json', body).file.read()).toMatchObject({
        kind: 'found',
        content: { epoch: 3, owner: 'id-21', pacers: null },
      })
    }
  )
})

describe('the files of another workspace, which a promoted one brings along', () => {
  const read = async (name: string) => {
    const { file, foreign } = holding(name, fixture(NEWEST, name), 'test1')

    return { read: await file.read(), foreign }
  }

  it.each([
    'manifest.json',
    'control.json',
    'progress.json',
    'in-0000.json',
    'out-0000.json',
  ])('%s counts as missing, and is reported', async (name) => {
    const { read: found, foreign } = await read(name)

    expect(found).toEqual({ kind: 'missing', etag: '"1"' })
    expect(foreign).toHaveLength(1)
  })

  it('the index counts as empty, and may be written over', async () => {
    expect((await read('index.json')).read).toEqual({
      kind: 'found',
      content: NEW_INDEX,
      etag: '"1"',
    })
  })

  it('the lane counts as one that no replica has owned, above every epoch of before', async () => {
    const before = Math.floor(Date.now() / 1_000)
    const { read: found } = await read('lane.json')

    expect(found).toEqual({
      kind: 'found',
      content: { ...NEW_LANE, epoch: expect.any(Number) },
      etag: '"1"',
    })
    expect(found).toMatchObject({ kind: 'found' })

    const { epoch } = (found as { content: { epoch: number } }).content

    expect(epoch).toBeGreaterThanOrEqual(before)
  })

  it('a file that does not name its workspace is one’s own: no version wrote one elsewhere', async () => {
    const { file, foreign } = holding(
      'manifest.json',
      fixture('form-1', 'manifest.json'),
      'test1'
    )

    expect((await file.read()).kind).toBe('found')
    expect(foreign).toEqual([])
  })
})
