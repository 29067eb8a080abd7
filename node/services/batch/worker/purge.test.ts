import { RETENTION_MS } from '../../../domain/batch/batch'
import { UNREAD_SETTINGS } from '../../../domain/settings'
import { storeSets } from '../../../testing/settings'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'
import { readBatch } from '../api/readBatch'
import { purgeOne } from './purge'

const unread = async () => UNREAD_SETTINGS

const DAY_MS = 24 * 3_600_000

const input = (idempotencyKey: string) =>
  aBatchInput(['B0-01'], { idempotencyKey, checkFirst: false })

/** Awaits an act in virtual time, with everything that it sets off. */
async function done<T>({ time }: VirtualPlatform, act: Promise<T>): Promise<T> {
  await time.run()

  return act
}

describe('a batch', () => {
  it('is deleted with all its files after 30 days, and not before', async () => {
    const platform = new VirtualPlatform(1, { ...CALM, orders: 2 })
    const ports = platform.callerPorts()
    const filesOf = (id: string) =>
      [...platform.files.stored.keys()].filter((path) => path.includes(id))

    const old = await done(platform, createBatch(ports, input('old')))
    const id = old.batch?.manifest.id ?? ''

    await done(
      platform,
      controlBatch(ports, { id, action: 'ABORT', expectedOrders: null })
    )

    await done(platform, platform.time.wait(RETENTION_MS - DAY_MS))
    await done(platform, createBatch(ports, input('before')))
    expect(filesOf(id)).toHaveLength(5)

    await done(platform, platform.time.wait(2 * DAY_MS))

    const fresh = await done(platform, createBatch(ports, input('after')))

    expect(filesOf(id)).toEqual([])
    expect((await done(platform, readBatch(ports, id))).refusal?.code).toBe(
      'NOT_FOUND'
    )
    expect(filesOf(fresh.batch?.manifest.id ?? '')).toHaveLength(5)
  })
})

/** A platform, and what two kinds of callers do on it. */
function aPurge(settings = storeSets()) {
  const platform = new VirtualPlatform(1, { ...CALM, orders: 2 })
  const ports = { ...platform.callerPorts(), settings }
  const { files, time } = platform
  const logged: object[] = []

  return {
    platform,
    logged,
    files,
    filesOf: (id: string) =>
      [...files.stored.keys()].filter((path) => path.includes(id)),
    create: (key: string) => done(platform, createBatch(ports, input(key))),
    control: (id: string, action: 'ABORT' | 'START' | 'PAUSE') =>
      done(platform, controlBatch(ports, { id, action, expectedOrders: null })),
    read: async (id: string) =>
      (await done(platform, readBatch(ports, id))).batch,
    wait: (ms: number) => done(platform, time.wait(ms)),
    purge: () =>
      done(
        platform,
        purgeOne({
          ...ports,
          logger: { ...ports.logger, info: (entry) => logged.push(entry) },
        })
      ),
  }
}

