import {
  allRows,
  controlBatch,
  createBatch,
  startBatch,
  untilBatch,
} from '../support/batches'
import type { RowAnswer } from '../support/batches'
import {
  ageBatches,
  untilReplicaDies,
  useBatchSimulator,
} from '../support/batchWork'
import { ageJournals } from '../support/journal'
import { sorted } from '../support/lists'
import { cancellationCase } from '../support/orderCase'

const simulator = useBatchSimulator(3)

/** Longer than a lease with its grace period, and longer than a send takes to settle. */
const LONG_SECONDS = 150

/** A request that a shopper has made at the marketplace, for this seller to decide. */
const OF_SHOPPER = {
  status: 'cancellation-requested',
  origin: 'Fulfillment',
  requestedAt: 'handling',
  cancellation: { reason: 'Ordered twice', requestedByUser: true },
} as const

/** A request that a user of this store has made in its Admin. */
const OF_STORE = {
  status: 'cancellation-requested',
  cancellation: { requestedByUser: false },
} as const

/** Lists the orders whose decision of a kind OMS has processed, once for each time. */
async function decided(decision: string): Promise<string[]> {
  const calls = await simulator.ledger('oms')

  return sorted(
    calls
      .filter(({ method, processed }) => method === 'POST' && processed)
      .filter(({ path, status }) => path.endsWith(decision) && status !== 429)
      .map(({ path }) => path.split('/').reverse()[1])
  )
}

async function statesOf(id: string): Promise<Record<string, string>> {
  const rows = await allRows(simulator, id)

  return Object.fromEntries(rows.map(({ orderId, state }) => [orderId, state]))
}

const seeded = async (count: number, prefix: string, seed: object) =>
  (await simulator.seedMany(count, prefix, seed)).orderIds

const settled = ({ counts }: { counts: Record<string, number> }) =>
  counts.pending === 0

test('200 requests are accepted and denied by two batches on three replicas, with faults and a replica that dies right after a denial: each is decided once, and none of the store is denied', async () => {
  const [toAccept, ownToAccept, toDeny, ownToDeny] = await Promise.all([
    seeded(90, 'A', OF_SHOPPER),
    seeded(10, 'B', OF_STORE),
    seeded(90, 'D', OF_SHOPPER),
    seeded(10, 'E', OF_STORE),
  ])

  const accepts = [...toAccept, ...ownToAccept]
  const all = [...accepts, ...toDeny, ...ownToDeny]

  await simulator.fault({
    name: 'limited',
    method: 'POST',
    path: '/cancel',
    skip: 10,
    times: 2,
    status: 429,
  })
  await simulator.fault({
    name: 'unread',
    method: 'GET',
    path: '/orders/D00020',
    times: 1,
    status: 500,
  })
  await simulator.fault({
    name: 'death',
    kind: 'kill',
    method: 'POST',
    path: '/deny-cancellation-request',
    processing: 'after',
    skip: 30,
  })

  const accepting = await startBatch(simulator, {
    idempotencyKey: 'accept',
    action: 'ACCEPT',
    orders: accepts,
  })

  const denying = await startBatch(simulator, {
    idempotencyKey: 'deny',
    action: 'DENY',
    reason: 'Sent already',
    orders: [...toDeny, ...ownToDeny],
  })

  await untilReplicaDies(simulator)
  // First, since the next owner of the lane looks at once.
  await ageJournals(simulator, all, LONG_SECONDS)
  await ageBatches(simulator, LONG_SECONDS)
  await untilBatch(simulator, denying.id, settled)
  await untilBatch(simulator, accepting.id, settled)

  const [accepted, denied] = await Promise.all([
    statesOf(accepting.id),
    statesOf(denying.id),
  ])

  expect(
    accepts
      .map((id) => `${id} ${accepted[id]}`)
      .filter((row) => !/ (ACCEPTED|CANCELED)$/.test(row))
  ).toEqual([])
  expect(denied).toEqual({
    ...Object.fromEntries(toDeny.map((id) => [id, 'DENIED'])),
    ...Object.fromEntries(ownToDeny.map((id) => [id, 'REFUSED'])),
  })
  expect(await decided('/cancel')).toEqual(sorted(accepts))
  expect(await decided('/deny-cancellation-request')).toEqual(toDeny)
}, 180_000)

