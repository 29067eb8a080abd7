import type { BatchRow } from '../../../domain/batch/batch'
import { aBatchInput } from '../../../testing/batches/aBatchInput'
import { orderIdOf } from '../../../testing/batches/besideOrders'
import { CALM } from '../../../testing/batches/conditions'
import { aCancellation, aRefusal, aRow } from '../../../testing/batches/rows'
import { useSmallShards } from '../../../testing/batches/smallShards'
import { VirtualPlatform } from '../../../testing/batches/virtualPlatform'
import type { BatchOrderState } from '../../../domain/vocabulary'
import { prospectOf } from '../../../domain/batch/outlook'
import { worthOf } from '../../../domain/batch/worth'
import { shown } from '../../../domain/refusal/refusal'
import { anOrder } from '../../../testing/orders'
import { loadBatch } from '../loadBatch'
import type { BatchPorts } from '../ports'
import { createBatch } from './createBatch'
import { withSentences } from '../../../domain/cancellation/cancellation'
import { notice } from '../../../domain/notice/notice'
import { readRows } from './readRows'
import { ALL_ROWS } from './rowFilter'
import type { RowFilter } from './rowFilter'
import type { ShardBudget } from './readRows'

useSmallShards()

const WARNED = aCancellation(withSentences([notice('PAYMENT_UNREAD')]))

/** What became of a row: canceled with a warning or without, or refused with one. */
const ENDS: Record<string, Partial<BatchRow>> = {
  '.': { state: 'CANCELED', cancellation: aCancellation() },
  w: { state: 'CANCELED', cancellation: WARNED },
  r: { state: 'REFUSED', cancellation: WARNED },
}

/** The rows of four shards. What each shard's summary says of warnings: the last one was written before they were counted. */
const SHARDS = ['.w......r.', '..........', 'w.........', '.......w..']
const COUNTS = [2, 0, 1, null]

/** What the read of a row promised: `r` was invoiced, the others were not. */
const promised = (end: string) =>
  prospectOf('CANCEL', {
    cancellation: aCancellation({
      refusal: end === 'r' ? shown(aRefusal('ORDER_INVOICED')) : null,
    }),
    order: anOrder(),
    isSent: end !== 'r',
  })

/** Runs a test with a batch whose rows have ended, and with the numbers of the shards that were read. */
async function withBatch(
  test: (
    read: (
      query: {
        first?: number
        after?: number
        budget?: ShardBudget
      } & Partial<RowFilter>
    ) => Promise<{ numbers: number[]; nextCursor: string | null }>,
    shardsRead: number[],
    inputsRead: number[]
  ) => Promise<void>
) {
  const platform = new VirtualPlatform(1, {
    ...CALM,
    orders: 40,
    isMixed: false,
    lostEvents: 1,
  })

  const ports = platform.callerPorts()
  const life = (async () => {
    const { batch } = await createBatch(
      ports,
      aBatchInput([...platform.oms.orders.keys()])
    )

    if (!batch) throw new Error('No batch was created.')

    const { manifest } = batch

    await endRows(ports, manifest.folder)

    const shardsRead: number[] = []
    const inputsRead: number[] = []
    const watched: BatchPorts = {
      ...ports,
      store: {
        ...ports.store,
        shard: (folder, number) => {
          shardsRead.push(number)

          return ports.store.shard(folder, number)
        },
        input: (folder, number) => {
          inputsRead.push(number)

          return ports.store.input(folder, number)
        },
      },
    }

    await test(
      async ({ first = 50, after = 0, budget, ...filter }) => {
        const load = await loadBatch(ports, manifest.id)

        if (load.kind !== 'found') throw new Error(load.kind)

        const page = await readRows(watched, load.batch, {
          ...ALL_ROWS,
          first,
          after,
          budget,
          ...filter,
        })

        if (!page) throw new Error('The rows could not be read.')

        return {
          numbers: page.items.map(({ number }) => number),
          nextCursor: page.nextCursor,
        }
      },
      shardsRead,
      inputsRead
    )
  })()

  life.catch(() => undefined)
  await platform.time.run()
  await life
}

