import type { BatchGroupAnswer } from '../support/batches'
import {
  allRows,
  batchRows,
  controlBatch,
  createBatch,
  startBatch,
  untilBatch,
} from '../support/batches'
import { ask } from '../support/graphql'
import { readText } from '../support/repository'
import { useSimulator } from '../support/simulator'

const simulator = useSimulator(undefined, { replicas: 2 })

/** What each status of an order of the store itself promises, as VTEX documents it. */
const PROMISES: Record<string, string> = {
  'payment-approved': 'WILL_CANCEL',
  handling: 'WILL_REQUEST',
  canceled: 'ALREADY_CANCELED',
  'cancellation-requested': 'OPEN_REQUEST',
  invoiced: 'INVOICED',
}

/** Groups orders of the simulator by hand, by their statuses; `missing` more are not there. */
async function groupsOfOms(
  ids: string[],
  missing: number
): Promise<BatchGroupAnswer[]> {
  const orders = (await simulator.orders()).filter(({ orderId }) =>
    ids.includes(orderId)
  )

  const found = Object.entries(PROMISES).map(([status, outlook]) => {
    const own = orders.filter((order) => order.status === status)

    return {
      outlook,
      count: own.length,
      sums: [
        {
          currency: 'BRL',
          value: own.reduce((sum, { value }) => sum + value, 0),
        },
      ],
      unvalued: 0,
    }
  })

  return [
    ...found,
    { outlook: 'NOT_FOUND', count: missing, sums: [], unvalued: missing },
  ]
}

async function seedAll() {
  const seeds = [
    simulator.seedMany(820, 'paid', { value: 9e11 }),
    simulator.seedMany(80, 'handled', { status: 'handling', value: 1 }),
    simulator.seedMany(30, 'over', { status: 'canceled' }),
    simulator.seedMany(30, 'asked', { status: 'cancellation-requested' }),
    simulator.seedMany(30, 'sent', {
      status: 'invoiced',
      packages: [{ type: 'Output', invoiceNumber: '1' }],
    }),
  ]

  return (await Promise.all(seeds)).flatMap(({ orderIds }) => orderIds)
}

test('1,000 orders are read for the preview, and grouped and summed up as OMS knows them', async () => {
  const known = await seedAll()
  const missing = Array.from({ length: 10 }, (_, number) => `gone-${number}`)
  const expected = await groupsOfOms(known, missing.length)
  const { batch } = await createBatch(simulator, {
    orders: [...known, ...missing],
    maxRefusals: 7,
    maxPerMinute: 40,
  })

  const ready = await untilBatch(
    simulator,
    batch?.id ?? '',
    ({ state }) => state === 'READY'
  )

  expect(ready).toMatchObject({
    checked: 1_000,
    checkedAt: expect.any(String),
    retryable: 0,
    acceptOwnRequests: false,
    maxRefusals: 7,
    maxPerMinute: 40,
    actions: ['START', 'ABORT'],
    lastControl: null,
  })
  expect([...ready.groups].sort(byName)).toEqual([...expected].sort(byName))
  expect(
    (await simulator.allOmsCalls()).filter((call) => call.startsWith('POST'))
  ).toEqual([])
}, 180_000)

function byName(one: BatchGroupAnswer, other: BatchGroupAnswer) {
  return one.outlook < other.outlook ? -1 : 1
}

test('rows keep their outlook and value when they are canceled, and can be asked for by them, by order and by notices', async () => {
  await simulator.seed({ orderId: 'paid-01', value: 5_000 })
  await simulator.seed({ orderId: 'kept-01', value: 700, keepsPayment: true })
  // Its payment was never canceled.
  await simulator.seed({ orderId: 'over-01', status: 'canceled' })

  const orders = ['paid-01', 'gone-01', 'kept-01', 'over-01', 'paid-01']
  const { id } = await startBatch(simulator, { orders })

  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)

  const done = await untilBatch(simulator, id, ({ state }) => state === 'DONE')
  const rows = await allRows(simulator, id)
  const numbersOf = async (filter: Parameters<typeof batchRows>[2]) =>
    (await batchRows(simulator, id, filter)).items.map(({ row }) => row)

  expect(
    rows.map(({ state, outlook, value, currency }) => [
      ...[state, outlook],
      ...[value, currency],
    ])
  ).toEqual([
    ['CANCELED', 'WILL_CANCEL', 5_000, 'BRL'],
    ['REFUSED', 'NOT_FOUND', null, null],
    ['CANCELED', 'WILL_CANCEL', 700, 'BRL'],
    ['CANCELED', 'ALREADY_CANCELED', 12_990, 'BRL'],
    ['SKIPPED', 'SKIPPED', null, null],
  ])
  expect(done.groups).toEqual([
    {
      outlook: 'WILL_CANCEL',
      count: 2,
      sums: [{ currency: 'BRL', value: 5_700 }],
      unvalued: 0,
    },
    {
      outlook: 'ALREADY_CANCELED',
      count: 1,
      sums: [{ currency: 'BRL', value: 12_990 }],
      unvalued: 0,
    },
    { outlook: 'NOT_FOUND', count: 1, sums: [], unvalued: 1 },
    { outlook: 'SKIPPED', count: 1, sums: [], unvalued: 1 },
  ])
  // Without a preview nothing is checked.
  expect([done.checked, done.checkedAt]).toEqual([0, null])
  expect(done.actions).toEqual(['RETRY'])
  expect(done.lastControl).toEqual(done.history[0])

  expect(await numbersOf({ outlooks: ['WILL_CANCEL'] })).toEqual([1, 3])
  expect(
    await numbersOf({ outlooks: ['NOT_FOUND', 'SKIPPED', 'INVOICED'] })
  ).toEqual([2, 5])
  expect(await numbersOf({ orderId: 'paid-01' })).toEqual([1, 5])
  expect(await numbersOf({ orderId: 'paid-01', states: ['CANCELED'] })).toEqual(
    [1]
  )
  expect(await numbersOf({ orderId: 'paid-0' })).toEqual([])
  expect(await numbersOf({ hasNotices: true })).toEqual([3, 4])
  // A cache keeps each row's cancellation apart from that of its order, and of the row that repeats it.
  expect(rows.map(({ cancellation }) => cancellation?.cacheId)).toEqual(
    [1, 2, 3, 4, 5].map((row) => `${id}-${row}-cancellation`)
  )
})

