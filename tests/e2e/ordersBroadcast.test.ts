import { createBatch, controlBatch, untilBatch } from '../support/batches'
import {
  ageBatches,
  untilLaneIsIdle,
  useBatchSimulator,
} from '../support/batchWork'
import { ageJournals } from '../support/journal'

const REPLICAS = [0, 1]
const LONG_SECONDS = 150
const BROADCAST = 'vtex.orders-broadcast'

const simulator = useBatchSimulator(REPLICAS.length)

const canceled = () =>
  simulator.fireEvent('canceled', { currentState: 'canceled' }, BROADCAST)

/** Waits until each event has been delivered. */
async function untilDelivered() {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const events = await simulator.events()

    if (events.every(({ state }) => state === 'delivered')) return events

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until each of so many orders was sent. The simulator's calls tell, so that no read of the batch wakes the lane. */
async function postsOnceAllAreSent(count: number) {
  for (;;) {
    // eslint-disable-next-line no-await-in-loop
    const posts = (await simulator.omsCalls()).filter((call) =>
      call.startsWith('POST')
    )

    if (new Set(posts).size === count) return posts

    // eslint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test('when all replicas have died and no caller reads the batch, one event about any order makes a new one finish it', async () => {
  const { orderIds } = await simulator.seedMany(40, 'B')
  const { batch } = await createBatch(simulator, {
    orders: orderIds,
    checkFirst: false,
    maxPerMinute: 300,
  })

  const id = batch?.id ?? ''

  await controlBatch(simulator, { id, action: 'START', expectedOrders: 40 })
  await untilBatch(simulator, id, ({ counts }) => counts.accepted > 0)
  await Promise.all(REPLICAS.map((index) => simulator.killReplica(index)))
  await simulator.forgetEvents()
  await ageJournals(simulator, orderIds, LONG_SECONDS)
  await ageBatches(simulator, LONG_SECONDS)
  await Promise.all(REPLICAS.map((index) => simulator.startReplica(index)))

  await canceled()

  expect(await postsOnceAllAreSent(40)).toHaveLength(40)
})

test('a flood of events costs few reads of one file and no other call', async () => {
  const { orderIds } = await simulator.seedMany(1, 'F')

  // Makes the lane's file.
  await createBatch(simulator, { orders: orderIds, checkFirst: false })
  await untilLaneIsIdle(simulator)
  await simulator.forgetEvents()
  await simulator.forgetLedger()

  const before = Date.now()

  for (let round = 0; round < 20; round += 1) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.all(Array.from({ length: 25 }, canceled))
  }

  const events = await untilDelivered()
  const seconds = Math.ceil((Date.now() - before) / 1_000) + 1
  const calls = await simulator.ledger()

  expect(events).toHaveLength(500)
  expect(new Set(calls.map(({ method, path }) => `${method} ${path}`))).toEqual(
    new Set([
      'GET /vbase/v2/acme/master/buckets/acme.order-cancellation/batches/files/lane.json',
    ])
  )
  expect(calls.length).toBeLessThanOrEqual(REPLICAS.length * seconds)
})