async function endRows({ store }: BatchPorts, folder: string) {
  const progress = await store.progress(folder).read()

  if (progress.kind !== 'found') throw new Error(progress.kind)

  const shards = progress.content.shards.map((summary, number) => ({
    ...summary,
    counts: { CANCELED: number === 0 ? 9 : 10, REFUSED: number === 0 ? 1 : 0 },
    withWarnings: COUNTS[number],
    worth:
      number === 3
        ? null
        : worthOf(
            [...SHARDS[number]].map((end) => aRow({ prospect: promised(end) }))
          ),
  }))

  await store.progress(folder).write({ ...progress.content, shards }, null)

  for (const [number, ends] of SHARDS.entries()) {
    const file = store.shard(folder, number)
    // eslint-disable-next-line no-await-in-loop
    const shard = await file.read()

    if (shard.kind !== 'found') throw new Error(shard.kind)

    const rows = shard.content.rows.map((row, index) => ({
      ...row,
      ...ENDS[ends[index]],
      prospect: promised(ends[index]),
      cancellation: {
        ...(ENDS[ends[index]].cancellation ?? aCancellation()),
        orderId: orderIdOf(number * 10 + index),
      },
    }))

    // eslint-disable-next-line no-await-in-loop
    await file.write({ ...shard.content, rows }, null)
  }
}

describe('the rows with warnings', () => {
  it('are found in every state, without a read of a shard that has none', () =>
    withBatch(async (read, shardsRead) => {
      expect(await read({ withWarnings: true })).toEqual({
        numbers: [2, 9, 21, 38],
        nextCursor: null,
      })
      // The last shard was not counted, so it is read.
      expect(shardsRead).toEqual([0, 2, 3])
    }))

  it('are found in the states that are asked for, without a read of a shard that has none of these', () =>
    withBatch(async (read, shardsRead) => {
      const states: BatchOrderState[] = ['REFUSED']

      expect(await read({ withWarnings: true, states })).toEqual({
        numbers: [9],
        nextCursor: null,
      })
      expect(shardsRead).toEqual([0])
    }))

  it('come in pages, each of which goes on where the one before has ended', () =>
    withBatch(async (read) => {
      const query = { withWarnings: true, first: 2 }

      expect(await read(query)).toEqual({ numbers: [2, 9], nextCursor: '9' })
      expect(await read({ ...query, after: 9 })).toEqual({
        numbers: [21, 38],
        nextCursor: null,
      })
    }))

  it('come in a short page when the answer has read enough, and the cursor leads to the rest', () =>
    withBatch(async (read, shardsRead) => {
      const query = { withWarnings: true, first: 3 }

      // The second page of the same answer reads one shard all the same, or no client would get on.
      const budget = { left: 1 }

      expect(await read({ ...query, budget })).toEqual({
        numbers: [2, 9],
        nextCursor: '20',
      })
      expect(await read({ ...query, after: 20, budget })).toEqual({
        numbers: [21],
        nextCursor: '30',
      })
      expect(shardsRead).toEqual([0, 2])
      expect(await read({ ...query, after: 30 })).toEqual({
        numbers: [38],
        nextCursor: null,
      })
    }))

  it('are asked for, or else all rows come', () =>
    withBatch(async (read, shardsRead) => {
      expect((await read({})).numbers).toHaveLength(40)
      expect(shardsRead).toEqual([0, 1, 2, 3])
    }))
})

describe('the rows with an outlook', () => {
  it('are found without a read of a shard that has none', () =>
    withBatch(async (read, shardsRead) => {
      expect(await read({ outlooks: ['INVOICED', 'STUCK'] })).toEqual({
        numbers: [9],
        nextCursor: null,
      })
      // The last shard was summed up by an earlier version, so it is read.
      expect(shardsRead).toEqual([0, 3])
    }))

  it('are found together with other filters', () =>
    withBatch(async (read, shardsRead) => {
      expect(
        await read({ outlooks: ['WILL_CANCEL'], withWarnings: true })
      ).toEqual({ numbers: [2, 21, 38], nextCursor: null })
      expect(shardsRead).toEqual([0, 2, 3])
    }))
})

describe('the rows of an order', () => {
  it('are found by reading the inputs, and the rows of no other shard', () =>
    withBatch(async (read, shardsRead, inputsRead) => {
      expect(await read({ orderId: orderIdOf(20) })).toEqual({
        numbers: [21],
        nextCursor: null,
      })
      expect(shardsRead).toEqual([2])
      expect(inputsRead).toEqual([0, 1, 2, 2, 3])
    }))

  it('are found by the id as a spreadsheet gives it, with spaces around it', () =>
    withBatch(async (read, shardsRead) => {
      expect(await read({ orderId: ` ${orderIdOf(20)}\t` })).toEqual({
        numbers: [21],
        nextCursor: null,
      })
      expect(shardsRead).toEqual([2])
    }))

  it('are none where the batch does not have the order', () =>
    withBatch(async (read, shardsRead) => {
      expect(await read({ orderId: 'other-01' })).toEqual({
        numbers: [],
        nextCursor: null,
      })
      expect(shardsRead).toEqual([])
    }))

  it('are looked for no further than the answer may read', () =>
    withBatch(async (read) => {
      expect(
        await read({ orderId: orderIdOf(35), budget: { left: 2 } })
      ).toEqual({ numbers: [], nextCursor: '20' })
    }))
})
