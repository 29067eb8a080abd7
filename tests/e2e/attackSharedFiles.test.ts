import { createHash } from 'crypto'

import { attacksOn, CUT_OFF, inOrder, LONG_S } from '../support/attacks'
import { untilLaneIsIdle, useBatchSimulator } from '../support/batchWork'
import { cancelOrder } from '../support/graphql'

const simulator = useBatchSimulator()

const {
  listed,
  listedIds,
  bodyAt,
  poison,
  readyBatch,
  start,
  sent,
  ordersOf,
  untilSent,
} = attacksOn(simulator)

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
    }
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
    }
  )
})

async function untilLists(id: string) {
  // Only the test's timeout ends the wait.
  // eslint-disable-next-line no-await-in-loop
  while (!(await listedIds()).includes(id));
}

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