describe('a batch that decides requests', () => {
  const codeOf = ({ cancellation }: RowAnswer) =>
    cancellation?.refusal?.code ?? null

  it.each([
    ['ACCEPT', 'accepted'],
    ['DENY', 'denied'],
  ])(
    'of %s says before the start which requests would not be %s, and why, and sends nothing',
    async (action) => {
      const [open] = await seeded(1, 'S', OF_SHOPPER)
      const [own] = await seeded(1, 'T', OF_STORE)
      const [none] = await seeded(1, 'U', { status: 'payment-approved' })
      const [invoiced] = await seeded(1, 'V', { status: 'invoiced' })
      const { batch } = await createBatch(simulator, {
        action,
        reason: 'Sent already',
        orders: [open, own, none, invoiced],
      })

      const ready = await untilBatch(
        simulator,
        batch?.id ?? '',
        ({ state }) => state === 'READY'
      )

      const rows = await allRows(simulator, ready.id)
      const isDenial = action === 'DENY'

      expect(ready.action).toBe(action)
      expect(rows.map((row) => [row.state, codeOf(row)])).toEqual([
        ['PENDING', null],
        isDenial ? ['REFUSED', 'OWN_REQUEST'] : ['PENDING', null],
        ['REFUSED', 'NO_OPEN_REQUEST'],
        ['REFUSED', 'NO_OPEN_REQUEST'],
      ])
      expect(rows.map(({ outlook }) => outlook)).toEqual([
        `WILL_${action}`,
        isDenial ? 'OWN_REQUEST' : 'WILL_ACCEPT',
        'NO_OPEN_REQUEST',
        'NO_OPEN_REQUEST',
      ])
      expect(await decided('/cancel')).toEqual([])
      expect(await decided('/deny-cancellation-request')).toEqual([])
    }
  )

  it('sends nothing for a request that was decided since the preview', async () => {
    const orders = await seeded(2, 'S', OF_SHOPPER)
    const { batch } = await createBatch(simulator, {
      action: 'ACCEPT',
      orders,
    })

    const id = batch?.id ?? ''

    await untilBatch(simulator, id, ({ state }) => state === 'READY')
    // As when the marketplace withdraws it: the order goes on.
    await simulator.seed({ orderId: orders[0], status: 'handling' })
    await controlBatch(simulator, { id, action: 'START', expectedOrders: 2 })
    await untilBatch(simulator, id, settled)

    const rows = await allRows(simulator, id)

    expect(rows.map((row) => [row.state, codeOf(row)])).toEqual([
      ['REFUSED', 'NO_OPEN_REQUEST'],
      ['ACCEPTED', null],
    ])
    expect(await decided('/cancel')).toEqual([orders[1]])
  })

  it('sends the reason of each row with its denial, and names itself in the journal', async () => {
    const [first, second] = await seeded(2, 'S', OF_SHOPPER)
    const { id } = await startBatch(simulator, {
      action: 'DENY',
      reason: 'Sent already',
      orders: [{ orderId: first, reason: 'Packed' }, second],
    })

    await untilBatch(simulator, id, ({ state }) => state === 'DONE')

    const denials = (await simulator.ledger('oms'))
      .filter(({ method }) => method === 'POST')
      .map(({ path, body }) => [
        path.split('/').reverse()[1],
        (JSON.parse(body) as { denyReason: string }).denyReason,
      ])

    expect(Object.fromEntries(denials)).toEqual({
      [first]: 'Packed',
      [second]: 'Sent already',
    })
    expect(
      (await allRows(simulator, id)).map(({ state, cancellation }) => [
        state,
        cancellation?.state,
      ])
    ).toEqual([
      ['DENIED', 'DENIED'],
      ['DENIED', 'DENIED'],
    ])
    expect((await cancellationCase(simulator, first)).history).toMatchObject([
      { action: 'DENY', outcome: 'RECEIVED', batchId: id, reason: 'Packed' },
    ])
  })

  it.each([
    ['DENY', {}, 'DENIAL_WITHOUT_REASON'],
    ['DENY', { reason: ' ' }, 'DENIAL_WITHOUT_REASON'],
    ['ACCEPT', { acceptOwnRequests: true }, 'OPTION_OF_CANCEL'],
    ['DENY', { reason: 'No', requestedByUser: true }, 'OPTION_OF_CANCEL'],
  ])(
    'of %s with %j is refused as a whole: %s',
    async (action, options, detail) => {
      const { batch, refusal } = await createBatch(simulator, {
        action,
        orders: ['1-01'],
        ...options,
      })

      expect(batch).toBeNull()
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', detail })
    }
  )

  it('is another batch than one that cancels the same orders, which needs no action to be named', async () => {
    const orders = ['1-01']
    const { batch } = await createBatch(simulator, { orders })

    expect(batch?.action).toBe('CANCEL')
    expect(
      (await createBatch(simulator, { orders, action: 'CANCEL' })).batch?.id
    ).toBe(batch?.id)
    expect(
      (await createBatch(simulator, { orders, action: 'ACCEPT' })).refusal
    ).toMatchObject({ code: 'CONFLICT', batchId: batch?.id })
  })
})