test('the preview of a batch that denies says which requests it will deny, which are the own ones of the store, and where none is open, and keeps that when they are denied', async () => {
  await simulator.seed({
    orderId: 'asked-01',
    value: 300,
    status: 'cancellation-requested',
    origin: 'Fulfillment',
    requestedAt: 'handling',
    cancellation: { requestedByUser: true },
  })
  await simulator.seed({
    orderId: 'own-01',
    value: 20,
    status: 'cancellation-requested',
    cancellation: { requestedByUser: false },
  })
  await simulator.seed({ orderId: 'none-01', value: 1 })

  const { batch } = await createBatch(simulator, {
    action: 'DENY',
    reason: 'Sent already',
    orders: ['asked-01', 'own-01', 'none-01'],
  })

  const id = batch?.id ?? ''
  const ready = await untilBatch(
    simulator,
    id,
    ({ state }) => state === 'READY'
  )

  const group = (outlook: string, value: number) => ({
    outlook,
    count: 1,
    sums: [{ currency: 'BRL', value }],
    unvalued: 0,
  })

  expect(ready.groups).toEqual([
    group('WILL_DENY', 300),
    group('NO_OPEN_REQUEST', 1),
    group('OWN_REQUEST', 20),
  ])

  await controlBatch(simulator, { id, action: 'START', expectedOrders: 1 })

  const done = await untilBatch(simulator, id, ({ state }) => state === 'DONE')

  expect(done.counts).toMatchObject({ denied: 1, refused: 2 })
  expect(done.groups).toEqual(ready.groups)
})

test('RETRY does nothing where another number than that of the refused and unknown rows is expected', async () => {
  const { id } = await startBatch(simulator, { orders: ['gone-01', 'gone-02'] })

  await untilBatch(simulator, id, ({ state }) => state === 'DONE')
  await simulator.forgetLedger()

  const { batch, refusal } = await controlBatch(simulator, {
    id,
    action: 'RETRY',
    expectedOrders: 1,
  })

  expect(refusal).toMatchObject({
    code: 'COUNT_MISMATCH',
    detail: 'RETRY_COUNT_DIFFERS',
    subject: '2',
  })
  expect(batch).toMatchObject({ state: 'DONE', counts: { refused: 2 } })
  expect(batch?.history.map(({ action }) => action)).toEqual(['START'])
  expect(await simulator.allOmsCalls()).toEqual([])

  const retried = await controlBatch(simulator, {
    id,
    action: 'RETRY',
    expectedOrders: 2,
  })

  expect(retried.refusal).toBeNull()
  expect(retried.batch?.lastControl?.action).toBe('RETRY')
})

/** The query with which a page polls, as the documentation shows it, with the name of each type. */
function pollOf(id: string): string {
  const page = readText('docs/integrators.md')
  const [, query] =
    /#### A page that polls.*?```graphql\n(.*?)```/s.exec(page) ?? []

  return query
    .replace(/id: "\w+"/, `id: "${id}"`)
    .replace(/ \{\n/g, ' { __typename\n')
    .replace('query { __typename', 'query {')
}

test('the answer to a page that polls has less than 3 kB with the longest texts, history, notices and counts', async () => {
  const { batch } = await createBatch(simulator, {
    orders: Array.from({ length: 400 }, (_, number) => `gone-${number}`),
    name: '\u0001'.repeat(200),
    reason: '\u0001'.repeat(1_000),
    checkFirst: false,
  })

  const id = batch?.id ?? ''
  const files = await simulator.files()
  const fileOf = (name: string) => {
    const file = files.find(({ path }) => path.endsWith(name))

    if (!file) throw new Error(`There is no file ${name}.`)

    return { ...file, body: file.body as Record<string, unknown> }
  }

  const control = fileOf('/control.json')
  const manifest = fileOf('/manifest.json')
  const atMs = (await simulator.clock()).nowMs

  await simulator.putFile(manifest.bucket, manifest.path, {
    ...manifest.body,
    createdAtMs: atMs - 29 * 24 * 3_600_000,
  })
  await simulator.putFile(control.bucket, control.path, {
    ...control.body,
    phase: 'failed',
    startedAtMs: atMs,
    failure: { kind: 'unreadable', file: 'out/0001.json', generation: 0, atMs },
    history: Array.from({ length: 300 }, (_, number) => ({
      id: `id-${number}`,
      action: 'RESUME',
      by: `${'ó'.repeat(242)}@acme.example`,
      atMs,
    })),
  })

  const answer = await ask(simulator, pollOf(id))

  expect(answer.errors).toEqual([])
  expect(answer.data?.cancellationBatch).toMatchObject({
    __typename: 'CancellationBatchPayload',
    batch: {
      __typename: 'CancellationBatch',
      state: 'FAILED',
      counts: { __typename: 'BatchCounts', total: 400 },
      lastControl: { __typename: 'BatchControlEntry', action: 'RESUME' },
      notices: [{ code: 'FILE_UNREADABLE' }, { code: 'DELETED_SOON' }],
    },
  })
  expect(Buffer.byteLength(answer.text)).toBeLessThan(3_000)
})
