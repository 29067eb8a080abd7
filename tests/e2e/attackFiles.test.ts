import { createHash } from 'crypto'

import {
  allRows,
  controlBatch,
  createBatch,
  readBatch,
  untilBatch,
} from '../support/batches'
import {
  ageBatches,
  untilLaneIsIdle,
  useBatchSimulator,
} from '../support/batchWork'
import { ask, cancelOrder, fieldOf } from '../support/graphql'

const simulator = useBatchSimulator()

/** Longer than a lease with its grace, and than a send needs to take effect. */
const LONG_S = 200

const BUCKET = 'batches'

/** A file that an attack has cut off. */
const CUT_OFF = '{'

interface Listed {
  id: string
  state: string
  warnings: string[]
  counts: Record<string, number>
}

/** Lists all batches, as a page of operators does. */
const listed = async () =>
  fieldOf<{ items: Listed[] }>(
    await ask(
      simulator,
      '{ cancellationBatches { items { id state warnings counts { total pending unknown } } } }'
    ),
    'cancellationBatches'
  ).items

const listedIds = async () => (await listed()).map(({ id }) => id)

async function bodyAt<T>(path: string): Promise<T> {
  const files = await simulator.files()

  return files.find((file) => file.bucket === BUCKET && file.path === path)
    ?.body as T
}

const poison = (path: string, body: unknown) =>
  simulator.putFile(BUCKET, path, body)

/** Poisons a file in the folder of a batch, from its content. */
async function poisonIn(
  id: string,
  name: string,
  change: (body: Record<string, unknown>) => unknown
) {
  const { folder } = await bodyAt<{ folder: string }>(`${id}/manifest.json`)
  const path = `${name === 'manifest.json' ? id : folder}/${name}`

  await poison(path, change(await bodyAt(path)))
}

/** Creates a batch of two orders that only it has; nothing is to be done for it before its start. */
async function readyBatch(key: string): Promise<string> {
  const { orderIds } = await simulator.seedMany(2, key)
  const { batch } = await createBatch(simulator, {
    idempotencyKey: key,
    orders: orderIds,
    checkFirst: false,
  })

  return batch?.id ?? ''
}

const start = (id: string) =>
  controlBatch(simulator, { id, action: 'START', expectedOrders: 2 })

const inOrder = (one: string, other: string) => (one < other ? -1 : 1)

/** The orders that were canceled, as the ledger of OMS has them. */
const sent = async () =>
  (await simulator.omsCalls())
    .filter((call) => call.startsWith('POST'))
    .map((call) => call.slice('POST '.length, -'/cancel'.length))
    .sort(inOrder)

/** Names the orders of a batch that `readyBatch` made. */
const ordersOf = (...keys: string[]) =>
  keys.flatMap((key) => [`${key}00001-01`, `${key}00002-01`]).sort(inOrder)

/** Waits until the operator reads that a batch has sent all. */
const untilSent = (id: string) =>
  untilBatch(
    simulator,
    id,
    ({ counts }) => counts.accepted + counts.canceled === 2
  )

const untilFailed = (id: string) =>
  untilBatch(simulator, id, ({ state }) => state === 'FAILED')

/** Lets the time pass that a lane, or a row that may have been sent, is left alone for. */
async function letTimePass() {
  await simulator.killReplica(0)
  await simulator.killReplica(1)
  await simulator.forgetEvents()
  await ageBatches(simulator, LONG_S)
  await simulator.startReplica(0)
  await simulator.startReplica(1)
}

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
    },
    120_000
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
  }, 60_000)

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
  }, 60_000)
})

describe('a lane file that no owner can have written', () => {
  it.each<[string, unknown]>([
    ['cut off', CUT_OFF],
    [
      'of the year 33658',
      { version: 5, epoch: 3, owner: 'x', expiresAtMs: 1e15 },
    ],
    [
      'held for a year',
      {
        version: 5,
        epoch: 3,
        owner: 'x',
        expiresAtMs: Date.now() + 3e10,
        endsAtMs: Date.now() + 3e10,
      },
    ],
    ['with an epoch beyond all', { version: 5, epoch: 9e15, expiresAtMs: 0 }],
  ])(
    '%s: single orders are canceled, batches created, and those that wait go on once no owner can be left',
    async (_what, lane) => {
      await simulator.seed({ orderId: 'single-01' })
      const waiting = await readyBatch('A')

      await untilLaneIsIdle(simulator)
      await poison('lane.json', lane)

      expect(await cancelOrder(simulator, 'single-01')).toMatchObject({
        state: 'ACCEPTED',
        refusal: null,
      })
      expect((await start(waiting)).refusal).toBeNull()

      const created = await readyBatch('B')

      await untilFile('lane-found.json')
      // What was found has not stood for long: no replica takes the lane.
      expect(await sent()).toEqual(['single-01'])

      const beforeS = Math.floor(Date.now() / 1_000)

      await letPassSince()
      await untilSent(waiting)

      const healed = await bodyAt<{ epoch: number }>('lane.json')

      expect(healed.epoch).toBeGreaterThan(beforeS)
      expect(await sent()).toEqual([...ordersOf('A'), 'single-01'])
      expect(await listedIds()).toContain(created)
    },
    120_000
  )
})

