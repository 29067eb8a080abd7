import { appLogger } from '../../../appLogger'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { CALM } from '../../../testing/batches/conditions'
import { useSmallShards } from '../../../testing/batches/smallShards'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import { controlBatch } from '../api/controlBatch'
import { createBatch } from '../api/createBatch'
import { readBatch } from '../api/readBatch'
import { readRows } from '../api/readRows'
import { ALL_ROWS } from '../api/rowFilter'
import type { LanePorts } from '../ports'
import { drain } from './drain'

/** A batch of 30 orders has three shards. */
useSmallShards()

/** Two batches of 30 orders each, and a test that itself calls the workers. */
function twoBatches() {
  const platform = new VirtualPlatform(1, {
    ...CALM,
    orders: 60,
    isMixed: false,
    lostEvents: 1,
  })

  const { files, time, oms } = platform
  const logged: object[] = []
  const log = (entry: object) => logged.push(entry)
  const ports = {
    ...platform.callerPorts(),
    logger: appLogger({ info: log, error: log }),
  }

  const orderIds = [...oms.orders.keys()]

  async function startBatch(key: string, orders: string[]): Promise<string> {
    const { batch } = await createBatch(
      ports,
      aBatchInput(orders, { idempotencyKey: key, checkFirst: false })
    )

    const id = batch?.manifest.id ?? ''

    await controlBatch(ports, {
      id,
      action: 'START',
      expectedOrders: orders.length,
    })

    return id
  }

  return {
    ports,
    time,
    logged,
    /** Starts a batch that is to be harmed, and its neighbour behind it. */
    start: async () => ({
      harmed: await startBatch('harmed', orderIds.slice(0, 30)),
      neighbour: await startBatch('neighbour', orderIds.slice(30)),
    }),
    poison: (path: RegExp, body: unknown) => {
      const found = [...files.stored.keys()].filter((key) => path.test(key))

      expect(found).toHaveLength(1)
      files.stored.set(found[0], { body, etag: 1e6 })
    },
    change: (path: RegExp, fields: object) => {
      for (const [key, { body, etag }] of files.stored) {
        if (path.test(key))
          files.stored.set(key, {
            etag,
            body: { ...(body as object), ...fields },
          })
      }
    },
    bodyOf: (path: string) => files.stored.get(path)?.body,
    batch: async (id: string) => (await readBatch(ports, id)).batch,
    statesOf: async (id: string) => {
      const view = (await readBatch(ports, id)).batch

      if (!view) throw new Error('The batch could not be read.')

      const page = await readRows(ports, view, {
        first: 30,
        after: 0,
        ...ALL_ROWS,
      })

      return page?.items.map(({ row }) => row.state) ?? []
    },
    sends: (from: number, to: number) =>
      orderIds
        .slice(from, to)
        .map((orderId) => oms.orders.get(orderId)?.effects.length),
    /** Lets several workers come, one after the other. */
    work: async (times: number, more: Partial<LanePorts> = {}) => {
      for (let one = 0; one < times; one += 1) {
        // eslint-disable-next-line no-await-in-loop
        await drain({ ...ports, ...more })
        // eslint-disable-next-line no-await-in-loop
        await time.wait(1_000)
      }
    },
    run: async <T>(act: () => Promise<T>): Promise<T> => {
      const acted = act()

      acted.catch(() => undefined)
      await time.run()

      return acted
    },
  }
}

/** Thirty times a value. */
const thirty = <T>(value: T) => Array<T>(30).fill(value)

const ALL_CANCELED = thirty('CANCELED')

describe('beside a batch one of whose files of rows is cut off', () => {
  it('the neighbour is canceled whole, the rows of that file are UNKNOWN, and those of no other', async () => {
    const { run, start, poison, work, statesOf, batch, sends, logged } =
      twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()

      poison(new RegExp(`${harmed}/.*/out/0001.json`), '{')
      await work(3)

      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
      expect((await batch(harmed))?.state).toBe('FAILED')

      const states = await statesOf(harmed)

      expect(states.slice(10, 20)).toEqual(Array(10).fill('UNKNOWN'))
      expect(states.slice(0, 10)).not.toContain('UNKNOWN')
      expect(states.slice(20)).not.toContain('UNKNOWN')
    })

    expect(sends(10, 20)).toEqual(Array(10).fill(0))
    expect(logged).toContainEqual({
      operation: 'drainBatches',
      problem: 'batch set aside',
      batchId: expect.any(String),
      file: 'out/0001.json',
      kind: 'unreadable',
    })
  })

  it('a RETRY makes the file anew, and each order is canceled once, whether it was sent before or not', async () => {
    const { run, start, poison, work, statesOf, ports, time, sends } =
      twoBatches()

    await run(async () => {
      const { harmed } = await start()

      await work(1)
      await controlBatch(ports, {
        id: harmed,
        action: 'RETRY',
        expectedOrders: null,
      })
      // All rows were canceled; of ten, the file forgets it.
      poison(new RegExp(`${harmed}/.*/out/0001.json`), '{')
      poison(new RegExp(`${harmed}/.*/progress.json`), '{')
      await work(2)
      expect((await statesOf(harmed)).slice(10, 20)).toEqual(
        Array(10).fill('UNKNOWN')
      )

      await controlBatch(ports, {
        id: harmed,
        action: 'RETRY',
        expectedOrders: null,
      })
      await work(1)
      await time.wait(60_000)
      await work(3)

      expect(await statesOf(harmed)).toEqual(ALL_CANCELED)
    })

    expect(sends(0, 30)).toEqual(thirty(1))
  })

  it('leaves to a person what a lost worker may have sent of another file, and nothing else', async () => {
    const { run, start, poison, change, work, statesOf, sends } = twoBatches()

    await run(async () => {
      const { harmed } = await start()

      poison(new RegExp(`${harmed}/.*/out/0000.json`), '{')
      // A worker that died had this one open.
      change(new RegExp(`${harmed}/.*/out/0001.json`), { isClean: false })
      await work(2)

      expect(await statesOf(harmed)).toEqual([
        ...Array(20).fill('UNKNOWN'),
        ...Array(10).fill('PENDING'),
      ])
    })

    expect(sends(0, 30)).toEqual(thirty(0))
  })
})

