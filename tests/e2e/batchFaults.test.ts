import { allRows, startBatch, untilBatch } from '../support/batches'
import { useBatchSimulator } from '../support/batchWork'
import { sorted } from '../support/lists'
import type { FaultRule } from '../../simulator/edge/faults'

const simulator = useBatchSimulator()

type Fault = Omit<FaultRule, 'name'>

const HTML = '<html>Sign in, olga@acme.example</html>'
const LATE = { processing: 'after' as const }

/** Faults of the first cancel of an order, before or after OMS has processed it. */
const SENDS: Record<string, Fault> = {
  '429 without a wait': { status: 429 },
  '429 with a wait': { status: 429, headers: { 'retry-after': '2' } },
  '500 before': { status: 500, body: HTML },
  '500 after': { status: 500, ...LATE },
  '503': { status: 503 },
  'reset before': { kind: 'reset' },
  'reset after': { kind: 'reset', ...LATE },
  'silence before': { kind: 'hang' },
  'silence after': { kind: 'hang', ...LATE },
  'an HTML page before': { status: 200, body: HTML },
  'an HTML page after': { status: 200, body: HTML, ...LATE },
  'an empty body': { status: 200, body: '', ...LATE },
  'a body without a receipt': { status: 200, body: {}, ...LATE },
  'a truncated body': { status: 200, body: '{"date": "2026', ...LATE },
}

/** Faults of the first read of an order that a later read makes good; the last three may mean that OMS refuses the app's token. */
const READS: Record<string, Fault> = {
  '429': { status: 429, headers: { 'retry-after': '1' } },
  '500': { status: 500 },
  reset: { kind: 'reset' },
  silence: { kind: 'hang' },
  'an HTML page': { status: 200, body: HTML },
  'a truncated body': { status: 200, body: '{"orderId": ' },
  '403': { status: 403 },
}

/** OMS does not let the app read one order, while it shows the others: nothing is sent, and its row is REFUSED. */
const FORBIDDEN = '403 to every read'

test('a batch cancels each order once, whatever OMS answers to the first try', async () => {
  const faults = [
    ...Object.entries(SENDS).map(([what, rule], number) => ({
      what: `${what} to the cancel`,
      orderId: `S${number}-01`,
      rule: { ...rule, method: 'POST', path: `S${number}-01/cancel` },
    })),
    ...Object.entries(READS).map(([what, rule], number) => ({
      what: `${what} to the read`,
      orderId: `R${number}-01`,
      rule: { ...rule, method: 'GET', path: `R${number}-01` },
    })),
    {
      what: FORBIDDEN,
      orderId: 'F-01',
      rule: { status: 403, times: 1_000, method: 'GET', path: 'F-01' },
    },
  ]

  for (const { orderId, what, rule } of faults) {
    // eslint-disable-next-line no-await-in-loop
    await simulator.seed({ orderId })
    // eslint-disable-next-line no-await-in-loop
    await simulator.fault({ name: what, ...rule })
  }

  const { id } = await startBatch(simulator, {
    orders: faults.map(({ orderId }) => orderId),
  })

  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)

  const calls = await simulator.ledger('oms')
  const orders = await simulator.orders()
  const rows = await allRows(simulator, id)

  const outcome = faults.map(({ what, orderId }) => ({
    what,
    // The number of calls that the fault hit.
    met: calls.filter(({ fault }) => fault === what).length,
    done: calls.filter(
      ({ method, path, processed }) =>
        method === 'POST' && processed && path.includes(`/${orderId}/`)
    ).length,
    order: orders.find((order) => order.orderId === orderId)?.status,
    row: rows.find((row) => row.orderId === orderId)?.state,
  }))

  expect(
    outcome.map((one) => ({
      ...one,
      row: ['ACCEPTED', 'CANCELED'].includes(one.row ?? '') ? 'right' : one.row,
    }))
  ).toEqual(
    faults.map(({ what }) =>
      what === FORBIDDEN
        ? { what, met: 2, done: 0, order: 'payment-approved', row: 'REFUSED' }
        : { what, met: 1, done: 1, order: 'canceled', row: 'right' }
    )
  )

  // No text from OMS's faulty replies is shown or stored.
  expect(JSON.stringify([rows, await simulator.files()])).not.toContain(
    'Sign in'
  )
  expect((await simulator.app()).logLines.join('\n')).not.toContain('Sign in')
}, 240_000)

test('a batch cancels each order once, whatever VBase answers to single calls', async () => {
  const { orderIds } = await simulator.seedMany(60, 'V')
  const stale = { status: 412, method: 'PUT' }

  const rules: Record<string, Fault> = {
    'a write of the lane is stale': { ...stale, path: 'lane.json', skip: 1 },
    'a write of a shard is stale': {
      ...stale,
      path: '/out/0000.json',
      skip: 1,
    },
    'a write of a shard fails': {
      status: 500,
      method: 'PUT',
      path: '/out/0000.json',
      skip: 2,
    },
    'a write of a shard succeeds and its reply is lost': {
      kind: 'reset',
      processing: 'after',
      method: 'PUT',
      path: '/out/0000.json',
    },
    'a read of a shard gets a wrong 404': {
      status: 404,
      method: 'GET',
      path: '/out/0000.json',
    },
    'a read of the input hangs': {
      kind: 'hang',
      method: 'GET',
      path: '/in/0000.json',
    },
    'a read of the progress fails': {
      status: 500,
      method: 'GET',
      path: 'progress.json',
      skip: 1,
      times: 2,
    },
    'a read of the control file gets an HTML page': {
      status: 200,
      body: HTML,
      method: 'GET',
      path: 'control.json',
      skip: 1,
    },
    'a read of the index is truncated': {
      status: 200,
      body: '{"version": 1, "entr',
      method: 'GET',
      path: 'index.json',
    },
    'a list of a journal fails': {
      status: 503,
      method: 'GET',
      path: '/journal-',
      skip: 7,
    },
    'a list of a journal gets a wrong 404': {
      status: 404,
      method: 'GET',
      path: '/journal-',
      skip: 12,
      times: 2,
    },
    'a write of a claim fails': {
      status: 500,
      method: 'PUT',
      path: '/V00009-01/000001-',
    },
    'a write of a claim succeeds and its reply is lost': {
      kind: 'reset',
      processing: 'after',
      method: 'PUT',
      path: '/V00011-01/000001-',
    },
    'a write of an end fails twice': {
      status: 500,
      method: 'PUT',
      path: '.received.json',
      skip: 3,
      times: 2,
    },
  }

  const { id } = await startBatch(simulator, {
    orders: orderIds,
    maxPerMinute: 600,
  })

  for (const [name, rule] of Object.entries(rules)) {
    // eslint-disable-next-line no-await-in-loop
    await simulator.fault({ name, ...rule })
  }

  await untilBatch(simulator, id, ({ counts }) => counts.pending === 0)
  await simulator.advance(10)

  const calls = await simulator.ledger('oms')
  const done = calls
    .filter(({ method, processed }) => method === 'POST' && processed)
    .map(({ path }) => path.split('/').reverse()[1])

  expect(sorted(done)).toEqual(orderIds)
  expect(
    (await allRows(simulator, id)).filter(
      ({ state }) => !['ACCEPTED', 'CANCELED'].includes(state)
    )
  ).toEqual([])
}, 240_000)
