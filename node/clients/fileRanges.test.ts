import { fixture, holding, NEWEST } from '../testing/batches/storedFiles'
import type { Json } from '../testing/batches/storedFiles'

/** A body with another value in one place; each item of a list gets it. */
function withValue(
  body: Json,
  [name, ...path]: string[],
  value: unknown
): Json {
  const inner = body[name]

  if (path.length === 0) return { ...body, [name]: value }

  return {
    ...body,
    [name]: Array.isArray(inner)
      ? inner.map((item) => withValue(item as Json, path, value))
      : withValue(inner as Json, path, value),
  }
}

const readWith = async (name: string, path: string, value: unknown) =>
  (
    await holding(
      name,
      withValue(fixture(NEWEST, name), path.split('.'), value)
    ).file.read()
  ).kind

const TIMES = [
  ['manifest.json', 'createdAtMs'],
  ['control.json', 'startedAtMs'],
  ['control.json', 'history.atMs'],
  ['control-failed.json', 'failure.atMs'],
  ['progress.json', 'shards.sendDueMs'],
  ['progress.json', 'shards.confirmDueMs'],
  ['progress.json', 'finishedAtMs'],
  ['index.json', 'entries.createdAtMs'],
  ['index.json', 'entries.waitingSinceMs'],
  ['index-paged.json', 'pages.newestMs'],
  ['progress-capped.json', 'nextSlotMs'],
  ['page-id-7.json', 'entries.createdAtMs'],
  ['lane.json', 'expiresAtMs'],
  ['lane.json', 'endsAtMs'],
  ['lane.json', 'savedAtMs'],
  ['found-lane.json', 'atMs'],
  ['out-0000.json', 'rows.dueMs'],
  ['out-0000.json', 'rows.updatedAtMs'],
  ['out-0000.json', 'rows.acceptedAtMs'],
  ['out-0000.json', 'rows.canceledSeenMs'],
]

const COUNTS = [
  ['manifest.json', 'total'],
  ['manifest.json', 'shardCount'],
  ['manifest.json', 'maxPerMinute'],
  ['manifest.json', 'maxRefusals'],
  ['control.json', 'generation'],
  ['control.json', 'refusalsForgiven'],
  ['control-failed.json', 'failure.generation'],
  ['progress.json', 'generation'],
  ['progress.json', 'shards.counts.PENDING'],
  ['progress.json', 'shards.withWarnings'],
  ['lane.json', 'epoch'],
  ['out-0000.json', 'epoch'],
  ['out-0000.json', 'generation'],
  ['out-0000.json', 'rows.attempts'],
  ['out-0000.json', 'rows.failedTries'],
]

describe('a time in a file', () => {
  it.each(TIMES)('%s %s: of 2100 is read', async (name, path) => {
    expect(await readWith(name, path, Date.UTC(2100, 11, 31))).toBe('found')
  })

  it.each(TIMES)(
    '%s %s: before 1970, after 2100 or no number at all makes the file unreadable',
    async (name, path) => {
      for (const value of [-1, 4.2e12, 8.64e15, 1e300, '1', true, {}]) {
        // eslint-disable-next-line no-await-in-loop
        expect([value, await readWith(name, path, value)]).toEqual([
          value,
          'unreadable',
        ])
      }
    }
  )
})

describe('a count in a file', () => {
  it.each(COUNTS)(
    '%s %s: negative, fractional, too large or no number at all makes the file unreadable',
    async (name, path) => {
      for (const value of [-1, 1.5, 1e300, '1', true, []]) {
        // eslint-disable-next-line no-await-in-loop
        expect([value, await readWith(name, path, value)]).toEqual([
          value,
          'unreadable',
        ])
      }
    }
  )

  it('is at most what 10,000 rows come to', async () => {
    expect(await readWith('manifest.json', 'total', 10_001)).toBe('unreadable')
    expect(await readWith('manifest.json', 'shardCount', 51)).toBe('unreadable')
    expect(await readWith('manifest.json', 'shardCount', 0)).toBe('unreadable')
    expect(await readWith('progress.json', 'shards.counts.PENDING', 1e5)).toBe(
      'unreadable'
    )
  })
})

describe('a name in a file', () => {
  it.each([
    ['manifest.json', 'folder', 'another batch/id-1'],
    ['manifest.json', 'folder', `${'0'.repeat(32)}/id-1`],
    ['manifest.json', 'folder', '9efda49f32cc846bca83eb71c43be643/../x'],
    ['manifest.json', 'id', '0'.repeat(32)],
    ['control-failed.json', 'failure.file', '../lane.json'],
    ['index.json', 'entries.id', '../lane'],
    ['index.json', 'entries.id', '__proto__'],
    ['index-paged.json', 'pages.name', '../lane'],
    ['index-paged.json', 'rebuild', ['../']],
  ])('%s %s: %j leads to no other file', async (name, path, value) => {
    expect(await readWith(name, path, value)).toBe('unreadable')
  })
})

test('a file of another workspace is foreign only where it names one', async () => {
  expect(await readWith('manifest.json', 'workspace', 7)).toBe('found')
  expect(await readWith('manifest.json', 'workspace', 'test1')).toBe('missing')
})

describe('the orders of an input', () => {
  const inputOf = (rows: object[]) =>
    holding('in.json', { version: 5, rows }).file.read()

  it.each(['', '../lane', '__proto__', '-x'])(
    'are unreadable where one is no order id: %j',
    async (orderId) => {
      expect((await inputOf([{ orderId: 'a-01' }, { orderId }])).kind).toBe(
        'unreadable'
      )
    }
  )

  it('are unreadable where one is to be canceled twice, and readable where the second is skipped', async () => {
    const again = { orderId: 'a-01' }
    const skipped = { ...again, problem: { kind: 'duplicate', ofRow: 1 } }

    expect((await inputOf([again, again])).kind).toBe('unreadable')
    expect((await inputOf([again, skipped])).kind).toBe('found')
  })
})
