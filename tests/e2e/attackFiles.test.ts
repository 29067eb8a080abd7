import { attacksOn, CUT_OFF } from '../support/attacks'
import {
  allRows,
  controlBatch,
  readBatch,
  untilBatch,
} from '../support/batches'
import { untilLaneIsIdle, useBatchSimulator } from '../support/batchWork'

const simulator = useBatchSimulator()

const {
  listed,
  bodyAt,
  poison,
  poisonIn,
  readyBatch,
  start,
  sent,
  ordersOf,
  untilSent,
  untilFailed,
  letTimePass,
} = attacksOn(simulator)

/** How an attack spoils a file of a batch's rows. */
const SHARD_ATTACKS: Array<
  [
    what: string,
    name: string,
    change: (body: Record<string, unknown>) => unknown
  ]
> = [
  ['is cut off', 'out/0000.json', () => CUT_OFF],
  [
    'names an owner that is still to come',
    'out/0000.json',
    (body) => ({ ...body, epoch: 4_000_000_000 }),
  ],
  [
    'has more rows than its input',
    'out/0000.json',
    (body) => ({ ...body, rows: [...(body.rows as []), ...(body.rows as [])] }),
  ],
  [
    'has a due time of no calendar',
    'out/0000.json',
    (body) => ({
      ...body,
      rows: [{ state: 'PENDING', dueMs: 1e17 }, { state: 'PENDING' }],
    }),
  ],
]

describe('a batch whose file of rows cannot be used', () => {
  it.each(SHARD_ATTACKS)(
    '%s: it is FAILED and says which file, the batch behind it is sent, and RETRY sends each of its orders once',
    async (_what, name, change) => {
      const harmed = await readyBatch('A')
      const neighbour = await readyBatch('B')

      await poisonIn(harmed, name, change)
      await start(harmed)
      await start(neighbour)
      await untilSent(neighbour)

      const failed = await untilFailed(harmed)

      expect(failed).toMatchObject({
        finishedAt: null,
        counts: { total: 2, pending: 0, unknown: 2, canceled: 0 },
        warnings: [expect.stringContaining(`file ${name} of this batch`)],
        notices: [
          {
            code: expect.stringMatching(/^FILE_(UNREADABLE|AHEAD|FAILED_ON)$/),
            subject: name,
          },
        ],
      })
      expect(
        (await allRows(simulator, harmed)).map(({ state }) => state)
      ).toEqual(['UNKNOWN', 'UNKNOWN'])
      expect(await listed()).toContainEqual(
        expect.objectContaining({ id: harmed, state: 'FAILED' })
      )
      expect(await sent()).toEqual(ordersOf('B'))

      await controlBatch(simulator, { id: harmed, action: 'RETRY' })
      await letTimePass()
      await untilSent(harmed)

      expect(await sent()).toEqual(ordersOf('A', 'B'))
    }
  )

  it('whose input is cut off stays FAILED after a RETRY, and ABORT ends it', async () => {
    const harmed = await readyBatch('A')

    await poisonIn(harmed, 'in/0000.json', () => CUT_OFF)
    await start(harmed)
    await untilFailed(harmed)
    await controlBatch(simulator, { id: harmed, action: 'RETRY' })
    await untilFailed(harmed)
    await controlBatch(simulator, { id: harmed, action: 'ABORT' })

    expect(
      await untilBatch(
        simulator,
        harmed,
        ({ finishedAt }) => finishedAt !== null
      )
    ).toMatchObject({
      state: 'ABORTED',
      counts: { pending: 0, unknown: 2, canceled: 0 },
    })
    expect(await sent()).toEqual([])
  })

  it('is logged once, by the id of the batch and the name of the file', async () => {
    const harmed = await readyBatch('L')

    await poisonIn(harmed, 'out/0000.json', () => CUT_OFF)
    await start(harmed)
    await untilFailed(harmed)
    await untilLaneIsIdle(simulator)

    const lines = (await simulator.app()).logLines.filter(
      (line) => line.includes('batch set aside') && line.includes(harmed)
    )

    expect(lines).toEqual([expect.stringContaining('out/0000.json')])
  })
})

