import {
  allRows,
  batchRows,
  controlBatch,
  createBatch,
  readBatch,
  untilBatch,
} from '../support/batches'
import { journalOf } from '../support/journal'
import { useSimulator } from '../support/simulator'

const simulator = useSimulator(undefined, { replicas: 2 })

const ORDERS = ['paid-01', 'handled-01', 'invoiced-01', 'gone-01']

test('a batch is checked, started, canceled and confirmed, and reports the outcome of each row', async () => {
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
      ...ORDERS,
      { orderId: 'paid-01', reason: 'Again' },
      '../../etc/passwd',
    ],
  })

  expect(refusal).toBeNull()
  expect(batch).toMatchObject({
    name: 'Recall',
    state: 'CHECKING',
    createdBy: 'olga@acme.example',
    startedAt: null,
    finishedAt: null,
    counts: { total: 6, pending: 4, skipped: 2 },
    history: [],
  })

  const id = batch?.id ?? ''
  const ready = await untilBatch(
    simulator,
    id,
    ({ state }) => state === 'READY'
  )

  // The preview leaves only the rows that can be sent, and sends nothing.
  expect(ready.counts).toMatchObject({ pending: 2, refused: 2, skipped: 2 })
  expect(
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
  ).toEqual([])

  const started = await controlBatch(simulator, {
    id,
    action: 'START',
    expectedOrders: 2,
  })

  expect(started.refusal).toBeNull()
  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)

  const done = await untilBatch(simulator, id, ({ state }) => state === 'DONE')

  expect(done.counts).toEqual({
    total: 6,
    pending: 0,
    skipped: 2,
    accepted: 0,
    awaitingDecision: 1,
    canceled: 1,
    denied: 0,
    stuck: 0,
    refused: 2,
    unknown: 0,
    notAttempted: 0,
    withWarnings: 0,
  })
  expect(done.finishedAt).not.toBeNull()
  expect(done.history).toEqual([
    { action: 'START', by: 'olga@acme.example', at: done.startedAt },
  ])

  const rows = await allRows(simulator, id)

  expect(
    rows.map(({ row, orderId, state, attempts, cancellation }) => [
      ...[row, orderId, state, attempts],
      cancellation?.refusal?.code ?? cancellation?.state,
    ])
  ).toEqual([
    [1, 'paid-01', 'CANCELED', 1, 'CANCELED'],
    [2, 'handled-01', 'AWAITING_DECISION', 1, 'AWAITING_DECISION'],
    [3, 'invoiced-01', 'REFUSED', 0, 'ORDER_INVOICED'],
    [4, 'gone-01', 'REFUSED', 0, 'ORDER_NOT_FOUND'],
    [5, 'paid-01', 'SKIPPED', 0, 'INVALID_INPUT'],
    [6, '../../etc/passwd', 'SKIPPED', 0, 'INVALID_ORDER_ID'],
  ])

  // The ledger shows each cancel once.
  expect(
    (await simulator.omsCalls()).filter((call) => call.startsWith('POST'))
  ).toEqual(['POST paid-01/cancel', 'POST handled-01/cancel'])

  // A batch writes the same audit trail as a single cancel.
  expect((await journalOf(simulator, 'paid-01'))?.entries).toMatchObject([
    {
      kind: 'cancel',
      by: 'olga@acme.example',
      completion: { outcome: 'received' },
    },
  ])

  // Reads the rows in pages, and filtered by state.
  const first = await batchRows(simulator, id, { first: 4 })
  const second = await batchRows(simulator, id, { after: first.nextCursor })

  expect([...first.items, ...second.items]).toEqual(rows)
  expect(second.nextCursor).toBeNull()

  const skipped = await batchRows(simulator, id, { states: ['SKIPPED'] })

  expect(skipped.items.map(({ row }) => row)).toEqual([5, 6])

  // A read of a finished batch makes no call to OMS.
  await simulator.forgetLedger()
  await readBatch(simulator, id)
  expect(await simulator.ledger('oms')).toEqual([])
})
