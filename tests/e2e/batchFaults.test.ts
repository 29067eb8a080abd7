import { allRows, startBatch, untilBatch } from '../support/batches'
import { restartReplicas } from '../support/batchWork'
import { sorted } from '../support/lists'
import { useSimulator } from '../support/simulator'
import type { FaultRule } from '../../simulator/edge/faults'

const simulator = useSimulator(undefined, { replicas: 2 })

beforeEach(() => restartReplicas(simulator))

type Fault = Omit<FaultRule, 'name'>

const HTML = '<html>Sign in, olga@acme.example</html>'
const LATE = { processing: 'after' as const }

/** What may go wrong with the first cancel of an order, by whether OMS carries it out. */
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
  'a page before': { status: 200, body: HTML },
  'a page after': { status: 200, body: HTML, ...LATE },
  'nothing in it': { status: 200, body: '', ...LATE },
  'no receipt in it': { status: 200, body: {}, ...LATE },
  'half of it': { status: 200, body: '{"date": "2026', ...LATE },
}

/** What may go wrong with the first read of an order. */
const READS: Record<string, Fault> = {
  '429': { status: 429, headers: { 'retry-after': '1' } },
  '500': { status: 500 },
  reset: { kind: 'reset' },
  silence: { kind: 'hang' },
}

/** A page in the place of an order reads as "you may not": nothing is sent, and the row says so. */
const REFUSED_READS: Record<string, Fault> = {
  'a page': { status: 200, body: HTML },
  'half of it': { status: 200, body: '{"orderId": ' },
  '403': { status: 403 },
}

test('cancels each order once, whatever OMS answers', async () => {
  const faults = [
    ...Object.entries(SENDS).map(([what, rule], number) => ({
      what: `${what} to the cancel`,
      orderId: `S${number}-01`,
      rule: { ...rule, method: 'POST', path: `S${number}-01/cancel` },
    })),
    ...Object.entries({ ...READS, ...REFUSED_READS }).map(
      ([what, rule], number) => ({
        what: `${what} to the read`,
        orderId: `R${number}-01`,
        rule: { ...rule, method: 'GET', path: `R${number}-01` },
      })
    ),
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
    // Each fault was met.
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
      Object.keys(REFUSED_READS).some((read) => what === `${read} to the read`)
        ? { what, met: 1, done: 0, order: 'payment-approved', row: 'REFUSED' }
        : { what, met: 1, done: 1, order: 'canceled', row: 'right' }
    )
  )

  // Nothing of what OMS has said in its trouble is shown or stored.
  expect(JSON.stringify([rows, await simulator.files()])).not.toContain(
    'Sign in'
  )
  expect((await simulator.app()).logLines.join('\n')).not.toContain('Sign in')
}, 240_000)

test('cancels each order once, whatever VBase answers', async () => {
  const { orderIds } = await simulator.seedMany(60, 'V')
  const stale = { status: 412, method: 'PUT' }

  const rules: Record<string, Fault> = {
    'the lane is stale once': { ...stale, path: 'lane.json', skip: 1 },
    'a shard is stale once': { ...stale, path: '/out/0000.json', skip: 1 },
    'a shard is not written': {
      status: 500,
      method: 'PUT',
      path: '/out/0000.json',
      skip: 2,
    },
    'a shard is written, and nobody hears it': {
      kind: 'reset',
      processing: 'after',
      method: 'PUT',
      path: '/out/0000.json',
    },
    'a shard is said to be missing': {
      status: 404,
      method: 'GET',
      path: '/out/0000.json',
    },
    'the input does not come': {
      kind: 'hang',
      method: 'GET',
      path: '/in/0000.json',
    },
    'the progress is not read': {
      status: 500,
      method: 'GET',
      path: 'progress.json',
      skip: 1,
      times: 2,
    },
    'the control is a page': {
      status: 200,
      body: HTML,
      method: 'GET',
      path: 'control.json',
      skip: 1,
    },
    'the index is half of it': {
      status: 200,
      body: '{"version": 1, "entr',
      method: 'GET',
      path: 'index.json',
    },
    'a journal is not read': {
      status: 503,
      method: 'GET',
      path: '/journal/files/V00007-01',
    },
    'a journal is not written': {
      status: 500,
      method: 'PUT',
      path: '/journal/files/V00009-01',
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