describe('a batch with a file that cannot be read', () => {
  it.each<[string, string, (body: Record<string, unknown>) => unknown]>([
    [
      'a manifest of the year 287396',
      'manifest.json',
      (body) => ({ ...body, createdAtMs: 9e15 }),
    ],
    ['a manifest that is cut off', 'manifest.json', () => CUT_OFF],
    [
      'a manifest with 4e8 shards',
      'manifest.json',
      (body) => ({ ...body, shardCount: 4e8 }),
    ],
    ['a control that is cut off', 'control.json', () => CUT_OFF],
    [
      'a history of the year 287396',
      'control.json',
      (body) => ({
        ...body,
        history: [{ id: 'x', action: 'START', atMs: 9e15 }],
      }),
    ],
  ])(
    '%s: the list has it as FAILED beside the others, RETRY says why not, and ABORT ends it',
    async (_what, name, change) => {
      const harmed = await readyBatch('A')
      const neighbour = await readyBatch('B')

      await poisonIn(harmed, name, change)

      const batches = await listed()

      expect(batches.find(({ id }) => id === harmed)).toMatchObject({
        state: 'FAILED',
        // Without its control it is not known that nothing was sent.
        counts:
          name === 'control.json'
            ? { total: 2, pending: 0, unknown: 2 }
            : { total: 2, pending: 2, unknown: 0 },
        warnings: [
          expect.stringContaining(`${name} of this batch cannot be read`),
        ],
        notices: [
          {
            code: name === 'control.json' ? 'CONTROL_LOST' : 'MANIFEST_LOST',
            subject: null,
          },
        ],
      })
      expect(batches.find(({ id }) => id === neighbour)).toMatchObject({
        state: 'READY',
        warnings: [],
        notices: [],
      })
      expect(
        (await controlBatch(simulator, { id: harmed, action: 'RETRY' })).refusal
      ).toMatchObject({
        code: 'BATCH_UNREADABLE',
        message: expect.stringContaining(name),
        detail:
          name === 'control.json'
            ? 'CONTROL_UNREADABLE'
            : 'MANIFEST_UNREADABLE',
        subject: null,
      })

      const aborted = await controlBatch(simulator, {
        id: harmed,
        action: 'ABORT',
      })

      expect(aborted.refusal).toBeNull()
      expect(
        await untilBatch(
          simulator,
          harmed,
          ({ finishedAt }) => finishedAt !== null
        )
      ).toMatchObject({ state: 'ABORTED', counts: { canceled: 0 } })
      await start(neighbour)
      await untilSent(neighbour)
      expect(await sent()).toEqual(ordersOf('B'))
    }
  )

  it('a progress that is cut off: the list has it as FAILED, and a look at it makes the file anew', async () => {
    const harmed = await readyBatch('A')

    await poisonIn(harmed, 'progress.json', () => CUT_OFF)

    expect(await listed()).toMatchObject([
      {
        id: harmed,
        state: 'FAILED',
        warnings: [expect.stringContaining('progress.json')],
        notices: [{ code: 'PROGRESS_LOST', subject: null }],
      },
    ])
    expect((await readBatch(simulator, harmed)).batch).toMatchObject({
      state: 'READY',
      counts: { total: 2, pending: 2 },
      warnings: [],
    })
    await start(harmed)
    await untilSent(harmed)
    expect(await sent()).toEqual(ordersOf('A'))
  })

  it('a control that is lost while it waits in the queue does not keep the lane awake', async () => {
    const harmed = await readyBatch('A')

    await untilLaneIsIdle(simulator)
    await poisonIn(harmed, 'control.json', () => CUT_OFF)
    await poison('index.json', {
      ...(await bodyAt<object>('index.json')),
      entries: [{ id: harmed, createdAtMs: Date.now(), waitingSinceMs: 1 }],
    })
    await simulator.fireEvent('drain-batches')
    await untilLaneIsIdle(simulator)

    const { entries } = await bodyAt<{ entries: object[] }>('index.json')

    expect(entries).toEqual([{ id: harmed, createdAtMs: expect.any(Number) }])
    expect((await listed())[0]).toMatchObject({ id: harmed, state: 'FAILED' })
  })
})
