import {
  allRows,
  controlBatch,
  createBatch,
  untilBatch,
} from '../support/batches'
import {
  ageBatches,
  useBatchSimulator,
  untilReplicaDies,
} from '../support/batchWork'
import { ageJournals } from '../support/journal'
import { sorted } from '../support/lists'

const REPLICAS = [0, 1, 2]

const simulator = useBatchSimulator(REPLICAS.length)

/** Longer than a lease with its grace period, and longer than a send takes to settle. */
const LONG_SECONDS = 150

const LANE = { method: 'PUT', path: '/batches/files/lane.json' }
const JOURNAL = { method: 'PUT', path: '/journal-' }
const END = { method: 'PUT', path: '.received.json' }
const SHARD = { method: 'PUT', path: '/out/0000.json' }
const CANCEL = { method: 'POST', path: '/cancel' }

/** Creates and starts a batch with a fault that hits the next owner of the lane. */
async function startWith(orders: string[], rule: object) {
  const { batch } = await createBatch(simulator, { orders, checkFirst: false })
  const id = batch?.id ?? ''

  await simulator.fault({ name: 'crash', kind: 'kill', ...rule })
  await controlBatch(simulator, {
    id,
    action: 'START',
    expectedOrders: orders.length,
  })

  return id
}

/** Asserts that OMS processed exactly one cancel for every order, that the order is canceled, and that its row says so. */
async function expectEachCanceledOnce(id: string, orders: string[]) {
  await simulator.advance(10)

  const calls = await simulator.ledger('oms')
  const done = calls
    .filter(({ method, processed }) => method === 'POST' && processed)
    .map(({ path }) => path.split('/').reverse()[1])

  expect(sorted(done)).toEqual(orders)
  expect(
    (await simulator.orders())
      .filter(({ orderId }) => orders.includes(orderId))
      .map(({ status }) => status)
  ).toEqual(orders.map(() => 'canceled'))

  const rows = await allRows(simulator, id)

  expect(rows.map(({ orderId }) => orderId)).toEqual(orders)
  rows.forEach(({ state }) => expect(['ACCEPTED', 'CANCELED']).toContain(state))
}

test.each([
  ['before its claim of the lane is written', { ...LANE }],
  [
    'after its claim of the lane is written',
    { ...LANE, processing: 'after' as const },
  ],
  ['before it has opened its first shard', { ...SHARD }],
  [
    'after it has opened its first shard',
    { ...SHARD, processing: 'after' as const },
  ],
  ['when it reads an order', { method: 'GET', path: '/orders/C00003-01' }],
  ['before it claims an order', { ...JOURNAL, skip: 4 }],
  [
    'after it has claimed an order',
    { ...JOURNAL, skip: 4, processing: 'after' as const },
  ],
  ['before OMS has processed its cancel', { ...CANCEL, skip: 3 }],
  [
    'after OMS has processed its cancel',
    { ...CANCEL, skip: 3, processing: 'after' as const },
  ],
  ['before it writes the journal after a cancel', { ...END, skip: 2 }],
  [
    'after it has written the journal after a cancel',
    { ...END, skip: 2, processing: 'after' as const },
  ],
  ['before it saves the outcomes of the rows', { ...SHARD, skip: 1 }],
  [
    'after it has saved the outcomes of the rows',
    { ...SHARD, skip: 1, processing: 'after' as const },
  ],
  [
    "when it saves the batch's progress",
    { method: 'PUT', path: '/progress.json' },
  ],
])(
  'when a replica dies %s, another one finishes the batch and repeats no cancel',
  async (_when, rule) => {
    const { orderIds } = await simulator.seedMany(12, 'C')
    const id = await startWith(orderIds, rule)

    await untilReplicaDies(simulator)
    // First, since the next owner of the lane looks at once.
    await ageJournals(simulator, orderIds, LONG_SECONDS)
    await ageJournals(simulator, orderIds, LONG_SECONDS)
    await ageBatches(simulator, LONG_SECONDS)
    await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
    await expectEachCanceledOnce(id, orderIds)
  }
)

test('when all replicas die in the middle of a batch, new ones finish it and repeat no cancel', async () => {
  const { orderIds } = await simulator.seedMany(80, 'K')
  const { batch } = await createBatch(simulator, {
    orders: orderIds,
    checkFirst: false,
    maxPerMinute: 300,
  })

  const id = batch?.id ?? ''

  await controlBatch(simulator, { id, action: 'START', expectedOrders: 80 })
  await untilBatch(simulator, id, ({ counts }) => counts.accepted > 0)
  await Promise.all(REPLICAS.map((index) => simulator.killReplica(index)))

  const before = (await simulator.omsCalls()).filter((call) =>
    call.startsWith('POST')
  ).length

  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(80)

  await ageJournals(simulator, orderIds, LONG_SECONDS)
  await ageBatches(simulator, LONG_SECONDS)
  await Promise.all(REPLICAS.map((index) => simulator.startReplica(index)))
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await expectEachCanceledOnce(id, orderIds)
})

test('when all events are lost, the next read of the batch makes a replica work on it', async () => {
  const { orderIds } = await simulator.seedMany(5, 'L')

  await simulator.choose({ eventLossPercent: 100 })

  const id = await startWith(orderIds, { times: 0 })

  const events = await simulator.events()

  expect(new Set(events.map(({ state }) => state))).toEqual(new Set(['lost']))
  expect(await simulator.omsCalls()).toEqual([])

  await simulator.choose({ eventLossPercent: 0 })
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await expectEachCanceledOnce(id, orderIds)
})

test('when events arrive twice, late and out of order, no cancel is sent twice', async () => {
  const { orderIds } = await simulator.seedMany(40, 'D')

  await simulator.choose({ eventDuplicatePercent: 100, eventDelayMs: 2_000 })

  const id = await startWith(orderIds, { times: 0 })

  await Promise.all(
    Array.from({ length: 12 }, () => simulator.fireEvent('drain-batches'))
  )
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await expectEachCanceledOnce(id, orderIds)
})