describe('beside a batch whose control is lost while it is worked on', () => {
  it('the neighbour is canceled whole, the batch goes no further, and that is logged once', async () => {
    const { run, start, poison, work, statesOf, batch, logged, ports } =
      twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()
      const first = work(1)

      // A command may have been lost with it.
      await ports.sleep(2_000)
      poison(new RegExp(`${harmed}/.*/control.json`), '{')
      await first
      await work(2)

      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
      expect((await batch(harmed))?.state).toBe('FAILED')
      // What was sent is not even confirmed.
      expect(await statesOf(harmed)).not.toContain('CANCELED')
    })

    expect(
      logged.filter((entry) => JSON.stringify(entry).includes('set aside'))
    ).toEqual([
      {
        operation: 'drainBatches',
        problem: 'batch set aside',
        batchId: expect.any(String),
        file: 'control.json',
      },
    ])
  })
})

describe('beside a batch with an input that lacks rows', () => {
  it('the neighbour is canceled whole, a RETRY makes no file anew from it, and the batch says which file it is', async () => {
    const { run, start, change, work, statesOf, batch, sends, ports, bodyOf } =
      twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()
      const folder = (await batch(harmed))?.manifest.folder ?? ''
      const path = `batches/${folder}/in/0001.json`
      const { rows } = bodyOf(path) as { rows: unknown[] }

      change(new RegExp(path), { rows: rows.slice(0, 5) })
      await work(2)
      await controlBatch(ports, {
        id: harmed,
        action: 'RETRY',
        expectedOrders: null,
      })
      await work(2)

      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
      expect(await batch(harmed)).toMatchObject({
        state: 'FAILED',
        warnings: [expect.stringContaining('in/0001.json')],
      })
      expect(await statesOf(harmed)).toHaveLength(30)
    })

    expect(sends(10, 20)).toEqual(Array(10).fill(0))
  })
})

describe('beside a batch that VBase does not give', () => {
  it('the neighbour is canceled whole, and the batch goes on once VBase gives it', async () => {
    const { run, start, work, statesOf, batch, ports } = twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()
      const { store } = ports

      await work(2, {
        store: {
          ...store,
          shard: (folder, number) => ({
            ...store.shard(folder, number),
            ...(folder.startsWith(harmed) && {
              read: async () => ({ kind: 'unavailable' as const }),
            }),
          }),
        },
      })

      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
      expect((await batch(harmed))?.state).toBe('RUNNING')

      await work(2)
      expect(await statesOf(harmed)).toEqual(ALL_CANCELED)
    })
  })
})

describe('beside a row on which this app fails each time', () => {
  it('every other row is canceled, that one is UNKNOWN, and the bug leaves one trace for each worker', async () => {
    const { run, start, work, statesOf, ports, logged } = twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()
      const { oms } = ports

      await work(9, {
        oms: {
          ...oms,
          getOrder: async (orderId) => {
            if (orderId === 'B3-01') throw new TypeError()

            return oms.getOrder(orderId)
          },
        },
      })

      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
      expect(await statesOf(harmed)).toEqual(
        thirty('CANCELED').map((state, row) => (row === 3 ? 'UNKNOWN' : state))
      )
    })

    const bugs = logged.filter((entry) => 'bug' in entry)

    expect(bugs.length).toBeGreaterThan(0)
    expect(bugs.length).toBeLessThanOrEqual(6)
  })
})

describe('while a worker has the lane', () => {
  it('a lane file that is cut off is written again by its owner, and no other worker comes', async () => {
    const { run, start, poison, work, statesOf, bodyOf, ports } = twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()
      const first = work(1)

      await ports.sleep(8_000)
      poison(/lane.json/, '{')
      await drain(ports)
      await first

      expect(bodyOf('batches/lane.json')).toMatchObject({ epoch: 1_000_001 })
      await work(2)
      expect(await statesOf(harmed)).toEqual(ALL_CANCELED)
      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
    })
  })

  it('batches that the index loses are put back in the queue, so that the next worker finds them', async () => {
    const { run, start, poison, work, statesOf, bodyOf, ports } = twoBatches()

    await run(async () => {
      const { harmed, neighbour } = await start()
      const first = work(1)

      await ports.sleep(6_000)
      poison(/index.json/, { version: 5, workspace: 'master' })
      await ports.sleep(6_000)
      expect(bodyOf('batches/index.json')).toMatchObject({
        entries: [
          { id: harmed, waitingSinceMs: expect.any(Number) },
          { id: neighbour, waitingSinceMs: expect.any(Number) },
        ],
      })

      await first
      await work(2)
      expect(await statesOf(harmed)).toEqual(ALL_CANCELED)
      expect(await statesOf(neighbour)).toEqual(ALL_CANCELED)
    })
  })
})
