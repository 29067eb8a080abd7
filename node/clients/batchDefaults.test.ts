import { fixture, holding, NEWEST } from '../testing/batches/storedFiles'
import type { Json } from '../testing/batches/storedFiles'

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
    ['control.json', 'failure', null],
    ['index.json', 'pages', []],
    // The index of an older version lists every batch.
    ['index.json', 'rebuild', []],
    ['progress.json', 'generation', 0],
    ['progress.json', 'finishedAtMs', null],
    // The careful side: the shard may have rows with warnings, so it is read for them.
    ['progress.json', 'shards.withWarnings', null],
    ['lane.json', 'endsAtMs', 0],
    ['lane.json', 'savedAtMs', 0],
    ['lane.json', 'pacers', null],
    // The careful side: without evidence each 429 lowers the rate.
    ['lane.json', 'pacers.sends.episodes', 0],
    ['lane.json', 'pacers.sends.takenBetween', 0],
    ['lane.json', 'pacers.sends.provenPerSecond', 0],
    ['lane.json', 'pacers.sends.recentMs', 0],
    ['lane.json', 'pacers.sends.recentCount', 0],
    ['lane.json', 'access', { read: null, send: null, knownOrderId: null }],
    ['lane-waiting.json', 'queue', []],
    ['progress-capped.json', 'nextSlotMs', null],
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
        kind: 'unreadable',
        body,
        etag: '"1"',
      })
    }
  )
})

describe('what an owner of the lane has found out', () => {
  it('is read as it was written', async () => {
    const body = fixture(NEWEST, 'lane-waiting.json')

    expect(await holding('lane-waiting.json', body).file.read()).toMatchObject({
      content: {
        access: {
          read: { sinceMs: 1_000_090_000, probes: 2, probeMs: 1_000_105_000 },
          knownOrderId: '138-01',
        },
        queue: [
          { pending: 7, maxPerMinute: 60 },
          { id: 'others', pending: 900, maxPerMinute: null },
        ],
      },
    })
  })

  it.each<[string, unknown]>([
    ['access', 'none'],
    ['access', { read: { sinceMs: 1e15, probes: 0, probeMs: 0 } }],
    ['queue', [{ id: 'x', pending: -1 }]],
    ['queue', 7],
  ])(
    '%s as %j: the lane is read, and its next owner finds out anew',
    async (name, value) => {
      const body = { ...fixture(NEWEST, 'lane-waiting.json'), [name]: value }

      expect(
        await holding('lane-waiting.json', body).file.read()
      ).toMatchObject({
        kind: 'found',
        content: {
          epoch: 3,
          [name]:
            name === 'queue'
              ? []
              : { read: null, send: null, knownOrderId: null },
        },
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

  it.each<[string, unknown]>([
    ['ratePerSecond', 0],
    ['ratePerSecond', -5],
    ['ratePerSecond', 101],
    // JSON has no NaN: JSON.stringify writes null.
    ['ratePerSecond', null],
    ['limitPerSecond', 0],
    ['limitPerSecond', 1e9],
    ['climbPerSecond', -1],
    ['climbPerSecond', 1e3],
    ['pausedUntilMs', 1e14],
    ['pausedUntilMs', 600_501],
    ['failedProbes', -1],
    ['episodeStartMs', 1],
    ['cycleStartMs', 1e14],
    ['cycleStartMs', -1e14],
    ['cycleCount', -1],
    ['episodes', -1],
    ['takenBetween', 1e12],
    ['provenPerSecond', -0.1],
    ['provenPerSecond', 101],
    ['recentMs', -1],
    ['recentCount', 1e12],
  ])(
    '%s of %p is out of its range: the lane is read, and its pace begins anew',
    async (name, value) => {
      const lane = fixture(NEWEST, 'lane.json')
      const pacers = lane.pacers as Record<string, object>
      const body = {
        ...lane,
        pacers: { ...pacers, sends: { ...pacers.sends, [name]: value } },
      }

      expect(await holding('lane.json', body).file.read()).toMatchObject({
        kind: 'found',
        content: { epoch: 3, owner: 'id-21', pacers: null },
      })
    }
  )

  it.each<[string, number]>([
    // An older version wrote the lowest cap of a batch as the rate.
    ['ratePerSecond', 1 / 60],
    ['ratePerSecond', 100],
    ['pausedUntilMs', 600_500],
    ['episodeStartMs', 0],
    ['cycleStartMs', -3e11],
    ['provenPerSecond', 100],
  ])('%s of %p is within its range, and kept', async (name, value) => {
    const lane = fixture(NEWEST, 'lane.json')
    const pacers = lane.pacers as Record<string, object>
    const body = {
      ...lane,
      pacers: { ...pacers, sends: { ...pacers.sends, [name]: value } },
    }

    expect(await holding('lane.json', body).file.read()).toMatchObject({
      content: { pacers: { sends: { [name]: value } } },
    })
  })
})