/** Moves the time at which the lane was found unusable into the past. */
async function letPassSince() {
  await poison('lane-found.json', {
    ...(await bodyAt<object>('lane-found.json')),
    atMs: Date.now() - LONG_S * 1_000,
  })
}

/** Waits until the app has written a file. Only the test's timeout ends the wait. */
async function untilFile(path: string) {
  // eslint-disable-next-line no-await-in-loop
  while (!(await bodyAt(path))) {
    // A look of an operator wakes the lane.
    // eslint-disable-next-line no-await-in-loop
    await listed()
  }
}

describe('an index that cannot be read', () => {
  const manyBatches = {
    version: 4,
    entries: Array.from({ length: 40_000 }, (_, number) => ({
      id: number.toString(16).padStart(32, '0'),
      createdAtMs: Date.now(),
    })),
  }

  it.each<[string, unknown]>([
    ['cut off', CUT_OFF],
    ['of more than 2 MiB', manyBatches],
    ['of another shape', { version: 5, entries: [{ id: '../lane' }] }],
  ])(
    '%s: batches are created and listed, and the older ones come back by themselves',
    async (_what, index) => {
      const before = await readyBatch('A')

      await untilLaneIsIdle(simulator)
      await poison('index.json', index)

      const after = await readyBatch('B')

      expect(await listedIds()).toContain(after)
      // The lane looks through the folders.
      await untilLists(before)
      expect((await listedIds()).sort(inOrder)).toEqual(
        [before, after].sort(inOrder)
      )
      expect((await start(before)).refusal).toBeNull()
      await untilSent(before)
    },
    60_000
  )
})

async function untilLists(id: string) {
  // Only the test's timeout ends the wait.
  // eslint-disable-next-line no-await-in-loop
  while (!(await listedIds()).includes(id));
}

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
      })
      expect(batches.find(({ id }) => id === neighbour)).toMatchObject({
        state: 'READY',
        warnings: [],
      })
      expect(
        (await controlBatch(simulator, { id: harmed, action: 'RETRY' })).refusal
      ).toMatchObject({
        code: 'BATCH_UNREADABLE',
        message: expect.stringContaining(name),
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
    },
    60_000
  )

  it('a progress that is cut off: the list has it as FAILED, and a look at it makes the file anew', async () => {
    const harmed = await readyBatch('A')

    await poisonIn(harmed, 'progress.json', () => CUT_OFF)

    expect(await listed()).toMatchObject([
      {
        id: harmed,
        state: 'FAILED',
        warnings: [expect.stringContaining('progress.json')],
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
  }, 60_000)

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
  }, 60_000)
})

describe('a journal with an entry of the future', () => {
  it('sends nothing for its order, says that the journal is the cause, and lets every other order be', async () => {
    await simulator.seed({ orderId: 'harmed-01' })
    await simulator.seed({ orderId: 'other-01' })
    expect(await cancelOrder(simulator, 'other-01')).toMatchObject({
      state: 'ACCEPTED',
      refusal: null,
    })

    const hash = createHash('sha256').update('harmed-01').digest('hex')
    const files = await simulator.files()

    // The claim of the other order, as one of a far day for this order.
    await Promise.all(
      files
        .filter(({ path }) => /^other-01\/[^.]+\.json$/.test(path))
        .map(({ path, body }) =>
          simulator.putFile(
            `journal-${hash.slice(0, 2)}`,
            path.replace('other-01', 'harmed-01'),
            {
              ...(body as object),
              orderId: 'harmed-01',
              startedAtMs: Date.now() + 4e10,
            }
          )
        )
    )

    expect(await cancelOrder(simulator, 'harmed-01')).toMatchObject({
      refusal: {
        code: 'STORAGE_UNAVAILABLE',
        message: expect.stringContaining('journal of order harmed-01'),
      },
      nextStep: 'RETRY_LATER',
      warnings: [expect.stringContaining('The journal could not be read')],
    })
    expect(await sent()).toEqual(['other-01'])
  })
})