describe('the purge', () => {
  it('keeps a batch that the index alone calls old', async () => {
    const { create, filesOf, files, purge, wait } = aPurge()
    const id = (await create('new')).batch?.manifest.id ?? ''

    await wait(DAY_MS)
    files.spoil('batches/index.json', {
      version: 5,
      workspace: 'master',
      entries: [{ id, createdAtMs: 0 }],
    })
    await wait(RETENTION_MS - 3 * DAY_MS)
    await purge()

    expect(filesOf(id)).toHaveLength(5)
  })

  it('keeps a batch for seven days that was set aside at the age of 40, so that its pending rows are told', async () => {
    const { create, filesOf, files, purge, wait, platform } = aPurge()
    const { batch } = await create('old')
    const { id = '', folder = '' } = batch?.manifest ?? {}

    await wait(40 * DAY_MS)
    files.spoil(`batches/${folder}/control.json`, {
      version: 5,
      workspace: 'master',
      phase: 'failed',
      failure: {
        kind: 'unreadable',
        file: 'out/0000.json',
        generation: 0,
        atMs: platform.epochMs(),
      },
    })
    await wait(7 * DAY_MS - 60_000)
    await purge()
    expect(filesOf(id)).toHaveLength(5)

    await wait(DAY_MS)
    await purge()
    expect(filesOf(id)).toEqual([])
  })

  it('deletes what tries to create the batch have left that lost, and says how many files it deleted', async () => {
    const { platform, filesOf, wait, purge, logged } = aPurge()
    const ports = platform.callerPorts()
    const [first] = await done(
      platform,
      Promise.all(
        ['one', 'two', 'three', 'four'].map(() =>
          createBatch(ports, input('raced'))
        )
      )
    )

    const id = first.batch?.manifest.id ?? ''

    // One manifest, and four folders with an input, its rows, a control and a progress each.
    expect(filesOf(id)).toHaveLength(17)

    await wait(RETENTION_MS + DAY_MS)
    await purge()

    expect(filesOf(id)).toEqual([])
    expect(logged).toEqual([
      {
        operation: 'drainBatches',
        done: 'batch deleted',
        batchId: id,
        files: '17',
      },
    ])
  })

  it.each([
    ['7 days, as the store has set', storeSets({ batchDays: 7 }), 8],
    ['90 days, as the store has set', storeSets({ batchDays: 90 }), 91],
    ['90 days while the settings cannot be read', unread, 91],
  ])('keeps a batch for %s, and no longer', async (_what, settings, days) => {
    const { filesOf, create, wait, purge } = aPurge(settings)

    const id = (await create('old')).batch?.manifest.id ?? ''

    await wait((days - 2) * DAY_MS)
    await purge()
    expect(filesOf(id)).toHaveLength(5)

    await wait(2 * DAY_MS)
    await purge()
    expect(filesOf(id)).toEqual([])
  })

  it('deletes the files that are there of a batch whose manifest claims 400,000,000 shards', async () => {
    const { files, filesOf, create, wait, purge } = aPurge()
    const id = (await create('old')).batch?.manifest.id ?? ''
    const path = `batches/${id}/manifest.json`

    expect(filesOf(id)).toHaveLength(5)
    files.stored.set(path, {
      body: { ...(files.stored.get(path)?.body as object), shardCount: 4e8 },
      etag: 9,
    })
    await wait(RETENTION_MS + DAY_MS)

    const before = files.calls.remove

    await purge()

    expect(files.calls.remove - before).toBe(5)
    expect(filesOf(id)).toEqual([])
  })

  it('leaves a batch until 7 days after the last action on it, and says from when on it is deleted', async () => {
    const { filesOf, create, control, read, wait, purge } = aPurge()
    const id = (await create('old')).batch?.manifest.id ?? ''

    await wait(RETENTION_MS - DAY_MS)
    await control(id, 'ABORT')

    const batch = await read(id)

    expect(batch?.deletedAfterMs).toBe(
      (batch?.control.history[0].atMs ?? 0) + 7 * DAY_MS
    )

    await wait(6 * DAY_MS)
    await purge()
    expect(filesOf(id)).toHaveLength(5)

    await wait(2 * DAY_MS)
    await purge()
    expect(filesOf(id)).toEqual([])
  })

  it('is told for 7 days by a batch whose orders are pending, and not before', async () => {
    const { create, read, wait } = aPurge()
    const id = (await create('ready')).batch?.manifest.id ?? ''

    await wait(RETENTION_MS - 8 * DAY_MS)
    expect((await read(id))?.warnings).toEqual([])

    await wait(DAY_MS)

    const batch = await read(id)

    expect(batch).toMatchObject({ state: 'READY', counts: { PENDING: 1 } })
    expect(batch?.warnings).toEqual([
      `This batch is deleted from ${new Date(
        batch?.deletedAfterMs ?? 0
      ).toISOString()} on, with its pending orders: 1. Any action on it keeps it for 7 more days.`,
    ])
  })
})
