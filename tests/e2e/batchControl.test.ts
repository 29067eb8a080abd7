import {
  allRows,
  batchRows,
  controlBatch,
  readBatch,
  startBatch,
  untilBatch,
} from '../support/batches'
import { useBatchSimulator, untilLaneIsIdle } from '../support/batchWork'
import { cancelOrder } from '../support/graphql'
import { sorted } from '../support/lists'

const simulator = useBatchSimulator()

async function sends(): Promise<string[]> {
  return (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
}

test('a batch stops sending on PAUSE and continues where it stopped on RESUME', async () => {
  const { orderIds } = await simulator.seedMany(60, 'P')
  // 4 a second is slow enough that PAUSE comes before the end.
  const { id } = await startBatch(simulator, {
    orders: orderIds,
    maxPerMinute: 240,
  })

  await untilBatch(simulator, id, ({ counts }) => counts.pending < 60)
  await controlBatch(simulator, { id, action: 'PAUSE' })

  await untilLaneIsIdle(simulator)

  const { batch: paused } = await readBatch(simulator, id)

  expect(paused?.state).toBe('PAUSED')
  expect(paused?.counts.pending).toBeGreaterThan(0)
  expect(paused?.counts.accepted).toBe((await sends()).length)

  await controlBatch(simulator, { id, action: 'RESUME' })
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

  expect(sorted(await sends())).toEqual(
    orderIds.map((orderId) => `POST ${orderId}/cancel`)
  )
  expect((await readBatch(simulator, id)).batch?.history).toMatchObject([
    { action: 'START', by: 'olga@acme.example' },
    { action: 'PAUSE', by: 'olga@acme.example' },
    { action: 'RESUME', by: 'olga@acme.example' },
  ])
})

test('an order that waits in a running batch can be canceled by itself, and its row then finds it canceled and sends nothing', async () => {
  const { orderIds } = await simulator.seedMany(2, 'Q')
  // The batch sends one order now and the other a minute later.
  const { id } = await startBatch(simulator, {
    orders: orderIds,
    maxPerMinute: 1,
  })

  await untilBatch(simulator, id, ({ counts }) => counts.accepted === 1)

  const [left] = await batchRows(simulator, id, { states: ['PENDING'] }).then(
    ({ items }) => items
  )

  expect(await cancelOrder(simulator, left.orderId)).toMatchObject({
    state: 'ACCEPTED',
    refusal: null,
  })
  expect(await sends()).toHaveLength(2)

  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)

  expect(
    (await batchRows(simulator, id)).items.map(({ state }) => state)
  ).toEqual(['ACCEPTED', 'ACCEPTED'])
  expect(await sends()).toHaveLength(2)
}, 180_000)

test('a paused batch does not resume after its creator has lost the permission to cancel', async () => {
  const { orderIds } = await simulator.seedMany(60, 'W')
  const { id } = await startBatch(simulator, {
    orders: orderIds,
    maxPerMinute: 120,
  })

  await controlBatch(simulator, { id, action: 'PAUSE' }, { as: 'api-key' })
  await untilLaneIsIdle(simulator)
  await simulator.grant({
    user: 'olga@acme.example',
    product: '19',
    resource: 'CancelAction',
    granted: false,
  })

  const before = await sends()
  const { batch, refusal } = await controlBatch(
    simulator,
    { id, action: 'RESUME' },
    { as: 'api-key' }
  )

  expect(refusal?.code).toBe('NOT_PERMITTED')
  expect(batch?.state).toBe('PAUSED')
  expect(await sends()).toEqual(before)
})

test('a batch pauses itself when more than maxRefusals rows are refused, and RETRY tries those rows again', async () => {
  await simulator.seed({ orderId: 'good-01' })

  const gone = Array.from({ length: 12 }, (_, number) => `gone-${number}`)
  const { id } = await startBatch(simulator, {
    orders: [...gone, 'good-01'],
    maxRefusals: 6,
    maxPerMinute: 60,
  })

  const paused = await untilBatch(
    simulator,
    id,
    ({ state, counts }) => state === 'PAUSED' && counts.refused > 6
  )

  expect(paused.history[1]).toMatchObject({ action: 'PAUSE', by: null })
  // Rows that were in flight when the limit was reached may be refused too.
  expect(paused.counts.refused).toBeLessThan(12)
  expect(await sends()).toEqual([])

  await controlBatch(simulator, { id, action: 'RESUME' })
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)

  const done = await untilBatch(simulator, id, ({ state }) => state === 'DONE')

  expect(done.counts).toMatchObject({ refused: 12, canceled: 1 })

  await simulator.seed({ orderId: 'gone-2' })
  await controlBatch(simulator, { id, action: 'RETRY' })

  const again = await untilBatch(
    simulator,
    id,
    ({ counts }) => counts.pending === 0
  )

  expect(again.counts).toMatchObject({ refused: 11, canceled: 1, accepted: 1 })
  expect(await sends()).toEqual(['POST good-01/cancel', 'POST gone-2/cancel'])
})

test("with acceptOwnRequests, a batch accepts the request that its own cancel made, and leaves a shopper's request alone", async () => {
  await simulator.seed({ orderId: 'own-01', status: 'handling' })
  await simulator.seed({
    orderId: 'shopper-01',
    status: 'cancellation-requested',
  })

  const { id } = await startBatch(simulator, {
    orders: ['own-01', 'shopper-01'],
    acceptOwnRequests: true,
  })

  // The order shows its request only after the platform's clock has advanced.
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)
  await untilBatch(simulator, id, ({ counts }) => counts.accepted === 1)

  expect(await sends()).toEqual(['POST own-01/cancel', 'POST own-01/cancel'])
  expect(
    (await allRows(simulator, id)).map(({ orderId, state, attempts }) => [
      ...[orderId, state, attempts],
    ])
  ).toEqual([
    ['own-01', 'ACCEPTED', 2],
    ['shopper-01', 'REFUSED', 0],
  ])
})
