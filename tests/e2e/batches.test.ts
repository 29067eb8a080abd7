import {
  allRows,
  controlBatch,
  createBatch,
  readBatch,
  restartReplicas,
  startBatch,
  untilBatch,
} from '../support/batches'
import { useSimulator } from '../support/simulator'

const simulator = useSimulator(undefined, { replicas: 2 })

beforeEach(() => restartReplicas(simulator))

test('cancels orders that are checked first, and says of each what became of it', async () => {
  await simulator.seed({ orderId: 'paid-01' })
  await simulator.seed({ orderId: 'handled-01', status: 'handling' })
  await simulator.seed({
    orderId: 'invoiced-01',
    status: 'invoiced',
    packages: [{ type: 'Output', invoiceNumber: '1' }],
  })

  const { batch, refusal } = await createBatch(simulator, {
    name: 'Recall',
    reason: 'Faulty goods',
    orders: [
      'paid-01',
      'handled-01',
      'invoiced-01',
      'gone-01',
      'paid-01',
      '..',
    ],
  })

  expect(refusal).toBeNull()
  expect(batch?.state).toBe('CHECKING')

  const id = batch?.id ?? ''
  const ready = await untilBatch(
    simulator,
    id,
    ({ state }) => state === 'READY'
  )

  console.log(
    ready,
    (await allRows(simulator, id)).map((r) => [
      r.orderId,
      r.state,
      r.cancellation?.refusal?.code,
    ])
  )
  const t = Date.now()
  const { batch: started, refusal: r2 } = await controlBatch(simulator, {
    id,
    action: 'START',
    expectedOrders: ready.counts.pending,
  })

  console.log(started, r2)
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)
  const done = await untilBatch(simulator, id, ({ state }) => state === 'DONE')

  console.log(
    Date.now() - t,
    done,
    (await allRows(simulator, id)).map((r) => [
      r.orderId,
      r.state,
      r.cancellation?.refusal?.code,
      r.cancellation?.orderStatus,
    ])
  )
  console.log(await simulator.events())
  console.log(await simulator.allOmsCalls())
}, 120_000)
